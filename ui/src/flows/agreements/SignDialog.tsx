/** The signed papers come back: their scans and the day of signing. */
import { Alert, App, Button, DatePicker, Input, Upload } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useState } from 'react';
import { type AgreementView, useAct, useAddPaper } from '../../backend';
import { useDesk } from '../../desk';
import { BothCopies } from '../../parts/CopyPages';
import { isBegun, listed, shortCopy } from '../../parts/copyPages';
import { Dialog } from '../../parts/Dialog';
import { DialogFoot } from '../../parts/DialogFoot';
import { FailureNote } from '../../parts/FailureNote';
import { Field } from '../../parts/Field';
import { saysWhy } from '../../parts/reason';
import { COPIES, SIGN } from '../../text';

/** What can be filed. */
const ACCEPT = 'image/*,.pdf,.tif,.tiff';
const DAY = 'YYYY-MM-DD';

/** What the dialog needs. */
export interface SignDialogProps {
  agreement: AgreementView;
  /** Told that scans came in, which are then to be looked at. */
  onScans?: () => void;
  /** How far that is. */
  looking?: ReactNode;
  onClose: () => void;
}

/** Files the scans, then the signing. */
export function SignDialog(props: SignDialogProps) {
  const { agreement, onClose } = props;
  const { message } = App.useApp();
  const { number, printed_at } = agreement.line;
  const [day, setDay] = useState(dayjs());
  const [adding, setAdding] = useState(false);
  const { short, despite, setDespite, settled } = useShort(agreement);
  const sign = useAct('agreement_sign');
  const submit = () =>
    sign.mutate(
      { number, signed_on: day.format(DAY), despite: short ? despite.trim() : null },
      {
        onSuccess: () => {
          void message.success(SIGN.done);
          onClose();
        },
      },
    );
  return (
    <Dialog title={SIGN.title} width={480} onClose={onClose}>
      <div className="sign-dialog" data-testid="sign-dialog">
        <p>{SIGN.lead}</p>
        <Scans {...props} onAdding={setAdding} />
        {props.looking}
        <Back agreement={agreement} />
        {short && <Short despite={despite} onDespite={setDespite} told={tellShort(short)} />}
        <Field label={SIGN.date} bare>
          <DatePicker
            value={day}
            format={DAY}
            allowClear={false}
            minDate={dayjs(printed_at.slice(0, 10))}
            maxDate={dayjs()}
            onChange={(picked) => picked && setDay(picked)}
            data-testid="sign-date"
          />
        </Field>
        <FailureNote failure={sign.error} />
        <DialogFoot
          submit={SIGN.submit}
          busy={sign.isPending}
          disabled={agreement.signed_papers.length === 0 || adding || !settled}
          onClose={onClose}
          onSubmit={submit}
          testId="sign-submit"
        />
      </div>
    </Dialog>
  );
}

/** An original that came in part: only a manager's reason lets it through (协议八（三）). */
function useShort({ copies }: AgreementView) {
  const { may } = useDesk();
  const [despite, setDespite] = useState('');
  const short = shortCopy(copies);
  return {
    short,
    despite,
    setDespite,
    settled: short === undefined || (may('override') && saysWhy(despite)),
  };
}

function tellShort(short: NonNullable<ReturnType<typeof shortCopy>>): string {
  const pages = short.missing.length > 0 ? short.missing : short.other_print;
  return SIGN.short(COPIES.name[short.original], listed(pages));
}

function Scans(props: SignDialogProps & { onAdding: (adding: boolean) => void }) {
  const { agreement, onScans, onAdding } = props;
  const add = useAddPaper();
  const scans = agreement.signed_papers.length;
  const file = (scan: File) => {
    onAdding(true);
    add.mutate(
      { order: agreement.order, file: scan, arrival: 'scan', kind: 'signed' },
      { onSuccess: () => onScans?.(), onSettled: () => onAdding(false) },
    );
    // antd would otherwise send the file somewhere itself.
    return false;
  };
  return (
    <>
      <Upload.Dragger
        accept={ACCEPT}
        multiple
        showUploadList={false}
        beforeUpload={file}
        data-testid="sign-file"
      >
        <Button loading={add.isPending}>{add.isPending ? SIGN.adding : SIGN.choose}</Button>
        <p className="sign-drop">{SIGN.drop}</p>
        <p className="sign-count" data-testid="sign-count">
          {scans > 0 && SIGN.files(scans)}
        </p>
      </Upload.Dragger>
      <FailureNote failure={add.error} onClose={add.reset} />
    </>
  );
}

/** What is back so far; nothing before anything is. */
function Back({ agreement }: { agreement: AgreementView }) {
  const { copies, on_screen } = agreement;
  return (
    <>
      {on_screen.map(({ signer, at }) => (
        <p key={at} className="sign-on-screen">
          {SIGN.onScreen(signer, at)}
        </p>
      ))}
      {copies.some(isBegun) && <BothCopies copies={copies} />}
    </>
  );
}

function Short(props: { told: string; despite: string; onDespite: (text: string) => void }) {
  const { may } = useDesk();
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={props.told}
        description={may('override') ? undefined : SIGN.shortManager}
        data-testid="sign-short"
      />
      {may('override') && (
        <Field label={SIGN.despite} hint={SIGN.despiteHint} required>
          <Input
            value={props.despite}
            onChange={(event) => props.onDespite(event.target.value)}
            maxLength={200}
            autoComplete="off"
            data-testid="sign-despite"
          />
        </Field>
      )}
    </>
  );
}
