/** How far the writing of statements is, and where they lie in the end. */
import { Alert, App, Button, Progress } from 'antd';
import { type ExportRun, useAct } from '../../backend';
import { FailureNote } from '../../parts/FailureNote';
import { COMMON } from '../../text';
import { EXPORT } from './text';
import '../../parts/DialogFoot.css';

/** What the part needs. */
export interface ExportProgressProps {
  run: ExportRun;
  onAgain: () => void;
  onClose: () => void;
}

/** Progress, then the folder. */
export function ExportProgress({ run, onAgain, onClose }: ExportProgressProps) {
  const stop = useAct('export_cancel');
  const percent = run.total > 0 ? Math.floor((run.done / run.total) * 100) : 0;
  return (
    <div className="export-form" data-testid="export-progress" data-over={run.over}>
      {run.over ? (
        <Outcome run={run} />
      ) : (
        <>
          <Progress percent={percent} aria-label={EXPORT.doing(run.done, run.total)} />
          <p className="figures">{EXPORT.doing(run.done, run.total)}</p>
        </>
      )}
      <FailureNote failure={run.failure ?? stop.error} />
      <div className="dialog-foot">
        {run.over ? (
          <>
            <Button onClick={onAgain}>{EXPORT.again}</Button>
            <Button type="primary" autoFocus onClick={onClose} data-testid="export-close">
              {COMMON.close}
            </Button>
          </>
        ) : (
          <Button
            onClick={() => stop.mutate(null)}
            loading={stop.isPending}
            data-testid="export-stop"
          >
            {EXPORT.stop}
          </Button>
        )}
      </div>
    </div>
  );
}

function Outcome({ run }: { run: ExportRun }) {
  const { message } = App.useApp();
  if (run.failure && run.done === 0) {
    return null;
  }
  const whole = run.done === run.total && !run.failure;
  return (
    <Alert
      type={whole ? 'success' : 'info'}
      showIcon
      title={whole ? EXPORT.done(run.total) : EXPORT.stopped(run.done)}
      description={
        <div className="export-folder">
          <span data-testid="export-folder">{run.folder}</span>
          <Button
            size="small"
            onClick={() =>
              void navigator.clipboard
                .writeText(run.folder)
                .then(() => message.success(COMMON.copied))
            }
          >
            {EXPORT.copy}
          </Button>
        </div>
      }
    />
  );
}
