import type { Finding } from '../../../backend';
import { GRAVITY } from '../../../text';
import { TO_CHECK, TO_READ } from '../form/problems';
import { PROBLEM } from '../text';

/** What is to be done about a finding, in a word. */
export function wordFor({ code, gravity }: Finding): string {
  if (gravity !== 'missing') {
    return GRAVITY[gravity];
  }
  return code === TO_CHECK ? PROBLEM.toCheck : code === TO_READ ? PROBLEM.toRead : PROBLEM.toFill;
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
