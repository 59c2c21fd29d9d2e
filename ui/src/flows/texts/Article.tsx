/** One article of two editions: the old lines at the left, the new ones at the right. */
import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { useId, useState } from 'react';
import type { ArticleChange, DiffRun, Pair } from '../../backend';
import { CHANGE, COMPARE } from './text';

/** What is shown. */
export interface ArticleProps {
  article: ArticleChange;
  /** Whether its lines are seen at first. */
  unfolded: boolean;
}

/** The article; its head folds it. */
export function Article({ article, unfolded }: ArticleProps) {
  const [open, setOpen] = useState(unfolded);
  const lines = useId();
  const { kind, old_head: old, new_head: fresh } = article;
  const head = old && fresh && old !== fresh ? `${old} → ${fresh}` : fresh || old;
  return (
    <section className="compare-article panel" data-kind={kind}>
      <button
        type="button"
        className="compare-head"
        aria-expanded={open}
        aria-controls={lines}
        onClick={() => setOpen(!open)}
        data-testid={`article-${head}`}
      >
        {open ? <DownOutlined /> : <RightOutlined />}
        <span className="compare-count" data-kind={kind}>
          {CHANGE[kind]}
        </span>
        <b>{head}</b>
      </button>
      {open && (
        <div className="compare-lines" id={lines}>
          {article.lines.map((pair, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place.
            <Line key={at} pair={pair} />
          ))}
        </div>
      )}
    </section>
  );
}

function Line({ pair }: { pair: Pair }) {
  const words = [...pair.old, ...pair.new];
  const onlyLook = pair.kind === 'changed' && words.every(({ changed }) => !changed);
  return (
    <div className="compare-line" data-kind={pair.kind}>
      <Side runs={pair.old} side="old" kind={pair.kind} />
      <Side runs={pair.new} side="fresh" kind={pair.kind} />
      {onlyLook && <small>{COMPARE.look}</small>}
    </div>
  );
}

/** What is said to those who listen is what the mark says to those who look. */
function Side(props: { runs: readonly DiffRun[]; side: 'old' | 'fresh'; kind: Pair['kind'] }) {
  const { runs, side, kind } = props;
  if (runs.length === 0) {
    return <div className="compare-side" data-absent title={COMPARE.absent} />;
  }
  const marked = runs.some(({ changed }) => changed);
  const Mark = side === 'old' ? 'del' : 'ins';
  return (
    <div className="compare-side" data-side={side} data-marked={marked && kind !== 'same'}>
      {runs.map((run, at) =>
        run.changed ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place.
          <Mark key={at}>
            <span className="only-heard">{side === 'old' ? COMPARE.removed : COMPARE.added}</span>
            {run.text}
          </Mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place.
          <span key={at}>{run.text}</span>
        ),
      )}
    </div>
  );
}
