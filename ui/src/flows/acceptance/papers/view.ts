/** How a picture lies in the viewer: pure arithmetic, no window. */

/** A size in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Where a picture lies: its scale, and its top left corner in the box. */
export interface View {
  scale: number;
  x: number;
  y: number;
}

/** Longest side of a page in the viewer's own measure, whatever its picture has. */
export const SIDE = 1600;

/**
 * The size of a page in the viewer's own measure. A picture with more dots of the
 * same page then takes its place without a jump.
 */
export function pageSize(picture: Size): Size {
  const times = SIDE / Math.max(picture.width, picture.height);
  return { width: picture.width * times, height: picture.height * times };
}

/** Room kept around a picture that fits. */
const MARGIN = 6;
/** How far one may zoom in; beyond, even a good scan shows nothing more. */
const NEAREST = 4;

function held(offset: number, room: number, length: number): number {
  // What is smaller than the box stands in its middle; what is larger leaves no gap.
  return length <= room ? (room - length) / 2 : Math.min(0, Math.max(room - length, offset));
}

/** The view with the picture kept in the box. */
export function keptIn(box: Size, picture: Size, view: View): View {
  return {
    scale: view.scale,
    x: held(view.x, box.width, picture.width * view.scale),
    y: held(view.y, box.height, picture.height * view.scale),
  };
}

/** The scale at which the whole picture is seen; never larger than the picture itself. */
export function fittingScale(box: Size, picture: Size): number {
  const across = (box.width - 2 * MARGIN) / picture.width;
  const down = (box.height - 2 * MARGIN) / picture.height;
  return Math.max(0.01, Math.min(across, down, 1));
}

/** The whole picture in the middle of the box. */
export function fitting(box: Size, picture: Size): View {
  return keptIn(box, picture, { scale: fittingScale(box, picture), x: 0, y: 0 });
}

/** Part of the box that something looked at closely may fill: its corners need room to be moved. */
const CLOSE = 0.66;

/** A part of the picture in the middle of the box, near enough to be worked on. */
export function closeUp(
  box: Size,
  picture: Size,
  part: { left: number; top: number; right: number; bottom: number },
): View {
  const [width, height] = [part.right - part.left, part.bottom - part.top];
  const near = Math.min((box.width * CLOSE) / width, (box.height * CLOSE) / height, 1);
  const scale = Math.max(fittingScale(box, picture), near);
  const x = box.width / 2 - (part.left + width / 2) * scale;
  const y = box.height / 2 - (part.top + height / 2) * scale;
  return keptIn(box, picture, { scale, x, y });
}

/** The view zoomed by `factor`, with what lies under the point staying there. */
export function zoomed(
  box: Size,
  picture: Size,
  view: View,
  factor: number,
  at: { x: number; y: number } = { x: box.width / 2, y: box.height / 2 },
): View {
  const least = fittingScale(box, picture);
  const scale = Math.min(NEAREST, Math.max(least, view.scale * factor));
  const grown = scale / view.scale;
  return keptIn(box, picture, {
    scale,
    x: at.x - (at.x - view.x) * grown,
    y: at.y - (at.y - view.y) * grown,
  });
}

/** The view moved by so many pixels. */
export function panned(box: Size, picture: Size, view: View, dx: number, dy: number): View {
  return keptIn(box, picture, { ...view, x: view.x + dx, y: view.y + dy });
}

/**
 * The view moved so that a part of the picture is seen, with it in the middle; as it
 * was where it is seen already. The part is told in parts of width and height.
 */
export function revealed(
  box: Size,
  picture: Size,
  view: View,
  part: { left: number; top: number; right: number; bottom: number },
): View {
  const across = picture.width * view.scale;
  const down = picture.height * view.scale;
  const isSeen =
    view.x + part.left * across >= 0 &&
    view.x + part.right * across <= box.width &&
    view.y + part.top * down >= 0 &&
    view.y + part.bottom * down <= box.height;
  if (isSeen) {
    return view;
  }
  return keptIn(box, picture, {
    scale: view.scale,
    x: box.width / 2 - ((part.left + part.right) / 2) * across,
    y: box.height / 2 - ((part.top + part.bottom) / 2) * down,
  });
}
