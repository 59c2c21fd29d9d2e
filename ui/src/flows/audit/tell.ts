/** Entries of the audit log as a person reads them. What has no word is left as it is written. */
import { yuan } from '../../parts/money';
import {
  AUDIT_ACTION,
  AUDIT_AMOUNTS,
  AUDIT_DETAIL,
  AUDIT_PLAIN,
  AUDIT_PURPOSE,
  AUDIT_SUBJECT,
  AUDIT_VALUE,
  AUDIT_VALUE_OF,
  COPIES,
  PAGES,
} from '../../text';

/** What was done. */
export function tellAction(key: string): string {
  return AUDIT_ACTION[key] ?? key;
}

/** To what, for example `agreement QF-2026-000001`. */
export function tellSubject(subject: string): string {
  const [kind = '', ...id] = subject.split(' ');
  const word = AUDIT_SUBJECT[kind] ?? kind;
  // There is one set of settings; its key says nothing to anybody.
  return kind === 'setting' ? word : [word, ...id].join(' ');
}

/** The details, which the desk writes as JSON. */
export function tellDetail(action: string, detail: string): string {
  const known = read(detail);
  if (!isRecord(known)) {
    return typeof known === 'string' ? known : '';
  }
  const { from, to, ...others } = known;
  const change = to === undefined ? [] : [tellChange(action, from, to)];
  // A day without a `to` is no change: it is when something began.
  const rest = to === undefined && isDay(from) ? { ...others, from } : others;
  const facts = Object.entries(rest)
    .filter(([name, value]) => AUDIT_DETAIL[name] && !isEmpty(value))
    .map(([name, value]) => `${AUDIT_DETAIL[name]}：${tellFact(action, name, value)}`);
  return [...change, ...facts].filter(Boolean).join('；');
}

function tellChange(action: string, from: unknown, to: unknown): string {
  if (action === 'paper_given_to_customer') {
    return `${AUDIT_SUBJECT.customer} ${to}`;
  }
  if (isRecord(from) && isRecord(to)) {
    return Object.keys(to)
      .filter(
        (name) => AUDIT_DETAIL[name] && JSON.stringify(from[name]) !== JSON.stringify(to[name]),
      )
      .map((name) => `${AUDIT_DETAIL[name]}：${tellValue(from[name])} → ${tellValue(to[name])}`)
      .join('；');
  }
  return `${tellValue(from)} → ${tellValue(to)}`;
}

/** The same key may mean another thing among purposes than among states, or with one action. */
function tellFact(action: string, name: string, value: unknown): string {
  if (AUDIT_AMOUNTS.includes(name) && typeof value === 'number') {
    return AUDIT_PLAIN.yuan(yuan(value));
  }
  if (name === 'place' && isRecord(value)) {
    return tellPlace(value);
  }
  const word = typeof value === 'string' && AUDIT_VALUE_OF[action]?.[value];
  if (word) {
    return word;
  }
  const purpose = name === 'purpose' && typeof value === 'string' && AUDIT_PURPOSE[value];
  return purpose || tellValue(value);
}

/** Where a signed page was filed: `QF-2026-000001 乙方存第 3 页`. */
function tellPlace({ agreement, original, page }: Record<string, unknown>): string {
  const copy = original === 'firm' ? COPIES.name.firm : COPIES.name.customer;
  return `${agreement} ${copy}${PAGES.alt(Number(page))}`;
}

function tellValue(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(tellValue).join('、');
  }
  if (typeof value === 'boolean') {
    return value ? AUDIT_PLAIN.yes : AUDIT_PLAIN.no;
  }
  if (isEmpty(value) || isRecord(value)) {
    return isRecord(value) ? AUDIT_PLAIN.some : AUDIT_PLAIN.none;
  }
  const text = String(value);
  return AUDIT_VALUE[text] ?? text;
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function read(detail: string): unknown {
  try {
    return JSON.parse(detail);
  } catch {
    return detail;
  }
}
