/** One agreement: its pages on the left, its facts and what can be done on the right. */
import { Alert, App } from 'antd';
import { useState } from 'react';
import { type AgreementView, useAct, useCommand } from '../../backend';
import { ConfirmReason } from '../../parts/ConfirmReason';
import { FailureNote } from '../../parts/FailureNote';
import { PageHead } from '../../parts/PageHead';
import { PagePictures } from '../../parts/PagePictures';
import { PrintDialog } from '../../parts/PrintDialog';
import { StateTag } from '../../parts/StateTag';
import { useKeys } from '../../parts/useKeys';
import { goBack } from '../../route';
import { AGREEMENT, VOID } from '../../text';
import { Actions, type Dialog } from './Actions';
import { AgreementFacts } from './AgreementFacts';
import { SignDialog } from './SignDialog';
import './agreements.css';

/** The agreement's screen. */
export function Agreement({ number }: { number: string }) {
  const agreement = useCommand('agreement_show', { number });
  if (!agreement.data) {
    return (
      <>
        <PageHead title={number} onBack={goBack} />
        <FailureNote failure={agreement.error} onRetry={() => void agreement.refetch()} />
      </>
    );
  }
  return <Shown agreement={agreement.data} />;
}

function Shown({ agreement }: { agreement: AgreementView }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { line } = agreement;
  const archive = useAct('agreement_save');
  const papers = useAct('agreement_papers');
  const save = papers.data || papers.error ? papers : archive;
  const write = (act: typeof archive | typeof papers) => {
    archive.reset();
    papers.reset();
    act.mutate({ number: line.number });
  };
  const close = () => setDialog(null);
  useKeys({ 'ctrl+p': () => setDialog('print') });
  return (
    <div className="agreement">
      <PageHead
        title={<span className="figures">{line.number}</span>}
        aside={<StateTag of="agreement" state={line.state} />}
        onBack={goBack}
      >
        <Actions
          agreement={agreement}
          saving={archive.isPending || papers.isPending}
          onDialog={setDialog}
          onSave={() => write(archive)}
          onPapers={() => write(papers)}
        />
      </PageHead>
      <FailureNote failure={save.error} onClose={save.reset} />
      {save.data && (
        <Alert
          type="success"
          showIcon
          title={`${AGREEMENT.saved} ${save.data.path}`}
          closable={{ onClose: save.reset }}
          data-testid="agreement-saved"
        />
      )}
      <div className="agreement-body">
        <PagePictures
          pages={agreement.pages}
          pagesPerCopy={agreement.pages_per_copy}
          label={AGREEMENT.pages}
          path={(page, width) =>
            `agreement/${encodeURIComponent(line.number)}/${page}?width=${width}`
          }
        />
        <AgreementFacts agreement={agreement} />
      </div>
      {dialog === 'print' && <PrintDialog number={line.number} onClose={close} />}
      {dialog === 'sign' && <SignDialog agreement={agreement} onClose={close} />}
      <VoidDialog number={line.number} open={dialog === 'void'} onClose={close} />
    </div>
  );
}

function VoidDialog(props: { number: string; open: boolean; onClose: () => void }) {
  const { number, open, onClose } = props;
  const { message } = App.useApp();
  const giveUp = useAct('agreement_void');
  return (
    <ConfirmReason
      open={open}
      title={VOID.title}
      confirm={VOID.confirm}
      danger
      usual={VOID.usual}
      busy={giveUp.isPending}
      failure={giveUp.error}
      onConfirm={(reason) =>
        giveUp.mutate(
          { number, reason },
          {
            onSuccess: () => {
              void message.success(VOID.done);
              onClose();
            },
          },
        )
      }
      onClose={() => {
        giveUp.reset();
        onClose();
      }}
      testId="void"
    >
      <p>{VOID.lead(number)}</p>
    </ConfirmReason>
  );
}
