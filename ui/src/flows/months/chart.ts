/** Where the bars of the months stand. Pure geometry, in units of the drawing. */
import type { MonthPoint } from '../../backend';

/** Measures of the drawing. */
export const CHART = { width: 760, height: 250, left: 64, bottom: 34, top: 12 } as const;

/** Lines across the drawing. */
const LINES = 4;
/** Steps that are easy to read, times a power of ten. */
const EASY = [1, 2, 2.5, 5, 10] as const;

/** A piece of a bar. */
export interface Piece {
  name: 'rated' | 'top_up' | 'fees' | 'payments';
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A month's bars: what was charged in pieces, and beside it what was received. */
export interface Bars {
  point: MonthPoint;
  charged: number;
  x: number;
  width: number;
  pieces: Piece[];
}

/** Fen between two lines, so that the highest bar fits beneath the last. */
export function stepOf(highest: number): number {
  const least = Math.max(highest, 100) / LINES;
  const power = 10 ** Math.floor(Math.log10(least));
  return (EASY.find((easy) => easy * power >= least) ?? 10) * power;
}

/** Heights of the lines, from nothing upwards, as fen and place. */
export function linesOf(step: number): { fen: number; y: number }[] {
  return Array.from({ length: LINES + 1 }, (_, at) => ({ fen: at * step, y: placeOf(at / LINES) }));
}

function placeOf(part: number): number {
  const room = CHART.height - CHART.bottom - CHART.top;
  return CHART.height - CHART.bottom - part * room;
}

/** All months' bars. */
export function barsOf(course: readonly MonthPoint[]): { step: number; bars: Bars[] } {
  const highest = Math.max(0, ...course.map((point) => Math.max(chargedOf(point), point.payments)));
  const step = stepOf(highest);
  const slot = (CHART.width - CHART.left) / Math.max(1, course.length);
  const bars = course.map((point, at) => monthBars(point, CHART.left + at * slot, slot, step));
  return { step, bars };
}

function chargedOf({ rated, top_up, fees }: MonthPoint): number {
  return rated + top_up + fees;
}

function monthBars(point: MonthPoint, x: number, slot: number, step: number): Bars {
  const width = slot * 0.34;
  const charged = x + slot * 0.14;
  const height = (fen: number) =>
    (Math.max(0, fen) / (step * LINES)) * (CHART.height - CHART.bottom - CHART.top);
  let foot = placeOf(0);
  const pieces: Piece[] = [];
  for (const name of ['rated', 'top_up', 'fees'] as const) {
    const high = height(point[name]);
    foot -= high;
    pieces.push({ name, x: charged, y: foot, width, height: high });
  }
  const paid = height(point.payments);
  pieces.push({
    name: 'payments',
    x: charged + width + slot * 0.06,
    y: placeOf(0) - paid,
    width: slot * 0.26,
    height: paid,
  });
  return { point, charged: chargedOf(point), x, width: slot, pieces };
}
