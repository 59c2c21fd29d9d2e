/** The blanks by their Chinese names; one click puts one where the caret is. */
import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import './palette.css';
import { BLANK_GROUPS, BLANK_WORD, HAND_WIDTHS, PALETTE } from './text';

/** What the palette needs. */
export interface PaletteProps {
  /** The unnamed blank that is selected, which the choice takes the place of. */
  naming: string | undefined;
  onInsert: (markup: string) => void;
  onClose: () => void;
}

/** The palette. */
export function Palette({ naming, onInsert, onClose }: PaletteProps) {
  const panel = useRef<HTMLElement>(null);
  const likely = useRef(naming && likelyFor(naming));
  useEffect(() => {
    const choices = [...(panel.current?.querySelectorAll<HTMLElement>('li button') ?? [])];
    const first = choices.find(({ title }) => title === `{${likely.current}}`);
    (first ?? choices[0])?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      onClose();
    }
  };
  return (
    <section
      ref={panel}
      className="text-palette"
      aria-label={PALETTE.title}
      onKeyDown={onKeyDown}
      data-testid="palette"
    >
      <header>
        {naming === undefined ? PALETTE.title : PALETTE.naming(naming)}
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          onClick={onClose}
          aria-label={PALETTE.close}
        />
      </header>
      {BLANK_GROUPS.map(({ word, blanks }) => (
        <Group
          key={word}
          word={word}
          choices={blanks.map(([blank, label]) => [`{${blank}}`, label])}
          onInsert={onInsert}
        />
      ))}
      <Group
        word={PALETTE.hand}
        choices={HAND_WIDTHS.map((width) => [`{_${width}}`, PALETTE.handWidth(width)])}
        onInsert={onInsert}
      />
    </section>
  );
}

/** The blank that is called much as what stood before the unnamed one. */
function likelyFor(found: string): string | undefined {
  const words = found.trim();
  return [...BLANK_WORD].find(
    ([, word]) => words !== '' && (word.includes(words) || words.includes(word)),
  )?.[0];
}

function Group(props: {
  word: string;
  choices: readonly (readonly [markup: string, label: string])[];
  onInsert: (markup: string) => void;
}) {
  return (
    <div className="text-palette-group">
      <span>{props.word}</span>
      <ul>
        {props.choices.map(([markup, label]) => (
          <li key={markup}>
            <button
              type="button"
              className="text-chip"
              data-of="blank"
              title={markup}
              onClick={() => props.onInsert(markup)}
              data-testid={`insert-${markup.slice(1, -1)}`}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
