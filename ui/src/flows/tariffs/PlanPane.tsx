/** One plan: its versions under each other, and the whole of the chosen one. */
import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { CallerClass, Leg, TariffPlanView, TariffVersionView } from '../../backend';
import { today } from '../../parts/dates';
import { ListTable } from '../../parts/ListTable';
import { CALLER_CLASS, FEATURE, INCREMENT, LEG, PART_MONTH } from '../../text';
import { CLASSES, inForce, LEGS, rateOf, standingOf } from './terms';
import { PART_MONTH_MEANS, STANDING, TARIFFS } from './text';

/** What the pane shows. */
export interface PlanPaneProps {
  plan: TariffPlanView;
  /** Begins another version; absent for those who may not. */
  onEdit?: () => void;
}

const TONE = { planned: 'held', in_force: 'good', past: 'quiet' } as const;

/** Versions and details. */
export function PlanPane({ plan, onEdit }: PlanPaneProps) {
  const [chosen, setChosen] = useState<number>();
  const version =
    plan.versions.find(({ id }) => id === chosen) ?? inForce(plan) ?? plan.versions[0];
  return (
    <>
      <section className="panel">
        <div className="tariff-pane-head">
          <h2 title={plan.plan}>{plan.plan}</h2>
          <small>
            {TARIFFS.accounts(plan.accounts)}　{TARIFFS.unit}
          </small>
          {onEdit && (
            <Button
              type="primary"
              icon={<EditOutlined />}
              onClick={onEdit}
              data-testid="tariff-edit"
            >
              {TARIFFS.newVersion}
            </Button>
          )}
        </div>
        <ListTable<TariffVersionView>
          rows={plan.versions}
          rowKey={(row) => row.id}
          columns={columns(version?.id)}
          onOpen={(row) => setChosen(row.id)}
          empty={null}
          testId="tariff-version"
        />
      </section>
      {version && <Details version={version} />}
    </>
  );
}

function columns(chosen: number | undefined): ColumnsType<TariffVersionView> {
  const day = today(new Date());
  const onCell = (row: TariffVersionView) => ({
    'aria-current': row.id === chosen ? ('true' as const) : undefined,
    style: row.id === chosen ? { background: 'var(--accent-soft)' } : {},
  });
  const all: ColumnsType<TariffVersionView> = [
    { key: 'effective', title: TARIFFS.effective, dataIndex: 'effective', width: 96 },
    {
      key: 'standing',
      title: TARIFFS.standing,
      width: 86,
      render: (_, row) => {
        const standing = standingOf(row, day);
        return (
          <span className="state-tag" data-tone={TONE[standing]}>
            {STANDING[standing]}
          </span>
        );
      },
    },
    ...LEGS.flatMap((leg) => CLASSES.map((callerClass) => rateColumn(leg, callerClass))),
    {
      key: 'increment',
      title: TARIFFS.increment,
      width: 74,
      align: 'right',
      render: (_, row) => INCREMENT[row.terms.increment],
    },
    { key: 'by', title: TARIFFS.setBy, dataIndex: 'set_by', width: 74, ellipsis: true },
  ];
  return all.map((column) => ({ ...column, onCell }));
}

function rateColumn(leg: Leg, callerClass: CallerClass): ColumnsType<TariffVersionView>[number] {
  return {
    key: `${leg}-${callerClass}`,
    title: `${LEG[leg]}${CALLER_CLASS[callerClass]}`,
    align: 'right',
    render: (_, row) =>
      rateOf(row.terms, leg, callerClass) || (
        <span className="tariff-none">{TARIFFS.notDelivered}</span>
      ),
  };
}

/** All that a version says beside its prices. */
function Details({ version }: { version: TariffVersionView }) {
  const { terms } = version;
  return (
    <section className="panel" data-testid="tariff-details">
      <div className="tariff-pane-head">
        <h2>{TARIFFS.detail(version.effective)}</h2>
        <small className="figures">
          {TARIFFS.setAt} {version.set_at} {version.set_by}
        </small>
      </div>
      <div className="tariff-details">
        <div>
          <h3>{TARIFFS.fees}</h3>
          {terms.function_fees.length === 0 && <p className="tariff-none">{TARIFFS.noFees}</p>}
          <ul>
            {terms.function_fees.map(({ feature, fee }) => (
              <li key={feature}>
                <span>{FEATURE[feature]}</span>
                <span className="figures">
                  {fee} {TARIFFS.aMonth}
                </span>
              </li>
            ))}
          </ul>
        </div>
        <div>
          {(['first_month', 'last_month'] as const).map((end) => (
            <div key={end}>
              <h3>{end === 'first_month' ? TARIFFS.firstMonth : TARIFFS.lastMonth}</h3>
              <p>
                {PART_MONTH[terms[end]]} <small>{PART_MONTH_MEANS[terms[end]]}</small>
              </p>
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}
