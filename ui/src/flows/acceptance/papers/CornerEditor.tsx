import { Button, Radio } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { DocumentCorners } from '../../../parts/reading/DocumentCorners';
import { bounds } from '../../../parts/reading/geometry';
import type { Corners } from '../../../parts/reading/types';
import { CORNERS } from '../../../text';
import { useBox } from './useView';
import { closeUp, fitting, pageSize, type Size } from './view';
import styles from './viewer.module.css';

/** A document on the page. */
export interface OnPage {
  name: string;
  corners: Corners;
}

/** What is put right. */
export interface CornerEditorProps {
  /** Address of a picture of the whole page. */
  source: string;
  /** Size of the page, in the pixels that the corners count in. */
  page: Size;
  /** Where documents were found; none where the whole page is to begin with. */
  documents: readonly OnPage[];
  /** Corners of the document that was chosen. */
  /** With the place of the document in `documents`, where there are any. */
  onSave: (corners: Corners, document?: number) => void;
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

/** A document in the viewer's own measure. */
function shownPart(corners: Corners, page: Size) {
  const times = pageSize(page).width / page.width;
  const { left, top, right, bottom } = bounds(corners);
  return { left: left * times, top: top * times, right: right * times, bottom: bottom * times };
}

/** The document that is put right, and the corners it has by now. */
function useDocument(documents: readonly OnPage[], page: Size) {
  const [at, setAt] = useState(0);
  const [moved, setMoved] = useState<ReadonlyMap<number, Corners>>(() => new Map());
  const corners = moved.get(at) ?? documents[at]?.corners ?? wholePage(page);
  const set = (next: Corners) => setMoved(new Map(moved).set(at, next));
  const others = documents.flatMap(({ name, corners: found }, place) => {
    const one = { name, corners: moved.get(place) ?? found, onChoose: () => setAt(place) };
    return place === at ? [] : [one];
  });
  const step = (by: number) => setAt((at + by + documents.length) % documents.length);
  const isWhole = corners.every(
    (corner, place) => corner.join() === wholePage(page)[place]?.join(),
  );
  // Looked at where it was found, and stays there while its corners are moved.
  const near = isWhole ? undefined : documents[at]?.corners;
  return { at, choose: setAt, step, corners, set, others, near };
}

/** The whole page with the outlines of its documents, in the viewer's place. */
export function CornerEditor(props: CornerEditorProps) {
  const { source, page, documents, onSave, onCancel } = props;
  const box = useRef<HTMLDivElement>(null);
  const room = useBox(box);
  const { at, choose, step, corners, set, others, near } = useDocument(documents, page);
  const save = () => (documents.length > 1 ? onSave(corners, at) : onSave(corners));
  const several = documents.length > 1;
  const shown = pageSize(page);
  const view = near ? closeUp(room, shown, shownPart(near, page)) : fitting(room, shown);
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = event.altKey && several ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined;
    const act = { Enter: save, Escape: onCancel }[event.key];
    if (arrow !== undefined) {
      step(arrow);
    } else if (act && !(event.target as Element).closest('[data-bar]')) {
      act();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const hint = several ? CORNERS.one : CORNERS.hint;
  return (
    <div className={styles.viewer} onKeyDownCapture={onKeyDown} data-testid="corner-editor">
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
            <DocumentCorners corners={corners} page={page} onChange={set} others={others} />
          </div>
        )}
      </div>
      {several && <Choose documents={documents} at={at} onChoose={choose} />}
      <div className={styles.cropBar} data-bar>
        <span className={styles.cropHint} title={several ? CORNERS.oneHint : hint}>
          {hint}
        </span>
        <Button size="small" onClick={() => set(wholePage(page))} data-testid="corners-whole">
          {CORNERS.whole}
        </Button>
        <Button size="small" onClick={onCancel} data-testid="corners-cancel">
          {CORNERS.cancel}
        </Button>
        <Button size="small" type="primary" onClick={save} data-testid="corners-save">
          {CORNERS.save}
        </Button>
      </div>
    </div>
  );
}

/** Which of several documents is put right. */
function Choose(props: {
  documents: readonly OnPage[];
  at: number;
  onChoose: (place: number) => void;
}) {
  return (
    <div className={styles.cropBar} data-bar>
      <span className={styles.cropHint}>{CORNERS.document}</span>
      <Radio.Group
        size="small"
        optionType="button"
        value={props.at}
        onChange={(event) => props.onChoose(Number(event.target.value))}
        options={props.documents.map(({ name }, place) => ({
          value: place,
          label: <span data-testid={`corners-document-${place}`}>{name}</span>,
        }))}
      />
    </div>
  );
}
