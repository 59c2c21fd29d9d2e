/** Before a draft is thrown away. */
import { App } from 'antd';
import { type TextLine, useAct } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { DialogFoot } from '../../parts/DialogFoot';
import { FailureNote } from '../../parts/FailureNote';
import { go } from '../../route';
import { DISCARD } from './text';

/** Asks once more. */
export function DiscardDialog({ line, onClose }: { line: TextLine; onClose: () => void }) {
  const { message } = App.useApp();
  const discard = useAct('text_discard');
  const submit = () =>
    discard.mutate(
      { id: line.id },
      {
        onSuccess: () => {
          void message.success(DISCARD.done);
          onClose();
          go({ at: 'texts' });
        },
      },
    );
  return (
    <Dialog title={DISCARD.title(line.name)} onClose={onClose} testId="discard-dialog">
      <div className="text-dialog">
        <p>{DISCARD.lead}</p>
        <FailureNote failure={discard.error} />
        <DialogFoot
          submit={DISCARD.submit}
          busy={discard.isPending}
          danger
          onClose={onClose}
          onSubmit={submit}
          testId="discard-confirm"
        />
      </div>
    </Dialog>
  );
}
