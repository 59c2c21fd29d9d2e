/** Ends the service of a number: the first of the two steps of closing (协议五（一）). */
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { type AccountLine, useAct, useCommand } from '../../../backend';
import { DeedForm } from '../../../parts/DeedForm';
import { Dialog } from '../../../parts/Dialog';
import { Field } from '../../../parts/Field';
import { saysWhy } from '../../../parts/reason';
import { CLOSE } from '../text';
import { WordsField } from './fields';
import { useDone } from './useDone';

const DAY = 'YYYY-MM-DD';

/** What the dialog needs. */
export interface CloseDialogProps {
  line: AccountLine;
  /** A reason that is known already. */
  reason?: string;
  onClose: () => void;
}

/** Asks for the last day and why. */
export function CloseDialog(props: CloseDialogProps) {
  const { line, onClose } = props;
  const [day, setDay] = useState(dayjs());
  const [reason, setReason] = useState(props.reason ?? '');
  const close = useAct('account_close');
  const done = useDone(CLOSE.done, onClose);
  return (
    <Dialog title={CLOSE.title(line.shown)} onClose={onClose}>
      <DeedForm
        lead={CLOSE.lead}
        failure={close.error}
        submit={CLOSE.submit}
        busy={close.isPending}
        ready={saysWhy(reason)}
        danger
        onSubmit={() =>
          close.mutate(
            { account: line.account, last_day: day.format(DAY), reason: reason.trim() },
            done,
          )
        }
        onClose={onClose}
        testId="close"
      >
        <Field label={CLOSE.lastDay} hint={CLOSE.lastDayHint} required>
          <DatePicker
            value={day}
            format={DAY}
            allowClear={false}
            minDate={useFirstDay(line.opened)}
            onChange={(picked) => picked && setDay(picked)}
            data-testid="close-day"
          />
        </Field>
        <WordsField
          label={CLOSE.reason}
          hint={CLOSE.reasonHint}
          value={reason}
          onChange={setReason}
          usual={CLOSE.usual}
          testId="close-reason"
        />
      </DeedForm>
    </Dialog>
  );
}

/** The first day that may be the last: in service, in no closed month. */
function useFirstDay(opened: string) {
  const months = useCommand('month_list', null);
  const ends = (months.data ?? [])
    .filter((line) => line.closed)
    .map((line) => dayjs(`${line.month}-01`).add(1, 'month').format(DAY));
  return dayjs([opened, ...ends].sort().at(-1));
}
