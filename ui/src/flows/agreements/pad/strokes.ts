/** The strokes of a signature as they came: no window, nothing smoothed. */
import type { PenSpot } from '../../../backend';

/** From pen down to pen up. */
export type Stroke = PenSpot[];

/** Points that the desk takes at most, and those below which nobody has signed. */
export const MOST_POINTS = 20_000;
export const FEWEST_POINTS = 8;

/** What a pointer tells of one spot. */
export interface Told {
  clientX: number;
  clientY: number;
  timeStamp: number;
  pressure: number;
  pointerType: string;
}

/** A spot on the pad whose upper left corner is given; the time as the window counts it. */
export function spotAt(told: Told, corner: { left: number; top: number }): PenSpot {
  return {
    x: hundredths(told.clientX - corner.left),
    y: hundredths(told.clientY - corner.top),
    t: told.timeStamp,
    pressure: pressureOf(told),
  };
}

/** A mouse, and a finger on a screen that feels none, tell one half; that is no pressure. */
function pressureOf({ pointerType, pressure }: Told): number {
  const felt = pointerType === 'pen' || (pointerType === 'touch' && pressure !== 0.5);
  return felt ? Math.round(Math.min(1, Math.max(0, pressure)) * 1000) / 1000 : 0;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** How many points were drawn. */
export function pointsIn(strokes: readonly Stroke[]): number {
  return strokes.reduce((sum, stroke) => sum + stroke.length, 0);
}

/** Whether this may be a signature. */
export function isDrawn(strokes: readonly Stroke[]): boolean {
  return pointsIn(strokes) >= FEWEST_POINTS;
}

/** As it is kept: times in whole milliseconds since the pen first touched. */
export function asKept(strokes: readonly Stroke[]): Stroke[] {
  const begun = strokes[0]?.[0]?.t ?? 0;
  return strokes.map((stroke) =>
    stroke.map((spot) => ({ ...spot, t: Math.max(0, Math.round(spot.t - begun)) })),
  );
}
