/** What became of a file, in plain words. */
import type { CallFileLine } from '../../backend';
import { formatRoute } from '../../route';
import { RESULT } from './text';

/** The result in a few short sentences; what somebody must see to stands out. */
export function Result({ line }: { line: CallFileLine }) {
  return (
    <div className="calls-result" data-testid={`result-${line.id}`}>
      <b>{line.imported > 0 ? RESULT.imported(line.imported) : RESULT.nothingNew}</b>
      {line.from && line.to && <span>{RESULT.days(line.from, line.to)}</span>}
      {line.duplicate > 0 && <span>{RESULT.duplicate(line.duplicate)}</span>}
      {line.waiting > 0 && (
        <a
          className="calls-todo"
          href={formatRoute({ at: 'quarantine', file: line.id })}
          data-testid={`result-waiting-${line.id}`}
        >
          {RESULT.waiting(line.waiting)}
        </a>
      )}
      {line.waiting === 0 && line.quarantined > 0 && (
        <span>{RESULT.allMended(line.quarantined)}</span>
      )}
      {line.not_rated > 0 && <span className="calls-todo">{RESULT.notRated(line.not_rated)}</span>}
      <Totals line={line} />
    </div>
  );
}

function Totals({ line }: { line: CallFileLine }) {
  if (line.sums_differ.length > 0) {
    return (
      <span className="calls-todo">
        {RESULT.totalsDiffer(line.skipped_totals)}
        {line.sums_differ.join('；')}
      </span>
    );
  }
  return line.skipped_totals > 0 ? <span>{RESULT.totals(line.skipped_totals)}</span> : null;
}
