/** The names that may sign in, to be picked by click or by arrows. */
import { type KeyboardEvent, type Ref, useEffect, useRef } from 'react';
import { SIGN_IN } from '../../text';

/** What the list shows. */
export interface NameListProps {
  names: readonly string[];
  value: string;
  onChange: (name: string) => void;
  /** Enter: the name is right, on to the password. */
  onDone: () => void;
  testId: string;
  ref?: Ref<HTMLDivElement>;
}

/** More names than these stand two abreast. */
const ONE_COLUMN = 5;

/** How many stand beneath each other. */
function rowsOf(count: number): number {
  return count > ONE_COLUMN ? Math.ceil(count / 2) : count;
}

/** The name an arrow leads to: down and up go round and round, aside to the other column. */
export function nameBeside(
  names: readonly string[],
  value: string,
  key: string,
): string | undefined {
  const here = names.indexOf(value);
  const rows = rowsOf(names.length);
  const round = (place: number) => names[(place + names.length) % names.length];
  switch (key) {
    case 'ArrowDown':
      return round(here + 1);
    case 'ArrowUp':
      return round(Math.max(here, 0) - 1);
    case 'ArrowRight':
      return names[here + rows] ?? value;
    case 'ArrowLeft':
      return names[here - rows] ?? value;
    case 'Home':
      return names[0];
    case 'End':
      return names.at(-1);
    default:
      return undefined;
  }
}

/** A list of names, one of them picked. */
export function NameList({ names, value, onChange, onDone, testId, ref }: NameListProps) {
  const picked = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (value) {
      picked.current?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [value]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nameBeside(names, value, event.key);
    if (next) {
      onChange(next);
      event.preventDefault();
    } else if (event.key === 'Enter' && value) {
      onDone();
      event.preventDefault();
    }
  };
  return (
    <div
      ref={ref}
      className="name-list"
      role="listbox"
      aria-label={SIGN_IN.name}
      tabIndex={0}
      style={{ gridTemplateRows: `repeat(${rowsOf(names.length)}, auto)` }}
      onKeyDown={onKeyDown}
      data-testid={testId}
    >
      {names.map((name) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys
        <div
          key={name}
          ref={name === value ? picked : undefined}
          role="option"
          tabIndex={-1}
          className="name-option"
          aria-selected={name === value}
          data-name={name}
          onClick={() => {
            onChange(name);
            onDone();
          }}
        >
          {name}
        </div>
      ))}
      {names.length === 0 && <div className="name-nobody">{SIGN_IN.nobody}</div>}
    </div>
  );
}
