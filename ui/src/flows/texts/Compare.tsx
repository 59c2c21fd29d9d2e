/** Two editions side by side, article by article. */
import { SwapOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { type ChangeKind, useCommand } from '../../backend';
import { EmptyState } from '../../parts/EmptyState';
import { FailureNote } from '../../parts/FailureNote';
import { PageHead } from '../../parts/PageHead';
import { go, goInstead } from '../../route';
import { Article } from './Article';
import { EditionSelect } from './ComparePick';
import './compare.css';
import { CHANGE, COMPARE } from './text';

const KINDS: readonly ChangeKind[] = ['changed', 'added', 'removed', 'same'];

/** The screen. */
export function Compare({ old, fresh }: { old: number; fresh: number }) {
  const list = useCommand('text_list', null);
  const changes = useCommand('text_compare', { old, new: fresh });
  const [all, setAll] = useState(false);
  const articles = changes.data ?? [];
  const count = (kind: ChangeKind) => articles.filter((article) => article.kind === kind).length;
  const differs = articles.some(({ kind }) => kind !== 'same');
  const to = (one: number, other: number) =>
    goInstead({ at: 'text-compare', old: one, new: other });
  return (
    <>
      <PageHead
        title={COMPARE.title}
        onBack={() => go({ at: 'texts' })}
        aside={KINDS.filter((kind) => count(kind) > 0).map((kind) => (
          <span key={kind} className="compare-count" data-kind={kind}>
            {COMPARE.counts(CHANGE[kind], count(kind))}
          </span>
        ))}
      >
        {differs && count('same') > 0 && (
          <Button onClick={() => setAll(!all)} data-testid="compare-all">
            {all ? COMPARE.foldAll : COMPARE.expandAll}
          </Button>
        )}
        <Button icon={<SwapOutlined />} onClick={() => to(fresh, old)} data-testid="compare-swap">
          {COMPARE.swap}
        </Button>
      </PageHead>
      <div className="compare-sides">
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the choice is the label's control. */}
        <label>
          {COMPARE.old}
          <EditionSelect lines={list.data ?? []} value={old} onChange={(id) => to(id, fresh)} />
        </label>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the choice is the label's control. */}
        <label>
          {COMPARE.fresh}
          <EditionSelect lines={list.data ?? []} value={fresh} onChange={(id) => to(old, id)} />
        </label>
      </div>
      <FailureNote failure={list.error ?? changes.error} onRetry={() => void changes.refetch()} />
      {changes.data && !differs && (
        <div className="panel">
          <EmptyState text={COMPARE.same} />
        </div>
      )}
      {differs &&
        articles.map((article, at) => (
          <Article
            // Another state of "all" opens or folds every one anew.
            // biome-ignore lint/suspicious/noArrayIndexKey: two articles may have one head.
            key={`${old} ${fresh} ${at} ${all}`}
            article={article}
            unfolded={all || article.kind !== 'same'}
          />
        ))}
    </>
  );
}
