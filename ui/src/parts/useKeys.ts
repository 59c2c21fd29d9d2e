/** Keys that do something wherever the focus is. */
import { useEffect, useRef } from 'react';

/** Names of keys, for example `F2`, `shift+F8` or `ctrl+k`, and what they do. */
export type Keys = Record<string, () => unknown>;

/** Name of the key that was struck. */
export function keyName(event: KeyboardEvent): string {
  const letter = event.key.length === 1;
  // A letter's own case says whether Shift was held; a key with a name does not.
  const key = letter ? event.key.toLowerCase() : `${event.shiftKey ? 'shift+' : ''}${event.key}`;
  return event.ctrlKey || event.metaKey ? `ctrl+${key}` : key;
}

/** Listens for keys as long as the screen stands. */
export function useKeys(keys: Keys): void {
  const present = useRef(keys);
  present.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = event.isComposing || event.altKey ? undefined : present.current[keyName(event)];
      if (act) {
        event.preventDefault();
        act();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
