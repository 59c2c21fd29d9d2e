/** What was found in an imported text, for a person to confirm. */
import { Checkbox } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Confidence, Found, FoundKind } from '../../backend';
import { BLANK_WORD, CONFIDENCE, FOUND_KIND, IMPORT } from './text';

/** Finds that change the text's order or want a person's hand. */
const TO_LOOK_AT: readonly FoundKind[] = [
  'unnamed_blank',
  'sides_moved',
  'joined',
  'signatures_lacking',
];

/** Whether a person should look. */
export function isDoubtful({ kind, confidence }: Found): boolean {
  return confidence === 'unsure' || TO_LOOK_AT.includes(kind);
}

/** What the list needs. */
export interface FoundListProps {
  found: readonly Found[];
  /** The line of the markup that is looked at. */
  current: number | undefined;
  onPick: (line: number) => void;
}

/** The list. */
export function FoundList({ found, current, onPick }: FoundListProps) {
  const [doubtfulOnly, setDoubtfulOnly] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (current !== undefined) {
      list.current?.querySelector('[aria-current="true"]')?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [current]);
  const doubtful = found.filter(isDoubtful);
  const shown = doubtfulOnly ? doubtful : found;
  const count = (kind: FoundKind) => found.filter((one) => one.kind === kind).length;
  return (
    <section className="text-pane panel" data-testid="found">
      <header>
        <h2>{IMPORT.found}</h2>
        <small>{IMPORT.summary(count('article'), count('blank'), count('unnamed_blank'))}</small>
        <Checkbox
          checked={doubtfulOnly}
          onChange={({ target }) => setDoubtfulOnly(target.checked)}
          data-testid="found-doubtful"
        >
          {IMPORT.doubtfulOnly}（{doubtful.length}）
        </Checkbox>
      </header>
      <div className="text-found text-found-head">
        <span>{IMPORT.kind}</span>
        <span>{IMPORT.sure}</span>
        <span>{IMPORT.line}</span>
        <span>{IMPORT.words}</span>
      </div>
      <ul className="text-found-list" ref={list}>
        {shown.map((one) => (
          <li key={`${one.kind} ${one.source_line} ${one.line} ${one.text} ${one.blank}`}>
            <button
              type="button"
              className="text-found"
              aria-current={one.line === current}
              onClick={() => onPick(one.line)}
            >
              <b>{FOUND_KIND[one.kind]}</b>
              <Sure confidence={one.confidence} />
              <span className="figures">{one.source_line}</span>
              <span className="text-found-words" title={one.text}>
                {one.text}
                {one.blank && (
                  <span className="text-chip" data-of="blank">
                    {IMPORT.fills(BLANK_WORD.get(one.blank) ?? one.blank)}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
        {shown.length === 0 && <li className="text-preview-none">{IMPORT.allWell}</li>}
      </ul>
    </section>
  );
}

const TONE = { certain: 'good', likely: 'held', unsure: 'waiting' } as const;

function Sure({ confidence }: { confidence: Confidence }) {
  return (
    <span className="state-tag" data-tone={TONE[confidence]}>
      {CONFIDENCE[confidence]}
    </span>
  );
}
