import type { PaperView } from '../../../backend';

/** Longest sides asked for: few, so that looking closer asks seldom. */
const SIDES = [320, 1600, 3200] as const;

/** The step of sizes that has at least so many pixels. */
export function sideFor(pixels: number): number {
  return SIDES.find((side) => side >= pixels) ?? 3200;
}

/**
 * Path of a paper's picture. Rotation and crop are named in it although the desk
 * knows them, so that a changed picture has another address than the old one.
 */
export function picturePath(paper: PaperView, side: number, whole = false): string {
  const { crop } = paper;
  const part =
    whole || crop === null ? '' : `-${crop.left}-${crop.top}-${crop.right}-${crop.bottom}`;
  const raw = whole ? '&raw=1' : '';
  return `paper/${paper.id}?side=${side}${raw}&as=${paper.rotation}${part}`;
}
