import { type PointerEvent, useCallback, useEffect, useRef } from 'react';
import { fitCanvas, paintAll, paintFrom } from './paint';
import { MOST_POINTS, pointsIn, type Stroke, spotAt } from './strokes';

/** Keeps a canvas painted with the strokes, also after its size changed. */
function usePainted(strokes: readonly Stroke[]) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const context = useRef<CanvasRenderingContext2D | null>(null);
  const present = useRef(strokes);
  present.current = strokes;
  const paint = useCallback(() => {
    if (canvas.current) {
      context.current = fitCanvas(canvas.current);
      if (context.current) {
        paintAll(context.current, present.current);
      }
    }
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other strokes are another picture
  useEffect(paint, [paint, strokes]);
  useEffect(() => {
    const observer = new ResizeObserver(paint);
    if (canvas.current) {
      observer.observe(canvas.current);
    }
    // The same size on another screen may have finer dots.
    window.addEventListener('resize', paint);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', paint);
    };
  }, [paint]);
  return { canvas, context };
}

/** Every spot that the device told since the last frame, where the window knows them. */
function spotsOf(event: PointerEvent<HTMLCanvasElement>): globalThis.PointerEvent[] {
  const all = event.nativeEvent.getCoalescedEvents?.() ?? [];
  return all.length > 0 ? all : [event.nativeEvent];
}

/** Pen, finger or mouse on a canvas: strokes come up one by one, as they end. */
export function useInk(strokes: readonly Stroke[], onStroke: (stroke: Stroke) => void) {
  const { canvas, context } = usePainted(strokes);
  const drawing = useRef<{ pointer: number; stroke: Stroke } | null>(null);
  const pen = useRef(false);
  const draw = (event: PointerEvent<HTMLCanvasElement>, room: number) => {
    const { current } = drawing;
    if (current) {
      const corner = event.currentTarget.getBoundingClientRect();
      const from = current.stroke.length;
      const told = spotsOf(event).slice(0, Math.max(0, room - from));
      current.stroke.push(...told.map((one) => spotAt(one, corner)));
      if (context.current) {
        paintFrom(context.current, current.stroke, from);
      }
    }
  };
  const room = () => MOST_POINTS - pointsIn(strokes);
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    const { current } = drawing;
    if (current?.pointer === event.pointerId) {
      drawing.current = null;
      onStroke(current.stroke);
    }
  };
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => {
      pen.current ||= event.pointerType === 'pen';
      // The hand that rests beside the pen is no finger that signs.
      const rests = pen.current && event.pointerType === 'touch';
      if (drawing.current || rests || event.button !== 0 || room() <= 0) {
        return;
      }
      event.preventDefault();
      event.currentTarget.setPointerCapture?.(event.pointerId);
      drawing.current = { pointer: event.pointerId, stroke: [] };
      draw(event, room());
    },
    onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => {
      if (drawing.current?.pointer === event.pointerId) {
        draw(event, room());
      }
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
  return { canvas, handlers };
}
