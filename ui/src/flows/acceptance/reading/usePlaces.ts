import { type MouseEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react';
import type { PaperView } from '../../../backend';
import { type FieldPlace, placeAt } from '../../../parts/reading/FieldPlaces';
import { bounds, onPicture, withRoom } from '../../../parts/reading/geometry';
import { fieldLabel } from '../form/sections';
import type { useView } from '../papers/useView';
import { pageSize, type Size, type View } from '../papers/view';
import { useReadings } from './readings';

/** A hand that only clicks moves no further than this, in pixels. */
const STILL = 4;

/** Room around a place, as a part of the page's longer side. */
const ROOM = 0.003;

/** Where the fields that were read stand on a paper, as it is turned and cropped now. */
function usePlacesOn(paper: PaperView): FieldPlace[] {
  const { evidence, open } = useReadings();
  const { id, rotation, crop } = paper;
  return useMemo(
    () =>
      [...evidence]
        .filter(([, one]) => one.paper === id)
        .map(([path, one]) => {
          const room = ROOM * Math.max(one.page.width, one.page.height);
          const box = withRoom(one.reading.corners, room);
          return {
            path,
            name: fieldLabel(path),
            corners: onPicture(box, one.page, rotation, crop),
            open: open.has(path),
          };
        }),
    [evidence, open, id, rotation, crop],
  );
}

/**
 * Tells a click on a place from a drag of the paper: the viewer holds the pointer
 * while the paper is moved, so the outlines themselves are never clicked.
 */
function usePick(
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

/**
 * The places on the paper in the viewer: what is drawn, what a click does, and
 * the place of the field one comes to brought into sight.
 */
export function usePlaces(
  paper: PaperView,
  { view, reveal }: Pick<ReturnType<typeof useView>, 'view' | 'reveal'>,
  picture: Size | undefined,
) {
  const { chosen, go } = useReadings();
  const places = usePlacesOn(paper);
  const pick = usePick(places, view, picture && pageSize(picture), go);
  const here = places.find((place) => place.path === chosen)?.corners;
  useEffect(() => {
    if (here) {
      reveal(bounds(here));
    }
  }, [here, reveal]);
  return { places, chosen, pick };
}
