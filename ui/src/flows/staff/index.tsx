/** Who works here, who did, and their first passwords. */
import { UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { type StaffView, useCommand } from '../../backend';
import { FailureNote } from '../../parts/FailureNote';
import { PageHead } from '../../parts/PageHead';
import { STAFF } from '../../text';
import { AddStaff } from './AddStaff';
import { RemoveStaff } from './RemoveStaff';
import { ResetPassword } from './ResetPassword';
import { type StaffAct, StaffTable } from './StaffTable';

type Dialog = { act: 'add' } | { act: StaffAct; of: StaffView };

/** The staff. */
export function Staff() {
  const staff = useCommand('staff_list', null);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <PageHead title={STAFF.title}>
        <Button
          type="primary"
          icon={<UserAddOutlined />}
          onClick={() => setDialog({ act: 'add' })}
          data-testid="staff-add"
        >
          {STAFF.add}
        </Button>
      </PageHead>
      <FailureNote failure={staff.error} onRetry={() => void staff.refetch()} />
      <div className="panel">
        <StaffTable rows={staff.data} onAct={(act, of) => setDialog({ act, of })} />
      </div>
      {dialog?.act === 'add' && <AddStaff onClose={close} />}
      {dialog?.act === 'reset' && <ResetPassword of={dialog.of} onClose={close} />}
      {dialog?.act === 'remove' && <RemoveStaff of={dialog.of} onClose={close} />}
    </>
  );
}
