/** Seconds until a moment, by the wall clock, so that a computer that slept loses none. */
import { useEffect, useState } from 'react';

function secondsUntil(moment: number): number {
  return Math.max(0, Math.ceil((moment - Date.now()) / 1000));
}

/** Whole seconds until `moment` (milliseconds of the epoch); 0 once it has passed. */
export function useSecondsLeft(moment: number): number {
  const [left, setLeft] = useState(() => secondsUntil(moment));
  useEffect(() => {
    const look = () => setLeft(secondsUntil(moment));
    look();
    const timer = setInterval(look, 500);
    return () => clearInterval(timer);
  }, [moment]);
  return left;
}
