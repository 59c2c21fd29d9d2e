/** Seconds that must pass before the next try. */
import { useEffect, useRef, useState } from 'react';
import { FAILURE } from '../text';

/** What a countdown needs. */
export interface CountdownProps {
  /** Seconds to wait, from when this first stands. */
  seconds: number;
  /** Called once when they have passed. */
  onDone: () => void;
}

/** Counts down by the clock, so that a sleeping computer loses no second. */
export function Countdown({ seconds, onDone }: CountdownProps) {
  const [left, setLeft] = useState(seconds);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const end = performance.now() + seconds * 1000;
    const tick = () => {
      const rest = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setLeft(rest);
      if (rest === 0) {
        clearInterval(timer);
        done.current();
      }
    };
    const timer = setInterval(tick, 250);
    tick();
    return () => clearInterval(timer);
  }, [seconds]);
  return (
    <span className="figures" role="timer" data-testid="countdown">
      {FAILURE.wait(left)}
    </span>
  );
}
