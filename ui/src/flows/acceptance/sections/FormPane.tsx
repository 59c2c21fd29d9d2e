import { type ComponentType, useCallback, useRef, useState } from 'react';
import { BoundSection } from '../bound/BoundSection';
import { useDraftState, useValue } from '../draft/hooks';
import { focusFirstIn } from '../form/focus';
import { SECTIONS, type SectionId, sectionsFor } from '../form/sections';
import { ChangesPane } from '../later/ChangesPane';
import { LaterSection } from '../later/LaterSection';
import { useLooks } from '../reading/useLooks';
import { SCREEN } from '../text';
import { BusinessSection } from './BusinessSection';
import { Company } from './Company';
import { Confirm } from './Confirm';
import { Features } from './Features';
import styles from './formPane.module.css';
import { PaymentSection } from './PaymentSection';
import { Handler, LegalRepresentative } from './People';
import { sectionElement } from './Section';
import { Tabs } from './Tabs';
import { TariffSection } from './TariffSection';

const BODY: Record<SectionId, ComponentType> = {
  number: BusinessSection,
  later: LaterSection,
  company: Company,
  legal: LegalRepresentative,
  handler: Handler,
  tariff: TariffSection,
  bound: BoundSection,
  features: Features,
  payment: PaymentSection,
  confirm: Confirm,
};

/**
 * Sections shown: those the business needs, any with something open in it, and
 * the one that holds the caret, so that nothing vanishes under it.
 */
function useSections(): SectionId[] {
  const business = useValue('business');
  const openIn = useDraftState((state) => state.problems.openIn);
  const kept = new Set(openIn.keys());
  const caret = document.activeElement?.closest<HTMLElement>('[id^="section-"]');
  for (const id of SECTIONS) {
    if (caret?.id === sectionElement(id)) {
      kept.add(id);
    }
  }
  return sectionsFor(business, kept);
}

/** Whether any of a section can be seen in the pane. */
function isSeen(pane: HTMLElement, section: Element): boolean {
  const seen = pane.getBoundingClientRect();
  const { top, bottom } = section.getBoundingClientRect();
  return bottom > seen.top + 20 && top < seen.bottom - 20;
}

/** The section one is in: that of the caret while it is in sight, else the uppermost seen. */
function sectionHere(pane: HTMLElement, sections: readonly SectionId[]): SectionId | undefined {
  const elements = sections.flatMap((id) => {
    const element = document.getElementById(sectionElement(id));
    return element !== null && isSeen(pane, element) ? [{ id, element }] : [];
  });
  const focused = elements.find(({ element }) => element.contains(document.activeElement));
  return (focused ?? elements[0])?.id;
}

/** The form: tabs, and under them all sections in one scroll. */
export function FormPane() {
  const sections = useSections();
  const pane = useRef<HTMLFormElement>(null);
  const [here, setHere] = useState<SectionId>('number');
  const looks = useLooks();
  const look = useCallback(() => {
    const found = pane.current === null ? undefined : sectionHere(pane.current, sections);
    if (found !== undefined) {
      setHere(found);
    }
  }, [sections]);
  const go = (id: SectionId) => {
    document.getElementById(sectionElement(id))?.scrollIntoView({ block: 'start' });
    focusFirstIn(id);
  };
  return (
    <section className={`panel ${styles.form}`}>
      <Tabs sections={sections} here={here} onGo={go} />
      <form
        ref={pane}
        onSubmit={(event) => event.preventDefault()}
        autoComplete="off"
        aria-label={SCREEN.form}
        className={styles.scroll}
        onScroll={look}
        onFocus={(event) => {
          look();
          looks.onFocus(event);
        }}
        onBlur={looks.onBlur}
        onKeyDownCapture={looks.onKeyDownCapture}
        data-testid="order-form"
      >
        {sections.map((id) => {
          const Body = BODY[id];
          return <Body key={id} />;
        })}
      </form>
      <ChangesPane />
    </section>
  );
}
