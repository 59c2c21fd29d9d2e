/** Asks while one types, and walks through what was found by keyboard. */
import { type KeyboardEvent, useState } from 'react';
import { useCommand } from '../../backend';
import { useDebounced } from '../../parts/useDebounced';
import { type Hit, listHits } from './hits';

const PAUSE_MS = 150;

/** The hits for a text and the one picked. */
export function useHits(text: string, most: number) {
  const wanted = useDebounced(text.trim(), PAUSE_MS);
  const answer = useCommand(
    'desk_search',
    { text: wanted },
    { enabled: wanted !== '', keep: true },
  );
  const hits = wanted === '' ? [] : listHits(answer.data, most);
  const [picked, setPicked] = useState(0);
  const at = Math.min(picked, Math.max(0, hits.length - 1));
  const onArrow = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length > 0) {
      setPicked((at + step + hits.length) % hits.length);
      event.preventDefault();
    }
  };
  return {
    hits,
    /** Found nothing, and that is certain. */
    nothing: wanted !== '' && wanted === text.trim() && answer.isSuccess && hits.length === 0,
    /** The list is the answer to what stands in the box now. */
    settled: wanted === text.trim() && !answer.isFetching,
    failure: answer.error,
    picked: at,
    pick: setPicked,
    hit: hits[at] as Hit | undefined,
    onArrow,
  };
}
