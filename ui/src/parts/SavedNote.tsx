/** What became of writing a file into the export folder: where it lies, or why not. */
import { Alert } from 'antd';
import type { Failure, SavedFile } from '../backend';
import { COMMON } from '../text';
import { FailureNote } from './FailureNote';

/** What the note tells. */
export interface SavedNoteProps {
  saved: SavedFile | undefined;
  failure: Failure | null | undefined;
  /** Takes the note away. */
  onClose: () => void;
  testId: string;
}

/** One line; nothing while nothing was written. */
export function SavedNote({ saved, failure, onClose, testId }: SavedNoteProps) {
  return (
    <>
      <FailureNote failure={failure} onClose={onClose} />
      {saved && (
        <Alert
          type="success"
          showIcon
          title={`${COMMON.savedTo} ${saved.path}`}
          closable={{ onClose }}
          data-testid={testId}
        />
      )}
    </>
  );
}
