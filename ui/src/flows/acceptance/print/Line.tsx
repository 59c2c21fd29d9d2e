import type { ReactNode } from 'react';
import styles from './print.module.css';

/** A line that the customer reads over. */
export function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.line}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
