/** The editions of the agreement's text: list, new drafts, import, the way to a comparison. */
import { DiffOutlined, ImportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { type TextLine, useCommand } from '../../backend';
import { useDesk } from '../../desk';
import { FailureNote } from '../../parts/FailureNote';
import { PageHead } from '../../parts/PageHead';
import { go } from '../../route';
import { ComparePick } from './ComparePick';
import { EditionTable } from './EditionTable';
import { Import } from './Import';
import { NewDraft } from './NewDraft';
import './texts.css';
import { TEXTS } from './text';

/** The screen. */
export function Texts() {
  const edits = useDesk().may('keep_firm');
  const list = useCommand('text_list', null);
  const [base, setBase] = useState<TextLine | null>(null);
  const [open, setOpen] = useState<'import' | 'compare' | null>(null);
  const close = () => setOpen(null);
  const lines = list.data ?? [];
  if (open === 'import') {
    return <Import lines={lines} onClose={close} />;
  }
  return (
    <>
      <PageHead title={TEXTS.title} aside={edits ? TEXTS.lead : TEXTS.readOnly}>
        <Button
          icon={<DiffOutlined />}
          disabled={lines.length < 2}
          onClick={() => setOpen('compare')}
          data-testid="texts-compare"
        >
          {TEXTS.compare}
        </Button>
        {edits && (
          <Button
            type="primary"
            icon={<ImportOutlined />}
            disabled={!list.data}
            onClick={() => setOpen('import')}
            data-testid="texts-import"
          >
            {TEXTS.import}
          </Button>
        )}
      </PageHead>
      <FailureNote failure={list.error} onRetry={() => void list.refetch()} />
      <section className="panel">
        <EditionTable
          lines={list.data}
          loading={list.isPending}
          {...(edits && { onDraft: setBase })}
        />
      </section>
      {base && <NewDraft base={base} lines={lines} onClose={() => setBase(null)} />}
      {open === 'compare' && (
        <ComparePick
          lines={lines}
          onPick={(old, fresh) => go({ at: 'text-compare', old, new: fresh })}
          onClose={close}
        />
      )}
    </>
  );
}
