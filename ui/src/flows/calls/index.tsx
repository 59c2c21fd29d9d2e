/** Call records: bringing them in, what became of them, and the way to rows set aside. */
import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../../backend';
import { FailureNote } from '../../parts/FailureNote';
import { KeyHint } from '../../parts/KeyHint';
import { PageHead } from '../../parts/PageHead';
import { formatRoute, go } from '../../route';
import { useCallQueue } from './CallQueueProvider';
import { DropArea } from './DropArea';
import { FileTable } from './FileTable';
import { LayoutDialog } from './LayoutDialog';
import { QueueList } from './QueueList';
import { isOver, type QueuedFile } from './steps';
import { CALLS } from './text';
import './calls.css';

/** The screen. */
export function Calls() {
  const { queue, files } = useCallQueue();
  const imported = useCommand('calls_files', null);
  const [checked, setChecked] = useState<number | null>(null);
  const waiting = imported.data?.reduce((sum, line) => sum + line.waiting, 0) ?? 0;
  const open = files.find(({ id }) => id === checked);
  return (
    <>
      <PageHead title={CALLS.title}>
        <Button
          icon={waiting > 0 ? <WarningOutlined /> : undefined}
          disabled={imported.data === undefined}
          href={formatRoute({ at: 'quarantine', file: null })}
          onClick={(event) => {
            event.preventDefault();
            go({ at: 'quarantine', file: null });
          }}
          data-testid="calls-quarantine"
        >
          {waiting > 0 ? CALLS.waitingRows(waiting) : CALLS.noRows}
        </Button>
      </PageHead>
      <div className="calls">
        <DropArea small={files.length > 0} onFiles={queue.add} />
        {files.length > 0 && (
          <section className="panel">
            <QueueHead files={files} onImport={queue.importReady} onTidy={queue.tidy} />
            <QueueList queue={queue} files={files} onCheck={setChecked} />
          </section>
        )}
        <FailureNote failure={imported.error} onRetry={() => void imported.refetch()} />
        <section className="panel">
          <header className="calls-head">
            <h2>{CALLS.files}</h2>
          </header>
          <FileTable files={imported.data} />
        </section>
      </div>
      {(open?.step.at === 'layout' || open?.step.at === 'ready') && (
        <LayoutDialog
          key={open.id}
          step={open.step}
          carriers={[...new Set(imported.data?.map(({ carrier }) => carrier))]}
          onConfirm={(wanted) => {
            queue.confirm(open.id, wanted);
            setChecked(null);
          }}
          onClose={() => setChecked(null)}
        />
      )}
    </>
  );
}

interface QueueHeadProps {
  files: readonly QueuedFile[];
  onImport: () => void;
  onTidy: () => void;
}

/** One key imports all that was recognised: the button takes the focus when nothing else has it. */
function QueueHead({ files, onImport, onTidy }: QueueHeadProps) {
  const ready = files.filter(({ step }) => step.at === 'ready').length;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (ready > 0 && document.activeElement === document.body) {
      button.current?.focus();
    }
  }, [ready]);
  return (
    <header className="calls-head">
      <h2>{CALLS.queue}</h2>
      {files.some(isOver) && (
        <Button type="text" onClick={onTidy} data-testid="calls-tidy">
          {CALLS.tidy}
        </Button>
      )}
      {ready > 0 && (
        <Button ref={button} type="primary" onClick={onImport} data-testid="calls-import">
          {CALLS.importReady(ready)}
          <KeyHint keys="Enter" />
        </Button>
      )}
    </header>
  );
}
