/** Which of the waiting agreements are shown: no window. */
import type { WaitingAgreement } from '../../backend';

/** All, those that wait too long, those that may be confirmed. */
export type Which = 'all' | 'overdue' | 'enough';

/** How many there are of each. */
export function waitingCounts(waiting: readonly WaitingAgreement[]): Record<Which, number> {
  return {
    all: waiting.length,
    overdue: waiting.filter(({ overdue }) => overdue).length,
    enough: waiting.filter(({ enough }) => enough).length,
  };
}

/** Whether a line is meant by what was typed: a part of number, company or 400 number. */
export function isMeant({ line }: WaitingAgreement, text: string): boolean {
  const wanted = plain(text);
  return [line.number, line.company, line.number_400].some((part) => plain(part).includes(wanted));
}

/** Those to show, in the order in which the desk told them: oldest first. */
export function waitingFor(
  waiting: readonly WaitingAgreement[],
  which: Which,
  text: string,
): WaitingAgreement[] {
  return waiting.filter((row) => (which === 'all' || row[which]) && isMeant(row, text));
}

/** Without hyphens and spaces: 4008208820 finds 400-820-8820. */
function plain(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}
