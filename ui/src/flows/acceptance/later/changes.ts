import type { BoundNumber, Form } from '../../../backend';
import { FEATURE } from '../../../text';
import { LONG_TERM, readDate } from '../fields/date';
import { ITEM } from './text';

/** A line in which the form differs from the agreement, as the paper will have it. */
export interface Change {
  /** What differs, as people call it. */
  item: string;
  /** Name of the field to go to. */
  path: string;
  /** What stands in the agreement; empty for nothing. */
  before: string;
  /** What stands on the form; empty for nothing. */
  after: string;
}

/** A value of a form: its field, what to call it, what to show, and what to compare. */
interface Line {
  path: string;
  item: string;
  shown: string;
  same: string;
}

/** Without blanks at the ends and without marks that nobody sees. */
function clean(text: string): string {
  return text.replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '').trim();
}

/** Codes and telephones: grouping means nothing. */
function figures(text: string): string {
  return clean(text).normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/** Amounts: `1,200` is `1200.00`. */
function amount(text: string): string {
  const bare = clean(text).normalize('NFKC').replace(/[,\s]/g, '');
  const found = /^0*(\d+)(?:\.(\d*?)0*)?$/.exec(bare);
  return found ? `${found[1]}.${found[2] ?? ''}` : bare;
}

type Reading = (text: string) => string;

function line(path: string, item: string, value: string, same: Reading = clean): Line {
  const text = clean(value);
  return { path, item, shown: text === LONG_TERM ? ITEM.longTerm : text, same: same(text) };
}

const SAME: Record<string, Reading> = {
  code: figures,
  phone: figures,
  postcode: figures,
  id_number: figures,
  mobile: figures,
  office_phone: figures,
  term_until: (text) => readDate(text, true),
  id_expiry: (text) => readDate(text, true),
  // A licence sets its scope in lines; they mean nothing.
  scope: (text) => text.replace(/[\r\n]/g, ''),
};

function companyLines({ company }: Form): Line[] {
  const keys = Object.keys(ITEM.company) as (keyof typeof ITEM.company)[];
  return keys.map((key) => line(`company.${key}`, ITEM.company[key], company[key], SAME[key]));
}

function personLines(form: Form, who: 'legal_representative' | 'handler'): Line[] {
  const same = form.handler_is_legal_representative;
  const person = same ? form.legal_representative : form[who];
  const path = same && who === 'handler' ? 'handler_is_legal_representative' : undefined;
  const keys = Object.keys(ITEM.person) as (keyof typeof ITEM.person)[];
  return keys.map((key) =>
    line(path ?? `${who}.${key}`, `${ITEM[who]}${ITEM.person[key]}`, person[key], SAME[key]),
  );
}

function serviceLines({ number, tariff }: Form): Line[] {
  return [
    line('number.purpose', ITEM.purpose, number.purpose),
    line('tariff.package', ITEM.package, tariff.package),
    line('tariff.minimum', ITEM.minimum, tariff.minimum, amount),
    line('tariff.rates.landline', ITEM.landline, tariff.rates.landline, amount),
    line('tariff.rates.mobile', ITEM.mobile, tariff.rates.mobile, amount),
    line('tariff.rates.international', ITEM.international, tariff.rates.international, amount),
    line('tariff.end', ITEM.end, tariff.end, readDate),
  ];
}

function boundLine(bound: BoundNumber, place: number): Line {
  const told = [bound.number, bound.area, bound.proof].map(clean);
  const [number = '', ...more] = told;
  return {
    path: `bound.${place}.number`,
    item: ITEM.bound(place + 1),
    shown: [number, ...more.filter((word) => word !== '')].join('，'),
    same: [figures(number), ...more].join('，'),
  };
}

/** What a form says, line by line, in the order of the paper. */
function linesOf(form: Form): Line[] {
  const { payment, company } = form;
  const order = Object.keys(FEATURE);
  const features = [...form.features].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return [
    ...companyLines(form),
    ...personLines(form, 'legal_representative'),
    ...personLines(form, 'handler'),
    ...serviceLines(form),
    ...form.bound.map(boundLine),
    line('features', ITEM.features, features.map((one) => FEATURE[one]).join('、')),
    // Made out to the company where nothing else was asked.
    line('payment.invoice_title', ITEM.invoice_title, payment.invoice_title || company.name),
    line('payment.tax_number', ITEM.tax_number, payment.tax_number || company.code, figures),
  ];
}

/** How the form differs from the agreement: the lines that a 变更单 prints. */
export function changesOf(agreement: Form, form: Form): Change[] {
  const old = new Map(linesOf(agreement).map((one) => [one.item, one]));
  const now = linesOf(form);
  const there = new Set(now.map(({ item }) => item));
  const gone = [...old.values()].filter(({ item }) => !there.has(item));
  const changed = now.filter(({ item, same }) => (old.get(item)?.same ?? '') !== same);
  return [
    ...changed.map(({ item, path, shown }) => ({
      item,
      path,
      before: old.get(item)?.shown ?? '',
      after: shown,
    })),
    ...gone
      .filter(({ same }) => same !== '')
      .map(({ item, shown }) => ({ item, path: 'bound', before: shown, after: '' })),
  ];
}
