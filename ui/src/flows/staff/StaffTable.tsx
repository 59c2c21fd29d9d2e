/** The staff as a table, those present first. */
import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { StaffView } from '../../backend';
import { useDesk } from '../../desk';
import { ListTable } from '../../parts/ListTable';
import { ROLE, STAFF } from '../../text';
import './staff.css';

/** What can be done to somebody. */
export type StaffAct = 'reset' | 'remove';

/** What the table needs. */
export interface StaffTableProps {
  rows: readonly StaffView[] | undefined;
  onAct: (act: StaffAct, of: StaffView) => void;
}

/** Present and past staff. */
export function StaffTable({ rows, onAct }: StaffTableProps) {
  const { session } = useDesk();
  const columns: ColumnsType<StaffView> = [
    { title: STAFF.id, dataIndex: 'id', width: 64 },
    {
      title: STAFF.name,
      width: 200,
      render: (_, one) => (
        <>
          {one.name}
          {one.id === session.staff && <small className="staff-you">{STAFF.you}</small>}
        </>
      ),
    },
    { title: STAFF.role, width: 100, render: (_, one) => ROLE[one.role] },
    { title: STAFF.since, dataIndex: 'added_on', width: 120 },
    {
      title: STAFF.state,
      render: (_, one) => (
        <span className={one.active ? '' : 'staff-left'}>
          {one.active ? STAFF.present : STAFF.left(one.removed_on ?? '')}
        </span>
      ),
    },
    {
      key: 'act',
      width: 150,
      render: (_, one) =>
        one.active &&
        one.id !== session.staff && (
          <>
            <Button
              type="link"
              size="small"
              onClick={() => onAct('reset', one)}
              data-testid={`staff-reset-${one.id}`}
            >
              {STAFF.reset}
            </Button>
            <Button
              type="link"
              size="small"
              danger
              onClick={() => onAct('remove', one)}
              data-testid={`staff-remove-${one.id}`}
            >
              {STAFF.remove}
            </Button>
          </>
        ),
    },
  ];
  const sorted = rows && [...rows].sort((a, b) => Number(b.active) - Number(a.active));
  return (
    <ListTable
      rows={sorted}
      columns={columns}
      rowKey={(one) => one.id}
      empty={null}
      loading
      testId="staff"
    />
  );
}
