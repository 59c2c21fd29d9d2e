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
          {stretches(article).map(({ first, pairs, folds }) => (
            <Stretch key={first} pairs={pairs} folds={folds} />
          ))}
        </div>
      )}
    </section>
  );
}

interface Stretched {
  /** Number of its first line. */
  first: number;
  pairs: Pair[];
  folds: boolean;
}

/** Fewer lines that are the same are not worth a click. */
const WORTH_FOLDING = 3;

/** Lines in stretches that are the same or not; long ones that are, in a changed article, fold. */
function stretches({ kind, lines }: ArticleChange): Stretched[] {
  const found: Stretched[] = [];
  lines.forEach((pair, at) => {
    const last = found.at(-1);
    const same = pair.kind === 'same';
    if (last && (last.pairs[0]?.kind === 'same') === same) {
      last.pairs.push(pair);
      last.folds = same && kind === 'changed' && last.pairs.length >= WORTH_FOLDING;
    } else {
      found.push({ first: at, pairs: [pair], folds: false });
    }
  });
  return found;
}

function Stretch({ pairs, folds }: { pairs: readonly Pair[]; folds: boolean }) {
  const [open, setOpen] = useState(!folds);
  if (!open) {
    return (
      <button type="button" className="compare-fold" onClick={() => setOpen(true)}>
        <RightOutlined /> {COMPARE.unchangedLines(pairs.length)}
      </button>
    );
  }
  return pairs.map((pair, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place.
    <Line key={at} pair={pair} />
  ));
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
