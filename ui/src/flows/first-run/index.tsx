/**
 * First run: the firm, the first manager, the recovery code. The store is made
 * in the second step; the code is shown in the third and never again.
 */
import { useState } from 'react';
import { type Firm, type Founded, useAct } from '../../backend';
import { isChosen, NOT_CHOSEN } from '../../parts/NewPassword';
import { FIRST_RUN, FRAME } from '../../text';
import { FirmStep } from './FirmStep';
import { ManagerStep } from './ManagerStep';
import { RecoveryCode } from './RecoveryCode';
import { StepList } from './StepList';
import './first-run.css';

const EMPTY: Firm = {
  name: '',
  code: '',
  address: '',
  phone: '',
  representative: '',
  number_prefix: '',
};

/** Three quiet steps; `onIn` is called when the manager may go in. */
export function FirstRun({ onIn }: { onIn: (founded: Founded) => void }) {
  const [step, setStep] = useState(0);
  const [firm, setFirm] = useState(EMPTY);
  const [manager, setManager] = useState('');
  const [chosen, setChosen] = useState(NOT_CHOSEN);
  const [founded, setFounded] = useState<Founded | null>(null);
  const found = useAct('desk_found');
  const create = () => {
    if (!manager.trim() || !isChosen(chosen) || found.isPending) {
      return;
    }
    found.mutate(
      { firm, manager: manager.trim(), password: chosen.password },
      {
        onSuccess: (answer) => {
          setFounded(answer);
          setStep(2);
        },
        onError: (failure) => {
          if (failure.field?.startsWith('firm.')) {
            setStep(0);
          }
        },
      },
    );
  };
  return (
    <div className="first-run">
      <div className="first-run-card panel">
        <aside className="first-run-steps">
          <h1>{FRAME.title}</h1>
          <p>{FIRST_RUN.lead}</p>
          <StepList titles={FIRST_RUN.steps} current={step} />
        </aside>
        <section className="first-run-body">
          <h2>{FIRST_RUN.steps[step]}</h2>
          {step === 0 && (
            <FirmStep
              firm={firm}
              onChange={setFirm}
              failure={found.error}
              onNext={() => setStep(1)}
            />
          )}
          {step === 1 && (
            <ManagerStep
              manager={manager}
              onManager={setManager}
              chosen={chosen}
              onChosen={setChosen}
              failure={found.error}
              busy={found.isPending}
              onBack={() => setStep(0)}
              onCreate={create}
            />
          )}
          {step === 2 && founded && (
            <RecoveryCode
              code={founded.recovery_code}
              firm={firm.name}
              onEnter={() => onIn(founded)}
            />
          )}
        </section>
      </div>
    </div>
  );
}
