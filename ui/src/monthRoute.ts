/** The places of the accounts staff's month: call records, closing, statements. */
import type { CallerClass, Leg } from './backend';

/** A figure of a statement that can be looked behind. */
export const FIGURES = ['payments', 'rated', 'top_up', 'fees', 'corrections'] as const;
/** Name of such a figure, as in `MonthFigures`. */
export type Figure = (typeof FIGURES)[number];

const LEGS: readonly Leg[] = ['landline', 'mobile', 'international'];
const CLASSES: readonly CallerClass[] = ['local', 'long_distance'];

/** Such a place. */
export type MonthRoute =
  | { at: 'calls' }
  | { at: 'quarantine'; file: number | null }
  | { at: 'months' }
  | { at: 'month' | 'summary'; month: string }
  | {
      at: 'statement';
      customer: number;
      month: string;
      /** The number looked at; all of the customer's otherwise. */
      account: number | null;
      figure: Figure | null;
    }
  | {
      at: 'call-list';
      account: number;
      month: string;
      leg: Leg | null;
      callerClass: CallerClass | null;
    };

const PLACES: readonly string[] = [
  'calls',
  'quarantine',
  'months',
  'month',
  'summary',
  'statement',
  'call-list',
] satisfies MonthRoute['at'][];

/** Whether a place is one of these. */
export function isMonthRoute(route: { at: string }): route is MonthRoute {
  return PLACES.includes(route.at);
}

/** The place as it stands in the address. */
export function formatMonthRoute(route: MonthRoute): string {
  switch (route.at) {
    case 'quarantine':
      return `#/quarantine/${route.file ?? ''}`;
    case 'month':
    case 'summary':
      return `#/${route.at}/${route.month}`;
    case 'statement':
      return `#/statement/${route.customer}/${route.month}/${route.account ?? ''}/${route.figure ?? ''}`;
    case 'call-list':
      return `#/call-list/${route.account}/${route.month}/${route.leg ?? ''}/${route.callerClass ?? ''}`;
    default:
      return `#/${route.at}`;
  }
}

/** The place an address names; nothing where it names none of these. */
export function parseMonthRoute(hash: string): MonthRoute | null {
  const [at = '', first = '', second = '', third = '', fourth = ''] = hash
    .replace(/^#?\/?/, '')
    .split('/');
  switch (at) {
    case 'calls':
    case 'months':
      return { at };
    case 'quarantine':
      return { at, file: idOf(first) };
    case 'month':
    case 'summary':
      return isMonth(first) ? { at, month: first } : { at: 'months' };
    case 'statement':
      return statementAt(idOf(first), second, third, fourth);
    case 'call-list':
      return callListAt(idOf(first), second, third, fourth);
    default:
      return null;
  }
}

function statementAt(
  customer: number | null,
  month: string,
  account: string,
  figure: string,
): MonthRoute {
  return customer !== null && isMonth(month)
    ? { at: 'statement', customer, month, account: idOf(account), figure: oneOf(FIGURES, figure) }
    : { at: 'months' };
}

function callListAt(
  account: number | null,
  month: string,
  leg: string,
  callerClass: string,
): MonthRoute {
  return account !== null && isMonth(month)
    ? {
        at: 'call-list',
        account,
        month,
        leg: oneOf(LEGS, leg),
        callerClass: oneOf(CLASSES, callerClass),
      }
    : { at: 'months' };
}

function oneOf<T extends string>(known: readonly T[], word: string): T | null {
  return known.find((one) => one === word) ?? null;
}

function idOf(text: string): number | null {
  return /^[1-9]\d*$/.test(text) ? Number(text) : null;
}

function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}
