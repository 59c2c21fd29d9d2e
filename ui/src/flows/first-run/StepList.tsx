/** The steps of the first run beside the form: done, here, to come. */
import { CheckOutlined } from '@ant-design/icons';

/** What the list shows. */
export interface StepListProps {
  titles: readonly string[];
  /** The step one is at, from 0. */
  current: number;
}

/** Steps with their numbers. */
export function StepList({ titles, current }: StepListProps) {
  return (
    <ol className="step-list">
      {titles.map((title, place) => (
        <li
          key={title}
          data-done={place < current}
          aria-current={place === current ? 'step' : undefined}
        >
          <span className="step-mark figures">
            {place < current ? <CheckOutlined /> : place + 1}
          </span>
          {title}
        </li>
      ))}
    </ol>
  );
}
