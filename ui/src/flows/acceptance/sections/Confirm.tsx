import { useDesk } from '../../../desk';
import { useDraft } from '../draft/hooks';
import grid from '../fields/field.module.css';
import { LongTextField, TextField } from '../fields/TextField';
import { TickField } from '../fields/TickField';
import { CONFIRM, HINT } from '../text';
import { Section } from './Section';

/** 确认: what the customer declares, each with a tick of its own. */
export function Confirm() {
  const draft = useDraft();
  const { session } = useDesk();
  // Only with the tick, so that merely opening an order changes nothing on it.
  const sign = (ticked: boolean) => {
    if (ticked && draft.state.form.confirmations.explained_by.trim() === '') {
      draft.set('confirmations.explained_by', session.name);
    }
  };
  return (
    <Section id="confirm">
      <div className={grid.whole}>
        <TickField path="confirmations.declares_true">{CONFIRM.declares_true}</TickField>
        <TickField path="confirmations.read_and_explained" onTicked={sign}>
          {CONFIRM.read_and_explained}
        </TickField>
        <TickField path="confirmations.lawful_use">{CONFIRM.lawful_use}</TickField>
      </div>
      <TextField path="confirmations.explained_by" placeholder={session.name} />
      <LongTextField path="remarks" width="most" placeholder={HINT.remarks} />
    </Section>
  );
}
