import type { Finding } from '../../../backend';
import { sentence } from '../../../errors';
import styles from './findingLines.module.css';

/** Findings as sentences, for what is no single field. */
export function FindingLines(props: { findings: readonly Finding[] }) {
  if (props.findings.length === 0) {
    return null;
  }
  return (
    <ul className={styles.lines}>
      {props.findings.map((finding) => (
        <li key={`${finding.field} ${finding.code}`} data-gravity={finding.gravity} role="alert">
          {sentence(finding.code, finding.details)}
        </li>
      ))}
    </ul>
  );
}
