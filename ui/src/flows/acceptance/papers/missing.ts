import type { Finding, PaperKind, PaperView } from '../../../backend';
import { PAPER_KIND } from '../../../text';
import type { Problems } from '../form/problems';

const HEAD = 'papers.';

/** Kinds in the order of the number keys in the viewer: 1 is the first. */
export const KINDS = Object.keys(PAPER_KIND) as PaperKind[];

/** What the review says of the papers, by kind. */
export function paperFindings(problems: Problems): ReadonlyMap<PaperKind, Finding[]> {
  const found = new Map<PaperKind, Finding[]>();
  for (const [path, findings] of problems.byPath) {
    if (path.startsWith(HEAD)) {
      found.set(path.slice(HEAD.length) as PaperKind, findings);
    }
  }
  return found;
}

/** A paper that is wanted and has not come. */
export interface Wanted {
  kind: PaperKind;
  /** Only advised: printing does not wait for it. */
  advised: boolean;
}

/** Papers that are wanted and have not come, in the order of the kinds, demanded ones first. */
export function wantedPapers(problems: Problems, papers: readonly PaperView[]): Wanted[] {
  const found = paperFindings(problems);
  const here = new Set(papers.map((paper) => paper.kind));
  const wanted = KINDS.filter((kind) => found.has(kind) && !here.has(kind)).map((kind) => ({
    kind,
    advised: found.get(kind)?.every((finding) => finding.gravity === 'warning') ?? true,
  }));
  return [...wanted.filter((one) => !one.advised), ...wanted.filter((one) => one.advised)];
}

/** The kind that a number key stands for. */
export function kindOfKey(key: string): PaperKind | undefined {
  return /^[1-9]$/.test(key) ? KINDS[Number(key) - 1] : undefined;
}
