import { useDraftState } from '../draft/hooks';
import type { SectionId } from '../form/sections';
import { SCREEN, SECTION, SECTION_SHORT } from '../text';
import styles from './tabs.module.css';

/** The sections as tabs, with how much is open in each. */
export function Tabs(props: {
  sections: readonly SectionId[];
  here: SectionId;
  onGo: (id: SectionId) => void;
}) {
  const openIn = useDraftState((state) => state.problems.openIn);
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
            title={SECTION[id]}
            // Sections are reached by Ctrl+Enter and F8; Tab goes through the fields.
            tabIndex={-1}
            onClick={() => props.onGo(id)}
            data-testid={`tab-${id}`}
          >
            {SECTION_SHORT[id]}
            <span className={styles.count} data-open={open > 0}>
              {open > 0 ? open : '✓'}
            </span>
          </button>
        );
      })}
    </nav>
  );
}
