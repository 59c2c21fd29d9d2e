import type { Finding } from '../../../backend';
import { GRAVITY } from '../../../text';
import { isToCheck, TO_READ } from '../form/problems';
import { PROBLEM } from '../text';

/** What is to be done about a finding, in a word. */
export function wordFor(finding: Finding): string {
  if (finding.gravity !== 'missing') {
    return GRAVITY[finding.gravity];
  }
  if (isToCheck(finding)) {
    return PROBLEM.toCheck;
  }
  return finding.code === TO_READ ? PROBLEM.toRead : PROBLEM.toFill;
}

/** What “还缺” is made of: `待填 3 · 待核对 2 · 待识别 1`. */
export function missingTold(list: readonly Finding[]): string {
  const words = list.filter(({ gravity }) => gravity === 'missing').map(wordFor);
  return [PROBLEM.toFill, PROBLEM.toCheck, PROBLEM.toRead]
    .map((word) => ({ word, count: words.filter((one) => one === word).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => PROBLEM.of(word, count))
    .join(' · ');
}
