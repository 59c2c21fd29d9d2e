/** Strokes as ink on a canvas: for the eye only, what is kept are the strokes. */
import type { PenSpot } from '../../../backend';
import type { Stroke } from './strokes';

const INK = '#15233a';
/** Width where no pressure is told, and the least with one. */
const EVEN = 2.6;
const LEAST = 0.9;
const SWELL = 3.6;

/** Makes the canvas as fine as the screen; returns what to paint with. */
export function fitCanvas(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const fine = window.devicePixelRatio || 1;
  canvas.width = Math.round(canvas.clientWidth * fine);
  canvas.height = Math.round(canvas.clientHeight * fine);
  const context = canvas.getContext('2d');
  if (context) {
    context.setTransform(fine, 0, 0, fine, 0, 0);
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.strokeStyle = INK;
    context.fillStyle = INK;
  }
  return context;
}

/** Paints all strokes. */
export function paintAll(context: CanvasRenderingContext2D, strokes: readonly Stroke[]): void {
  for (const stroke of strokes) {
    paintFrom(context, stroke, 0);
    paintEnd(context, stroke);
  }
}

/** The last half of a stroke's last piece, which waits for a next spot while it is drawn. */
function paintEnd(context: CanvasRenderingContext2D, stroke: Stroke): void {
  const [before, last] = stroke.slice(-2);
  if (before && last) {
    context.beginPath();
    context.lineWidth = widthAt(last);
    context.moveTo((before.x + last.x) / 2, (before.y + last.y) / 2);
    context.lineTo(last.x, last.y);
    context.stroke();
  }
}

/** Paints what of a stroke came from a spot on; the rest is there already. */
export function paintFrom(context: CanvasRenderingContext2D, stroke: Stroke, from: number): void {
  for (let at = Math.max(from, 0); at < stroke.length; at += 1) {
    const [before, spot] = [stroke[at - 1], stroke[at]];
    if (!spot) {
      continue;
    }
    if (before) {
      paintPiece(context, stroke[at - 2] ?? before, before, spot);
    } else {
      context.beginPath();
      context.arc(spot.x, spot.y, widthAt(spot) / 2, 0, 2 * Math.PI);
      context.fill();
    }
  }
}

/** From the middle between two spots to the next middle, bent at the spot: no corners. */
function paintPiece(
  context: CanvasRenderingContext2D,
  first: PenSpot,
  bend: PenSpot,
  last: PenSpot,
): void {
  context.beginPath();
  context.lineWidth = (widthAt(bend) + widthAt(last)) / 2;
  context.moveTo((first.x + bend.x) / 2, (first.y + bend.y) / 2);
  context.quadraticCurveTo(bend.x, bend.y, (bend.x + last.x) / 2, (bend.y + last.y) / 2);
  context.stroke();
}

function widthAt({ pressure }: PenSpot): number {
  return pressure > 0 ? LEAST + SWELL * pressure : EVEN;
}
