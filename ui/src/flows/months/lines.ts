/** Which lines of a month are shown, and what closing it will do, in figures. */
import type { MonthAccount, MonthSheet } from '../../backend';

/** Whether somebody should look at it. */
export function isOdd({ oddities }: MonthAccount): boolean {
  return oddities.length > 0;
}

/** Lines whose number or company contains `text`; hyphens in numbers do not matter. */
export function linesWith(
  lines: readonly MonthAccount[],
  text: string,
  oddOnly: boolean,
): MonthAccount[] {
  const wanted = text.trim().toLowerCase();
  const digits = wanted.replaceAll('-', '');
  return lines.filter(
    (line) =>
      (!oddOnly || isOdd(line)) &&
      (line.company.toLowerCase().includes(wanted) ||
        line.shown.replaceAll('-', '').includes(digits)),
  );
}

/** What closing a month will do. */
export interface Closing {
  numbers: number;
  charged: number;
  /** Numbers whose balance is below nothing afterwards. */
  negative: number;
  odd: number;
  /** Whether something would be left out of the month. */
  leavesOut: boolean;
}

/** Reckons it from the sheet; amounts in fen. */
export function closingOf(sheet: MonthSheet): Closing {
  const { rated, top_up, fees } = sheet.total;
  return {
    numbers: sheet.lines.length,
    charged: rated + top_up + fees,
    negative: sheet.lines.filter(({ figures }) => figures.closing < 0).length,
    odd: sheet.lines.filter(isOdd).length,
    leavesOut: sheet.quarantined > 0 || sheet.not_rated > 0,
  };
}
