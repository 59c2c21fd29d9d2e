/** The first step: who the firm is. */
import { Button } from 'antd';
import type { Failure, Firm } from '../../backend';
import { FailureNote } from '../../parts/FailureNote';
import { FirmFields, isFirmWhole } from '../../parts/FirmFields';
import { FIRST_RUN } from '../../text';

/** What the step needs. */
export interface FirmStepProps {
  firm: Firm;
  onChange: (firm: Firm) => void;
  failure: Failure | null;
  onNext: () => void;
}

/** The firm's profile. */
export function FirmStep({ firm, onChange, failure, onNext }: FirmStepProps) {
  const whole = isFirmWhole(firm);
  const ofFirm = failure?.field?.startsWith('firm.') ? failure : null;
  return (
    <form
      className="first-run-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (whole) {
          onNext();
        }
      }}
    >
      <p className="first-run-lead">{FIRST_RUN.firm.lead}</p>
      <FirmFields firm={firm} onChange={onChange} failure={ofFirm} autoFocus />
      <FailureNote failure={ofFirm} />
      <div className="first-run-foot">
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          disabled={!whole}
          data-testid="first-run-next"
        >
          {FIRST_RUN.firm.next}
        </Button>
      </div>
    </form>
  );
}
