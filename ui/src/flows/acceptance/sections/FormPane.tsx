import { type ComponentType, useCallback, useRef, useState } from 'react';
import { BoundSection } from '../bound/BoundSection';
import { useDraftState, useValue } from '../draft/hooks';
import { focusFirstIn } from '../form/focus';
import { type SectionId, sectionsFor } from '../form/sections';
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
  company: Company,
  legal: LegalRepresentative,
  handler: Handler,
  tariff: TariffSection,
  bound: BoundSection,
  features: Features,
  payment: PaymentSection,
  confirm: Confirm,
};

/** Sections shown: those the business needs, and any with something open or filled before. */
function useSections(): SectionId[] {
  const business = useValue('business');
  const openIn = useDraftState((state) => state.problems.openIn);
  return sectionsFor(business, new Set(openIn.keys()));
}

/** The section one reads: the last whose head is above a third of the pane. */
function sectionAt(pane: HTMLElement, sections: readonly SectionId[]): SectionId {
  const line = pane.getBoundingClientRect().top + pane.clientHeight / 3;
  const atEnd = pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 2;
  const [first = 'number'] = sections;
  if (atEnd && pane.scrollTop > 0) {
    return sections.at(-1) ?? first;
  }
  const above = sections.filter((id) => {
    const top = document.getElementById(sectionElement(id))?.getBoundingClientRect().top;
    return top !== undefined && top <= line;
  });
  return above.at(-1) ?? first;
}

/** The form: tabs, and under them all sections in one scroll. */
export function FormPane() {
  const sections = useSections();
  const pane = useRef<HTMLDivElement>(null);
  const [here, setHere] = useState<SectionId>('number');
  const onScroll = useCallback(() => {
    if (pane.current !== null) {
      setHere(sectionAt(pane.current, sections));
    }
  }, [sections]);
  const go = (id: SectionId) => {
    document.getElementById(sectionElement(id))?.scrollIntoView({ block: 'start' });
    focusFirstIn(id);
    setHere(id);
  };
  return (
    <section className={`panel ${styles.form}`}>
      <Tabs sections={sections} here={here} onGo={go} />
      <div ref={pane} className={styles.scroll} onScroll={onScroll} data-testid="order-form">
        {sections.map((id) => {
          const Body = BODY[id];
          return <Body key={id} />;
        })}
      </div>
    </section>
  );
}
