/** Counts, lengths and exact charges as they are written, everywhere alike. */

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A whole number with its thousands apart. */
export function count(value: number): string {
  return grouped(String(value));
}

/** Yuan exactly, `1,234.5678`: thousands apart, at least two decimals, nothing rounded. */
export function exactYuan(text: string): string {
  const [, whole = '', part = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return whole === '' ? text : `${grouped(whole)}.${part.padEnd(2, '0')}`;
}

/** Seconds as a clock, `0:35`, `1:01:05`. */
export function lengthOf(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
}

/** Bytes as a person thinks of a file, `12.3 MB`. */
export function sizeOf(bytes: number): string {
  return bytes < 1_048_576
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

/** A month as it is said, `2026 年 10 月`. */
export function monthName(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${year} 年 ${Number(number)} 月`;
}

/** The month so many months after another, `YYYY-MM`. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const total = year * 12 + number - 1 + by;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
}
