/** The customer signs on the screen: who, what such a signature is and is not, the pad. */
import { App, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { type AgreementView, useAct, useCommand } from '../../backend';
import { explain } from '../../errors';
import { Dialog } from '../../parts/Dialog';
import { DialogFoot } from '../../parts/DialogFoot';
import { FailureNote } from '../../parts/FailureNote';
import { Field } from '../../parts/Field';
import { SIGN_PAD } from '../../text';
import './pad/pad.css';
import { SignPad } from './pad/SignPad';
import { asKept, isDrawn, type Stroke } from './pad/strokes';

/** What the dialog needs. */
export interface ScreenSignDialogProps {
  agreement: AgreementView;
  onClose: () => void;
}

/** Nothing is kept before the customer has read what it is. */
export function ScreenSignDialog({ agreement, onClose }: ScreenSignDialogProps) {
  const { message } = App.useApp();
  const { number } = agreement.line;
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [read, setRead] = useState(false);
  const who = useSigner(agreement.order);
  const sign = useAct('agreement_sign_on_screen');
  const refused = sign.error?.field === 'signer' ? sign.error : null;
  const keep = () =>
    sign.mutate(
      { number, signer: who.signer.trim(), strokes: asKept(strokes) },
      {
        onSuccess: () => {
          void message.success(SIGN_PAD.done);
          onClose();
        },
      },
    );
  return (
    <Dialog title={SIGN_PAD.title(number)} width={1000} still onClose={onClose}>
      <div className="screen-sign" data-testid="sign-pad-dialog">
        <Signer {...who} refusal={refused ? explain(refused) : undefined} />
        <p className="screen-sign-what">{SIGN_PAD.what}</p>
        <Checkbox
          checked={read}
          onChange={(event) => setRead(event.target.checked)}
          data-testid="sign-pad-read"
        >
          {SIGN_PAD.read}
        </Checkbox>
        <SignPad strokes={strokes} onStrokes={setStrokes} />
        <FailureNote failure={refused ? null : sign.error} />
        <DialogFoot
          submit={SIGN_PAD.keep}
          busy={sign.isPending}
          disabled={!read || !isDrawn(strokes) || who.signer.trim() === ''}
          onClose={onClose}
          onSubmit={keep}
          testId="sign-pad-keep"
        />
      </div>
    </Dialog>
  );
}

/** Who most likely signs: the handler, else the legal representative. */
function useSigner(order: number) {
  const form = useCommand('order_show', { id: order }).data?.form;
  const [typed, setTyped] = useState<string | null>(null);
  const known = [
    { as: SIGN_PAD.handler, name: form?.handler.name.trim() ?? '' },
    { as: SIGN_PAD.legal, name: form?.legal_representative.name.trim() ?? '' },
  ].filter(({ name }) => name !== '');
  return { known, signer: typed ?? known[0]?.name ?? '', setSigner: setTyped };
}

function Signer(props: ReturnType<typeof useSigner> & { refusal: string | undefined }) {
  const { known, signer, setSigner } = props;
  return (
    <div className="screen-sign-who">
      <Field label={SIGN_PAD.signer} required refusal={props.refusal} bare>
        <Input
          value={signer}
          onChange={(event) => setSigner(event.target.value)}
          maxLength={50}
          autoComplete="off"
          data-testid="sign-pad-signer"
        />
      </Field>
      {known.map(({ as, name }) => (
        <Button key={as} disabled={name === signer} onClick={() => setSigner(name)}>
          {as} {name}
        </Button>
      ))}
    </div>
  );
}
