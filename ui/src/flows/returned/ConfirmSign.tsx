/** Confirming from the list that an agreement is signed. */
import { useCommand } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { FailureNote } from '../../parts/FailureNote';
import { SIGN } from '../../text';
import { SignDialog } from '../agreements/SignDialog';

/** The dialog of the agreement's own screen, once it is known. */
export function ConfirmSign({ number, onClose }: { number: string; onClose: () => void }) {
  const agreement = useCommand('agreement_show', { number });
  if (agreement.data) {
    return <SignDialog agreement={agreement.data} onClose={onClose} />;
  }
  if (!agreement.error) {
    return null;
  }
  return (
    <Dialog title={SIGN.title} width={480} onClose={onClose}>
      <FailureNote failure={agreement.error} onRetry={() => void agreement.refetch()} />
    </Dialog>
  );
}
