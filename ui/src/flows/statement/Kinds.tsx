/** A number's calls by kind; each kind leads to its calls. */
import type { KindLine, StatementNumber } from '../../backend';
import { EmptyState } from '../../parts/EmptyState';
import { ListTable } from '../../parts/ListTable';
import { count, exactYuan } from '../../parts/quantity';
import { formatRoute, go } from '../../route';
import { CALLER_CLASS, LEG } from '../../text';
import { STATEMENT } from './text';

/** The table, and the way to all calls. */
export function Kinds({ number, month }: { number: StatementNumber; month: string }) {
  const { account, kinds } = number;
  const open = (line: KindLine | null) => ({
    at: 'call-list' as const,
    account,
    month,
    leg: line?.leg ?? null,
    callerClass: line?.caller_class ?? null,
  });
  return (
    <>
      <ListTable<KindLine>
        rows={kinds}
        rowKey={(line) => `${line.leg}-${line.caller_class}`}
        columns={[
          {
            key: 'kind',
            title: STATEMENT.kind,
            render: (_, line) => `${LEG[line.leg]} · ${CALLER_CLASS[line.caller_class]}`,
          },
          figure('calls', STATEMENT.calls, (line) => count(line.calls)),
          figure('minutes', STATEMENT.minutes, (line) => count(line.minutes)),
          figure('charge', STATEMENT.charge, (line) => exactYuan(line.charge)),
          {
            key: 'open',
            width: 110,
            align: 'right',
            // The row itself is reached by keyboard.
            render: () => <span className="behind-open">{STATEMENT.open} ›</span>,
          },
        ]}
        onOpen={(line) => go(open(line))}
        empty={<EmptyState text={STATEMENT.noCalls} />}
        testId="kind"
      />
      {kinds.length > 0 && (
        <p className="behind-foot">
          <span>{STATEMENT.exact}</span>
          <a href={formatRoute(open(null))} data-testid={`all-calls-${account}`}>
            {STATEMENT.allCalls}
          </a>
        </p>
      )}
    </>
  );
}

function figure(key: string, title: string, show: (line: KindLine) => string) {
  return {
    key,
    title,
    width: 130,
    align: 'right' as const,
    render: (_: unknown, line: KindLine) => show(line),
  };
}
