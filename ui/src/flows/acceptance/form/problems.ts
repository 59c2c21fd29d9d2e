import type { Business, Finding, Form, Gravity, PaperKind, Review } from '../../../backend';
import { placeOf, type SectionId, screenPlace } from './sections';
import { isStated } from './stated';

/** How many findings of each weight. */
export type Counts = Record<Gravity, number>;

/** The findings of a review, sorted for looking up. */
export interface Problems {
  /** All of them, those that block first in each place, in the order of the screen. */
  list: Finding[];
  /** By the name of the field. */
  byPath: ReadonlyMap<string, Finding[]>;
  /** How many stand open in each section, warnings left out. */
  openIn: ReadonlyMap<SectionId, number>;
  /** How many of each weight. */
  counts: Counts;
}

const WEIGHT: Record<Gravity, number> = { wrong: 0, missing: 1, waivable: 2, warning: 3 };

/** The finding that papers wait to be read. */
export const TO_READ = 'PaperToRead';

/** Findings that a value was read unsurely: something stands there, but nobody looked. */
const TO_CHECK: ReadonlySet<string> = new Set([
  'ReadingToCheck',
  'ReadingContradicted',
  'ReadingUnproven',
  'ReadingRepaired',
  'ReadingIncomplete',
  'ReadingOverlaid',
  'ReadingUnlikely',
  'ReadingUnlabelled',
]);

/** Whether a finding asks to look at what was read, and not to fill anything in. */
export function isToCheck({ code }: Pick<Finding, 'code'>): boolean {
  return TO_CHECK.has(code);
}

/** Nothing found. One object, so that fields without findings are not drawn again. */
export const NO_FINDINGS: Finding[] = [];

/**
 * With the handler being the legal representative in person, the handler's
 * fields are not on the screen: what is found there belongs to the fields that are.
 */
function shownPath(field: string, form: Form): string {
  const doubled = form.handler_is_legal_representative && field.startsWith('handler.');
  return doubled ? field.replace('handler.', 'legal_representative.') : field;
}

function isTold(found: Finding[], finding: Finding): boolean {
  return found.some((other) => other.field === finding.field && other.code === finding.code);
}

/**
 * A warning about what the business does not state concerns the agreement, not
 * this form: nobody could answer it here.
 */
function concerns(finding: Finding, form: Form): boolean {
  return finding.gravity !== 'warning' || isStated(form.business, finding.field);
}

/**
 * Papers that wait to be read stand open like everything that is missing: what
 * they say is not on the form yet.
 */
function unread(kinds: readonly PaperKind[]): Finding[] {
  return [...new Set(kinds)].map((kind) => ({
    field: `papers.${kind}`,
    code: TO_READ,
    details: { count: String(kinds.filter((one) => one === kind).length) },
    gravity: 'missing',
  }));
}

/** Sorts the findings of a review; `toRead` are the papers that wait to be read. */
export function problemsOf(
  review: Review,
  form: Form,
  toRead: readonly PaperKind[] = [],
): Problems {
  const told: Finding[] = [];
  for (const raw of [...review.findings, ...unread(toRead)]) {
    const finding = { ...raw, field: shownPath(raw.field, form) };
    if (concerns(finding, form) && !isTold(told, finding)) {
      told.push(finding);
    }
  }
  const byPath = new Map<string, Finding[]>();
  const openIn = new Map<SectionId, number>();
  const counts: Counts = { wrong: 0, missing: 0, waivable: 0, warning: 0 };
  for (const finding of told) {
    byPath.set(finding.field, [...(byPath.get(finding.field) ?? []), finding]);
    counts[finding.gravity] += 1;
    const place = placeOf(finding.field);
    if (place !== undefined && place !== 'papers' && finding.gravity !== 'warning') {
      openIn.set(place, (openIn.get(place) ?? 0) + 1);
    }
  }
  for (const found of byPath.values()) {
    found.sort((a, b) => WEIGHT[a.gravity] - WEIGHT[b.gravity]);
  }
  return { list: inScreenOrder(told, form.business), byPath, openIn, counts };
}

function inScreenOrder(found: Finding[], business: Business): Finding[] {
  return [...found].sort((a, b) => {
    const [here, there] = [screenPlace(a.field, business), screenPlace(b.field, business)];
    return here[0] - there[0] || here[1] - there[1] || here[2] - there[2];
  });
}

/** What stands in the way of printing. */
export function blocking(problems: Problems): Finding[] {
  return problems.list.filter((f) => f.gravity === 'missing' || f.gravity === 'wrong');
}

/** What a manager may let through. */
export function waivable(problems: Problems): Finding[] {
  return problems.list.filter((f) => f.gravity === 'waivable');
}

/**
 * The finding to go to from the field one stands in: the next on the screen, or
 * the one before; round and round.
 */
export function neighbour(
  list: Finding[],
  from: string | undefined,
  step: 1 | -1,
): Finding | undefined {
  const open = list.filter((f) => f.gravity !== 'warning');
  const among = open.length > 0 ? open : list;
  const fields = among.map((f) => f.field);
  const here =
    from === undefined ? -1 : step === 1 ? fields.lastIndexOf(from) : fields.indexOf(from);
  if (here === -1) {
    return step === 1 ? among[0] : among[among.length - 1];
  }
  return among[(here + step + among.length) % among.length];
}
