import { Button } from 'antd';
import { ConfirmReason } from '../../../parts/ConfirmReason';
import { Dialog } from '../../../parts/Dialog';
import { FailureNote } from '../../../parts/FailureNote';
import { KeyHint } from '../../../parts/KeyHint';
import { useDraftState, useValue } from '../draft/hooks';
import { waivable } from '../form/problems';
import { fieldLabel } from '../form/sections';
import { FindingLines } from '../problems/FindingLines';
import { PRINT } from '../text';
import styles from './print.module.css';
import { Summary } from './Summary';
import type { Printing } from './usePrinting';

/** What has to be asked between the button and the paper. */
export function PrintDialogs({ printing }: { printing: Printing }) {
  const { step, cancel } = printing;
  switch (step.kind) {
    case 'manager-needed':
      return <ManagerNeeded onClose={cancel} />;
    case 'override':
      return (
        <ConfirmReason
          open
          title={PRINT.overrideTitle}
          confirm={PRINT.overrideGo}
          usual={PRINT.overrideUsual}
          onConfirm={printing.letThrough}
          onClose={cancel}
          testId="override"
        >
          <p>{PRINT.overrideIntro}</p>
          <Waived />
        </ConfirmReason>
      );
    case 'confirm':
      return <LastLook printing={printing} />;
    default:
      return null;
  }
}

function ManagerNeeded({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={PRINT.overrideTitle} onClose={onClose}>
      <Waived />
      <p className={styles.advice}>{PRINT.overrideNeeded}</p>
      <div className={styles.foot}>
        <Button type="primary" onClick={onClose} data-testid="print-manager-needed">
          {PRINT.understood}
        </Button>
      </div>
    </Dialog>
  );
}

/** The customer reads it over; Enter prints. */
function LastLook({ printing }: { printing: Printing }) {
  return (
    <Dialog title={PRINT.confirmTitle} width={760} onClose={printing.cancel}>
      <Summary />
      <FailureNote failure={printing.failure} />
      <div className={styles.foot}>
        <Button size="large" onClick={printing.cancel} data-testid="print-back">
          {PRINT.back}
        </Button>
        <Button
          size="large"
          type="primary"
          loading={printing.busy}
          onClick={printing.print}
          data-testid="print-confirm"
        >
          {printing.busy ? PRINT.working : PRINT.go}
          {!printing.busy && <KeyHint keys="Enter" />}
        </Button>
      </div>
    </Dialog>
  );
}

/** What a manager is asked to let through. */
function Waived() {
  const problems = useDraftState((state) => state.problems);
  const business = useValue('business');
  return (
    <dl className={styles.waived}>
      {waivable(problems).map((finding) => (
        <div key={`${finding.field} ${finding.code}`}>
          <dt>{fieldLabel(finding.field, business)}</dt>
          <dd>
            <FindingLines findings={[finding]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
