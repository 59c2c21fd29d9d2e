/** Takes an entry back by its opposite. */
import { type AccountView, type LedgerLine, useAct } from '../../../backend';
import { ConfirmReason } from '../../../parts/ConfirmReason';
import { signedYuan, yuan } from '../../../parts/money';
import { ENTRY_KIND } from '../../../text';
import { balanceBecomes, REVERSE } from '../text';
import { useDone } from './useDone';

/** What the dialog needs. */
export interface ReverseDialogProps {
  view: AccountView;
  entry: LedgerLine;
  onClose: () => void;
}

/** Asks why. */
export function ReverseDialog({ view, entry, onClose }: ReverseDialogProps) {
  const reverse = useAct('entry_reverse');
  const done = useDone(REVERSE.done, onClose);
  const { account, balance } = view.line;
  return (
    <ConfirmReason
      open
      title={REVERSE.title}
      confirm={REVERSE.confirm}
      usual={REVERSE.usual}
      busy={reverse.isPending}
      failure={reverse.error}
      onConfirm={(reason) => reverse.mutate({ account, entry: entry.id, reason }, done)}
      onClose={onClose}
      testId="reverse"
    >
      <p className="deed-lead" data-testid="reverse-lead">
        {REVERSE.lead(ENTRY_KIND[entry.kind], entry.on, signedYuan(-entry.amount))}
        {balanceBecomes(yuan(balance), yuan(balance - entry.amount))}
      </p>
    </ConfirmReason>
  );
}
