import { Button } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { DocumentCorners } from '../../../parts/reading/DocumentCorners';
import type { Corners } from '../../../parts/reading/types';
import { CORNERS } from '../../../text';
import { useBox } from './useView';
import { fitting, pageSize, type Size } from './view';
import styles from './viewer.module.css';

/** What is put right. */
export interface CornerEditorProps {
  /** Address of a picture of the whole page. */
  source: string;
  /** Size of the page, in the pixels that the corners count in. */
  page: Size;
  /** Where the document was found; the whole page where it was not. */
  corners: Corners;
  onSave: (corners: Corners) => void;
  onCancel: () => void;
}

/** The page's own corners. */
export function wholePage({ width, height }: Size): Corners {
  return [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
}

/** The whole page with the outline of its document, in the viewer's place. */
export function CornerEditor({ source, page, onSave, onCancel, ...props }: CornerEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const room = useBox(box);
  const [corners, setCorners] = useState(props.corners);
  const shown = pageSize(page);
  const view = fitting(room, shown);
  const onKeyDown = (event: KeyboardEvent) => {
    const act = { Enter: () => onSave(corners), Escape: onCancel }[event.key];
    if (act && !(event.target as Element).closest('[data-bar]')) {
      act();
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are another way to buttons that stand there
    <div className={styles.viewer} onKeyDown={onKeyDown} data-testid="corner-editor">
      <div ref={box} className={styles.box}>
        {room.width > 0 && (
          <div
            className={styles.page}
            style={{
              left: view.x,
              top: view.y,
              width: shown.width * view.scale,
              height: shown.height * view.scale,
              // Handles of corners at the very edge stand half outside.
              overflow: 'visible',
            }}
          >
            <img src={source} alt="" draggable={false} />
            <DocumentCorners corners={corners} page={page} onChange={setCorners} />
          </div>
        )}
      </div>
      <div className={styles.cropBar} data-bar>
        <span className={styles.cropHint} title={CORNERS.hint}>
          {CORNERS.hint}
        </span>
        <Button
          size="small"
          onClick={() => setCorners(wholePage(page))}
          data-testid="corners-whole"
        >
          {CORNERS.whole}
        </Button>
        <Button size="small" onClick={onCancel} data-testid="corners-cancel">
          {CORNERS.cancel}
        </Button>
        <Button
          size="small"
          type="primary"
          onClick={() => onSave(corners)}
          data-testid="corners-save"
        >
          {CORNERS.save}
        </Button>
      </div>
    </div>
  );
}
