import { useDraftState, useValue } from '../draft/hooks';
import { type SectionId, sectionName, sectionShort } from '../form/sections';
import { SCREEN } from '../text';
import styles from './tabs.module.css';

/** The sections as tabs, with how much is open in each. */
export function Tabs(props: {
  sections: readonly SectionId[];
  here: SectionId;
  onGo: (id: SectionId) => void;
}) {
  const openIn = useDraftState((state) => state.problems.openIn);
  const business = useValue('business');
  return (
    <nav className={styles.tabs} aria-label={SCREEN.sections}>
      {props.sections.map((id) => {
        const open = openIn.get(id) ?? 0;
        return (
          <button
            key={id}
            type="button"
            className={styles.tab}
            aria-current={id === props.here ? 'true' : undefined}
            title={sectionName(id, business)}
            // Sections are reached by Ctrl+Enter and F8; Tab goes through the fields.
            tabIndex={-1}
            onClick={() => props.onGo(id)}
            data-testid={`tab-${id}`}
          >
            {sectionShort(id, business)}
            <span className={styles.count} data-open={open > 0}>
              {open > 0 ? open : '✓'}
            </span>
          </button>
        );
      })}
    </nav>
  );
}
