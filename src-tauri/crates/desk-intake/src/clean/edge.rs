//! Edges: how strongly a picture changes, whether an outline lies on edges,
//! and moving it onto those nearby.

use crate::geometry::{Corners4, Point, between, crossing, distance};
use image::RgbImage;

/// How strongly each pixel differs from its neighbours (Sobel), in grey levels.
pub(super) struct Edges {
    strength: Vec<f32>,
    width: usize,
    height: usize,
}

/// Samples along one side.
const SAMPLES: usize = 60;
/// A change weaker than this is noise.
const NOISE: f32 = 6.0;

impl Edges {
    /// Of the three colours, the one that changes most counts: cream paper on
    /// a white lid differs in blue alone.
    pub(super) fn new(picture: &RgbImage) -> Self {
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        let raw = picture.as_raw();
        let mut strength = vec![0.0; width * height];
        for y in 1..height.saturating_sub(1) {
            for x in 1..width.saturating_sub(1) {
                let change = |colour: usize| {
                    let tone = |dx: usize, dy: usize| {
                        i32::from(raw[((y + dy - 1) * width + x + dx - 1) * 3 + colour])
                    };
                    let corners = [tone(0, 0), tone(2, 0), tone(2, 2), tone(0, 2)];
                    let [a, b, c, d] = corners;
                    let across = b + 2 * tone(2, 1) + c - a - 2 * tone(0, 1) - d;
                    let down = d + 2 * tone(1, 2) + c - a - 2 * tone(1, 0) - b;
                    across * across + down * down
                };
                let most = change(0).max(change(1)).max(change(2));
                #[allow(clippy::cast_precision_loss, reason = "grey levels")]
                let most = (most as f32).sqrt() / 8.0;
                strength[y * width + x] = most;
            }
        }
        Self {
            strength,
            width,
            height,
        }
    }

    fn at(&self, [x, y]: Point) -> Option<f32> {
        let inside =
            x >= 1.0 && y >= 1.0 && x < self.width as f64 - 1.0 && y < self.height as f64 - 1.0;
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "inside the picture"
        )]
        inside.then(|| self.strength[y as usize * self.width + x as usize])
    }

    /// Part of the outline that lies on edges stronger than `strength`, the
    /// worst side counting for half; sides along the picture's own border
    /// count for nothing.
    pub(super) fn support(&self, corners: &Corners4, strength: f32) -> f64 {
        let (mut hits, mut asked, mut worst) = (0.0, 0.0, 1.0_f64);
        for side in 0..4 {
            let (a, b) = (corners[side], corners[(side + 1) % 4]);
            let length = distance(a, b).max(1.0);
            let across = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
            let steps = (length / 3.0).floor();
            let (mut hit, mut all) = (0.0, 0.0);
            let mut step = 1.0;
            while step < steps {
                let point = between(a, b, step / steps);
                step += 1.0;
                let near = |offset: i32| moved(point, across, f64::from(offset));
                let Some(_) = self.at(near(-3)).and(self.at(near(3))) else {
                    continue;
                };
                all += 1.0;
                if (-2..=2).any(|offset| self.at(near(offset)).is_some_and(|s| s > strength)) {
                    hit += 1.0;
                }
            }
            hits += hit;
            asked += all;
            if all > 5.0 {
                worst = worst.min(hit / all);
            }
        }
        if asked < 20.0 {
            return 0.0;
        }
        0.5 * hits / asked + 0.5 * worst
    }

    /// The outline with each side moved onto the strongest edge within `reach`
    /// pixels, and the corners where the sides then meet.
    pub(super) fn fitted(&self, corners: &Corners4, reach: i32) -> Corners4 {
        let sides: [(Point, Point); 4] =
            std::array::from_fn(|side| self.side(corners[side], corners[(side + 1) % 4], reach));
        std::array::from_fn(|at| {
            let ((a, b), (c, d)) = (sides[(at + 3) % 4], sides[at]);
            crossing(a, b, c, d)
                .filter(|corner| distance(*corner, corners[at]) < 4.0 * f64::from(reach))
                .unwrap_or(corners[at])
        })
    }

    /// The line through the edge points along one side.
    fn side(&self, a: Point, b: Point, reach: i32) -> (Point, Point) {
        let length = distance(a, b).max(1.0);
        let across = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
        let points: Vec<(f64, f64)> = (0..SAMPLES)
            .filter_map(|sample| {
                let part = 0.06 + 0.88 * sample as f64 / (SAMPLES - 1) as f64;
                let point = between(a, b, part);
                let (strength, offset) = (-reach..=reach)
                    .filter_map(|offset| {
                        let strength = self.at(moved(point, across, f64::from(offset)))?;
                        // Of two equal edges, the nearer.
                        Some((strength * (1.0 - 0.03 * offset.abs() as f32), offset))
                    })
                    .max_by(|a, b| a.0.total_cmp(&b.0))?;
                (strength > NOISE).then(|| (part * length, f64::from(offset)))
            })
            .collect();
        let (slope, start) = straight(points);
        (
            moved(a, across, start),
            moved(b, across, start + slope * length),
        )
    }
}

/// A point so far on in a direction.
pub(super) fn moved(point: Point, direction: Point, by: f64) -> Point {
    [point[0] + direction[0] * by, point[1] + direction[1] * by]
}

/// Slope and start of the line most points agree on; level when few do.
fn straight(mut points: Vec<(f64, f64)>) -> (f64, f64) {
    let (mut slope, mut start) = (0.0, 0.0);
    if points.len() < SAMPLES / 4 {
        return (slope, start);
    }
    for _ in 0..5 {
        let count = points.len() as f64;
        let x = points.iter().map(|p| p.0).sum::<f64>() / count;
        let y = points.iter().map(|p| p.1).sum::<f64>() / count;
        let spread: f64 = points.iter().map(|p| (p.0 - x).powi(2)).sum();
        slope = points.iter().map(|p| (p.0 - x) * (p.1 - y)).sum::<f64>() / spread.max(1e-9);
        start = y - slope * x;
        let off = |p: &(f64, f64)| (p.1 - slope * p.0 - start).abs();
        let mut errors: Vec<f64> = points.iter().map(off).collect();
        errors.sort_by(f64::total_cmp);
        let tolerance = (errors[errors.len() / 2] * 2.5).max(0.8);
        let agreeing: Vec<_> = points
            .iter()
            .copied()
            .filter(|p| off(p) <= tolerance)
            .collect();
        if agreeing.len() < SAMPLES / 6 || agreeing.len() == points.len() {
            break;
        }
        points = agreeing;
    }
    (slope, start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    #[test]
    fn an_outline_a_little_off_is_moved_onto_the_edge() {
        let picture = RgbImage::from_fn(200, 160, |x, y| {
            let inside = (40..150).contains(&x) && (30..120).contains(&y);
            Rgb([if inside { 230 } else { 60 }; 3])
        });
        let edges = Edges::new(&picture);
        let off = [[37.0, 33.0], [152.0, 27.0], [148.0, 123.0], [42.0, 117.0]];
        let fitted = edges.fitted(&off, 6);
        let want = [[40.0, 30.0], [150.0, 30.0], [150.0, 120.0], [40.0, 120.0]];
        for (corner, want) in fitted.iter().zip(want) {
            assert!(distance(*corner, want) < 1.5, "{fitted:?}");
        }
        assert!(edges.support(&fitted, 12.0) > 0.95);
        assert!(edges.support(&[[5.0, 5.0], [30.0, 5.0], [30.0, 20.0], [5.0, 20.0]], 12.0) < 0.1);
    }
}
