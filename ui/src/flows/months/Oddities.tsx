/** What is odd about a line: a word each, the sentence when looked at. */
import { Tooltip } from 'antd';
import type { Oddity } from '../../backend';
import { SHEET } from './text';

/** The words. */
export function Oddities({ oddities }: { oddities: readonly Oddity[] }) {
  return (
    <span className="oddities">
      {oddities.map(({ code, message }) => (
        <Tooltip key={code} title={message} trigger={['hover', 'focus']}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the sentence is read by keyboard too. */}
          <span className="oddity" tabIndex={0} data-code={code}>
            {SHEET.ODDITY[code] ?? SHEET.oddOther}
            <span className="only-heard">{message}</span>
          </span>
        </Tooltip>
      ))}
    </span>
  );
}
