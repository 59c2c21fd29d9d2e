import { describe, expect, it } from 'vitest';
import type { Crop, Rotation } from '../../../backend';
import { between, dragged, isMeant, kept, turned, WHOLE_PAGE } from './cropping';
import { closeUp, fitting, fittingScale, keptIn, pageSize, panned, revealed, zoomed } from './view';

const box = { width: 500, height: 400 };
const page = { width: 1130, height: 1600 };

describe('the viewer', () => {
  it('shows the whole page in the middle', () => {
    const view = fitting(box, page);
    expect(page.height * view.scale).toBeLessThanOrEqual(400);
    expect(view.x + (page.width * view.scale) / 2).toBeCloseTo(250);
  });

  it('comes near to a card on a page, with room around it, and never nearer than the picture', () => {
    const card = { left: 100, top: 1200, right: 600, bottom: 1500 };
    const view = closeUp(box, page, card);
    expect(view.scale).toBeCloseTo(0.66);
    const across = view.x + card.left * view.scale;
    expect(across).toBeGreaterThanOrEqual(0);
    expect(view.y + card.bottom * view.scale).toBeLessThanOrEqual(box.height);
    expect(closeUp(box, page, { left: 0, top: 0, right: 20, bottom: 20 }).scale).toBe(1);
    const whole = { left: 0, top: 0, right: page.width, bottom: page.height };
    expect(closeUp(box, page, whole)).toEqual(fitting(box, page));
  });

  it('never blows a small picture up to fit', () => {
    expect(fittingScale(box, { width: 100, height: 50 })).toBe(1);
  });

  it('lays a page out alike however many dots its picture has', () => {
    const coarse = pageSize({ width: 1131, height: 1600 });
    const fine = pageSize({ width: 2262, height: 3200 });
    expect(fine.height).toBe(coarse.height);
    expect(fine.width).toBeCloseTo(coarse.width);
  });

  it('keeps what lies under the pointer there while zooming', () => {
    const before = { scale: 1, x: -200, y: -300 };
    const at = { x: 100, y: 120 };
    const after = zoomed(box, page, before, 1.25, at);
    const place = (view: typeof before) => (at.x - view.x) / view.scale;
    expect(place(after)).toBeCloseTo(place(before));
  });

  it('zooms out no further than the whole page', () => {
    const view = zoomed(box, page, fitting(box, page), 0.1);
    expect(view).toEqual(fitting(box, page));
  });

  it('leaves no gap at the edge of a page larger than the box', () => {
    expect(keptIn(box, page, { scale: 1, x: 50, y: -5000 })).toEqual({ scale: 1, x: 0, y: -1200 });
    expect(panned(box, page, { scale: 1, x: 0, y: 0 }, 30, -10)).toEqual({
      scale: 1,
      x: 0,
      y: -10,
    });
  });
});

describe('a part of the page', () => {
  const near = { scale: 1, x: 0, y: 0 };

  it('comes to the middle when it was out of sight', () => {
    const low = { left: 0.4, top: 0.5, right: 0.6, bottom: 0.55 };
    const view = revealed(box, page, near, low);
    expect(view.y + 0.525 * page.height).toBeCloseTo(box.height / 2);
  });

  it('leaves the view as it is when it is in sight', () => {
    expect(revealed(box, page, near, { left: 0, top: 0, right: 0.1, bottom: 0.1 })).toBe(near);
  });
});

describe('the crop', () => {
  const crop: Crop = { left: 1000, top: 2000, right: 5000, bottom: 6000 };

  it('is drawn from any corner to any other', () => {
    const a = { x: 5000, y: 2000 };
    const b = { x: 1000, y: 6000 };
    expect(between(a, b)).toEqual(crop);
    expect(between({ x: -50, y: -50 }, { x: 20000, y: 20000 })).toEqual(WHOLE_PAGE);
  });

  it('moves an edge or a corner, and stops before it is too small', () => {
    expect(dragged(crop, 'e', 500, 99)).toEqual({ ...crop, right: 5500 });
    expect(dragged(crop, 'nw', 100, -100)).toEqual({ ...crop, left: 1100, top: 1900 });
    expect(dragged(crop, 'w', 9000, 0).left).toBe(4800);
  });

  it('moves as a whole and keeps its size at the edge of the page', () => {
    expect(dragged(crop, 'all', -9000, 9000)).toEqual({
      left: 0,
      top: 6000,
      right: 4000,
      bottom: 10_000,
    });
  });

  it('is nothing when it holds the whole page', () => {
    expect(kept(WHOLE_PAGE)).toBeNull();
    expect(kept(crop)).toBe(crop);
  });

  it('is not meant when it is a slip of the mouse', () => {
    expect(isMeant(between({ x: 10, y: 10 }, { x: 60, y: 60 }))).toBe(false);
  });

  it('turns with the page and is back after four turns', () => {
    const once = turned('upright', crop);
    expect(once).toEqual({
      rotation: 'right',
      crop: { left: 4000, top: 1000, right: 8000, bottom: 5000 },
    });
    let here: { rotation: Rotation; crop: Crop | null } = { rotation: 'upright', crop };
    for (let quarter = 0; quarter < 4; quarter += 1) {
      here = turned(here.rotation, here.crop);
    }
    expect(here).toEqual({ rotation: 'upright', crop });
  });
});
