/** Amounts in RMB capitals (支付结算办法 附一), beside a field while one types. */

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿'];

function wholeYuan(whole: number): string {
  const digits = [...String(whole)].map(Number);
  let text = '';
  let zero = false;
  let group = false;
  digits.forEach((digit, index) => {
    const place = digits.length - 1 - index;
    if (digit === 0) {
      zero = true;
    } else {
      text += (zero && text ? '零' : '') + DIGITS[digit] + PLACES[place % 4];
      zero = false;
      group = true;
    }
    if (place % 4 === 0) {
      text += group ? GROUPS[place / 4] : '';
      group = false;
    }
  });
  return text;
}

/** The capitals of a positive number of fen, `人民币` before them; empty beyond 仟亿. */
export function capitals(fen: number): string {
  const whole = Math.floor(fen / 100);
  if (fen <= 0 || whole >= 1e12) {
    return '';
  }
  const jiao = Math.floor(fen / 10) % 10;
  const rest = fen % 10;
  const yuan = whole > 0 ? `${wholeYuan(whole)}元` : '';
  const tens = jiao > 0 ? `${DIGITS[jiao]}角` : rest > 0 && yuan ? '零' : '';
  const ones = rest > 0 ? `${DIGITS[rest]}分` : '';
  return `人民币${yuan}${tens}${ones}${jiao + rest === 0 ? '整' : ''}`;
}
