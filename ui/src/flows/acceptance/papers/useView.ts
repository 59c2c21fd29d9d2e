import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import {
  fitting,
  fittingScale,
  keptIn,
  panned,
  revealed,
  type Size,
  type View,
  zoomed,
} from './view';

/** One press of a key or button zooms by this much. */
export const STEP = 1.25;

/** The inner size of an element as it is now. */
export function useBox(ref: RefObject<HTMLElement | null>): Size {
  const [box, setBox] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const element = ref.current;
    if (element === null) {
      return;
    }
    const measure = () => setBox({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return box;
}

/**
 * How a picture of `size` lies in the box: fitting at first, then as the person
 * zooms and pans. `undefined` stands for fitting, whatever the box becomes.
 */
export function useView(ref: RefObject<HTMLElement | null>, size: Size | undefined) {
  const box = useBox(ref);
  const [chosen, choose] = useState<View>();
  const page = size ?? { width: 1, height: 1 };
  const ready = size !== undefined && box.width > 0;
  const view = chosen === undefined ? fitting(box, page) : keptIn(box, page, chosen);
  const now = useRef({ box, page, view });
  now.current = { box, page, view };

  const zoom = useCallback((factor: number, at?: { x: number; y: number }) => {
    const { box, page, view } = now.current;
    const next = zoomed(box, page, view, factor, at);
    choose(next.scale <= fittingScale(box, page) * 1.001 ? undefined : next);
  }, []);
  const fit = useCallback(() => choose(undefined), []);
  const pan = useCallback((dx: number, dy: number) => {
    const { box, page, view } = now.current;
    choose(panned(box, page, view, dx, dy));
  }, []);

  const reveal = useCallback((part: Parameters<typeof revealed>[3]) => {
    const { box, page, view } = now.current;
    // Fitting, everything is seen, and goes on fitting.
    choose((chosen) => chosen && revealed(box, page, view, part));
  }, []);

  useWheel(ref, zoom);
  const drag = usePanning(pan);
  return { view, ready, isFitting: chosen === undefined, zoom, fit, pan, reveal, drag };
}

function useWheel(
  ref: RefObject<HTMLElement | null>,
  zoom: (factor: number, at: { x: number; y: number }) => void,
): void {
  useEffect(() => {
    const element = ref.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const corner = (event.currentTarget as HTMLElement).getBoundingClientRect();
      const at = { x: event.clientX - corner.left, y: event.clientY - corner.top };
      zoom(Math.exp(-Math.max(-240, Math.min(240, event.deltaY)) / 500), at);
    };
    // React listens passively to wheels, and then the page would scroll as well.
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [ref, zoom]);
}

function usePanning(pan: (dx: number, dy: number) => void) {
  const last = useRef<{ x: number; y: number } | undefined>(undefined);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button === 0) {
        last.current = { x: event.clientX, y: event.clientY };
        event.currentTarget.setPointerCapture(event.pointerId);
      }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (last.current !== undefined) {
        pan(event.clientX - last.current.x, event.clientY - last.current.y);
        last.current = { x: event.clientX, y: event.clientY };
      }
    },
    onPointerUp: () => {
      last.current = undefined;
    },
    onPointerCancel: () => {
      last.current = undefined;
    },
  };
}
