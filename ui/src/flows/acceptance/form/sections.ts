import type { Business, PaperKind } from '../../../backend';
import { PAPER_KIND } from '../../../text';
import { BOUND, FIELD, PERSON, PROBLEM, SECTION } from '../text';

/** A section of the form. */
export type SectionId = keyof typeof SECTION;

/** The sections, in the order of the paper. */
export const SECTIONS = Object.keys(SECTION) as SectionId[];

const OWNERS: Record<string, SectionId> = {
  business: 'number',
  cites: 'number',
  number: 'number',
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

const WHOLE: ReadonlySet<SectionId> = new Set(SECTIONS);
const SHORT: ReadonlySet<SectionId> = new Set<SectionId>([
  'number',
  'company',
  'legal',
  'handler',
  'confirm',
]);
const RENEWAL: ReadonlySet<SectionId> = new Set<SectionId>([...SHORT, 'tariff', 'payment']);

const NEEDED: Record<Business, ReadonlySet<SectionId>> = {
  new: WHOLE,
  change: WHOLE,
  transfer: WHOLE,
  renewal: RENEWAL,
  suspension: SHORT,
  resumption: SHORT,
  closing: new Set<SectionId>([...SHORT, 'payment']),
};

/**
 * Sections to fill for a kind of business. A section with something open in it
 * is never hidden, whatever the business.
 */
export function sectionsFor(business: Business, open: ReadonlySet<SectionId>): SectionId[] {
  return SECTIONS.filter((id) => NEEDED[business].has(id) || open.has(id));
}

function isPerson(head: string): head is keyof typeof PERSON {
  return head in PERSON;
}

/** What to call a field in a list of problems. */
export function fieldLabel(path: string): string {
  const [head = '', second = '', third] = path.split('.');
  if (path === '') {
    return PROBLEM.whole;
  }
  if (head === 'papers') {
    return PAPER_KIND[second as PaperKind] ?? second;
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
