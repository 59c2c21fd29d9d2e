/** Money taken in from the list: the account's own dialog, once its floor is known. */
import { useCommand } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { FailureNote } from '../../parts/FailureNote';
import { PayDialog } from '../accounts/deeds/PayDialog';
import { ARREARS } from './text';

/** The dialog of an account that is only known by its number. */
export function PayHere({ account, onClose }: { account: number; onClose: () => void }) {
  const found = useCommand('account_show', { account });
  if (found.data) {
    return <PayDialog view={found.data} onClose={onClose} />;
  }
  return (
    found.error && (
      <Dialog title={ARREARS.pay} onClose={onClose}>
        <FailureNote failure={found.error} onRetry={() => void found.refetch()} />
      </Dialog>
    )
  );
}
