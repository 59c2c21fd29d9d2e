/** Whether the window is so narrow that the rail shows icons only. */
import { useSyncExternalStore } from 'react';

/** The same width stands in `Frame.css`. */
const NARROW = '(max-width: 1100px)';

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Follows the window's width. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
}
