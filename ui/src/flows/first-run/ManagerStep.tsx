/** The second step: the first manager and their password; here the store is made. */
import { Button, Input } from 'antd';
import type { Failure } from '../../backend';
import { FailureNote } from '../../parts/FailureNote';
import { Field } from '../../parts/Field';
import { type Chosen, isChosen, NewPassword } from '../../parts/NewPassword';
import { FIRST_RUN } from '../../text';

/** What the step needs. */
export interface ManagerStepProps {
  manager: string;
  onManager: (name: string) => void;
  chosen: Chosen;
  onChosen: (chosen: Chosen) => void;
  failure: Failure | null;
  busy: boolean;
  onBack: () => void;
  onCreate: () => void;
}

/** The first manager. */
export function ManagerStep(props: ManagerStepProps) {
  return (
    <form
      className="first-run-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onCreate();
      }}
    >
      <p className="first-run-lead">{FIRST_RUN.manager.lead}</p>
      <div className="first-run-narrow">
        <Field label={FIRST_RUN.manager.name} required>
          <Input
            value={props.manager}
            onChange={(event) => props.onManager(event.target.value)}
            autoFocus
            autoComplete="off"
            maxLength={40}
            data-testid="manager-name"
          />
        </Field>
        <NewPassword
          name={props.manager}
          value={props.chosen}
          onChange={props.onChosen}
          testId="manager"
        />
        <FailureNote failure={props.failure} />
      </div>
      <div className="first-run-foot">
        <Button size="large" onClick={props.onBack} data-testid="first-run-back">
          {FIRST_RUN.manager.back}
        </Button>
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={props.busy}
          disabled={!props.manager.trim() || !isChosen(props.chosen)}
          data-testid="first-run-create"
        >
          {props.busy ? FIRST_RUN.manager.busy : FIRST_RUN.manager.create}
        </Button>
      </div>
    </form>
  );
}
