/**
 * A month's balance as a sum that a person can follow: what there was, what
 * came, what was taken, what is left. Each figure may lead to what is behind it.
 */
import type { ReactNode } from 'react';
import type { MonthFigures } from '../backend';
import { EQUATION } from '../text';
import { yuan } from './money';
import './Equation.css';

/** A term between opening and closing balance. */
export type Term = 'payments' | 'rated' | 'top_up' | 'fees' | 'corrections';

const TERMS: readonly Term[] = ['payments', 'rated', 'top_up', 'fees', 'corrections'];

/** What the equation shows. */
export interface EquationProps {
  figures: MonthFigures;
  /** The term looked behind. */
  chosen?: Term | null;
  /** Looks behind a term. */
  onChoose?: (term: Term) => void;
  /** Where the balances come from and go to; a link each. */
  opening?: string | undefined;
  closing?: string | undefined;
  testId: string;
}

/** Whether a term is taken away. */
function isTaken(term: Term, figures: MonthFigures): boolean {
  return term === 'corrections' ? figures.corrections < 0 : term !== 'payments';
}

/** The sum in one line. */
export function Equation(props: EquationProps) {
  const { figures, chosen, onChoose, testId } = props;
  return (
    <div className="equation panel" data-testid={testId}>
      <Balance name="opening" fen={figures.opening} href={props.opening} />
      {TERMS.map((term) => (
        <div className="equation-part" key={term}>
          <i className="equation-sign">{isTaken(term, figures) ? '−' : '+'}</i>
          <Shell
            onClick={onChoose && (() => onChoose(term))}
            pressed={chosen === term}
            testId={`${testId}-${term}`}
          >
            <span>{EQUATION[term]}</span>
            <b className="figures" data-none={figures[term] === 0}>
              {yuan(term === 'corrections' ? Math.abs(figures[term]) : figures[term])}
            </b>
          </Shell>
        </div>
      ))}
      <div className="equation-part">
        <i className="equation-sign">=</i>
        <Balance name="closing" fen={figures.closing} href={props.closing} />
      </div>
    </div>
  );
}

interface ShellProps {
  onClick: (() => void) | undefined;
  pressed: boolean;
  testId: string;
  children: ReactNode;
}

function Shell({ onClick, pressed, testId, children }: ShellProps) {
  return onClick ? (
    <button
      type="button"
      className="equation-term"
      aria-pressed={pressed}
      onClick={onClick}
      data-testid={testId}
    >
      {children}
    </button>
  ) : (
    <div className="equation-term" data-testid={testId}>
      {children}
    </div>
  );
}

interface BalanceProps {
  name: 'opening' | 'closing';
  fen: number;
  href: string | undefined;
}

function Balance({ name, fen, href }: BalanceProps) {
  const inside = (
    <>
      <span>{EQUATION[name]}</span>
      <b className="figures" data-owed={fen < 0}>
        {yuan(fen)}
      </b>
    </>
  );
  return href ? (
    <a className="equation-term equation-balance" href={href} title={EQUATION[`${name}Link`]}>
      {inside}
    </a>
  ) : (
    <div className="equation-term equation-balance">{inside}</div>
  );
}
