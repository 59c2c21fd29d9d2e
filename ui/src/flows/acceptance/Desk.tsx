import { useCallback, useEffect, useState } from 'react';
import type { AgreementView, Business, Finding } from '../../backend';
import { useDesk } from '../../desk';
import { isDialogOpen } from '../../parts/Dialog';
import { type Keys, useKeys } from '../../parts/useKeys';
import { BUSINESS } from '../../text';
import styles from './acceptance.module.css';
import type { Draft } from './draft/draft';
import { useDraft, useDraftState, useSafekeeping, useValue } from './draft/hooks';
import { StaleDialog } from './draft/StaleDialog';
import { useDiscard } from './draft/useDiscard';
import { ReadOnly } from './fields/Framed';
import { focusedField, focusField, focusNextSection } from './form/focus';
import { neighbour } from './form/problems';
import { Tray } from './papers/Tray';
import { PreviewDrawer } from './print/PreviewDrawer';
import { PrintDialogs } from './print/PrintDialogs';
import { usePrinting } from './print/usePrinting';
import { Footer } from './problems/Footer';
import { OrderReadings } from './reading/OrderReadings';
import { FormPane } from './sections/FormPane';
import { SCREEN } from './text';

/** What lies over the form, if anything. */
type Over = 'list' | 'preview' | 'stale';

/** An order being filled in: papers, form and footer, and the keys that reach them. */
export function Desk({ onPrinted }: { onPrinted: (agreement: AgreementView) => void }) {
  const draft = useDraft();
  const { may } = useDesk();
  const business = useValue('business');
  const state = useDraftState((all) => all.order);
  const readOnly = !may('take_orders') || (state !== 'draft' && state !== 'ready');
  const [over, setOver] = useState<Over>();
  useSafekeeping(draft);
  useFirstFocus(draft);

  const discard = useDiscard(draft);
  const goTo = useCallback(
    (finding: Finding | undefined) => {
      setOver(undefined);
      if (finding !== undefined) {
        draft.touch(finding.field);
        focusField(finding.field);
      }
    },
    [draft],
  );
  const step = (by: 1 | -1) => goTo(neighbour(draft.state.problems.list, focusedField(), by));
  const printing = usePrinting(draft, () => setOver('list'), onPrinted);
  const isAsking = printing.step.kind !== 'idle';
  const openPreview = () => setOver('preview');
  useKeys(
    unlessDialog({
      F6: openPreview,
      F8: () => step(1),
      'shift+F8': () => step(-1),
      F9: () => !readOnly && !isAsking && printing.start(),
      'ctrl+Enter': focusNextSection,
    }),
  );

  return (
    <ReadOnly value={readOnly}>
      <OrderReadings>
        <div className={styles.panes}>
          <Tray title={`${SCREEN.order(draft.id)} · ${BUSINESS[business]}`} />
          <FormPane />
        </div>
      </OrderReadings>
      <Footer
        listOpen={over === 'list'}
        onList={(open) => setOver(open ? 'list' : undefined)}
        onGo={goTo}
        onChoose={() => setOver('stale')}
        onPreview={openPreview}
        onPrint={printing.start}
        onDiscard={discard}
        busy={printing.step.kind === 'checking'}
      />
      <PreviewDrawer open={over === 'preview'} onClose={() => setOver(undefined)} />
      {over === 'stale' && <StaleDialog onClose={() => setOver(undefined)} />}
      <PrintDialogs printing={printing} />
    </ReadOnly>
  );
}

/** Keys that sleep while a dialog has the focus. */
function unlessDialog(keys: Keys): Keys {
  const awake = (act: () => void) => () => {
    const isInside = document.activeElement?.closest('[role="dialog"]') != null;
    if (!isInside && !isDialogOpen()) {
      act();
    }
  };
  return Object.fromEntries(Object.entries(keys).map(([key, act]) => [key, awake(act)]));
}

/** Where each business begins: with papers if it takes any, then with a field. */
const BEGINS: Record<Business, { papers: boolean; field: string }> = {
  new: { papers: true, field: 'field-number.number' },
  change: { papers: true, field: 'field-company.code' },
  transfer: { papers: true, field: 'later-day' },
  renewal: { papers: false, field: 'field-tariff.contract_amount' },
  suspension: { papers: false, field: 'later-day' },
  resumption: { papers: false, field: 'later-day' },
  closing: { papers: false, field: 'later-day' },
  supplement: { papers: false, field: 'later-clauses' },
};

/** Begins where the work begins: with the papers while there are none, else with the form. */
function useFirstFocus(draft: Draft): void {
  useEffect(() => {
    const { form, papers } = draft.state;
    const begins = BEGINS[form.business];
    const first = papers.length === 0 && begins.papers ? 'papers-choose' : begins.field;
    const element = document.querySelector(`[data-testid="${first}"]`);
    const target = element?.querySelector('input') ?? element;
    if (target instanceof HTMLElement) {
      target.focus({ preventScroll: true });
    }
  }, [draft]);
}
