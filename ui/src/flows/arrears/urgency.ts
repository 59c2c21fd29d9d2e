/** How urgent an account in arrears is, and how its days are told. */
import type { ArrearsLine, ArrearsStep } from '../../backend';
import { daysUntil } from '../../parts/dates';
import { ARREARS } from './text';

/** Most urgent first. */
export const STEPS: readonly ArrearsStep[] = ['terminate', 'suspend', 'wait', 'remind'];

/** Looks of a step, as of states. */
export const STEP_TONE: Record<ArrearsStep, string> = {
  terminate: 'bad',
  suspend: 'waiting',
  wait: 'quiet',
  remind: 'held',
};

/** How many lines there are of each step. */
export function countSteps(lines: readonly ArrearsLine[]): Record<ArrearsStep, number> {
  const counts = { terminate: 0, suspend: 0, wait: 0, remind: 0 };
  for (const line of lines) {
    counts[line.due] += 1;
  }
  return counts;
}

/** The day the balance is used up, past or to come. */
export function tellDry(day: string | null, now: Date): string {
  const days = day === null ? undefined : daysUntil(day, now);
  if (day === null || days === undefined) {
    return ARREARS.unknown;
  }
  if (days === 0) {
    return ARREARS.today;
  }
  return days < 0 ? ARREARS.ranDry(day.slice(5)) : ARREARS.soon(day.slice(5), days);
}

/** The day on which thirty days without renewal are over. */
export function tellTermination(day: string | null, now: Date): string {
  const days = day === null ? undefined : daysUntil(day, now);
  if (day === null || days === undefined) {
    return '';
  }
  return days <= 0 ? ARREARS.overdue(day.slice(5), -days) : ARREARS.left(day.slice(5), days);
}
