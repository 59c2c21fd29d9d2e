//! A signature drawn on the screen, as the pen went: points with time and
//! pressure, kept as they came, set as smooth lines of varying width.
//!
//! Refuses nothing: a drawing without a point sets nothing.

use crate::layout::Item;

/// Where the pen was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PenPoint {
    /// To the right, in any unit.
    pub x: f32,
    /// Down, in the same unit.
    pub y: f32,
    /// Milliseconds since the drawing began.
    pub milliseconds: u32,
    /// 0.0 to 1.0; 0.0 throughout when the device has none.
    pub pressure: f32,
}

/// A drawing: each stroke from pen down to pen up.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Strokes {
    /// The strokes in the order in which they were drawn.
    pub strokes: Vec<Vec<PenPoint>>,
}

/// Thinnest and thickest line, in points.
const WIDTHS: (f32, f32) = (0.7, 1.9);
/// Widths differ by steps, so that a line is few pieces.
const STEP: f32 = 0.2;
/// Points nearer than this, in points on paper, are one.
const NEAR: f32 = 0.25;

/// A point on paper and the width of the line there.
#[derive(Clone, Copy)]
struct Inked {
    at: (f32, f32),
    width: f32,
}

impl Strokes {
    /// The drawing as large as fits into `w` × `h` points, standing on the
    /// lower edge of the rectangle with this left top corner.
    #[must_use]
    pub fn lay(&self, (left, top, w, h): (f32, f32, f32, f32)) -> Vec<Item> {
        let Some((x0, y0, x1, y1)) = self.extent() else {
            return Vec::new();
        };
        let margin = WIDTHS.1;
        let fit = |room: f32, length: f32| (room - margin) / length.max(1e-3);
        let scale = fit(w, x1 - x0).min(fit(h, y1 - y0));
        // A dot or a flat line has no size to scale by.
        let scale = if scale.is_finite() { scale.min(h) } else { 1.0 };
        let place = |point: &PenPoint| {
            let x = left + margin / 2.0 + (point.x - x0) * scale;
            let y = top + h - margin / 2.0 - (y1 - point.y) * scale;
            (x, y)
        };
        self.strokes
            .iter()
            .flat_map(|stroke| curves(&inked(stroke, place)))
            .collect()
    }

    /// Left, top, right and bottom of all usable points.
    fn extent(&self) -> Option<(f32, f32, f32, f32)> {
        let points = self.strokes.iter().flatten().filter(|point| usable(point));
        points.fold(None, |extent, point| {
            let (l, t, r, b) = extent.unwrap_or((point.x, point.y, point.x, point.y));
            Some((
                l.min(point.x),
                t.min(point.y),
                r.max(point.x),
                b.max(point.y),
            ))
        })
    }
}

fn usable(point: &PenPoint) -> bool {
    point.x.is_finite() && point.y.is_finite()
}

/// The stroke on paper, without points that stand on one another.
fn inked(stroke: &[PenPoint], place: impl Fn(&PenPoint) -> (f32, f32)) -> Vec<Inked> {
    let pressed = stroke.iter().any(|point| point.pressure > 0.0);
    let mut inked: Vec<Inked> = Vec::with_capacity(stroke.len());
    let mut last_time = 0;
    for point in stroke.iter().filter(|point| usable(point)) {
        let at = place(point);
        let (mut way, mut before) = (0.0, None);
        if let Some(last) = inked.last() {
            way = (at.0 - last.at.0).hypot(at.1 - last.at.1);
            if way < NEAR {
                continue;
            }
            before = Some(last.width);
        }
        let passed = point.milliseconds.saturating_sub(last_time).max(1);
        let weight = if pressed {
            point.pressure.clamp(0.0, 1.0)
        } else {
            // A quick pen leaves a thin line.
            1.0 / (1.0 + 6.0 * way / passed as f32)
        };
        let wanted = WIDTHS.0 + (WIDTHS.1 - WIDTHS.0) * weight;
        // Width follows slowly, as a real nib does.
        let width = before.map_or(wanted, |before| before + (wanted - before) * 0.4);
        inked.push(Inked { at, width });
        last_time = point.milliseconds;
    }
    inked
}

/// Smooth lines through the points, a new one where the width changes.
fn curves(points: &[Inked]) -> Vec<Item> {
    let stepped = |width: f32| ((width / STEP).round() * STEP * 100.0).round() / 100.0;
    let Some(first) = points.first() else {
        return Vec::new();
    };
    let mut items = Vec::new();
    let (mut start, mut width) = (first.at, stepped(first.width));
    let mut drawn = Vec::new();
    for (i, pair) in points.windows(2).enumerate() {
        let before = points[i.saturating_sub(1)].at;
        let (from, to) = (pair[0].at, pair[1].at);
        let after = points.get(i + 2).map_or(to, |point| point.at);
        let now = stepped(pair[1].width);
        if now.to_bits() != width.to_bits() && !drawn.is_empty() {
            let curves = std::mem::take(&mut drawn);
            items.push(Item::Curve {
                start,
                curves,
                width,
            });
            start = from;
        }
        width = now;
        drawn.push(through(before, from, to, after));
    }
    items.push(Item::Curve {
        start,
        curves: drawn,
        width,
    });
    items
}

/// The piece of a Catmull-Rom line between the middle two of four points.
fn through(
    before: (f32, f32),
    from: (f32, f32),
    to: (f32, f32),
    after: (f32, f32),
) -> [(f32, f32); 3] {
    let towards = |a: (f32, f32), b: (f32, f32)| ((b.0 - a.0) / 6.0, (b.1 - a.1) / 6.0);
    let (out, into) = (towards(before, to), towards(from, after));
    [
        (from.0 + out.0, from.1 + out.1),
        (to.0 - into.0, to.1 - into.1),
        to,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stroke(points: &[(f32, f32)]) -> Vec<PenPoint> {
        (0..)
            .zip(points)
            .map(|(i, &(x, y))| PenPoint {
                x,
                y,
                milliseconds: i * 12,
                pressure: 0.0,
            })
            .collect()
    }

    #[test]
    fn nothing_drawn_sets_nothing_and_a_dot_sets_a_dot() {
        assert!(Strokes::default().lay((0.0, 0.0, 100.0, 30.0)).is_empty());
        let dot = Strokes {
            strokes: vec![stroke(&[(5.0, 5.0)])],
        };
        assert_eq!(dot.lay((0.0, 0.0, 100.0, 30.0)).len(), 1);
    }

    #[test]
    fn a_pressed_pen_leaves_a_thicker_line() {
        let mut points = stroke(&[(0.0, 0.0), (40.0, 0.0), (80.0, 10.0), (120.0, 0.0)]);
        let width = |points: &[PenPoint], pressure: f32| {
            let points = points.iter().map(|p| PenPoint { pressure, ..*p }).collect();
            let strokes = Strokes {
                strokes: vec![points],
            };
            match strokes.lay((0.0, 0.0, 120.0, 30.0)).first() {
                Some(Item::Curve { width, .. }) => *width,
                other => panic!("{other:?}"),
            }
        };
        assert!(width(&points, 0.9) > width(&points, 0.2));
        points.truncate(1);
        assert!(width(&points, 1.0) > 0.0);
    }

    proptest! {
        #[test]
        fn a_drawing_stays_in_its_place(
            strokes in prop::collection::vec(
                prop::collection::vec((-500.0_f32..500.0, -300.0_f32..300.0), 1..40), 1..8),
        ) {
            let strokes = Strokes {
                strokes: strokes.iter().map(|points| stroke(points)).collect(),
            };
            for item in strokes.lay((100.0, 200.0, 120.0, 30.0)) {
                let Item::Curve { start, curves, .. } = item else { panic!("a curve") };
                // The points that draw a curve may lie outside; those it goes through may not.
                for (x, y) in std::iter::once(start).chain(curves.iter().map(|c| c[2])) {
                    prop_assert!((100.0..=220.01).contains(&x), "{x}");
                    prop_assert!((199.99..=230.01).contains(&y), "{y}");
                }
            }
        }
    }
}
