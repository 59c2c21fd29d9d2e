/** One account: its ledger at the left, what it stands on at the right, what can be done above. */
import { Alert, Button, Space } from 'antd';
import { useState } from 'react';
import { type AccountView, type LedgerLine, useAct, useCommand } from '../../backend';
import { useDesk } from '../../desk';
import { isDialogOpen } from '../../parts/Dialog';
import { FailureNote } from '../../parts/FailureNote';
import { PageHead } from '../../parts/PageHead';
import { SavedNote } from '../../parts/SavedNote';
import { StateTag } from '../../parts/StateTag';
import { useKeys } from '../../parts/useKeys';
import { go, goBack } from '../../route';
import { Actions, type Deed } from './Actions';
import './accounts.css';
import { Deeds } from './deeds';
import { Ledger } from './Ledger';
import { Side } from './Side';
import { ACCOUNT, ACCOUNTS } from './text';

/** The account's screen. */
export function Account({ account }: { account: number }) {
  const found = useCommand('account_show', { account });
  if (!found.data) {
    return (
      <>
        <PageHead title={ACCOUNTS.title} onBack={goBack} />
        <FailureNote failure={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  }
  return <Shown view={found.data} />;
}

function Shown({ view }: { view: AccountView }) {
  const { line } = view;
  const [deed, setDeed] = useState<Deed | null>(null);
  const notice = useAct('notice_save');
  const receipt = useAct('receipt_save');
  const closed = line.state === 'closed';
  useKeys({ F4: () => !closed && !isDialogOpen() && setDeed({ what: 'pay' }) });
  const saveReceipt = (entry: LedgerLine) => {
    notice.reset();
    receipt.mutate({ entry: entry.id });
  };
  return (
    <div className="account">
      <PageHead
        title={<span className="figures">{line.shown}</span>}
        aside={
          <>
            <StateTag of="account" state={line.state} />
            <span title={line.company}>{line.company}</span>
          </>
        }
        onBack={goBack}
      >
        <Actions
          view={view}
          saving={notice.isPending}
          onDeed={setDeed}
          onNotice={(kind) => {
            receipt.reset();
            notice.mutate({ account: line.account, kind });
          }}
        />
      </PageHead>
      {!line.plan_known && !closed && <Unpriced view={view} onDeed={setDeed} />}
      <SavedNote
        saved={notice.data ?? receipt.data}
        failure={notice.error ?? receipt.error}
        onClose={() => {
          notice.reset();
          receipt.reset();
        }}
        testId="account-saved"
      />
      <div className="account-body">
        <Ledger view={view} onReceipt={saveReceipt} onDeed={setDeed} />
        <Side view={view} onDeed={setDeed} />
      </div>
      {deed && <Deeds view={view} deed={deed} onClose={() => setDeed(null)} />}
    </div>
  );
}

/** A plan that nobody has priced can be mended in two ways. */
function Unpriced({ view, onDeed }: { view: AccountView; onDeed: (deed: Deed) => void }) {
  const keeps = useDesk().may('keep_prices');
  const { plan } = view.line;
  return (
    <Alert
      type="warning"
      showIcon
      title={ACCOUNT.unpriced(plan)}
      action={
        keeps && (
          <Space>
            <Button size="small" onClick={() => go({ at: 'tariffs', plan })}>
              {ACCOUNT.setTariff}
            </Button>
            <Button
              size="small"
              onClick={() => onDeed({ what: 'terms' })}
              data-testid="account-change-plan"
            >
              {ACCOUNT.changePlan}
            </Button>
          </Space>
        )
      }
      data-testid="account-unpriced"
    />
  );
}
