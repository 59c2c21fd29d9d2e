import { type MouseEvent, type PointerEvent, useMemo, useRef } from 'react';
import type { PaperView } from '../../../backend';
import { type FieldPlace, placeAt } from '../../../parts/reading/FieldPlaces';
import { onPicture } from '../../../parts/reading/geometry';
import { fieldLabel } from '../form/sections';
import type { Size, View } from '../papers/view';
import { useReadings } from './readings';

/** A hand that only clicks moves no further than this, in pixels. */
const STILL = 4;

/** Where the fields that were read stand on a paper, as it is turned and cropped now. */
export function usePlaces(paper: PaperView): FieldPlace[] {
  const { evidence, open } = useReadings();
  const { id, rotation, crop } = paper;
  return useMemo(
    () =>
      [...evidence]
        .filter(([, one]) => one.paper === id)
        .map(([path, one]) => ({
          path,
          name: fieldLabel(path),
          corners: onPicture(one.reading.box, one.page, rotation, crop),
          open: open.has(path),
        })),
    [evidence, open, id, rotation, crop],
  );
}

/**
 * Tells a click on a place from a drag of the paper: the viewer holds the pointer
 * while the paper is moved, so the outlines themselves are never clicked.
 */
export function usePick(
  places: readonly FieldPlace[],
  view: View,
  size: Size | undefined,
  onPick: (path: string) => void,
) {
  const down = useRef<{ x: number; y: number } | undefined>(undefined);
  return {
    onPointerDownCapture: (event: PointerEvent) => {
      down.current = { x: event.clientX, y: event.clientY };
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      const from = down.current;
      down.current = undefined;
      if (from === undefined || size === undefined) {
        return;
      }
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > STILL) {
        return;
      }
      const box = event.currentTarget.getBoundingClientRect();
      const place = placeAt(places, [
        (event.clientX - box.left - view.x) / (size.width * view.scale),
        (event.clientY - box.top - view.y) / (size.height * view.scale),
      ]);
      if (place) {
        onPick(place.path);
      }
    },
  };
}
