import { type PaperReading, type PaperView, useBackend } from '../../../backend';
import { turnedBack, turnedCorners, turnedPage } from '../../../parts/reading/geometry';
import type { Corners } from '../../../parts/reading/types';
import { CornerEditor, wholePage } from './CornerEditor';
import { picturePath } from './picture';
import { SIDE } from './view';

/** The corners of a paper's document put right; shown as the paper is turned now. */
export function PaperCorners(props: {
  paper: PaperView;
  reading: PaperReading;
  /** In pixels of the page as the file has it. */
  onSave: (corners: Corners) => void;
  onCancel: () => void;
}) {
  const { paper, reading, onSave, onCancel } = props;
  const backend = useBackend();
  const { rotation } = paper;
  const found = reading.documents[0]?.corners;
  const page = turnedPage(reading, rotation);
  return (
    <CornerEditor
      source={backend.picture(picturePath(paper, SIDE, true))}
      page={page}
      corners={found ? turnedCorners(found, reading, rotation) : wholePage(page)}
      onSave={(corners) => onSave(turnedBack(corners, reading, rotation))}
      onCancel={onCancel}
    />
  );
}
