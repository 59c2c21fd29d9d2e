/** Removes a member of staff, after asking. */
import { App, Modal } from 'antd';
import { type StaffView, useAct } from '../../backend';
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
    <Modal open title={STAFF.removeTitle(of.name)} width={420} footer={null} onCancel={onClose}>
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
    </Modal>
  );
}
