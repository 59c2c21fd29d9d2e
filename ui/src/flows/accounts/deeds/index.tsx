/** The dialogs over an account, by what is to be done. */
import type { AccountView } from '../../../backend';
import type { Deed } from '../Actions';
import { CloseDialog } from './CloseDialog';
import { EndDialog } from './EndDialog';
import { EntryDialog } from './EntryDialog';
import { PayDialog } from './PayDialog';
import { ResumeDialog } from './ResumeDialog';
import { ReverseDialog } from './ReverseDialog';
import { SuspendDialog } from './SuspendDialog';
import { TermsDialog } from './TermsDialog';

/** The dialog of a deed. */
export function Deeds(props: { view: AccountView; deed: Deed; onClose: () => void }) {
  const { view, deed, onClose } = props;
  const { line } = view;
  switch (deed.what) {
    case 'pay':
      return <PayDialog view={view} onClose={onClose} />;
    case 'entry':
      return <EntryDialog view={view} kind={deed.kind} onClose={onClose} />;
    case 'reverse':
      return <ReverseDialog view={view} entry={deed.entry} onClose={onClose} />;
    case 'suspend':
      return <SuspendDialog line={line} onClose={onClose} />;
    case 'resume':
      return <ResumeDialog line={line} onClose={onClose} />;
    case 'terms':
      return <TermsDialog view={view} onClose={onClose} />;
    case 'close':
      return <CloseDialog line={line} onClose={onClose} />;
    case 'end':
      return <EndDialog line={line} onClose={onClose} />;
  }
}
