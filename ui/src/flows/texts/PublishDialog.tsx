/** Before an edition is published: what that does, and what the checker still says. */
import { App } from 'antd';
import { type TextLine, useAct, useCommand } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { DialogFoot } from '../../parts/DialogFoot';
import { today } from '../../parts/dates';
import { FailureNote } from '../../parts/FailureNote';
import { FindingList } from './Findings';
import { PUBLISH } from './text';
import { outlook } from './use';

/** What the dialog needs. */
export interface PublishDialogProps {
  id: number;
  /** The text as it is kept. */
  text: string;
  lines: readonly TextLine[];
  onLine: (line: number) => void;
  onClose: () => void;
}

/** Errors forbid it; warnings and hints are listed. */
export function PublishDialog({ id, text, lines, onLine, onClose }: PublishDialogProps) {
  const { message } = App.useApp();
  const checked = useCommand('text_check', { text });
  const publish = useAct('text_publish');
  const findings = checked.data?.findings ?? [];
  const errors = findings.filter(({ severity }) => severity === 'error');
  const { name = '', effective = '' } = checked.data?.preview ?? {};
  const submit = () =>
    publish.mutate(
      { id },
      {
        onSuccess: () => {
          void message.success(PUBLISH.done);
          onClose();
        },
      },
    );
  return (
    <Dialog title={PUBLISH.title(name)} width={640} onClose={onClose} testId="publish-dialog">
      <div className="text-dialog">
        {effective && errors.length === 0 && (
          <ul className="text-means">
            <Means id={id} effective={effective} lines={lines} />
            <li>{PUBLISH.kept}</li>
            <li>{PUBLISH.fixed}</li>
          </ul>
        )}
        {checked.data && (
          <p className="text-verdict" data-forbids={errors.length > 0}>
            {errors.length > 0
              ? PUBLISH.errors(errors.length)
              : findings.length > 0
                ? PUBLISH.warnings(findings.length)
                : PUBLISH.clean}
          </p>
        )}
        {findings.length > 0 && (
          <div className="text-dialog-findings">
            <FindingList findings={errors.length > 0 ? errors : findings} onPick={onLine} />
          </div>
        )}
        <FailureNote failure={checked.error ?? publish.error} />
        <DialogFoot
          submit={PUBLISH.submit}
          busy={publish.isPending}
          disabled={!checked.data || errors.length > 0}
          onClose={onClose}
          onSubmit={submit}
          testId="publish-confirm"
        />
      </div>
    </Dialog>
  );
}

function Means(props: { id: number; effective: string; lines: readonly TextLine[] }) {
  const { outlook: means, next } = outlook(props, props.lines, today(new Date()));
  return (
    <>
      <li data-heavy={means.when === 'never'}>
        {means.when === 'from' && PUBLISH.from(means.day)}
        {means.when === 'now' && PUBLISH.now}
        {means.when === 'never' && PUBLISH.later(means.name, means.day)}
      </li>
      {next && <li>{PUBLISH.until(next.name, next.effective)}</li>}
    </>
  );
}
