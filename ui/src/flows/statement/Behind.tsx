/** What a figure of a statement comes from: kinds of call, the minimum, or entries. */
import type { EntryKind, StatementEntry, StatementNumber } from '../../backend';
import type { Figure } from '../../monthRoute';
import { Movement } from '../../parts/Amount';
import { EmptyState } from '../../parts/EmptyState';
import { ListTable } from '../../parts/ListTable';
import { yuan } from '../../parts/money';
import { formatRoute } from '../../route';
import { ENTRY_KIND, EQUATION } from '../../text';
import { Kinds } from './Kinds';
import { STATEMENT } from './text';

/** Entries that make up a figure. */
const KINDS: Record<Exclude<Figure, 'rated' | 'top_up'>, readonly EntryKind[]> = {
  payments: ['first_payment', 'renewal', 'other_payment'],
  fees: ['function_fee'],
  corrections: ['credit', 'debit', 'refund', 'forfeiture', 'reversal'],
};

/** What the part needs. */
export interface BehindProps {
  numbers: readonly StatementNumber[];
  month: string;
  figure: Figure;
}

/** One part for each number. */
export function Behind({ numbers, month, figure }: BehindProps) {
  return (
    <section className="behind" aria-label={EQUATION[figure]} data-testid={`behind-${figure}`}>
      {numbers.map((number) => (
        <div key={number.account} className="panel">
          <header>
            <h2>
              {EQUATION[figure]}
              <a className="figures" href={formatRoute({ at: 'account', account: number.account })}>
                {number.shown}
              </a>
            </h2>
          </header>
          <Content number={number} month={month} figure={figure} />
        </div>
      ))}
    </section>
  );
}

interface ContentProps {
  number: StatementNumber;
  month: string;
  figure: Figure;
}

function Content({ number, month, figure }: ContentProps) {
  switch (figure) {
    case 'rated':
      return <Kinds number={number} month={month} />;
    case 'top_up':
      return <TopUp number={number} />;
    default:
      return (
        <Entries
          entries={number.entries.filter(({ kind }) => KINDS[figure].includes(kind))}
          empty={STATEMENT.none[figure]}
        />
      );
  }
}

function TopUp({ number: { figures } }: { number: StatementNumber }) {
  const { minimum, rated, top_up } = figures;
  const text =
    minimum === 0
      ? STATEMENT.noMinimum
      : top_up === 0
        ? STATEMENT.minimumMet(yuan(rated), yuan(minimum))
        : STATEMENT.topUp(yuan(minimum), yuan(rated), yuan(top_up));
  return <p className="behind-sentence figures">{text}</p>;
}

function Entries({ entries, empty }: { entries: readonly StatementEntry[]; empty: string }) {
  return (
    <ListTable<StatementEntry>
      rows={entries}
      rowKey={(entry) => entry.id}
      columns={[
        { key: 'on', title: STATEMENT.on, dataIndex: 'on', width: 110 },
        {
          key: 'kind',
          title: STATEMENT.entry,
          width: 120,
          render: (_, entry) => ENTRY_KIND[entry.kind],
        },
        { key: 'note', title: STATEMENT.note, dataIndex: 'note', ellipsis: true },
        {
          key: 'amount',
          title: STATEMENT.amount,
          width: 130,
          align: 'right',
          render: (_, entry) => <Movement fen={entry.amount} />,
        },
      ]}
      empty={<EmptyState text={empty} />}
      testId="statement-entry"
    />
  );
}
