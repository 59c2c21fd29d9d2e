/** Answers a dispute: upheld with a credit, or rejected; with the words that are printed. */
import { App, Button, Input, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { type DisputeView, useAct } from '../../backend';
import { AmountField } from '../../parts/AmountField';
import { capitals } from '../../parts/capitals';
import { FailureNote } from '../../parts/FailureNote';
import { Field } from '../../parts/Field';
import { readYuan, yuan } from '../../parts/money';
import { SETTLE } from './text';
import '../../parts/DeedForm.css';

/** The form at the side of an open dispute. */
export function Settle({ dispute }: { dispute: DisputeView }) {
  const { message } = App.useApp();
  const [upheld, setUpheld] = useState<boolean | null>(null);
  const [credit, setCredit] = useState('');
  const [reply, setReply] = useState('');
  const settle = useAct('dispute_settle');
  const given = credit.trim() === '' ? dispute.amount : readYuan(credit);
  const ready = upheld !== null && reply.trim() !== '' && (!upheld || given !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !settle.isPending) {
      settle.mutate(
        { dispute: dispute.id, upheld, credit: upheld ? credit.trim() : '', reply: reply.trim() },
        { onSuccess: () => void message.success(SETTLE.done) },
      );
    }
  };
  return (
    <form className="dispute-panel panel deed" onSubmit={submit} data-testid="dispute-settle">
      <h2>{SETTLE.title}</h2>
      <Radio.Group
        value={upheld}
        onChange={(event) => setUpheld(event.target.value)}
        options={[
          { value: true, label: <span data-testid="settle-upheld">{SETTLE.upheld}</span> },
          { value: false, label: <span data-testid="settle-rejected">{SETTLE.rejected}</span> },
        ]}
      />
      {upheld && (
        <AmountField
          label={SETTLE.credit}
          value={credit}
          onChange={setCredit}
          capitals={
            credit.trim() === ''
              ? SETTLE.creditDefault(yuan(dispute.amount))
              : capitals(readYuan(credit) ?? 0)
          }
          testId="settle-credit"
        />
      )}
      {upheld !== null && <Reply upheld={upheld} value={reply} onChange={setReply} />}
      {upheld !== null && (
        <p className="deed-lead" data-testid="settle-lead">
          {upheld ? SETTLE.leadUpheld(yuan(given ?? 0)) : SETTLE.leadRejected}
        </p>
      )}
      <FailureNote failure={settle.error} />
      <Button
        type="primary"
        htmlType="submit"
        disabled={!ready}
        loading={settle.isPending}
        data-testid="settle-submit"
      >
        {SETTLE.submit}
      </Button>
    </form>
  );
}

function Reply(props: { upheld: boolean; value: string; onChange: (reply: string) => void }) {
  const usual = props.upheld ? SETTLE.usualUpheld : SETTLE.usualRejected;
  return (
    <>
      <Field label={SETTLE.reply} hint={SETTLE.replyHint} required>
        <Input.TextArea
          rows={4}
          maxLength={500}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          data-testid="settle-reply"
        />
      </Field>
      <div className="deed-usual">
        {usual.map((text) => (
          <Button key={text} size="small" onClick={() => props.onChange(text)} title={text}>
            {text}
          </Button>
        ))}
      </div>
    </>
  );
}
