/** The files on their way in, each with where it stands and what can be done. */
import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { FailureNote } from '../../parts/FailureNote';
import { sizeOf } from '../../parts/quantity';
import type { CallQueue } from './queue';
import { Result } from './Result';
import type { QueuedFile } from './steps';
import { STEP } from './text';

/** What the list needs. */
export interface QueueListProps {
  queue: CallQueue;
  files: readonly QueuedFile[];
  /** Opens the columns of a file. */
  onCheck: (id: number) => void;
}

/** Files one beneath the other. */
export function QueueList({ queue, files, onCheck }: QueueListProps) {
  return (
    <ul className="calls-queue" data-testid="calls-queue">
      {files.map((file) => (
        <li key={file.id} data-at={file.step.at} data-testid={`queued-${file.id}`}>
          <div className="calls-queue-name">
            <b title={file.name}>{file.name}</b>
            {file.size > 0 && <span className="figures">{sizeOf(file.size)}</span>}
          </div>
          <div className="calls-queue-state">
            <State file={file} />
          </div>
          <div className="calls-queue-acts">
            <Acts queue={queue} file={file} onCheck={onCheck} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function State({ file: { step, size } }: { file: QueuedFile }): ReactNode {
  switch (step.at) {
    case 'waiting':
      return STEP.waiting;
    case 'sending':
      return <Bar part={size > 0 ? step.sent / size : 0} word={STEP.sending} />;
    case 'looking':
      return STEP.looking;
    case 'layout':
      return step.failure ? <FailureNote failure={step.failure} /> : <b>{STEP.layout}</b>;
    case 'ready':
      return (
        <>
          <span>{STEP.ready(step.survey.carrier ?? '')}</span>
          {step.survey.known_file && <span className="calls-known">{STEP.known}</span>}
        </>
      );
    case 'queued':
      return STEP.queued;
    case 'importing':
      return (
        <Bar
          part={step.run.part}
          word={() => (step.stopping ? STEP.stopping : STEP.importing(step.run.rows))}
        />
      );
    case 'done':
      return <Result line={step.line} />;
    case 'cancelled':
      return STEP.cancelled;
    case 'failed':
      return <FailureNote failure={step.failure} />;
  }
}

function Bar({ part, word }: { part: number; word: (percent: number) => string }) {
  const percent = Math.min(100, Math.floor(part * 100));
  return (
    <div className="calls-bar" data-testid="calls-bar">
      <Progress percent={percent} size="small" aria-label={word(percent)} />
      <span className="figures">{word(percent)}</span>
    </div>
  );
}

interface ActsProps {
  queue: CallQueue;
  file: QueuedFile;
  onCheck: (id: number) => void;
}

function Acts({ queue, file: { id, step, file }, onCheck }: ActsProps) {
  const out = (
    <Button type="text" onClick={() => queue.remove(id)} data-testid={`queued-remove-${id}`}>
      {STEP.remove}
    </Button>
  );
  if (step.at === 'importing') {
    return (
      <Button onClick={queue.cancel} disabled={step.stopping} data-testid="calls-cancel">
        {STEP.cancel}
      </Button>
    );
  }
  const mayRetry = (step.at === 'failed' || step.at === 'cancelled') && file !== null;
  return (
    <>
      {(step.at === 'layout' || step.at === 'ready') && (
        <Button
          type={step.at === 'layout' ? 'primary' : 'default'}
          onClick={() => onCheck(id)}
          data-testid={`queued-check-${id}`}
        >
          {step.at === 'layout' ? STEP.check : STEP.change}
        </Button>
      )}
      {mayRetry && (
        <Button onClick={() => queue.again(id)} data-testid={`queued-again-${id}`}>
          {STEP.again}
        </Button>
      )}
      {step.at !== 'looking' && out}
    </>
  );
}
