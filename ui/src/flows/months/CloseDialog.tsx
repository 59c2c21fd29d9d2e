/** Closing a month: what will happen, in plain figures, before somebody confirms. */
import { Alert, App, Checkbox } from 'antd';
import { useState } from 'react';
import { type MonthSheet, useAct, useLastDeed } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { DialogFoot } from '../../parts/DialogFoot';
import { FailureNote } from '../../parts/FailureNote';
import { LongWork } from '../../parts/LongWork';
import { yuan } from '../../parts/money';
import { type Closing, closingOf } from './lines';
import { CLOSE } from './text';

/** The dialog; what will be left out must be agreed to. */
export function CloseDialog({ sheet, onClose }: { sheet: MonthSheet; onClose: () => void }) {
  const { message } = App.useApp();
  const close = useAct('month_close');
  const since = useLastDeed('month_close')?.since;
  const [agreed, setAgreed] = useState(false);
  const closing = closingOf(sheet);
  const submit = () => {
    const onSuccess = () => {
      void message.success(CLOSE.done(sheet.month, closing.charged));
      onClose();
    };
    close.mutate({ month: sheet.month }, { onSuccess });
  };
  return (
    <Dialog title={CLOSE.title(sheet.month)} width={480} onClose={onClose} testId="close-dialog">
      <div className="close-month">
        <p>{CLOSE.lead(closing.numbers)}</p>
        <Figures sheet={sheet} closing={closing} />
        {closing.negative > 0 && (
          <p data-testid="close-negative">{CLOSE.negative(closing.negative)}</p>
        )}
        {closing.odd > 0 && <p data-testid="close-odd">{CLOSE.odd(closing.odd)}</p>}
        {closing.leavesOut && (
          <Alert
            type="warning"
            showIcon
            title={CLOSE.left(sheet.quarantined, sheet.not_rated)}
            description={
              <>
                <p>{CLOSE.leftMeaning}</p>
                <Checkbox
                  checked={agreed}
                  onChange={(event) => setAgreed(event.target.checked)}
                  data-testid="close-agree"
                >
                  {CLOSE.leftAgreed}
                </Checkbox>
              </>
            }
            data-testid="close-left"
          />
        )}
        <p className="close-final">{CLOSE.final}</p>
        {close.isPending && since !== undefined && (
          <LongWork doing={CLOSE.doing} since={since} testId="close-doing" />
        )}
        <FailureNote failure={close.error} />
        <DialogFoot
          submit={CLOSE.submit}
          busy={close.isPending}
          disabled={closing.leavesOut && !agreed}
          onClose={onClose}
          onSubmit={submit}
          testId="close-confirm"
        />
      </div>
    </Dialog>
  );
}

function Figures({ sheet: { total }, closing }: { sheet: MonthSheet; closing: Closing }) {
  const lines: [string, number, string][] = [
    [CLOSE.rated, total.rated, ''],
    [CLOSE.top_up, total.top_up, ''],
    [CLOSE.fees, total.fees, ''],
    [CLOSE.charged, closing.charged, 'sum'],
    [CLOSE.closing, total.closing, 'after'],
  ];
  return (
    <dl className="close-figures">
      {lines.map(([word, fen, name]) => (
        <div key={word} data-name={name}>
          <dt>{word}</dt>
          <dd className="figures">{yuan(fen)}</dd>
        </div>
      ))}
    </dl>
  );
}
