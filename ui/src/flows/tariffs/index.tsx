/** Tariffs: plans with their versions, the one in force, and new versions by managers. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type TariffPlanView, useCommand } from '../../backend';
import { useDesk } from '../../desk';
import { today } from '../../parts/dates';
import { EmptyState } from '../../parts/EmptyState';
import { FailureNote } from '../../parts/FailureNote';
import { PageHead } from '../../parts/PageHead';
import { formatRoute, goInstead } from '../../route';
import { Editor } from './Editor';
import { PlanPane } from './PlanPane';
import './tariffs.css';
import { inForce, standingOf } from './terms';
import { TARIFFS } from './text';

/** What is being typed: another version of a plan, or a plan that is new. */
interface Editing {
  name: string;
  base: TariffPlanView | undefined;
}

/** The screen; `plan` is the one looked at, the first when empty. */
export function Tariffs({ plan }: { plan: string }) {
  const { may } = useDesk();
  const list = useCommand('tariff_list', null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const keeps = may('keep_prices');
  const plans = list.data ?? [];
  const shown = plans.find((known) => known.plan === plan) ?? (plan ? undefined : plans[0]);
  const done = (name: string) => {
    setEditing(null);
    goInstead({ at: 'tariffs', plan: name });
  };
  return (
    <>
      <PageHead title={TARIFFS.title} aside={TARIFFS.lead}>
        {keeps && !editing && (
          <Button
            icon={<PlusOutlined />}
            onClick={() => setEditing({ name: '', base: undefined })}
            data-testid="tariff-new"
          >
            {TARIFFS.newPlan}
          </Button>
        )}
      </PageHead>
      <FailureNote failure={list.error} onRetry={() => void list.refetch()} />
      {editing && (
        <Editor
          name={editing.name}
          base={editing.base}
          onDone={done}
          onCancel={() => setEditing(null)}
        />
      )}
      {list.data && !editing && (
        <div className={plans.length > 0 ? 'tariffs' : ''}>
          {plans.length > 0 && <PlanList plans={plans} shown={shown?.plan} />}
          <div className="tariff-pane">
            {shown ? (
              <PlanPane
                key={shown.plan}
                plan={shown}
                {...(keeps && { onEdit: () => setEditing({ name: shown.plan, base: shown }) })}
              />
            ) : (
              <Nothing plan={plan} onSet={() => setEditing({ name: plan, base: undefined })} />
            )}
          </div>
        </div>
      )}
    </>
  );
}

/** No tariff at all, or none for a plan that accounts have. */
function Nothing({ plan, onSet }: { plan: string; onSet: () => void }) {
  const keeps = useDesk().may('keep_prices');
  const hint = plan ? TARIFFS.unknownHint : TARIFFS.emptyHint;
  const set: ReactNode = (
    <Button type="primary" onClick={onSet} data-testid="tariff-set">
      {plan ? TARIFFS.unknownSet : TARIFFS.newPlan}
    </Button>
  );
  return (
    <div className="panel">
      <EmptyState
        text={plan ? TARIFFS.unknown(plan) : TARIFFS.empty}
        hint={keeps ? hint : TARIFFS.emptyHintStaff}
        action={keeps && set}
      />
    </div>
  );
}

function PlanList(props: { plans: readonly TariffPlanView[]; shown: string | undefined }) {
  return (
    <ul className="tariff-plans panel" aria-label={TARIFFS.plans}>
      {props.plans.map((plan) => (
        <li key={plan.plan}>
          <a
            className="tariff-plan"
            href={formatRoute({ at: 'tariffs', plan: plan.plan })}
            aria-current={plan.plan === props.shown ? 'true' : undefined}
            data-testid={`tariff-plan-${plan.plan}`}
          >
            <b title={plan.plan}>{plan.plan}</b>
            <small>{TARIFFS.accounts(plan.accounts)}</small>
            <Outlook plan={plan} />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What is to come of a plan, when something is. */
function Outlook({ plan }: { plan: TariffPlanView }) {
  const day = today(new Date());
  const planned = plan.versions.filter((version) => standingOf(version, day) === 'planned').at(-1);
  if (planned) {
    return <small data-standing="planned">{TARIFFS.planned(planned.effective)}</small>;
  }
  return inForce(plan) ? null : <small>{TARIFFS.noneInForce}</small>;
}
