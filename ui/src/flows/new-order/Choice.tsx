import type { ReactNode } from 'react';

/** One row to pick. */
export function Choice(props: {
  title: ReactNode;
  detail: ReactNode;
  picked: boolean;
  onClick: () => void;
  testId: string;
}) {
  return (
    <button
      type="button"
      className="new-order-choice"
      aria-pressed={props.picked}
      // The box above keeps the caret; the arrows go through the rows.
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onClick}
      data-testid={props.testId}
    >
      <span>{props.title}</span>
      <small className="figures">{props.detail}</small>
    </button>
  );
}
