/** Which edition is printed when, told before it is published or retired. */
import type { TextLine } from '../../backend';

type Dated = Pick<TextLine, 'id' | 'name' | 'effective' | 'state'>;

/** The published editions but this one. */
function others(lines: readonly Dated[], id: number): Dated[] {
  return lines.filter((line) => line.id !== id && line.state === 'published');
}

/** The one that started last of those that have started on a day. */
function startedLast(lines: readonly Dated[], day: string): Dated | undefined {
  return lines
    .filter(({ effective }) => effective <= day)
    .sort((one, other) => one.effective.localeCompare(other.effective) || one.id - other.id)
    .at(-1);
}

/** What publishing does. */
export type PublishOutlook =
  /** Printed from its first day on. */
  | { when: 'from'; day: string }
  /** Its first day has come. */
  | { when: 'now' }
  /** Its first day has come, but another one's came later. */
  | { when: 'never'; name: string; day: string };

/** What publishing an edition of this first day does, and what follows it. */
export function outlook(
  edition: { id: number; effective: string },
  lines: readonly Dated[],
  today: string,
): { outlook: PublishOutlook; next: Dated | undefined } {
  const rest = others(lines, edition.id);
  const next = rest
    .filter(({ effective }) => effective > edition.effective && effective > today)
    .sort((one, other) => one.effective.localeCompare(other.effective))[0];
  if (edition.effective > today) {
    return { outlook: { when: 'from', day: edition.effective }, next };
  }
  const last = startedLast(rest, today);
  return last && last.effective > edition.effective
    ? { outlook: { when: 'never', name: last.name, day: last.effective }, next: undefined }
    : { outlook: { when: 'now' }, next };
}

/** The edition printed today once this one is retired; none where that changes nothing. */
export function successor(edition: TextLine, lines: readonly Dated[], today: string) {
  return edition.in_force ? startedLast(others(lines, edition.id), today) : undefined;
}

/** The edition that is printed instead of one whose turn is over. */
export function replacedBy(edition: TextLine, lines: readonly TextLine[]): TextLine | undefined {
  const now = lines.find(({ in_force }) => in_force);
  return now && edition.state === 'published' && edition.effective < now.effective
    ? now
    : undefined;
}
