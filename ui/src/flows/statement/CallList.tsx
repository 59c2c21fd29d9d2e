/** Calls of a number in a month, each with how its charge was reached; a dispute begins here. */
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { type CallerClass, type CallLine, type Leg, useCommand } from '../../backend';
import type { MonthRoute } from '../../monthRoute';
import { EmptyState } from '../../parts/EmptyState';
import { FailureNote } from '../../parts/FailureNote';
import { ListTable } from '../../parts/ListTable';
import { PageHead } from '../../parts/PageHead';
import { count } from '../../parts/quantity';
import { go, goBack, goInstead } from '../../route';
import { CALLER_CLASS, LEG } from '../../text';
import { callColumns } from './callColumns';
import { CALL_LIST } from './text';
import './statement.css';

/** Which calls are looked at. */
type Place = Extract<MonthRoute, { at: 'call-list' }>;

const PER_PAGE = 100;
const NONE: ReadonlySet<number> = new Set();

/** The screen; calls stay chosen over pages. */
export function CallList({ place }: { place: Place }) {
  const { account, month, leg, callerClass } = place;
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState(NONE);
  const calls = useCommand(
    'calls_list',
    {
      account,
      month,
      leg,
      caller_class: callerClass,
      offset: (page - 1) * PER_PAGE,
      limit: PER_PAGE,
    },
    { keep: true },
  );
  const lines = calls.data?.lines ?? [];
  return (
    <>
      <Head place={place} onFilter={() => setPage(1)} />
      <FailureNote failure={calls.error} onRetry={() => void calls.refetch()} />
      <ChosenBar account={account} chosen={chosen} onClear={() => setChosen(NONE)} />
      <div className="panel">
        <ListTable<CallLine>
          rows={calls.data?.lines}
          loading={calls.isPending}
          rowKey={(line) => line.id}
          columns={callColumns({
            chosen,
            page: lines,
            onChoose: (ids, on) => setChosen((before) => withIds(before, ids, on)),
          })}
          empty={<EmptyState text={CALL_LIST.empty} />}
          pagination={{
            size: 'small',
            current: page,
            pageSize: PER_PAGE,
            total: calls.data?.total ?? 0,
            showSizeChanger: false,
            showTotal: CALL_LIST.total,
            onChange: setPage,
          }}
          testId="call"
        />
      </div>
    </>
  );
}

function withIds(
  before: ReadonlySet<number>,
  ids: readonly number[],
  on: boolean,
): ReadonlySet<number> {
  const after = new Set(before);
  for (const id of ids) {
    if (on) {
      after.add(id);
    } else {
      after.delete(id);
    }
  }
  return after;
}

function Head({ place, onFilter }: { place: Place; onFilter: () => void }) {
  const { account, month, leg, callerClass } = place;
  const found = useCommand('account_show', { account });
  const line = found.data?.line;
  const to = (change: Partial<Place>) => {
    onFilter();
    goInstead({ ...place, ...change });
  };
  return (
    <PageHead
      title={
        <>
          {line && <span className="figures">{line.shown} </span>}
          {CALL_LIST.title(month)}
        </>
      }
      onBack={goBack}
      aside={line?.company}
    >
      <Segmented<Leg | ''>
        value={leg ?? ''}
        onChange={(value) => to({ leg: value || null })}
        options={[{ value: '' as const, label: CALL_LIST.allLegs }, ...choices(LEG)]}
      />
      <Segmented<CallerClass | ''>
        value={callerClass ?? ''}
        onChange={(value) => to({ callerClass: value || null })}
        options={[{ value: '' as const, label: CALL_LIST.allClasses }, ...choices(CALLER_CLASS)]}
      />
    </PageHead>
  );
}

function choices<T extends string>(words: Record<T, string>): { value: T; label: string }[] {
  return (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }));
}

interface ChosenBarProps {
  account: number;
  chosen: ReadonlySet<number>;
  onClear: () => void;
}

function ChosenBar({ account, chosen, onClear }: ChosenBarProps) {
  if (chosen.size === 0) {
    return null;
  }
  const ids = [...chosen].sort((one, other) => one - other);
  return (
    <div className="call-chosen" role="status" data-testid="call-chosen">
      <b>{CALL_LIST.chosen(chosen.size)}</b>
      <Button type="text" onClick={onClear}>
        {CALL_LIST.clear}
      </Button>
      <Button
        type="primary"
        onClick={() => {
          go({ at: 'disputes', opening: { account, calls: ids } });
        }}
        aria-label={`${CALL_LIST.openDispute} ${count(chosen.size)}`}
        data-testid="call-dispute"
      >
        {CALL_LIST.openDispute}
      </Button>
    </div>
  );
}
