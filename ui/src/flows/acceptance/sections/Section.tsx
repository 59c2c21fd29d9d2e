import type { ReactNode } from 'react';
import { useDraftState, useValue } from '../draft/hooks';
import grid from '../fields/field.module.css';
import { type SectionId, sectionName } from '../form/sections';
import styles from './section.module.css';

/** Id of a section's element, to scroll to. */
export function sectionElement(id: SectionId): string {
  return `section-${id}`;
}

/** A section of the form: its head and its fields. */
export function Section(props: { id: SectionId; aside?: ReactNode; children: ReactNode }) {
  const open = useDraftState((state) => state.problems.openIn.get(props.id) ?? 0);
  const name = sectionName(props.id, useValue('business'));
  return (
    <section
      id={sectionElement(props.id)}
      className={styles.section}
      aria-label={name}
      data-open={open}
      data-testid={sectionElement(props.id)}
    >
      <h2 className={styles.head}>
        {name}
        {props.aside && <span className={styles.aside}>{props.aside}</span>}
      </h2>
      <div className={grid.grid}>{props.children}</div>
    </section>
  );
}
