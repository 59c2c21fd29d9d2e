/** Opens a dispute over the calls that were picked on a statement. */
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useAct, useCommand } from '../../backend';
import { DeedForm } from '../../parts/DeedForm';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { saysWhy } from '../../parts/reason';
import { type DisputedCalls, goBack, goInstead } from '../../route';
import { OPEN } from './text';

/** Asks what the customer says; a call too old is refused with the day it lapsed. */
export function OpenDispute({ opening }: { opening: DisputedCalls }) {
  const { message } = App.useApp();
  const [claim, setClaim] = useState('');
  const account = useCommand('account_show', { account: opening.account });
  const open = useAct('dispute_open');
  const submit = () =>
    open.mutate(
      { account: opening.account, calls: [...opening.calls], claim: claim.trim() },
      {
        onSuccess: (dispute) => {
          void message.success(OPEN.done);
          goInstead({ at: 'dispute', dispute: dispute.id });
        },
      },
    );
  return (
    <Dialog title={OPEN.title} onClose={goBack} testId="dispute-open-dialog">
      <DeedForm
        lead={OPEN.lead(opening.calls.length, account.data?.line.shown ?? '')}
        failure={open.error ?? account.error}
        submit={OPEN.submit}
        busy={open.isPending}
        ready={saysWhy(claim)}
        onSubmit={submit}
        onClose={goBack}
        testId="dispute-open"
      >
        <Field label={OPEN.claim} hint={OPEN.claimHint} required>
          <Input.TextArea
            rows={3}
            maxLength={200}
            value={claim}
            onChange={(event) => setClaim(event.target.value)}
            data-testid="dispute-claim"
          />
        </Field>
        <div className="deed-usual">
          {OPEN.usual.map((text) => (
            <Button key={text} size="small" onClick={() => setClaim(text)}>
              {text}
            </Button>
          ))}
        </div>
      </DeedForm>
    </Dialog>
  );
}
