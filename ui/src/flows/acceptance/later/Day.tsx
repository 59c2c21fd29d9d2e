import { today } from '../../../parts/dates';
import { DateField, type QuickDate } from '../fields/DateField';
import { isoDate } from '../fields/date';
import { QUICK } from '../text';
import { LATER } from './text';

/** Days that are often meant. */
export type Often = 'today' | 'tomorrow' | 'nextMonth' | 'monthEnd';

/** A day so many days on, as the form keeps it. */
export function dayAfter(day: string, days = 1): string | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!found) {
    return undefined;
  }
  const [year, month, date] = found.slice(1).map(Number) as [number, number, number];
  const then = new Date(Date.UTC(year, month - 1, date + days));
  return isoDate(then.getUTCFullYear(), then.getUTCMonth() + 1, then.getUTCDate());
}

/** The first of the month after that of a day. */
export function nextMonth(day: string): string | undefined {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month === 12 ? isoDate(year + 1, 1, 1) : isoDate(year, month + 1, 1);
}

/** The last day of the month of a day. */
export function monthEnd(day: string): string | undefined {
  const next = nextMonth(day);
  return next && dayAfter(next, -1);
}

const now = () => today(new Date());

const OFTEN: Record<Often, QuickDate> = {
  today: { word: QUICK.today, typed: ['t', '0'], date: now },
  tomorrow: { word: LATER.tomorrow, typed: ['1'], date: () => dayAfter(now()) },
  nextMonth: { word: LATER.nextMonth, date: () => nextMonth(now()) },
  monthEnd: { word: LATER.monthEnd, date: () => monthEnd(now()) },
};

/** The day on which a later business takes effect. */
export function Day({ quick }: { quick: readonly Often[] }) {
  return <DateField path="later.day" quick={quick.map((often) => OFTEN[often])} />;
}
