/** The names that may sign in, to be picked by click, arrows or first letters. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { SIGN_IN } from '../../text';

/** What the list shows. */
export interface NameListProps {
  names: readonly string[];
  value: string;
  onChange: (name: string) => void;
  /** Enter: the name is right, on to the password. */
  onDone: () => void;
  testId: string;
}

/** A list of names, one of them picked. */
export function NameList({ names, value, onChange, onDone, testId }: NameListProps) {
  const picked = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (value) {
      picked.current?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [value]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const next = names[(names.indexOf(value) + step + names.length) % names.length];
      onChange(next ?? value);
      event.preventDefault();
    } else if (event.key === 'Enter' && value) {
      onDone();
      event.preventDefault();
    }
  };
  return (
    <div
      className="name-list"
      role="listbox"
      aria-label={SIGN_IN.name}
      tabIndex={0}
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
