/** What stands where a list has nothing: one sentence, and what to do about it. */
import type { ReactNode } from 'react';
import './EmptyState.css';

/** Nothing here. */
export function EmptyState(props: { text: string; hint?: string; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <p className="empty-text">{props.text}</p>
      {props.hint && <p className="empty-hint">{props.hint}</p>}
      {props.action && <div className="empty-action">{props.action}</div>}
    </div>
  );
}
