/** How many numbers there are to sell, and where the others stand. */
import { type NumberState, useCommand } from '../../backend';
import { formatRoute } from '../../route';
import { NUMBER_STATE, TODAY } from '../../text';

const OTHERS: readonly NumberState[] = ['reserved', 'in_use', 'suspended', 'closed', 'returned'];

/** Counts by state. */
export function StockCounts() {
  const stock = useCommand('number_list', { state: null, text: '', offset: 0, limit: 1 });
  const count = (state: NumberState) =>
    stock.data?.counts.find((found) => found.state === state)?.count ?? 0;
  if (!stock.data) {
    return <section className="today-stock panel" />;
  }
  return (
    <section className="today-stock panel" data-testid="today-stock">
      <header>
        <h2>{TODAY.stock}</h2>
      </header>
      <a
        className="today-free"
        href={formatRoute({ at: 'stock', state: 'free', text: '' })}
        data-testid="stock-free"
      >
        <b className="figures">{count('free')}</b>
        {TODAY.free}
      </a>
      <dl>
        {OTHERS.map((state) => (
          <a key={state} href={formatRoute({ at: 'stock', state, text: '' })}>
            <dt>{NUMBER_STATE[state]}</dt>
            <dd className="figures">{count(state)}</dd>
          </a>
        ))}
      </dl>
    </section>
  );
}
