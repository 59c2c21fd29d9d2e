import { Button } from 'antd';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Crop, PaperView } from '../../../backend';
import { PAPERS } from '../text';
import { between, dragged, GRIPS, type Grip, isMeant, kept, WHOLE, WHOLE_PAGE } from './cropping';
import { picturePath } from './picture';
import { usePicture } from './usePicture';
import { useBox } from './useView';
import { fitting } from './view';
import styles from './viewer.module.css';

interface CropperProps {
  paper: PaperView;
  /** The part to keep; `null` for the whole page. */
  onSave: (crop: Crop | null) => void;
  onCancel: () => void;
}

type Point = { x: number; y: number };
type Hold = { grip: Grip; from: Point; crop: Crop } | { grip: undefined; from: Point };

function percent(value: number): string {
  return `${value / (WHOLE / 100)}%`;
}

/** Holding and moving the rectangle with the mouse or a finger. */
function useHold(crop: Crop, setCrop: (crop: Crop) => void) {
  const hold = useRef<Hold | undefined>(undefined);
  const pointOf = (event: PointerEvent<HTMLElement>): Point => {
    const page = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - page.left) / page.width) * WHOLE,
      y: ((event.clientY - page.top) / page.height) * WHOLE,
    };
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || !(event.target instanceof HTMLElement)) {
        return;
      }
      const grip = event.target.dataset.grip as Grip | undefined;
      const from = pointOf(event);
      // Inside the rectangle moves it; beside it, or while it is the whole page, draws a new one.
      const draws = grip === undefined || (grip === 'all' && kept(crop) === null);
      hold.current = draws ? { grip: undefined, from } : { grip, from, crop };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const held = hold.current;
      if (held === undefined) {
        return;
      }
      const here = pointOf(event);
      if (held.grip === undefined) {
        const drawn = between(held.from, here);
        if (isMeant(drawn)) {
          setCrop(drawn);
        }
      } else {
        setCrop(dragged(held.crop, held.grip, here.x - held.from.x, here.y - held.from.y));
      }
    },
    onPointerUp: () => {
      hold.current = undefined;
    },
    onPointerCancel: () => {
      hold.current = undefined;
    },
  };
}

/** The whole page with a rectangle on it: what stays of the paper. */
export function Cropper({ paper, onSave, onCancel }: CropperProps) {
  const box = useRef<HTMLDivElement>(null);
  const size = useBox(box);
  const picture = usePicture(picturePath(paper, 1600, true));
  const [crop, setCrop] = useState(paper.crop ?? WHOLE_PAGE);
  const hold = useHold(crop, setCrop);
  useEffect(() => box.current?.focus(), []);
  const view = picture.size && size.width > 0 ? fitting(size, picture.size) : undefined;

  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.shiftKey ? 500 : 50;
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [-by, 0],
      ArrowRight: [by, 0],
      ArrowUp: [0, -by],
      ArrowDown: [0, by],
    };
    const move = moves[event.key];
    if (event.key === 'Enter') {
      onSave(kept(crop));
    } else if (event.key === 'Escape') {
      onCancel();
    } else if (move) {
      // Alone the arrows move the rectangle; with Ctrl its lower right corner.
      setCrop(dragged(crop, event.ctrlKey ? 'se' : 'all', ...move));
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.viewer}>
      <div
        ref={box}
        className={styles.box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the rectangle is moved and saved by keys
        tabIndex={0}
        role="application"
        aria-label={PAPERS.crop}
        onKeyDown={onKeyDown}
        data-testid="paper-cropper"
      >
        {picture.source && picture.size && view && (
          <div
            className={styles.page}
            style={{
              left: view.x,
              top: view.y,
              width: picture.size.width * view.scale,
              height: picture.size.height * view.scale,
            }}
            {...hold}
          >
            <img src={picture.source} alt="" draggable={false} />
            <div
              className={styles.crop}
              style={{
                left: percent(crop.left),
                top: percent(crop.top),
                width: percent(crop.right - crop.left),
                height: percent(crop.bottom - crop.top),
              }}
              data-grip="all"
              data-testid="crop-rectangle"
            >
              {GRIPS.map((grip) => (
                <span key={grip} className={styles.grip} data-grip={grip} />
              ))}
            </div>
          </div>
        )}
      </div>
      <div className={styles.cropBar}>
        <span className={styles.cropHint}>{PAPERS.cropHint}</span>
        <Button size="small" onClick={() => setCrop(WHOLE_PAGE)} data-testid="crop-whole">
          {PAPERS.cropWhole}
        </Button>
        <Button size="small" onClick={onCancel} data-testid="crop-cancel">
          {PAPERS.cropCancel}
        </Button>
        <Button
          size="small"
          type="primary"
          onClick={() => onSave(kept(crop))}
          data-testid="crop-save"
        >
          {PAPERS.cropSave}
        </Button>
      </div>
    </div>
  );
}
