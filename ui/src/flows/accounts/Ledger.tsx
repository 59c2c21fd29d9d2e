/** The ledger of an account, newest first, each entry with the balance after it. */
import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { AccountLine, AccountView, EntryKind, LedgerLine } from '../../backend';
import { useDesk } from '../../desk';
import { Balance, Movement } from '../../parts/Amount';
import { EmptyState } from '../../parts/EmptyState';
import { ListTable } from '../../parts/ListTable';
import { formatRoute, type Route } from '../../route';
import { ENTRY_KIND } from '../../text';
import type { Deed } from './Actions';
import { LEDGER } from './text';

const PER_PAGE = 60;

/** What the ledger needs. */
export interface LedgerProps {
  view: AccountView;
  onReceipt: (entry: LedgerLine) => void;
  onDeed: (deed: Deed) => void;
}

/** The entries. */
export function Ledger({ view, onReceipt, onDeed }: LedgerProps) {
  const mayReverse = useDesk().may('override');
  const takenBack = new Set(view.entries.map((entry) => entry.reverses));
  const columns: ColumnsType<LedgerLine> = [
    { key: 'on', title: LEDGER.on, dataIndex: 'on', width: 92 },
    {
      key: 'kind',
      title: LEDGER.kind,
      width: 150,
      render: (_, entry) => (
        <Kind line={view.line} entry={entry} reversed={takenBack.has(entry.id)} />
      ),
    },
    { key: 'note', title: LEDGER.note, ellipsis: true, render: (_, entry) => noteOf(entry) },
    {
      key: 'amount',
      title: LEDGER.amount,
      width: 94,
      align: 'right',
      render: (_, entry) => <Movement fen={entry.amount} />,
    },
    {
      key: 'balance',
      title: LEDGER.balance,
      width: 94,
      align: 'right',
      render: (_, entry) => <Balance fen={entry.balance} />,
    },
    { key: 'by', title: LEDGER.by, dataIndex: 'by', width: 62, ellipsis: true },
    {
      key: 'acts',
      width: 100,
      render: (_, entry) => (
        <Acts
          entry={entry}
          onReceipt={onReceipt}
          {...(mayReverse &&
            entry.reversible && { onReverse: () => onDeed({ what: 'reverse', entry }) })}
        />
      ),
    },
  ];
  return (
    <section className="panel">
      <ListTable<LedgerLine>
        rows={view.entries}
        rowKey={(entry) => entry.id}
        columns={columns}
        empty={<EmptyState text={LEDGER.empty} hint={LEDGER.emptyHint} />}
        pagination={{
          size: 'small',
          pageSize: PER_PAGE,
          showSizeChanger: false,
          hideOnSinglePage: true,
          showTotal: LEDGER.total,
        }}
        testId="entry"
      />
    </section>
  );
}

function noteOf(entry: LedgerLine): string {
  const back = entry.reverses === null ? '' : LEDGER.reverses(entry.reverses);
  return [back, entry.note].filter(Boolean).join('：');
}

interface KindProps {
  line: AccountLine;
  entry: LedgerLine;
  reversed: boolean;
}

/** The month leads to what it was reckoned from: its calls, or its statement. */
function behind({ account, customer }: AccountLine, kind: EntryKind, month: string): Route {
  return kind === 'calls'
    ? { at: 'call-list', account, month, leg: null, callerClass: null }
    : { at: 'statement', customer, month, account, figure: null };
}

function Kind({ line, entry, reversed }: KindProps) {
  return (
    <span className="ledger-kind" data-reversed={reversed}>
      <span>{ENTRY_KIND[entry.kind]}</span>
      {reversed && <small className="ledger-aside">{LEDGER.reversed}</small>}
      {!reversed && entry.month && (
        <a
          className="ledger-aside"
          href={formatRoute(behind(line, entry.kind, entry.month))}
          data-testid={`entry-month-${entry.id}`}
        >
          {entry.month}
        </a>
      )}
    </span>
  );
}

interface ActsProps {
  entry: LedgerLine;
  onReceipt: (entry: LedgerLine) => void;
  /** Absent where nothing may be taken back. */
  onReverse?: () => void;
}

function Acts({ entry, onReceipt, onReverse }: ActsProps) {
  return (
    <span className="ledger-acts">
      {entry.receipt && (
        <Button
          type="link"
          size="small"
          title={LEDGER.receiptNumber(entry.receipt)}
          onClick={() => onReceipt(entry)}
          data-testid={`receipt-${entry.id}`}
        >
          {LEDGER.receipt}
        </Button>
      )}
      {onReverse && (
        <Button type="link" size="small" onClick={onReverse} data-testid={`reverse-${entry.id}`}>
          {LEDGER.reverse}
        </Button>
      )}
    </span>
  );
}
