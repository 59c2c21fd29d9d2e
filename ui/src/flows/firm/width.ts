/** Widths of a seal on paper: no window. */

/** What is chosen among. */
export type WidthChoice = '40' | '42' | 'other';

/** Widths that seals have, in millimetres (国发〔1999〕25号). */
export const LEAST = 38;
export const MOST = 45;
/** Of a company's seal, mostly. */
export const USUAL = 42;

/** Which choice a width belongs to. */
export function choiceOf(width: number): WidthChoice {
  return width === 40 || width === 42 ? (String(width) as WidthChoice) : 'other';
}

/** The width that a choice begins with. */
export function widthOf(choice: WidthChoice, before: number): number {
  return choice === 'other' ? (choiceOf(before) === 'other' ? before : 41) : Number(choice);
}

/** Whether there are such seals. */
export function isWidth(width: number): boolean {
  return Number.isInteger(width) && width >= LEAST && width <= MOST;
}
