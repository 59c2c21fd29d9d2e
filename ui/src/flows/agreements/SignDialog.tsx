/** The signed papers come back: their scans and the day of signing. */
import { App, Button, DatePicker, Upload } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { type AgreementView, useAct, useAddPaper } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { DialogFoot } from '../../parts/DialogFoot';
import { FailureNote } from '../../parts/FailureNote';
import { Field } from '../../parts/Field';
import { SIGN } from '../../text';

/** What can be filed. */
const ACCEPT = 'image/*,.pdf,.tif,.tiff';
const DAY = 'YYYY-MM-DD';

/** What the dialog needs. */
export interface SignDialogProps {
  agreement: AgreementView;
  onClose: () => void;
}

/** Files the scans, then the signing. */
export function SignDialog({ agreement, onClose }: SignDialogProps) {
  const { message } = App.useApp();
  const { number, printed_at } = agreement.line;
  const [day, setDay] = useState(dayjs());
  const add = useAddPaper();
  const sign = useAct('agreement_sign');
  const scans = agreement.signed_papers.length;
  const file = (scan: File) => {
    add.mutate({ order: agreement.order, file: scan, arrival: 'scan', kind: 'signed' });
    // antd would otherwise send the file somewhere itself.
    return false;
  };
  const submit = () =>
    sign.mutate(
      { number, signed_on: day.format(DAY) },
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
          disabled={scans === 0 || add.isPending}
          onClose={onClose}
          onSubmit={submit}
          testId="sign-submit"
        />
      </div>
    </Dialog>
  );
}
