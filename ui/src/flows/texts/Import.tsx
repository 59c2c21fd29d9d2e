/** The firm's own text: name, first day, file; what was found is confirmed before it is a draft. */
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { type TextImported, type TextLine, useAct } from '../../backend';
import { FailureNote } from '../../parts/FailureNote';
import { PageHead } from '../../parts/PageHead';
import { go } from '../../route';
import { FileDrop } from './FileDrop';
import { FoundList } from './FoundList';
import { HeadFields, newHead } from './HeadFields';
import { withHead } from './head';
import './editor.css';
import './import.css';
import { Preview } from './Preview';
import { EDITOR, IMPORT } from './text';

/** Larger than any agreement; the desk's own limit is lower and says so in its words. */
const LARGEST = 32 * 1024 * 1024;

/** What the screen needs. */
export interface ImportProps {
  lines: readonly TextLine[];
  onClose: () => void;
}

/** The screen. */
export function Import({ lines, onClose }: ImportProps) {
  const { message } = App.useApp();
  const [head, setHead] = useState(() => newHead(lines, new Date()));
  const { file, note, read, take } = useReading(head);
  const save = useAct('text_save');
  const imported = read.data;
  const keep = () =>
    imported &&
    save.mutate(
      { id: null, text: withHead(imported.text, { ...head, name: head.name.trim() }) },
      {
        onSuccess: ({ line }) => {
          void message.success(IMPORT.kept);
          go({ at: 'text', id: line.id });
        },
      },
    );
  return (
    <div className="text-desk" data-testid="text-import">
      <PageHead title={IMPORT.title} onBack={onClose} aside={!imported && IMPORT.lead}>
        {imported && (
          <Button
            type="primary"
            loading={save.isPending}
            disabled={head.name.trim() === '' || read.isPending}
            onClick={keep}
            data-testid="import-keep"
          >
            {IMPORT.keep}
          </Button>
        )}
      </PageHead>
      <section className="text-import panel">
        <HeadFields head={head} onChange={setHead} failure={save.error ?? read.error} />
        <FileDrop
          busy={read.isPending}
          small={imported !== undefined}
          name={imported && file?.name}
          onFile={(chosen) => void take(chosen)}
        />
      </section>
      {note && <Alert type="error" showIcon title={note} data-testid="import-note" />}
      <FailureNote failure={read.error ?? save.error} />
      {imported && <Confirm imported={imported} />}
    </div>
  );
}

function useReading(head: { name: string; effective: string }) {
  const [file, setFile] = useState<File>();
  const [note, setNote] = useState<string | null>(null);
  const read = useAct('text_import');
  const take = async (chosen: File) => {
    if (chosen.size > LARGEST) {
      setNote(IMPORT.tooLarge);
      return;
    }
    const bytes = await chosen.arrayBuffer().catch(() => null);
    setNote(bytes ? null : IMPORT.unreadable);
    if (bytes) {
      setFile(chosen);
      read.mutate({ ...head, bytes: [...new Uint8Array(bytes)] });
    }
  };
  return { file, note, read, take };
}

/** What was found at the left, how it will look at the right. */
function Confirm({ imported }: { imported: TextImported }) {
  const [current, setCurrent] = useState<number>();
  return (
    <div className="text-panes">
      <FoundList found={imported.found} current={current} onPick={setCurrent} />
      <section className="text-pane panel">
        <header>
          <h2>{EDITOR.preview}</h2>
          <small>{IMPORT.unnamedNext}</small>
        </header>
        <Preview
          preview={imported.checked.preview}
          current={current}
          onPick={(line) => setCurrent(line)}
        />
      </section>
    </div>
  );
}
