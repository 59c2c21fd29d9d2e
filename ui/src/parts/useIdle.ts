/**
 * Notices that nobody is at the desk. Goes by the wall clock, so that a
 * computer that slept is found locked when it wakes.
 */
import { useEffect, useRef, useState } from 'react';

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
const LOOK_EVERY_MS = 1_000;
/** The last seconds are told beforehand; of a short patience no more than half. */
const TOLD_SECONDS = 60;

/**
 * Calls `onIdle` once after so many minutes without a touch. Answers the seconds
 * that are left when few are; any touch takes that back at once.
 */
export function useIdle(minutes: number, onIdle: () => void): number | undefined {
  const act = useRef(onIdle);
  act.current = onIdle;
  const [left, setLeft] = useState<number>();
  useEffect(() => {
    const patience = minutes * 60_000;
    const told = Math.min(TOLD_SECONDS * 1000, patience / 2);
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
      setLeft(undefined);
    };
    for (const name of TOUCHES) {
      window.addEventListener(name, touch, { capture: true, passive: true });
    }
    const timer = setInterval(() => {
      const rest = touched + patience - Date.now();
      setLeft(rest > 0 && rest <= told ? Math.ceil(rest / 1000) : undefined);
      if (rest <= 0) {
        clearInterval(timer);
        act.current();
      }
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      for (const name of TOUCHES) {
        window.removeEventListener(name, touch, { capture: true });
      }
    };
  }, [minutes]);
  return left;
}
