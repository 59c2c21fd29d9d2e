//! Plane geometry of papers in pictures: quadrilaterals, hulls, and the
//! perspective between a paper and its picture.
//!
//! Coordinates are continuous: the middle of the first pixel is (0.5, 0.5).
//! The y axis points down, so "clockwise" is as a person sees it.

/// A point, or a vector.
pub(crate) type Point = [f64; 2];
/// Four corners, clockwise.
pub(crate) type Corners4 = [Point; 4];

pub(crate) fn minus(a: Point, b: Point) -> Point {
    [a[0] - b[0], a[1] - b[1]]
}

pub(crate) fn cross(a: Point, b: Point) -> f64 {
    a[0] * b[1] - a[1] * b[0]
}

pub(crate) fn dot(a: Point, b: Point) -> f64 {
    a[0] * b[0] + a[1] * b[1]
}

pub(crate) fn distance(a: Point, b: Point) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

/// The point at `part` of the way from `a` to `b`.
pub(crate) fn between(a: Point, b: Point, part: f64) -> Point {
    [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]
}

pub(crate) fn middle(corners: &Corners4) -> Point {
    let sum = |axis: usize| corners.iter().map(|p| p[axis]).sum::<f64>() / 4.0;
    [sum(0), sum(1)]
}

/// Lengths of the sides: along the text and across it, each the longer of two.
pub(crate) fn extent(corners: &Corners4) -> (f64, f64) {
    let [a, b, c, d] = *corners;
    (
        distance(a, b).max(distance(d, c)),
        distance(a, d).max(distance(b, c)),
    )
}

pub(crate) fn area(polygon: &[Point]) -> f64 {
    let next = polygon.iter().cycle().skip(1);
    polygon
        .iter()
        .zip(next)
        .map(|(a, b)| cross(*a, *b))
        .sum::<f64>()
        .abs()
        / 2.0
}

/// Whether a convex polygon, wound either way, contains a point.
pub(crate) fn contains(polygon: &[Point], point: Point) -> bool {
    let next = polygon.iter().cycle().skip(1);
    let sides: Vec<f64> = polygon
        .iter()
        .zip(next)
        .map(|(a, b)| cross(minus(*b, *a), minus(point, *a)))
        .collect();
    sides.iter().all(|side| *side >= 0.0) || sides.iter().all(|side| *side <= 0.0)
}

/// Where the line through `a` and `b` meets the line through `c` and `d`.
pub(crate) fn crossing(a: Point, b: Point, c: Point, d: Point) -> Option<Point> {
    let (along, other) = (minus(b, a), minus(d, c));
    let sine = cross(along, other);
    if sine.abs() < 1e-9 {
        return None;
    }
    Some(between(a, b, cross(minus(c, a), other) / sine))
}

/// The convex hull, clockwise.
pub(crate) fn hull(mut points: Vec<Point>) -> Vec<Point> {
    points.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
    points.dedup();
    if points.len() < 3 {
        return points;
    }
    let mut outline: Vec<Point> = Vec::new();
    for backwards in [false, true] {
        let start = outline.len();
        let mut grow = |point: Point| {
            while let [.., before, last] = outline[start..] {
                if cross(minus(last, before), minus(point, before)) > 0.0 {
                    break;
                }
                outline.pop();
            }
            outline.push(point);
        };
        if backwards {
            points.iter().rev().copied().for_each(&mut grow);
        } else {
            points.iter().copied().for_each(&mut grow);
        }
        outline.pop();
    }
    outline
}

/// A rectangle at any angle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Slanted {
    pub(crate) centre: Point,
    /// Unit vector of the first axis, within 45° of pointing right.
    pub(crate) axis: Point,
    /// Half the length along the axis.
    pub(crate) half_length: f64,
    /// Half the length across it.
    pub(crate) half_height: f64,
}

impl Slanted {
    /// The smallest rectangle around the points.
    pub(crate) fn around(points: Vec<Point>) -> Option<Self> {
        let outline = hull(points);
        if outline.len() < 3 {
            return None;
        }
        let next = outline.iter().cycle().skip(1);
        outline
            .iter()
            .zip(next)
            .filter_map(|(a, b)| Self::along(minus(*b, *a), &outline))
            .min_by(|a, b| a.area().total_cmp(&b.area()))
            .map(Self::lying)
    }

    fn along(direction: Point, outline: &[Point]) -> Option<Self> {
        let length = direction[0].hypot(direction[1]);
        if length < 1e-9 {
            return None;
        }
        let axis = [direction[0] / length, direction[1] / length];
        let across = [-axis[1], axis[0]];
        let span = |axis: Point| {
            outline
                .iter()
                .map(|p| dot(*p, axis))
                .fold((f64::MAX, f64::MIN), |(low, high), value| {
                    (low.min(value), high.max(value))
                })
        };
        let ((left, right), (top, bottom)) = (span(axis), span(across));
        let (s, t) = (f64::midpoint(left, right), f64::midpoint(top, bottom));
        Some(Self {
            centre: [s * axis[0] + t * across[0], s * axis[1] + t * across[1]],
            axis,
            half_length: (right - left) / 2.0,
            half_height: (bottom - top) / 2.0,
        })
    }

    /// The same rectangle with its axis pointing right.
    fn lying(mut self) -> Self {
        if self.axis[0].abs() < self.axis[1].abs() {
            self.axis = [-self.axis[1], self.axis[0]];
            std::mem::swap(&mut self.half_length, &mut self.half_height);
        }
        if self.axis[0] < 0.0 {
            self.axis = [-self.axis[0], -self.axis[1]];
        }
        self
    }

    fn area(&self) -> f64 {
        self.half_length * self.half_height
    }

    /// The rectangle with each side moved outwards.
    pub(crate) fn grown(self, along: f64, across: f64) -> Self {
        Self {
            half_length: self.half_length + along,
            half_height: self.half_height + across,
            ..self
        }
    }

    /// Corners, clockwise from the top left.
    pub(crate) fn corners(&self) -> Corners4 {
        let [x, y] = self.axis;
        let (a, b) = (self.half_length, self.half_height);
        [[-a, -b], [a, -b], [a, b], [-a, b]].map(|[s, t]| {
            [
                self.centre[0] + x * s - y * t,
                self.centre[1] + y * s + x * t,
            ]
        })
    }
}

/// The perspective that carries one plane onto another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Homography([f64; 9]);

impl Homography {
    /// The one that carries `from` corner by corner onto `to`; `None` when
    /// three corners lie on a line.
    pub(crate) fn new(from: &Corners4, to: &Corners4) -> Option<Self> {
        let mut rows = [[0.0; 9]; 8];
        for (corner, (&[x, y], &[u, v])) in from.iter().zip(to).enumerate() {
            rows[2 * corner] = [x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y, u];
            rows[2 * corner + 1] = [0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y, v];
        }
        solve(&mut rows)?;
        let mut matrix = [1.0; 9];
        for (value, row) in matrix.iter_mut().zip(&rows) {
            *value = row[8];
        }
        Some(Self(matrix))
    }

    /// The one that carries a `width` × `height` rectangle onto `corners`.
    pub(crate) fn of_rectangle(width: f64, height: f64, corners: &Corners4) -> Option<Self> {
        Self::new(&rectangle(width, height), corners)
    }

    pub(crate) fn apply(&self, [x, y]: Point) -> Point {
        let m = &self.0;
        let depth = m[6] * x + m[7] * y + m[8];
        let depth = if depth.abs() < 1e-12 { 1e-12 } else { depth };
        [
            (m[0] * x + m[1] * y + m[2]) / depth,
            (m[3] * x + m[4] * y + m[5]) / depth,
        ]
    }

    pub(crate) const fn matrix(&self) -> &[f64; 9] {
        &self.0
    }
}

/// Corners of a rectangle at the origin.
pub(crate) const fn rectangle(width: f64, height: f64) -> Corners4 {
    [[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]]
}

/// Gauss-Jordan elimination with row pivots; the ninth column is the result.
fn solve(rows: &mut [[f64; 9]; 8]) -> Option<()> {
    for step in 0..8 {
        let pivot =
            (step..8).max_by(|a, b| rows[*a][step].abs().total_cmp(&rows[*b][step].abs()))?;
        rows.swap(step, pivot);
        let scale = rows[step][step];
        if scale.abs() < 1e-10 {
            return None;
        }
        rows[step].iter_mut().for_each(|value| *value /= scale);
        let done = rows[step];
        for (index, row) in rows.iter_mut().enumerate() {
            let factor = row[step];
            if index != step && factor != 0.0 {
                row.iter_mut()
                    .zip(done)
                    .for_each(|(value, known)| *value -= factor * known);
            }
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_perspective_carries_corners_onto_corners_and_back() {
        let paper = rectangle(210.0, 297.0);
        let seen = [[12.0, 30.0], [180.0, 44.0], [200.0, 260.0], [5.0, 240.0]];
        let there = Homography::new(&paper, &seen).unwrap();
        let back = Homography::new(&seen, &paper).unwrap();
        for (from, to) in paper.iter().zip(seen) {
            assert!(distance(there.apply(*from), to) < 1e-6);
        }
        let point = [77.0, 123.0];
        assert!(distance(back.apply(there.apply(point)), point) < 1e-6);
    }

    #[test]
    fn corners_on_one_line_have_no_perspective() {
        let line = [[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [0.0, 5.0]];
        assert_eq!(Homography::new(&line, &rectangle(1.0, 1.0)), None);
    }

    #[test]
    fn the_smallest_rectangle_follows_the_slant() {
        let slanted = Slanted {
            centre: [50.0, 40.0],
            axis: [0.8, 0.6],
            half_length: 20.0,
            half_height: 5.0,
        };
        let found = Slanted::around(slanted.corners().to_vec()).unwrap();
        for (a, b) in found.corners().iter().zip(slanted.corners()) {
            assert!(distance(*a, b) < 1e-6, "{found:?}");
        }
    }
}
