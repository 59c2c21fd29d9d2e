/** The numbers of a customer with their figures, each of which can be looked behind. */
import type { MonthFigures, StatementNumber } from '../../backend';
import { FIGURES, type Figure } from '../../monthRoute';
import { Balance } from '../../parts/Amount';
import { signedYuan, yuan } from '../../parts/money';
import { EQUATION } from '../../text';
import { STATEMENT } from './text';

/** What the table needs. */
export interface NumberTableProps {
  numbers: readonly StatementNumber[];
  /** The number looked at. */
  account: number | null;
  figure: Figure;
  onChoose: (account: number, figure: Figure) => void;
}

/** The table. */
export function NumberTable({ numbers, account, figure, onChoose }: NumberTableProps) {
  return (
    <div className="panel statement-numbers">
      <table data-testid="statement-numbers">
        <thead>
          <tr>
            <th scope="col">{STATEMENT.number}</th>
            <th scope="col">{EQUATION.opening}</th>
            {FIGURES.map((name) => (
              <th key={name} scope="col">
                {EQUATION[name]}
              </th>
            ))}
            <th scope="col">{EQUATION.closing}</th>
          </tr>
        </thead>
        <tbody>
          {numbers.map((number) => (
            <tr key={number.account} aria-selected={number.account === account}>
              <th scope="row">{number.shown}</th>
              <td>
                <Balance fen={number.figures.opening} />
              </td>
              {FIGURES.map((name) => (
                <td key={name}>
                  <button
                    type="button"
                    className="figure-link figures"
                    aria-pressed={number.account === account && name === figure}
                    aria-label={`${number.shown} ${EQUATION[name]}`}
                    onClick={() => onChoose(number.account, name)}
                    data-testid={`figure-${number.account}-${name}`}
                  >
                    {shown(number.figures, name)}
                  </button>
                </td>
              ))}
              <td>
                <Balance fen={number.figures.closing} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shown(figures: MonthFigures, name: Figure): string {
  return name === 'corrections' ? signedYuan(figures[name]) : yuan(figures[name]);
}
