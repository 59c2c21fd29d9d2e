/** A credit, debit, refund or forfeiture, with its reason. */
import { useState } from 'react';
import { type AccountView, useAct } from '../../../backend';
import { DeedForm } from '../../../parts/DeedForm';
import { Dialog } from '../../../parts/Dialog';
import { readYuan, yuan } from '../../../parts/money';
import { saysWhy } from '../../../parts/reason';
import { ENTRY_KIND } from '../../../text';
import { BY_HAND, type ByHand, balanceBecomes, ENTRY } from '../text';
import { FillButton, SumField, WordsField } from './fields';
import { useDone } from './useDone';

/** What the dialog needs. */
export interface EntryDialogProps {
  view: AccountView;
  kind: ByHand;
  onClose: () => void;
}

/** Whether a violation froze the balance (协议四（一）4、5). */
export function isFrozen(view: AccountView): boolean {
  const now = view.suspensions.find((line) => line.until === null);
  return now?.reason === 'forbidden_business' || now?.reason === 'forbidden_content';
}

/** Books an entry by hand. */
export function EntryDialog({ view, kind, onClose }: EntryDialogProps) {
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const add = useAct('entry_add');
  const done = useDone(ENTRY.done(ENTRY_KIND[kind]), onClose);
  const { line } = view;
  const { lead, submit, usual, whole } = BY_HAND[kind];
  const fen = readYuan(amount);
  const after = line.balance + (kind === 'credit' ? 1 : -1) * (fen ?? 0);
  const becomes = fen === undefined ? '' : balanceBecomes(yuan(line.balance), yuan(after));
  return (
    <Dialog title={ENTRY.title(ENTRY_KIND[kind], line.shown)} onClose={onClose}>
      <DeedForm
        lead={`${lead}${becomes}`}
        failure={add.error}
        submit={submit}
        busy={add.isPending}
        ready={fen !== undefined && saysWhy(reason)}
        danger={kind === 'forfeiture'}
        onSubmit={() =>
          add.mutate(
            { account: line.account, kind, amount: amount.trim(), reason: reason.trim() },
            done,
          )
        }
        onClose={onClose}
        testId="entry"
      >
        {kind === 'refund' && isFrozen(view) && (
          <p className="deed-warning" data-testid="entry-frozen">
            {ENTRY.frozen}
          </p>
        )}
        <SumField label={ENTRY.amount} value={amount} onChange={setAmount} testId="entry-amount" />
        {whole && line.balance > 0 && (
          <div className="deed-usual">
            <FillButton fen={line.balance} word={ENTRY.whole} onFill={setAmount} />
          </div>
        )}
        <WordsField
          label={ENTRY.reason}
          hint={ENTRY.reasonHint}
          value={reason}
          onChange={setReason}
          usual={usual}
          testId="entry-reason"
        />
      </DeedForm>
    </Dialog>
  );
}
