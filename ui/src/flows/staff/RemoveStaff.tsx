/** Removes a member of staff, after asking. */
import { App } from 'antd';
import { type StaffView, useAct } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { DialogFoot } from '../../parts/DialogFoot';
import { FailureNote } from '../../parts/FailureNote';
import { STAFF } from '../../text';

/** The dialog. */
export function RemoveStaff({ of, onClose }: { of: StaffView; onClose: () => void }) {
  const { message } = App.useApp();
  const remove = useAct('staff_remove');
  const submit = () =>
    remove.mutate(
      { id: of.id },
      {
        onSuccess: () => {
          void message.success(STAFF.removed);
          onClose();
        },
      },
    );
  return (
    <Dialog title={STAFF.removeTitle(of.name)} width={420} onClose={onClose}>
      <div className="staff-form">
        <p>{STAFF.removeText}</p>
        <FailureNote failure={remove.error} />
        <DialogFoot
          submit={STAFF.remove}
          busy={remove.isPending}
          danger
          onClose={onClose}
          onSubmit={submit}
          testId="staff-remove-submit"
        />
      </div>
    </Dialog>
  );
}
