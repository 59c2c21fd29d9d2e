import { Button, Modal } from 'antd';
import { ConfirmReason } from '../../../parts/ConfirmReason';
import { FailureNote } from '../../../parts/FailureNote';
import { KeyHint } from '../../../parts/KeyHint';
import { useDraftState } from '../draft/hooks';
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
  return (
    <>
      <Modal
        open={step.kind === 'manager-needed'}
        title={PRINT.overrideTitle}
        onCancel={cancel}
        width={520}
        footer={
          <Button type="primary" autoFocus onClick={cancel} data-testid="print-manager-needed">
            {PRINT.understood}
          </Button>
        }
      >
        <Waived />
        <p className={styles.advice}>{PRINT.overrideNeeded}</p>
      </Modal>
      <ConfirmReason
        open={step.kind === 'override'}
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
      <Modal
        open={step.kind === 'confirm'}
        title={PRINT.confirmTitle}
        onCancel={cancel}
        width={760}
        centered
        footer={
          <div className={styles.foot}>
            <Button size="large" onClick={cancel} data-testid="print-back">
              {PRINT.back}
            </Button>
            <Button
              size="large"
              type="primary"
              autoFocus
              loading={printing.busy}
              onClick={printing.print}
              data-testid="print-confirm"
            >
              {printing.busy ? PRINT.working : PRINT.go}
              {!printing.busy && <KeyHint keys="Enter" />}
            </Button>
          </div>
        }
      >
        <Summary />
        <FailureNote failure={printing.failure} />
      </Modal>
    </>
  );
}

/** What a manager is asked to let through. */
function Waived() {
  const problems = useDraftState((state) => state.problems);
  return (
    <dl className={styles.waived}>
      {waivable(problems).map((finding) => (
        <div key={`${finding.field} ${finding.code}`}>
          <dt>{fieldLabel(finding.field)}</dt>
          <dd>
            <FindingLines findings={[finding]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
