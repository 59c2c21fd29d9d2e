import { useContext, useEffect, useRef, useState } from 'react';
import type { PaperUpdate, PaperView } from '../../../backend';
import { FieldPlaces } from '../../../parts/reading/FieldPlaces';
import { PAPER_KIND } from '../../../text';
import { ReadOnly } from '../fields/Framed';
import { useReadings } from '../reading/readings';
import { usePlaces } from '../reading/usePlaces';
import { PAPERS } from '../text';
import { Cropper } from './Cropper';
import { turned } from './cropping';
import { PaperCorners } from './PaperCorners';
import { picturePath, sideFor } from './picture';
import { Sheet } from './Sheet';
import { Tools } from './Tools';
import type { Papers } from './usePapers';
import { usePicture } from './usePicture';
import { STEP, useView } from './useView';
import { pageSize, SIDE } from './view';
import styles from './viewer.module.css';
import { onViewerKey, type ViewerActs } from './viewerKeys';

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
  const [editing, setEditing] = useState<'crop' | 'corners'>();
  const { paper, acts } = props;
  const { pages } = useReadings();
  const reading = pages.of(paper.id);
  const done = () => setEditing(undefined);
  const update = (change: Partial<PaperUpdate>) => acts.update(paper.id, change);
  if (editing === 'corners' && reading !== undefined) {
    return (
      <PaperCorners
        paper={paper}
        reading={reading}
        onSave={(corners, document) => {
          pages.readAgain(paper.id, corners, document);
          done();
        }}
        onCancel={done}
      />
    );
  }
  if (editing === 'crop') {
    return (
      <Cropper
        paper={paper}
        onSave={(crop) => {
          update({ crop });
          done();
        }}
        onCancel={done}
      />
    );
  }
  const onCorners = reading && (() => setEditing('corners'));
  return (
    <Look {...props} update={update} onCrop={() => setEditing('crop')} onCorners={onCorners} />
  );
}

interface LookProps extends ViewerProps {
  update: (change: Partial<PaperUpdate>) => void;
  onCrop: () => void;
  /** Left out where nothing was read, so that no corners are known. */
  onCorners: (() => void) | undefined;
}

function Look(props: LookProps) {
  const { paper, papers, autoFocus } = props;
  const readOnly = useContext(ReadOnly);
  const box = useRef<HTMLDivElement>(null);
  const [side, setSide] = useState(SIDE);
  const picture = usePicture(picturePath(paper, side));
  const look = useView(box, picture.size && pageSize(picture.size));
  // Looked at closely, more of its dots are wanted; never fewer again.
  const wanted = sideFor(SIDE * look.view.scale * (window.devicePixelRatio || 1));
  if (look.ready && wanted > side) {
    setSide(wanted);
  }
  useEffect(() => {
    if (autoFocus) {
      box.current?.focus({ preventScroll: true });
    }
  }, [autoFocus]);
  const acts = actsOf(props, look, readOnly);
  const { places, chosen, pick } = usePlaces(paper, look, picture.size);
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
        onKeyDown={(event) => onViewerKey(event, acts)}
        onDoubleClick={look.fit}
        {...look.drag}
        {...pick}
        data-testid="paper-viewer"
      >
        <Sheet picture={picture} view={look.ready ? look.view : undefined} kind={paper.kind}>
          {places.length > 0 && <FieldPlaces places={places} chosen={chosen} />}
        </Sheet>
      </div>
      <Tools place={papers.indexOf(paper)} count={papers.length} acts={acts} />
    </div>
  );
}

function actsOf(props: LookProps, look: ReturnType<typeof useView>, readOnly: boolean): ViewerActs {
  const { paper, papers, update, onCrop, onCorners, onChoose } = props;
  const looking = {
    zoom: (up: boolean) => look.zoom(up ? STEP : 1 / STEP),
    fit: look.fit,
    pan: look.pan,
    step: (by: number) => {
      const next = papers[papers.indexOf(paper) + by];
      if (next !== undefined) {
        onChoose(next.id);
      }
    },
  };
  if (readOnly) {
    return looking;
  }
  const change: ViewerActs['change'] = {
    rotate: () => {
      look.fit();
      update(turned(paper.rotation, paper.crop));
    },
    crop: onCrop,
    corners: onCorners,
    seal: () => update({ sealed: !paper.sealed }),
    kind: (kind) => update({ kind }),
  };
  return { ...looking, change };
}
