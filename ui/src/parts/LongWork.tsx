/**
 * A piece of work that takes its time: what is being done and for how long.
 * Shows no measure of progress, as none is known; the moving bar says only
 * that it goes on.
 */
import { useEffect, useState } from 'react';
import { LONG_WORK } from '../text';
import './LongWork.css';

/** What is shown while it lasts. */
export interface LongWorkProps {
  /** What is being done, as a sentence. */
  doing: string;
  /** When it began, in milliseconds of the epoch. */
  since: number;
  testId: string;
}

/** Minutes and seconds, `0:07`. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Work under way. */
export function LongWork({ doing, since, testId }: LongWorkProps) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="long-work" role="status" data-testid={testId}>
      <div className="long-work-bar" aria-hidden="true" />
      <p>{doing}</p>
      <p className="long-work-time figures" aria-hidden="true">
        {LONG_WORK.passed(clockOf(now - since))}
      </p>
    </div>
  );
}
