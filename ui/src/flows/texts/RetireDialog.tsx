/** Before an edition is retired: what is printed then. */
import { App } from 'antd';
import { type TextLine, useAct } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { DialogFoot } from '../../parts/DialogFoot';
import { today } from '../../parts/dates';
import { FailureNote } from '../../parts/FailureNote';
import { RETIRE } from './text';
import { successor } from './use';

/** What the dialog needs. */
export interface RetireDialogProps {
  line: TextLine;
  lines: readonly TextLine[];
  onClose: () => void;
}

/** Asks once more. */
export function RetireDialog({ line, lines, onClose }: RetireDialogProps) {
  const { message } = App.useApp();
  const retire = useAct('text_retire');
  const next = successor(line, lines, today(new Date()));
  const submit = () =>
    retire.mutate(
      { id: line.id },
      {
        onSuccess: () => {
          void message.success(RETIRE.done);
          onClose();
        },
      },
    );
  return (
    <Dialog title={RETIRE.title(line.name)} onClose={onClose} testId="retire-dialog">
      <div className="text-dialog">
        <ul className="text-means">
          <li>{next ? RETIRE.now(next.name) : RETIRE.notNow}</li>
          <li>{RETIRE.kept}</li>
        </ul>
        <FailureNote failure={retire.error} />
        <DialogFoot
          submit={RETIRE.submit}
          busy={retire.isPending}
          danger
          onClose={onClose}
          onSubmit={submit}
          testId="retire-confirm"
        />
      </div>
    </Dialog>
  );
}
