/** Gives somebody a new password. */
import { App } from 'antd';
import { type FormEvent, useState } from 'react';
import { type StaffView, useAct } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { DialogFoot } from '../../parts/DialogFoot';
import { FailureNote } from '../../parts/FailureNote';
import { isChosen, NewPassword, NOT_CHOSEN } from '../../parts/NewPassword';
import { PASSWORD, STAFF } from '../../text';

/** The dialog. */
export function ResetPassword({ of, onClose }: { of: StaffView; onClose: () => void }) {
  const { message } = App.useApp();
  const [chosen, setChosen] = useState(NOT_CHOSEN);
  const reset = useAct('staff_reset');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isChosen(chosen) || reset.isPending) {
      return;
    }
    reset.mutate(
      { id: of.id, password: chosen.password },
      {
        onSuccess: () => {
          void message.success(STAFF.resetDone);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={STAFF.resetTitle(of.name)} width={420} onClose={onClose}>
      <form className="staff-form" onSubmit={submit}>
        <NewPassword
          name={of.name}
          value={chosen}
          onChange={setChosen}
          label={PASSWORD.fresh}
          autoFocus
          testId="reset"
        />
        <FailureNote failure={reset.error} />
        <DialogFoot
          submit={STAFF.reset}
          busy={reset.isPending}
          disabled={!isChosen(chosen)}
          onClose={onClose}
          testId="reset-submit"
        />
      </form>
    </Dialog>
  );
}
