/**
 * The four corners of a document on its page, to be put right by hand: dragged,
 * or moved by the arrows. Fills the picture it is laid over. A corner stays
 * where it was when the outline would no longer be that of a sheet.
 */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { CORNERS } from '../../text';
import { bounds, pointsOf, withCorner } from './geometry';
import type { Corners, Point } from './types';
import './DocumentCorners.css';

/** A press of an arrow moves by this part of the page's longer side; with Shift, by ten of it. */
const STEP = 1 / 400;

const ARROWS: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What is put right. */
export interface DocumentCornersProps {
  /** In pixels of the page. */
  corners: Corners;
  page: { width: number; height: number };
  onChange: (corners: Corners) => void;
  /** Other documents on the page; a click on one goes over to it. */
  others?: readonly OtherDocument[];
}

/** A document that is not being put right. */
export interface OtherDocument {
  name: string;
  corners: Corners;
  onChoose: () => void;
}

/** An outline with four handles. */
export function DocumentCorners(props: DocumentCornersProps) {
  const { corners, page, onChange, others = [] } = props;
  const ground = useRef<HTMLElement>(null);
  const held = useRef<number | undefined>(undefined);
  const moveTo = (which: number, to: Point) => {
    const next = withCorner(corners, which, to, page);
    if (next !== corners) {
      onChange(next);
    }
  };
  const onPointerMove = (event: PointerEvent) => {
    const box = ground.current?.getBoundingClientRect();
    if (held.current === undefined || box === undefined || box.width === 0) {
      return;
    }
    moveTo(held.current, [
      ((event.clientX - box.left) / box.width) * page.width,
      ((event.clientY - box.top) / box.height) * page.height,
    ]);
  };
  const letGo = () => {
    held.current = undefined;
  };
  const onKeyDown = (event: KeyboardEvent, which: number) => {
    const arrow = ARROWS[event.key];
    const corner = corners[which];
    if (arrow === undefined || corner === undefined) {
      return;
    }
    const by = Math.max(1, Math.max(page.width, page.height) * STEP * (event.shiftKey ? 10 : 1));
    moveTo(which, [corner[0] + arrow[0] * by, corner[1] + arrow[1] * by]);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section ref={ground} className="document-corners" aria-label={CORNERS.label}>
      <svg
        viewBox={`0 0 ${page.width} ${page.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={shadeOf(corners, page)} fillRule="evenodd" />
        <polygon points={pointsOf(corners)} />
      </svg>
      <Others others={others} page={page} />
      {corners.map(([x, y], which) => (
        <button
          key={CORNERS.corner[which]}
          type="button"
          className="document-corner"
          style={{ left: `${(x / page.width) * 100}%`, top: `${(y / page.height) * 100}%` }}
          aria-label={CORNERS.corner[which]}
          title={CORNERS.corner[which]}
          onPointerDown={(event) => {
            held.current = which;
            event.currentTarget.focus();
            event.currentTarget.setPointerCapture(event.pointerId);
            event.preventDefault();
          }}
          onPointerMove={onPointerMove}
          onPointerUp={letGo}
          onPointerCancel={letGo}
          onKeyDown={(event) => onKeyDown(event, which)}
          data-testid={`corner-${which}`}
        />
      ))}
    </section>
  );
}

/** The other documents, each as far as an upright frame tells where it lies. */
function Others(props: Required<Pick<DocumentCornersProps, 'others' | 'page'>>) {
  const { width, height } = props.page;
  return props.others.map(({ name, corners, onChoose }) => {
    const { left, top, right, bottom } = bounds(corners);
    return (
      <button
        key={name}
        type="button"
        className="document-other"
        // The keys have a way of their own, and Tab belongs to the corners.
        tabIndex={-1}
        title={name}
        style={{
          left: `${(left / width) * 100}%`,
          top: `${(top / height) * 100}%`,
          width: `${((right - left) / width) * 100}%`,
          height: `${((bottom - top) / height) * 100}%`,
        }}
        onClick={onChoose}
      >
        {name}
      </button>
    );
  });
}

/** The page without the document. */
function shadeOf(corners: Corners, { width, height }: { width: number; height: number }): string {
  const outline = corners.map(([x, y]) => `${x} ${y}`).join('L');
  return `M0 0H${width}V${height}H0ZM${outline}Z`;
}
