/** 400 numbers in lists. How a printed number is grouped is the desk's to say. */

/** Grouped 3-3-4 when it is ten digits; else as it was typed. */
export function shownNumber(typed: string): string {
  const digits = typed.replace(/[\s-]/g, '');
  return /^400\d{7}$/.test(digits)
    ? `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`
    : typed;
}
