import type { Business, PaperKind } from '../../../backend';
import { PAPER_KIND } from '../../../text';
import { FIELD_OF, SECTION_OF, SECTION_SHORT_OF } from '../later/text';
import { BOUND, FIELD, PAPERS, PERSON, PROBLEM, SECTION, SECTION_SHORT } from '../text';

/** A section of the form. */
export type SectionId = keyof typeof SECTION;

/** The sections, in the order of the paper. */
export const SECTIONS = Object.keys(SECTION) as SectionId[];

const OWNERS: Record<string, SectionId> = {
  business: 'number',
  cites: 'number',
  number: 'number',
  later: 'later',
  company: 'company',
  legal_representative: 'legal',
  handler: 'handler',
  handler_is_legal_representative: 'handler',
  tariff: 'tariff',
  strategy: 'bound',
  bound: 'bound',
  features: 'features',
  payment: 'payment',
  confirmations: 'confirm',
  remarks: 'confirm',
};

/** Where a field stands: a section, the papers, or nowhere in particular. */
export function placeOf(path: string): SectionId | 'papers' | undefined {
  const [head = ''] = path.split('.');
  return head === 'papers' ? 'papers' : OWNERS[head];
}

function needed(...ids: SectionId[]): ReadonlySet<SectionId> {
  return new Set<SectionId>(['number', ...ids, 'handler', 'confirm']);
}

const WHOLE: ReadonlySet<SectionId> = new Set(SECTIONS);

const NEEDED: Record<Business, ReadonlySet<SectionId>> = {
  new: new Set(SECTIONS.filter((id) => id !== 'later')),
  change: WHOLE,
  transfer: WHOLE,
  renewal: needed('tariff', 'payment'),
  suspension: needed('later'),
  resumption: needed('later'),
  closing: needed('later', 'payment'),
  supplement: needed('later'),
};

/** Businesses about money: what is paid comes before who came. */
const PAID_FIRST: readonly Business[] = ['renewal', 'closing'];

const PAID: readonly SectionId[] = ['number', 'later', 'tariff', 'payment'];

/** The sections in the order of the screen. */
function orderFor(business: Business): readonly SectionId[] {
  return PAID_FIRST.includes(business)
    ? [...PAID, ...SECTIONS.filter((id) => !PAID.includes(id))]
    : SECTIONS;
}

/**
 * Sections to fill for a kind of business. A section with something open in it
 * is never hidden, whatever the business.
 */
export function sectionsFor(business: Business, open: ReadonlySet<SectionId>): SectionId[] {
  return orderFor(business).filter((id) => NEEDED[business].has(id) || open.has(id));
}

/** What a section is called on the form of a business. */
export function sectionName(id: SectionId, business: Business): string {
  return SECTION_OF[business]?.[id] ?? SECTION[id];
}

/** The same where there is little room. */
export function sectionShort(id: SectionId, business: Business): string {
  return SECTION_SHORT_OF[business]?.[id] ?? SECTION_SHORT[id];
}

const PAPER_KINDS = Object.keys(PAPER_KIND);

function isPerson(head: string): head is keyof typeof PERSON {
  return head in PERSON;
}

/** What to call a field in a list of problems; some businesses have words of their own. */
export function fieldLabel(path: string, business?: Business): string {
  const [head = '', second = '', third] = path.split('.');
  const own = business && FIELD_OF[business]?.[path];
  if (own !== undefined) {
    return own;
  }
  if (path === '') {
    return PROBLEM.whole;
  }
  if (head === 'papers') {
    return PAPER_KIND[second as PaperKind] ?? PAPERS.title;
  }
  if (isPerson(head)) {
    return `${PERSON[head]}${FIELD[`person.${second}`] ?? ''}`;
  }
  if (head === 'bound' && second !== '') {
    const row = BOUND.row(Number(second) + 1);
    return third === undefined || third === 'number'
      ? row
      : `${row} ${FIELD[`row.${third}`] ?? ''}`;
  }
  return FIELD[path] ?? FIELD[head] ?? PROBLEM.whole;
}

const NAMES = Object.keys(FIELD);

/** Where a field stands on the screen: section, row of a table, place in its section. */
export function screenPlace(
  path: string,
  business: Business = 'new',
): [section: number, row: number, place: number] {
  const [head = '', second = '', third] = path.split('.');
  const place = placeOf(path);
  if (place === undefined) {
    return [-1, 0, 0];
  }
  if (place === 'papers') {
    return [SECTIONS.length, 0, PAPER_KINDS.indexOf(second)];
  }
  const section = orderFor(business).indexOf(place);
  if (isPerson(head)) {
    return [section, 0, NAMES.indexOf(`person.${second}`)];
  }
  if (head === 'bound' && second !== '') {
    return [section, Number(second) + 1, NAMES.indexOf(`row.${third ?? 'number'}`)];
  }
  return [section, 0, NAMES.indexOf(path)];
}
