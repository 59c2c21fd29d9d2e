/**
 * What was read, set against the form: which values fill its blanks, and which
 * evidence a field wears. No window. Refuses to put anything in the place of what
 * a person wrote.
 */
import type { Finding, Form, OrderReadings, PaperView, Proposal } from '../../../backend';
import { sentence } from '../../../errors';
import { sameText } from '../../../parts/reading/looks';
import type { Evidence } from '../../../parts/reading/types';
import { PAPER_KIND } from '../../../text';
import { type FormPath, valueAt, withValue } from '../form/path';
import { isOpenAt, isStated } from '../form/stated';

/** The text on the form at `path`; undefined where there is no text to stand. */
export function textAt(form: Form, path: string): string | undefined {
  const value = valueAt(form, path as FormPath);
  return typeof value === 'string' ? value : undefined;
}

/** A name for one proposal that no other has. */
function nameOf({ place, reading, document, field }: Proposal): string {
  return `${place} ${reading} ${document} ${field}`;
}

function isSameField(one: Proposal, other: Proposal): boolean {
  return (
    one.reading === other.reading && one.document === other.document && one.field === other.field
  );
}

/** What readings have put on the form so far; kept as long as the order is open. */
export class Filling {
  /** Proposals that have had their turn: a field emptied by hand stays empty. */
  readonly #seen = new Set<string>();
  /** Values that came from a paper, untouched by a person when they were put there. */
  readonly #put = new Map<string, Proposal>();

  /**
   * What to put where, now that `proposals` are known: into blanks, and in the
   * place of what an earlier reading of the same paper put there. A sure value
   * goes before an unsure one, the first paper before the next.
   */
  of(form: Form, proposals: readonly Proposal[]): Map<FormPath, string> {
    // What the business does not state nobody would see: it stays as the agreement has it.
    const fresh = proposals.filter(
      (proposal) => !this.#seen.has(nameOf(proposal)) && isStated(form.business, proposal.place),
    );
    const sorted = [...fresh].sort((a, b) => Number(a.verify) - Number(b.verify));
    const found = this.#moved(form, proposals);
    for (const proposal of sorted) {
      this.#seen.add(nameOf(proposal));
      const place = proposal.place as FormPath;
      const text = textAt(form, place);
      if (text !== undefined && !found.get(place) && this.#mayFill(proposal, text)) {
        this.#put.set(place, proposal);
        found.set(place, proposal.value);
      }
    }
    return found;
  }

  /** Values that belong elsewhere now, as when a card turns out to be another person's. */
  #moved(form: Form, proposals: readonly Proposal[]): Map<FormPath, string> {
    const found = new Map<FormPath, string>();
    for (const [place, put] of this.#put) {
      const now = proposals.find((proposal) => isSameField(proposal, put));
      if (now !== undefined && now.place !== place) {
        this.#put.delete(place);
        if (textAt(form, place) === put.value) {
          found.set(place as FormPath, '');
        }
      }
    }
    return found;
  }

  /** A person stands by what is on the form: from now on it is theirs. */
  keep(place: string): void {
    this.#put.delete(place);
  }

  #mayFill({ place, paper, reading }: Proposal, text: string): boolean {
    if (text.trim() === '') {
      return true;
    }
    const before = this.#put.get(place);
    return before?.paper === paper && before.reading !== reading && before.value === text;
  }
}

/** The form with values put into it. */
export function filled(form: Form, values: ReadonlyMap<FormPath, string>): Form {
  return [...values].reduce((next, [path, value]) => withValue(next, path, value as never), form);
}

function isSettled({ settled }: Proposal, text: string): boolean {
  return settled !== null && sameText(settled, text);
}

/** Of several values read for one field, the one to show: what needs a look goes first. */
function shownOf(proposals: readonly Proposal[], text: string): Proposal | undefined {
  const open = proposals.filter((proposal) => !isSettled(proposal, text));
  return (
    open.find((proposal) => !sameText(proposal.value, text)) ??
    open.find((proposal) => proposal.verify) ??
    proposals[0]
  );
}

function byPlace(proposals: readonly Proposal[]): Map<string, Proposal[]> {
  const found = new Map<string, Proposal[]>();
  for (const proposal of proposals) {
    found.set(proposal.place, [...(found.get(proposal.place) ?? []), proposal]);
  }
  return found;
}

/** The proposal that each field of the form shows. */
export function shownProposals(form: Form, readings: OrderReadings): Map<string, Proposal> {
  const found = new Map<string, Proposal>();
  for (const [place, proposals] of byPlace(readings.proposals)) {
    const text = textAt(form, place);
    const shown = text === undefined ? undefined : shownOf(proposals, text);
    if (shown !== undefined) {
      found.set(place, shown);
    }
  }
  return found;
}

/** What the evidence is gathered from. */
export interface EvidenceGround {
  form: Form;
  readings: OrderReadings;
  papers: readonly PaperView[];
  findings: ReadonlyMap<string, Finding[]>;
  /** Address of a picture behind the door. */
  picture: (path: string) => string;
}

/** What every field that was read wears. */
export function evidenceOf(ground: EvidenceGround): Map<string, Evidence> {
  const { form, readings, papers, findings, picture } = ground;
  const found = new Map<string, Evidence>();
  for (const [place, proposal] of shownProposals(form, readings)) {
    const { paper, reading, document, field } = proposal;
    const page = readings.papers.find((one) => one.reading === reading);
    const kind = papers.find((one) => one.id === paper)?.kind;
    const shown = isStated(form.business, place) || isOpenAt(findings, place);
    if (page === undefined || kind === undefined || !shown) {
      continue;
    }
    const text = textAt(form, place) ?? '';
    // That a blank is still to be filled is no word against what was read.
    const against = text.trim() === '' ? [] : (findings.get(place) ?? []);
    found.set(place, {
      reading: proposal,
      paper,
      paperName: PAPER_KIND[kind],
      page,
      crop: picture(`place/${reading}/${document}/${field}`),
      doubts: against.map(({ code, details }) => sentence(code, details)),
      settled: isSettled(proposal, text),
    });
  }
  return found;
}

function isSame(one: Evidence, other: Evidence | undefined): boolean {
  return (
    other !== undefined &&
    one.reading === other.reading &&
    one.page === other.page &&
    one.paperName === other.paperName &&
    one.settled === other.settled &&
    one.doubts.join() === other.doubts.join()
  );
}

/** `next`, or `before` where nothing is different, so that fields need not be drawn anew. */
export function keptEvidence(
  before: ReadonlyMap<string, Evidence>,
  next: ReadonlyMap<string, Evidence>,
): ReadonlyMap<string, Evidence> {
  const same =
    before.size === next.size && [...next].every(([path, one]) => isSame(one, before.get(path)));
  return same ? before : next;
}
