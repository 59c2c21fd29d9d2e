/** Ends the agreement of a number whose account is settled: the second step of closing. */
import { type AccountLine, useAct } from '../../../backend';
import { DeedForm } from '../../../parts/DeedForm';
import { Dialog } from '../../../parts/Dialog';
import { END } from '../text';
import { useDone } from './useDone';

/** Confirms what cannot be undone. */
export function EndDialog({ line, onClose }: { line: AccountLine; onClose: () => void }) {
  const end = useAct('account_end');
  const done = useDone(END.done, onClose);
  return (
    <Dialog title={END.title(line.shown)} onClose={onClose}>
      <DeedForm
        lead={END.lead(line.agreement)}
        failure={end.error}
        submit={END.submit}
        busy={end.isPending}
        ready
        danger
        onSubmit={() => end.mutate({ account: line.account }, done)}
        onClose={onClose}
        testId="end"
      />
    </Dialog>
  );
}
