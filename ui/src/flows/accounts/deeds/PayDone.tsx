/** Money has come in: how much, what the balance is now, and the receipt. */
import { FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type AccountView, type LedgerLine, useAct } from '../../../backend';
import { capitals } from '../../../parts/capitals';
import { yuan } from '../../../parts/money';
import { SavedNote } from '../../../parts/SavedNote';
import { PAY } from '../text';
import '../../../parts/DialogFoot.css';

/** The payment that `after` has and `before` had not. */
export function newPayment(before: AccountView, after: AccountView): LedgerLine | undefined {
  const known = new Set(before.entries.map((entry) => entry.id));
  return after.entries.find((entry) => entry.receipt !== null && !known.has(entry.id));
}

/** What the dialog says at its end. */
export function PayDone(props: { before: AccountView; after: AccountView; onClose: () => void }) {
  const { before, after, onClose } = props;
  const receipt = useAct('receipt_save');
  const entry = newPayment(before, after);
  return (
    <div className="pay-done" data-testid="pay-done">
      <div className="pay-done-sum">
        <b className="pay-done-figure">{PAY.done(yuan(entry?.amount ?? 0))}</b>
        <p>{capitals(entry?.amount ?? 0)}</p>
        <p className="figures">
          {PAY.after(yuan(after.line.balance))}
          {entry?.receipt && `　${PAY.receipt(entry.receipt)}`}
        </p>
      </div>
      <SavedNote
        saved={receipt.data}
        failure={receipt.error}
        onClose={receipt.reset}
        testId="receipt-saved"
      />
      <div className="dialog-foot">
        {entry && (
          <Button
            type="primary"
            icon={<FilePdfOutlined />}
            loading={receipt.isPending}
            onClick={() => receipt.mutate({ entry: entry.id })}
            autoFocus
            data-testid="pay-receipt"
          >
            {PAY.save}
          </Button>
        )}
        <Button onClick={onClose} data-testid="pay-finish">
          {PAY.finish}
        </Button>
      </div>
    </div>
  );
}
