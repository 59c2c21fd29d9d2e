/** Today's desk: what was begun, what can be printed, what waits for a signature. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCommand } from '../../backend';
import { useDesk } from '../../desk';
import { EmptyState } from '../../parts/EmptyState';
import { FailureNote } from '../../parts/FailureNote';
import { KeyHint } from '../../parts/KeyHint';
import { PageHead } from '../../parts/PageHead';
import { ELSEWHERE, TODAY } from '../../text';
import { AccountsCounts } from './AccountsCounts';
import { AccountsToday } from './AccountsToday';
import { OrderLines } from './lines';
import { StockCounts } from './StockCounts';
import { useReturned, WaitingLines } from './WaitingLines';
import './today.css';

/** The first screen, by what one does here. */
export function Today() {
  const { may } = useDesk();
  if (may('take_orders')) {
    return <OrdersToday />;
  }
  return may('keep_accounts') ? (
    <AccountsToday />
  ) : (
    <EmptyState text={ELSEWHERE.text} hint={ELSEWHERE.hint} />
  );
}

function OrdersToday() {
  const { may, newOrder } = useDesk();
  const orders = useCommand('order_list', { open_only: true, limit: 200 });
  const returned = useReturned();
  const inState = (state: string) => orders.data?.filter((order) => order.state === state);
  return (
    <div className="today">
      <PageHead title={TODAY.title}>
        <Button
          type="primary"
          size="large"
          icon={<PlusOutlined />}
          onClick={() => newOrder()}
          data-testid="order-new"
        >
          {TODAY.newOrder}
          <KeyHint keys="F2" />
        </Button>
      </PageHead>
      <FailureNote
        failure={orders.error ?? returned.error}
        onRetry={() => void Promise.all([orders.refetch(), returned.refetch()])}
      />
      <div className="today-board">
        <OrderLines
          title={TODAY.drafts}
          hint={TODAY.draftsHint}
          empty={TODAY.noDrafts}
          lines={inState('draft')}
          testId="today-drafts"
        />
        <div className="today-column">
          <OrderLines
            title={TODAY.ready}
            hint={TODAY.readyHint}
            empty={TODAY.noReady}
            lines={inState('ready')}
            testId="today-ready"
          />
          <WaitingLines desk={returned.data} />
        </div>
        <div className="today-side">
          <StockCounts />
          {may('keep_accounts') && <AccountsCounts />}
        </div>
      </div>
    </div>
  );
}
