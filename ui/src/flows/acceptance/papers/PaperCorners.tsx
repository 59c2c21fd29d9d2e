import { type PaperReading, type PaperView, useBackend } from '../../../backend';
import { turnedBack, turnedCorners, turnedPage } from '../../../parts/reading/geometry';
import type { Corners } from '../../../parts/reading/types';
import { CORNERS } from '../../../text';
import { CornerEditor, type OnPage } from './CornerEditor';
import { picturePath } from './picture';
import { SIDE } from './view';

/** The documents on a page as it is turned now; those of one kind are counted. */
export function documentsOf(reading: PaperReading, rotation: PaperView['rotation']): OnPage[] {
  const words = reading.documents.map(({ kind }) => CORNERS.kinds[kind]);
  return reading.documents.map(({ corners }, place) => {
    const word = words[place] ?? CORNERS.kinds.other;
    const before = words.slice(0, place).filter((other) => other === word).length;
    const alone = words.filter((other) => other === word).length === 1;
    return {
      name: alone ? word : CORNERS.several(word, before + 1),
      corners: turnedCorners(corners, reading, rotation),
    };
  });
}

/** The corners of a paper's document put right; shown as the paper is turned now. */
export function PaperCorners(props: {
  paper: PaperView;
  reading: PaperReading;
  /** In pixels of the page as the file has it. */
  onSave: (corners: Corners, document?: number) => void;
  onCancel: () => void;
}) {
  const { paper, reading, onSave, onCancel } = props;
  const backend = useBackend();
  const { rotation } = paper;
  const page = turnedPage(reading, rotation);
  return (
    <CornerEditor
      source={backend.picture(picturePath(paper, SIDE, true))}
      page={page}
      documents={documentsOf(reading, rotation)}
      onSave={(corners, document) => onSave(turnedBack(corners, reading, rotation), document)}
      onCancel={onCancel}
    />
  );
}
