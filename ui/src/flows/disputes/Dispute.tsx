/** One dispute: its calls, what the customer says, and the answer. */
import { FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DisputeView, useAct, useCommand } from '../../backend';
import { EmptyState } from '../../parts/EmptyState';
import { Facts } from '../../parts/Facts';
import { FailureNote } from '../../parts/FailureNote';
import { yuan } from '../../parts/money';
import { PageHead } from '../../parts/PageHead';
import { SavedNote } from '../../parts/SavedNote';
import { StateTag } from '../../parts/StateTag';
import { formatRoute, goBack } from '../../route';
import { Calls } from './Calls';
import './disputes.css';
import { Settle } from './Settle';
import { DISPUTE, DISPUTES } from './text';

/** The dispute's screen. */
export function Dispute({ dispute }: { dispute: number }) {
  const list = useCommand('dispute_list', { account: null, open_only: false });
  const found = list.data?.find(({ id }) => id === dispute);
  if (found) {
    return <Shown dispute={found} />;
  }
  return (
    <>
      <PageHead title={DISPUTE.title(dispute)} onBack={goBack} />
      <FailureNote failure={list.error} onRetry={() => void list.refetch()} />
      {list.data && <EmptyState text={DISPUTE.unknown} />}
    </>
  );
}

function Shown({ dispute }: { dispute: DisputeView }) {
  const save = useAct('dispute_reply_save');
  const open = dispute.state === 'open';
  return (
    <div className="dispute">
      <PageHead
        title={DISPUTE.title(dispute.id)}
        aside={
          <>
            <StateTag of="dispute" state={dispute.state} />
            <span title={dispute.company}>{dispute.company}</span>
          </>
        }
        onBack={goBack}
      >
        {!open && (
          <Button
            type="primary"
            icon={<FilePdfOutlined />}
            loading={save.isPending}
            onClick={() => save.mutate({ dispute: dispute.id })}
            data-testid="dispute-reply-save"
          >
            {DISPUTE.replySave}
          </Button>
        )}
      </PageHead>
      <SavedNote
        saved={save.data}
        failure={save.error}
        onClose={save.reset}
        testId="dispute-reply-saved"
      />
      <div className="dispute-body">
        <section className="dispute-calls panel">
          <h2>{DISPUTE.calls}</h2>
          <Calls calls={dispute.calls} />
        </section>
        <aside className="dispute-side">
          <DisputeFacts dispute={dispute} />
          <Words title={DISPUTE.claim} words={dispute.claim} />
          {open ? (
            <Settle dispute={dispute} />
          ) : (
            <Words title={DISPUTE.reply} words={dispute.reply} />
          )}
        </aside>
      </div>
    </div>
  );
}

function DisputeFacts({ dispute }: { dispute: DisputeView }) {
  const amount = yuan(dispute.amount);
  return (
    <Facts
      title={DISPUTE.facts}
      facts={[
        [
          DISPUTES.number,
          <a key="number" href={formatRoute({ at: 'account', account: dispute.account })}>
            {dispute.shown}
          </a>,
        ],
        [DISPUTES.opened, dispute.opened],
        [DISPUTES.by, dispute.opened_by],
        [DISPUTES.calls, DISPUTES.count(dispute.calls.length)],
        [DISPUTE.amount, dispute.state === 'open' ? DISPUTE.frozen(amount) : DISPUTE.yuan(amount)],
        [DISPUTES.settled, dispute.settled],
        [DISPUTE.credit, dispute.credit !== null && DISPUTE.yuan(yuan(dispute.credit))],
      ]}
    />
  );
}

function Words({ title, words }: { title: string; words: string }) {
  return (
    <section className="dispute-panel panel">
      <h2>{title}</h2>
      <p className="dispute-words">{words}</p>
    </section>
  );
}
