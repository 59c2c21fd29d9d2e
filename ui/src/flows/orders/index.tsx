/** All acceptances, newest first. */
import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { type OrderLine, useCommand } from '../../backend';
import { useDesk } from '../../desk';
import { EmptyState } from '../../parts/EmptyState';
import { FailureNote } from '../../parts/FailureNote';
import { KeyHint } from '../../parts/KeyHint';
import { OrderTable } from '../../parts/lines';
import { PageHead } from '../../parts/PageHead';
import { COMMON, FRAME, ORDERS } from '../../text';

const STEP = 100;

/** The list of acceptances. */
export function Orders() {
  const { may, newOrder } = useDesk();
  const [open, setOpen] = useState(true);
  const [limit, setLimit] = useState(STEP);
  const orders = useCommand('order_list', { open_only: open, limit }, { keep: true });
  const rows: readonly OrderLine[] | undefined = orders.data;
  return (
    <>
      <PageHead
        title={ORDERS.title}
        aside={
          <Segmented
            value={open ? 'open' : 'all'}
            onChange={(value) => setOpen(value === 'open')}
            options={[
              { value: 'open', label: ORDERS.open },
              { value: 'all', label: ORDERS.all },
            ]}
          />
        }
      >
        {may('take_orders') && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => newOrder()}
            data-testid="order-new"
          >
            {FRAME.newOrder}
            <KeyHint keys="F2" />
          </Button>
        )}
      </PageHead>
      <FailureNote failure={orders.error} onRetry={() => void orders.refetch()} />
      <div className="panel">
        <OrderTable
          rows={rows}
          loading={orders.isPending}
          empty={<EmptyState text={ORDERS.empty} hint={ORDERS.emptyHint} />}
        />
      </div>
      {rows && rows.length >= limit && (
        <Button type="link" onClick={() => setLimit(limit + STEP)} data-testid="orders-more">
          {COMMON.more}
        </Button>
      )}
    </>
  );
}
