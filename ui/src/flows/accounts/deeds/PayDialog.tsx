/** Money comes in: what for, how much, by what means; then its receipt. */
import { Input, Radio, Segmented } from 'antd';
import { useState } from 'react';
import { type AccountView, type Means, type PaymentKind, useAct } from '../../../backend';
import { useDesk } from '../../../desk';
import { DeedForm } from '../../../parts/DeedForm';
import { Dialog } from '../../../parts/Dialog';
import { Field } from '../../../parts/Field';
import { readYuan, yuan } from '../../../parts/money';
import { saysWhy } from '../../../parts/reason';
import { MEANS, PAYMENT_KIND } from '../../../text';
import { balanceBecomes, PAY, PAY_KIND_HINT } from '../text';
import { FillButton, SumField, WordsField } from './fields';
import { PayDone } from './PayDone';

const KINDS = Object.keys(PAYMENT_KIND) as PaymentKind[];

/** What a form of payment holds. */
interface Typed {
  kind: PaymentKind;
  amount: string;
  means: Means;
  note: string;
  reason: string;
}

/** What the dialog needs. */
export interface PayDialogProps {
  view: AccountView;
  onClose: () => void;
}

/** Takes money in, then offers the receipt. */
export function PayDialog({ view, onClose }: PayDialogProps) {
  const pay = useAct('payment_add');
  // The screen behind learns of the payment too; what was before it is kept here.
  const [before] = useState(view);
  return (
    <Dialog title={PAY.title(view.line.shown)} width={560} onClose={onClose} testId="pay-dialog">
      {pay.data ? (
        <PayDone before={before} after={pay.data} onClose={onClose} />
      ) : (
        <PayForm view={view} pay={pay} onClose={onClose} />
      )}
    </Dialog>
  );
}

/** The first payment of an account, later ones renew it. */
function begin(view: AccountView): Typed {
  const began = view.entries.some((entry) => entry.kind === 'first_payment');
  const kind = began ? 'renewal' : 'first';
  return { kind, amount: '', means: 'transfer', note: '', reason: '' };
}

function PayForm(props: PayDialogProps & { pay: ReturnType<typeof useAct<'payment_add'>> }) {
  const { view, pay, onClose } = props;
  const mayOverride = useDesk().may('override');
  const [typed, setTyped] = useState(() => begin(view));
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const fen = readYuan(typed.amount);
  const below = typed.kind === 'renewal' && fen !== undefined && fen < view.renewal_floor;
  const ready = fen !== undefined && (!below || (mayOverride && saysWhy(typed.reason)));
  const submit = () =>
    pay.mutate({
      account: view.line.account,
      kind: typed.kind,
      amount: typed.amount.trim(),
      means: typed.means,
      note: typed.note.trim(),
      override_reason: below ? typed.reason.trim() : null,
    });
  return (
    <DeedForm
      lead={tell(view, typed.kind, fen)}
      failure={pay.error}
      submit={PAY.submit}
      busy={pay.isPending}
      ready={ready}
      onSubmit={submit}
      onClose={onClose}
      testId="pay"
    >
      <KindAndFloor view={view} typed={typed} set={set} />
      <SumField
        label={PAY.amount}
        value={typed.amount}
        onChange={(amount) => set({ amount })}
        testId="pay-amount"
      />
      {below && (
        <p className="deed-warning" data-testid="pay-below">
          {PAY.below(yuan(view.renewal_floor))}
        </p>
      )}
      {below && mayOverride && (
        <WordsField
          label={PAY.override}
          hint={PAY.overrideHint}
          value={typed.reason}
          onChange={(reason) => set({ reason })}
          testId="pay-override"
        />
      )}
      <MeansAndNote typed={typed} set={set} />
    </DeedForm>
  );
}

function tell(view: AccountView, kind: PaymentKind, fen: number | undefined): string {
  if (fen === undefined) {
    return PAY.lead(PAYMENT_KIND[kind]);
  }
  const { balance } = view.line;
  const becomes = balanceBecomes(yuan(balance), yuan(balance + fen));
  return PAY.leadSum(PAYMENT_KIND[kind], yuan(fen), becomes);
}

interface PartProps {
  typed: Typed;
  set: (part: Partial<Typed>) => void;
}

/** What it is for, and how much it must be, before an amount is typed. */
function KindAndFloor({ view, typed, set }: PartProps & { view: AccountView }) {
  const least = typed.kind === 'renewal' ? view.renewal_floor : view.contract_amount;
  const rule = {
    first: PAY.contract(yuan(view.contract_amount)),
    renewal: PAY.floor(yuan(view.renewal_floor)),
    other: PAY_KIND_HINT.other,
  };
  return (
    <Field
      label={PAY.kind}
      hint={
        <span className="deed-rule" data-testid="pay-rule">
          {rule[typed.kind]}
        </span>
      }
      aside={
        typed.kind !== 'other' &&
        least > 0 && <FillButton fen={least} onFill={(amount) => set({ amount })} />
      }
    >
      <Segmented<PaymentKind>
        value={typed.kind}
        onChange={(kind) => set({ kind })}
        options={KINDS.map((value) => ({
          value,
          label: <span data-testid={`pay-kind-${value}`}>{PAYMENT_KIND[value]}</span>,
        }))}
      />
    </Field>
  );
}

function MeansAndNote({ typed, set }: PartProps) {
  return (
    <>
      <Field label={PAY.means} bare>
        <Radio.Group
          value={typed.means}
          onChange={(event) => set({ means: event.target.value })}
          options={Object.entries(MEANS).map(([value, label]) => ({ value, label }))}
        />
      </Field>
      <Field label={PAY.note} hint={PAY.noteHint}>
        <Input
          value={typed.note}
          onChange={(event) => set({ note: event.target.value })}
          maxLength={100}
          autoComplete="off"
          data-testid="pay-note"
        />
      </Field>
    </>
  );
}
