/** Another plan or minimum from now on, by a manager. */
import { Select } from 'antd';
import { useState } from 'react';
import { type AccountView, useAct } from '../../../backend';
import { DeedForm } from '../../../parts/DeedForm';
import { Dialog } from '../../../parts/Dialog';
import { Field } from '../../../parts/Field';
import { readYuan, typedYuan } from '../../../parts/money';
import { saysWhy } from '../../../parts/reason';
import { TERMS } from '../text';
import { SumField, WordsField } from './fields';
import { useDone } from './useDone';

/** Plan, minimum and why. */
export function TermsDialog({ view, onClose }: { view: AccountView; onClose: () => void }) {
  const { line, plans } = view;
  const [plan, setPlan] = useState<string | null>(line.plan_known ? line.plan : null);
  const [minimum, setMinimum] = useState(typedYuan(line.minimum));
  const [reason, setReason] = useState('');
  const terms = useAct('account_terms');
  const done = useDone(TERMS.done, onClose);
  // No minimum at all is a minimum of nothing.
  const sound = readYuan(minimum) !== undefined || /^0+(\.0{1,2})?$/.test(minimum.trim());
  return (
    <Dialog title={TERMS.title(line.shown)} onClose={onClose}>
      <DeedForm
        lead={TERMS.lead}
        failure={terms.error}
        submit={TERMS.submit}
        busy={terms.isPending}
        ready={plan !== null && sound && saysWhy(reason)}
        onSubmit={() =>
          terms.mutate(
            {
              account: line.account,
              plan: plan ?? '',
              minimum: minimum.trim(),
              reason: reason.trim(),
            },
            done,
          )
        }
        onClose={onClose}
        testId="terms"
      >
        <Field label={TERMS.plan} hint={TERMS.planHint} required>
          <Select
            value={plan}
            onChange={setPlan}
            showSearch
            options={plans.map((value) => ({ value, label: value }))}
            data-testid="terms-plan"
          />
        </Field>
        <SumField
          label={TERMS.minimum}
          value={minimum}
          onChange={setMinimum}
          testId="terms-minimum"
        />
        <WordsField
          label={TERMS.reason}
          hint={TERMS.reasonHint}
          value={reason}
          onChange={setReason}
          testId="terms-reason"
        />
      </DeedForm>
    </Dialog>
  );
}
