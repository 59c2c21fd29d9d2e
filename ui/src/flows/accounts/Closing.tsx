/** How far the closing of an account is (协议五（一）), and its last step. */
import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type AccountView, useCommand } from '../../backend';
import { yuan } from '../../parts/money';
import { formatRoute } from '../../route';
import type { Deed } from './Actions';
import { CLOSE, END } from './text';

const STEP = CLOSE.step;

/** Steps one after another. */
export function Closing({ view, onDeed }: { view: AccountView; onDeed: (deed: Deed) => void }) {
  const { closed, balance, state } = view.line;
  const months = useCommand('month_list', null);
  const month = (closed ?? '').slice(0, 7);
  const charged = months.data?.some((line) => line.month === month && line.closed) ?? false;
  const ended = state === 'closed';
  const settled = (charged && balance === 0) || ended;
  const rest = balance < 0 ? STEP.owed(yuan(-balance)) : balance > 0 && STEP.rest(yuan(balance));
  return (
    <section className="account-panel panel" data-testid="closing">
      <h2>{STEP.title}</h2>
      <ol>
        <Step done name={STEP.service(closed ?? '')} />
        <Step
          done={charged || ended}
          name={STEP.month(month)}
          hint={<a href={formatRoute({ at: 'month', month })}>{STEP.monthHint}</a>}
        />
        <Step done={settled} name={balance < 0 ? STEP.owes : STEP.balance} hint={rest} />
        <Step done={ended} name={ended ? STEP.ended : STEP.end}>
          {!ended && (
            <Button
              size="small"
              type={settled ? 'primary' : 'default'}
              disabled={!settled}
              onClick={() => onDeed({ what: 'end' })}
              data-testid="account-end"
            >
              {END.submit}
            </Button>
          )}
        </Step>
      </ol>
    </section>
  );
}

function Step(props: { done: boolean; name: string; hint?: ReactNode; children?: ReactNode }) {
  return (
    <li className="closing-step" data-done={props.done}>
      {props.done ? (
        <CheckCircleFilled aria-label={STEP.done} />
      ) : (
        <ClockCircleOutlined aria-label={STEP.waiting} />
      )}
      <span>{props.name}</span>
      {!props.done && props.hint && <small className="closing-hint">{props.hint}</small>}
      {props.children}
    </li>
  );
}
