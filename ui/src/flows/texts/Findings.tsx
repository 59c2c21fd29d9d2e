/** What the checker says of a text; each finding leads to its line. */
import type { Severity, TextFindingView } from '../../backend';
import './findings.css';
import { FINDINGS, SEVERITY } from './text';

const ORDER: readonly Severity[] = ['error', 'warning', 'hint'];

/** Heaviest first, then by line. */
export function sorted(findings: readonly TextFindingView[]): TextFindingView[] {
  return [...findings].sort(
    (one, other) =>
      ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity) || one.line - other.line,
  );
}

/** How grave a finding is: a word with a colour and a shape of its own. */
export function SeverityTag({ severity, count }: { severity: Severity; count?: number }) {
  const word = SEVERITY[severity];
  return (
    <span className="text-severity" data-severity={severity}>
      {count === undefined ? word : FINDINGS.count(word, count)}
    </span>
  );
}

/** The findings under each other. */
export function FindingList(props: {
  findings: readonly TextFindingView[];
  onPick?: (line: number) => void;
}) {
  return (
    <ul className="text-findings">
      {sorted(props.findings).map((finding) => (
        <li key={`${finding.rule} ${finding.line} ${finding.message}`}>
          <button
            type="button"
            disabled={!props.onPick}
            onClick={() => props.onPick?.(finding.line)}
            data-testid={`finding-${finding.rule}-${finding.line}`}
          >
            <SeverityTag severity={finding.severity} />
            <span>{finding.message}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** How many of each. */
export function FindingCounts({ findings }: { findings: readonly TextFindingView[] }) {
  return ORDER.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 && <SeverityTag key={severity} severity={severity} count={count} />;
  });
}

/** The list under the editor, with its head. */
export function Findings(props: {
  findings: readonly TextFindingView[];
  onPick?: (line: number) => void;
}) {
  return (
    <section className="text-checked panel" aria-label={FINDINGS.title} data-testid="findings">
      <header>
        <h2>{FINDINGS.title}</h2>
        {props.findings.length === 0 ? (
          <span className="text-checked-none">{FINDINGS.none}</span>
        ) : (
          <FindingCounts findings={props.findings} />
        )}
      </header>
      {props.findings.length > 0 && <FindingList {...props} />}
    </section>
  );
}
