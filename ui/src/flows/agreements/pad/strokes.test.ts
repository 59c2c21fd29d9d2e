import { describe, expect, it } from 'vitest';
import { asKept, FEWEST_POINTS, isDrawn, pointsIn, type Stroke, spotAt } from './strokes';

const CORNER = { left: 100, top: 50 };

function told(change: Partial<Parameters<typeof spotAt>[0]> = {}) {
  return {
    clientX: 130.126,
    clientY: 60,
    timeStamp: 5000.4,
    pressure: 0.5,
    pointerType: 'mouse',
    ...change,
  };
}

function stroke(points: number, from = 5000): Stroke {
  return Array.from({ length: points }, (_, at) => ({
    x: at,
    y: 0,
    t: from + at * 8,
    pressure: 0,
  }));
}

describe('a signature drawn on the screen', () => {
  it('is kept by where the pen was on the pad', () => {
    expect(spotAt(told(), CORNER)).toMatchObject({ x: 30.13, y: 10 });
  });

  it('has the pressure that a pen told, and none where a device tells none', () => {
    const pressed = (pointerType: string, pressure: number) =>
      spotAt(told({ pointerType, pressure }), CORNER).pressure;
    expect(pressed('pen', 0.71)).toBe(0.71);
    expect(pressed('mouse', 0.5), 'a mouse always tells one half').toBe(0);
    expect(pressed('touch', 0.5), 'and so does a screen that feels none').toBe(0);
    expect(pressed('touch', 0.33)).toBe(0.33);
  });

  it('is kept with whole milliseconds since the pen first touched', () => {
    const kept = asKept([stroke(2, 5000.4), stroke(2, 6200.9)]);
    expect(kept.map((one) => one.map(({ t }) => t))).toEqual([
      [0, 8],
      [1201, 1209],
    ]);
  });

  it('counts from the first stroke that is left after one was taken back', () => {
    expect(asKept([stroke(1, 9000)])[0]?.[0]?.t).toBe(0);
  });

  it('is none below a few points', () => {
    expect(isDrawn([stroke(FEWEST_POINTS - 1)])).toBe(false);
    expect(isDrawn([stroke(3), stroke(FEWEST_POINTS - 3)])).toBe(true);
    expect(pointsIn([])).toBe(0);
  });
});
