import { type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react';
import type { PaperUpdate, PaperView } from '../../../backend';
import { COMMON, PAPER_KIND } from '../../../text';
import { ReadOnly } from '../fields/Framed';
import { PAPERS } from '../text';
import { Cropper } from './Cropper';
import { turned } from './cropping';
import { kindOfKey } from './missing';
import { picturePath, sideFor } from './picture';
import { Tools } from './Tools';
import type { Papers } from './usePapers';
import { usePicture } from './usePicture';
import { STEP, useView } from './useView';
import styles from './viewer.module.css';

/** What the viewer shows. */
export interface ViewerProps {
  paper: PaperView;
  /** All papers, to step through. */
  papers: readonly PaperView[];
  acts: Papers;
  onChoose: (id: number) => void;
  /** Take the focus at once, so that the number keys say what a paper is that just came. */
  autoFocus: boolean;
}

/** The chosen paper, large: zoomed, turned, cropped. */
export function Viewer(props: ViewerProps) {
  const [cropping, setCropping] = useState(false);
  const { paper, acts } = props;
  const update = (change: Partial<PaperUpdate>) => acts.update(paper.id, change);
  if (cropping) {
    return (
      <Cropper
        paper={paper}
        onSave={(crop) => {
          update({ crop });
          setCropping(false);
        }}
        onCancel={() => setCropping(false)}
      />
    );
  }
  return <Look {...props} update={update} onCrop={() => setCropping(true)} />;
}

function Look(
  props: ViewerProps & { update: (change: Partial<PaperUpdate>) => void; onCrop: () => void },
) {
  const { paper, papers, update, onCrop, onChoose } = props;
  const readOnly = useContext(ReadOnly);
  const box = useRef<HTMLDivElement>(null);
  const { autoFocus } = props;
  useEffect(() => {
    if (autoFocus) {
      box.current?.focus({ preventScroll: true });
    }
  }, [autoFocus]);
  const [side, setSide] = useState(1600);
  const picture = usePicture(picturePath(paper, side));
  const { view, ready, zoom, fit, pan, drag } = useView(box, picture.size);
  // Looked at closely, more of its dots are wanted; never fewer again.
  const wanted = sideFor(longest(picture.size) * view.scale * (window.devicePixelRatio || 1));
  if (ready && wanted > side) {
    setSide(wanted);
  }

  const place = papers.indexOf(paper);
  const step = (by: number) => {
    const next = papers[place + by];
    if (next !== undefined) {
      onChoose(next.id);
    }
  };
  const rotate = () => update(turned(paper.rotation, paper.crop));
  const keys: Record<string, () => void> = {
    '+': () => zoom(STEP),
    '=': () => zoom(STEP),
    '-': () => zoom(1 / STEP),
    '0': fit,
    ArrowLeft: () => pan(60, 0),
    ArrowRight: () => pan(-60, 0),
    ArrowUp: () => pan(0, 60),
    ArrowDown: () => pan(0, -60),
    PageUp: () => step(-1),
    PageDown: () => step(1),
    ...(!readOnly && { r: rotate, c: onCrop, s: () => update({ sealed: !paper.sealed }) }),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const kind = readOnly ? undefined : kindOfKey(event.key);
    const act = kind
      ? () => update({ kind })
      : keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  };

  return (
    <div className={styles.viewer}>
      <div
        ref={box}
        className={styles.box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: zoomed, turned and marked by keys, so it must take the focus
        tabIndex={0}
        role="document"
        aria-label={`${PAPERS.viewer}：${PAPER_KIND[paper.kind]}`}
        title={readOnly ? undefined : PAPERS.keys}
        onKeyDown={onKeyDown}
        onDoubleClick={fit}
        {...drag}
        data-testid="paper-viewer"
      >
        {picture.source && picture.size && ready && (
          <img
            src={picture.source}
            alt={PAPER_KIND[paper.kind]}
            draggable={false}
            className={styles.picture}
            style={{
              width: picture.size.width * view.scale,
              height: picture.size.height * view.scale,
              transform: `translate(${view.x}px, ${view.y}px)`,
            }}
            data-testid="paper-picture"
          />
        )}
        {picture.loading && picture.source === undefined && (
          <span className={styles.loading}>{COMMON.loading}</span>
        )}
        {picture.failed && (
          <button type="button" className={styles.failed} onClick={picture.retry}>
            {PAPERS.failed}
            <br />
            {PAPERS.retry}
          </button>
        )}
      </div>
      <Tools
        place={place}
        count={papers.length}
        onStep={step}
        onZoom={(up) => zoom(up ? STEP : 1 / STEP)}
        onFit={fit}
        {...(!readOnly && { onRotate: rotate, onCrop })}
      />
    </div>
  );
}

function longest(size: { width: number; height: number } | undefined): number {
  return size === undefined ? 0 : Math.max(size.width, size.height);
}
