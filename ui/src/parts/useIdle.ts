/**
 * Notices that nobody is at the desk. Goes by the wall clock, so that a
 * computer that slept is found locked when it wakes.
 */
import { useEffect, useRef } from 'react';

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
const LOOK_EVERY_MS = 5_000;

/** Calls `onIdle` once after so many minutes without a touch. */
export function useIdle(minutes: number, onIdle: () => void): void {
  const act = useRef(onIdle);
  act.current = onIdle;
  useEffect(() => {
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
    };
    for (const name of TOUCHES) {
      window.addEventListener(name, touch, { capture: true, passive: true });
    }
    const timer = setInterval(() => {
      if (Date.now() - touched >= minutes * 60_000) {
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
}
