/** A panel of today's desk and the lines in it. */
import type { ReactNode } from 'react';
import { EmptyState } from '../../parts/EmptyState';
import { formatRoute, type Route } from '../../route';
import { TODAY } from '../../text';

interface BoardProps {
  title: string;
  hint: string;
  empty: string;
  count: number | undefined;
  /** At the end of the head. */
  aside?: ReactNode;
  testId: string;
  children: ReactNode;
}

/** A list with its head; the sentence where it has no line. */
export function Board({ title, hint, empty, count, aside, testId, children }: BoardProps) {
  return (
    <section className="today-list panel" data-testid={testId}>
      <header title={hint}>
        <h2>{title}</h2>
        {count !== undefined && <span className="today-count figures">{count}</span>}
        {aside && <span className="today-aside">{aside}</span>}
      </header>
      <ul>{children}</ul>
      {count === 0 && <EmptyState text={empty} />}
    </section>
  );
}

interface LineProps {
  route: Route;
  company: string;
  number: string;
  facts: ReactNode;
  testId: string;
}

/** A line that leads somewhere. */
export function Line({ route, company, number, facts, testId }: LineProps) {
  return (
    <li>
      <a className="today-line" href={formatRoute(route)} data-testid={testId}>
        <b title={company}>{company || TODAY.unnamed}</b>
        <span className="today-number figures" data-none={!number}>
          {number || TODAY.noNumber}
        </span>
        <span className="today-facts figures">{facts}</span>
      </a>
    </li>
  );
}
