/** One agreement: its pages on the left, its facts and what can be done on the right. */
import { App } from 'antd';
import { useState } from 'react';
import { type AgreementView, useAct, useCommand } from '../../backend';
import { ConfirmReason } from '../../parts/ConfirmReason';
import { FailureNote } from '../../parts/FailureNote';
import { PageHead } from '../../parts/PageHead';
import { PagePictures } from '../../parts/PagePictures';
import { PrintDialog } from '../../parts/PrintDialog';
import { SavedNote } from '../../parts/SavedNote';
import { StateTag } from '../../parts/StateTag';
import { useKeys } from '../../parts/useKeys';
import { goBack } from '../../route';
import { AGREEMENT, VOID } from '../../text';
import { LookingBar } from '../returned/LookingBar';
import { useLooking } from '../returned/useLooking';
import { Actions, type Dialog } from './Actions';
import { AgreementFacts } from './AgreementFacts';
import { ArchiveNote } from './ArchiveNote';
import { PackDialog } from './PackDialog';
import { ScreenSignDialog } from './ScreenSignDialog';
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

/** Writing one of the two files: which was written last is told. */
function useWriting(number: string) {
  const archive = useAct('agreement_save');
  const papers = useAct('agreement_papers');
  const reset = () => {
    archive.reset();
    papers.reset();
  };
  const write = (act: typeof archive | typeof papers) => () => {
    reset();
    act.mutate({ number });
  };
  return {
    last: papers.data || papers.error ? papers : archive,
    busy: archive.isPending || papers.isPending,
    archive: write(archive),
    papers: write(papers),
    reset,
  };
}

function Shown({ agreement }: { agreement: AgreementView }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { line } = agreement;
  const writing = useWriting(line.number);
  const verify = useAct('agreement_verify');
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
          saving={writing.busy}
          onDialog={setDialog}
          onSave={writing.archive}
          onPapers={writing.papers}
        />
      </PageHead>
      <SavedNote
        saved={writing.last.data}
        failure={writing.last.error}
        onClose={writing.reset}
        testId="agreement-saved"
      />
      <ArchiveNote found={verify.data} failure={verify.error} onClose={verify.reset} />
      <div className="agreement-body">
        <PagePictures
          pages={agreement.pages}
          pagesPerCopy={agreement.pages_per_copy}
          label={AGREEMENT.pages}
          path={(page, width) =>
            `agreement/${encodeURIComponent(line.number)}/${page}?width=${width}`
          }
        />
        <AgreementFacts
          agreement={agreement}
          verifying={verify.isPending}
          onVerify={() => verify.mutate({ number: line.number })}
        />
      </div>
      <Opened agreement={agreement} dialog={dialog} onClose={() => setDialog(null)} />
    </div>
  );
}

interface OpenedProps {
  agreement: AgreementView;
  dialog: Dialog | null;
  onClose: () => void;
}

function Opened({ agreement, dialog, onClose }: OpenedProps) {
  const { number } = agreement.line;
  const { begin, looking } = useLookingHere();
  return (
    <>
      {dialog === 'print' && <PrintDialog number={number} onClose={onClose} />}
      {dialog === 'sign' && (
        <SignDialog
          agreement={agreement}
          onScans={begin}
          looking={<LookingBar looking={looking} />}
          onClose={onClose}
        />
      )}
      {dialog === 'screen-sign' && <ScreenSignDialog agreement={agreement} onClose={onClose} />}
      {dialog === 'pack' && <PackDialog number={number} onClose={onClose} />}
      <VoidDialog number={number} open={dialog === 'void'} onClose={onClose} />
    </>
  );
}

/** Scans that came in here are looked at as long as this screen stands. */
function useLookingHere() {
  const [begun, setBegun] = useState(false);
  const desk = useCommand('returned_show', null, { enabled: begun });
  const looking = useLooking(begun ? desk.data?.unseen : undefined);
  const begin = () => {
    setBegun(true);
    looking.goOn();
  };
  return { begin, looking };
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
