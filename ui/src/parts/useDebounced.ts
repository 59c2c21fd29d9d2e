/** A value that waits until typing pauses. */
import { useEffect, useState } from 'react';

/** `value` as it stood `milliseconds` ago without change. */
export function useDebounced<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
