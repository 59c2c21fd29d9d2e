/** Locks the desk when nobody is there, and says so a minute before. */
import { LockOutlined } from '@ant-design/icons';
import { IDLE } from '../text';
import { useIdle } from './useIdle';
import './IdleLock.css';

/** What the lock needs. */
export interface IdleLockProps {
  /** Minutes without a touch. */
  minutes: number;
  onLock: () => void;
}

/** Nothing to be seen until the last minute; then a note that any touch takes away. */
export function IdleLock({ minutes, onLock }: IdleLockProps) {
  const left = useIdle(minutes, onLock);
  if (left === undefined) {
    return null;
  }
  return (
    <div className="idle-note" data-testid="idle-note">
      <LockOutlined />
      {/* Said once to those who listen; the seconds are for those who look. */}
      <span role="status">{IDLE.soon}</span>
      <b className="figures" aria-hidden="true">
        {IDLE.left(left)}
      </b>
      <span className="idle-how">{IDLE.how}</span>
    </div>
  );
}
