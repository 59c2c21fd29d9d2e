//! The true proportions of a paper seen at an angle, and the sheet that has them.
//!
//! Zhang and He, "Whiteboard scanning and image enhancement" (2007): with the
//! camera's axis through the middle of the picture, four corners tell the focal
//! length and with it width over height.

use super::placement::Placement;
use crate::geometry::{Corners4, Point, distance, extent};

/// Proportions of an ID card (ISO/IEC 7810 ID-1) and of A-series paper.
pub(super) const PROPORTIONS: [f64; 2] = [85.6 / 54.0, std::f64::consts::SQRT_2];

type Vector = [f64; 3];

fn cross(a: Vector, b: Vector) -> Vector {
    [
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    ]
}

fn dot(a: Vector, b: Vector) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// Width over height of the paper; as it looks where the angle tells nothing.
pub(super) fn proportion(corners: &Corners4, page: (f64, f64)) -> f64 {
    let (along, across) = extent(corners);
    let seen = along / across.max(1e-6);
    let [a, b, c, d] = corners.map(|[x, y]: Point| [x - page.0 / 2.0, y - page.1 / 2.0, 1.0]);
    let towards_right = dot(cross(a, c), d) / dot(cross(b, c), d);
    let towards_bottom = dot(cross(a, c), b) / dot(cross(d, c), b);
    let from = |k: f64, to: Vector| -> Vector { std::array::from_fn(|i| k * to[i] - a[i]) };
    let (right, down) = (from(towards_right, b), from(towards_bottom, d));
    if (right[2] * down[2]).abs() < 1e-4 {
        return seen;
    }
    let focal = -(right[0] * down[0] + right[1] * down[1]) / (right[2] * down[2]);
    if focal <= (0.3 * page.0).powi(2) || focal > (8.0 * page.0).powi(2) {
        return seen;
    }
    let length = |v: Vector| ((v[0] * v[0] + v[1] * v[1]) / focal + v[2] * v[2]).sqrt();
    let true_to_plane = length(right) / length(down);
    // Corners a little off turn steep views into nonsense; what is seen bounds it.
    if (seen * 0.6..seen * 1.7).contains(&true_to_plane) {
        true_to_plane
    } else {
        seen
    }
}

/// A sheet with these corners and its true proportions, near those of a card
/// or of A4 exactly so.
pub(super) fn placed(corners: Corners4, page: (f64, f64)) -> Option<Placement> {
    /// What is reckoned from the angle of view tells half as surely as what is
    /// seen: a few pixels turn it into nonsense.
    const RECKONED: f64 = 0.5;
    /// Further than this from all known proportions it has its own.
    const STRANGE: f64 = 0.13;
    let longest = Placement::as_seen(corners).map(|seen| seen.width().max(seen.height()))?;
    let (seen, reckoned) = (sides(&corners), proportion(&corners, page));
    let long = |ratio: f64| ratio.max(1.0 / ratio);
    let unlike = |known: f64| {
        let off = |ratio: f64| (long(ratio) / known).ln().abs();
        off(seen) + RECKONED * off(reckoned)
    };
    let nearest = PROPORTIONS
        .into_iter()
        .min_by(|a, b| unlike(*a).total_cmp(&unlike(*b)))
        .filter(|known| unlike(*known) < STRANGE)
        .unwrap_or(long(reckoned));
    let (width, height) = if seen >= 1.0 {
        (longest, longest / nearest)
    } else {
        (longest / nearest, longest)
    };
    Placement::new(corners, width, height)
}

/// Width over height as seen, each as the mean of two sides: a tilt that makes
/// one longer makes the other shorter.
fn sides([a, b, c, d]: &Corners4) -> f64 {
    let mean = |one: f64, other: f64| f64::midpoint(one, other);
    mean(distance(*a, *b), distance(*d, *c)) / mean(distance(*a, *d), distance(*b, *c)).max(1e-6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_seen_at_an_angle_keeps_its_true_proportions() {
        // 85.6 × 54 seen by a camera with a focal length of 1 200 pixels,
        // tilted about both axes.
        let (sin_x, cos_x) = 0.5_f64.sin_cos();
        let (sin_y, cos_y) = 0.3_f64.sin_cos();
        let corners = [(-42.8, -27.0), (42.8, -27.0), (42.8, 27.0), (-42.8, 27.0)].map(|(x, y)| {
            let (y, z) = (y * cos_x, y * sin_x);
            let (x, z) = (x * cos_y + z * sin_y, z * cos_y - x * sin_y);
            let depth = 1200.0 / (z + 150.0);
            [800.0 + x * depth, 600.0 + y * depth]
        });
        let found = proportion(&corners, (1600.0, 1200.0));
        assert!((found - 85.6 / 54.0).abs() < 0.01, "{found}");
    }

    #[test]
    fn corners_a_little_off_make_no_paper_of_a_card_hardly_tilted() {
        let corners = [
            [502.0, 1218.0],
            [1175.0, 1237.0],
            [1160.0, 1672.0],
            [464.0, 1649.0],
        ];
        assert!(placed(corners, (1654.0, 2339.0)).unwrap().is_card());
    }
}
