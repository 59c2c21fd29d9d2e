/** Facts as pairs of a name and a value; what is empty is left out. */
import type { ReactNode } from 'react';
import './Facts.css';

/** What is told. */
export interface FactsProps {
  title?: string;
  facts: readonly (readonly [name: string, value: ReactNode])[];
  /** Stands beneath the facts. */
  children?: ReactNode;
}

/** A panel of facts. */
export function Facts({ title, facts, children }: FactsProps) {
  return (
    <section className="facts panel">
      {title && <h2>{title}</h2>}
      <dl>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="figures">{value}</dd>
              </div>
            ),
        )}
      </dl>
      {children}
    </section>
  );
}
