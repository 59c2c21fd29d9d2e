/** Amounts as the window shows and reads them. The desk counts in fen; nothing is a fraction here. */

/** A true minus, as wide as a plus. */
const MINUS = '−';

/** Units of a yuan in which prices a minute and charges of calls are counted. */
const UNITS = 10_000;

function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Fen as yuan with thousands apart, `1,409.50`; what is owed has a minus. */
export function yuan(fen: number): string {
  const size = Math.abs(fen);
  const text = `${grouped(Math.floor(size / 100))}.${String(size % 100).padStart(2, '0')}`;
  return fen < 0 ? `${MINUS}${text}` : text;
}

/** The same with its sign always said, for what comes in and what is taken. */
export function signedYuan(fen: number): string {
  return fen > 0 ? `+${yuan(fen)}` : yuan(fen);
}

/** Fen of what was typed in yuan; undefined while it is no positive amount. */
export function readYuan(typed: string): number | undefined {
  const text = typed
    .normalize('NFKC')
    .replace(/[,\s¥元]/g, '')
    .trim();
  const found = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text);
  if (!found) {
    return undefined;
  }
  const fen = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  return fen > 0 ? fen : undefined;
}

/** Fen as it would be typed: without thousands apart. */
export function typedYuan(fen: number): string {
  return yuan(fen).replaceAll(',', '');
}

/** Ten-thousandths of a yuan in a price or charge such as `0.1234`. */
export function unitsOf(charge: string): number {
  const [whole = '0', part = ''] = charge.replaceAll(',', '').split('.');
  return Number(whole) * UNITS + Number(part.slice(0, 4).padEnd(4, '0'));
}

/** Ten-thousandths with their sign, at least two decimals: `+0.12`, `−0.0125`. */
export function signedUnits(units: number): string {
  const size = Math.abs(units);
  const part = String(size % UNITS).padStart(4, '0');
  const text = `${grouped(Math.floor(size / UNITS))}.${part.replace(/0{1,2}$/, '')}`;
  return units === 0 ? text : `${units < 0 ? MINUS : '+'}${text}`;
}
