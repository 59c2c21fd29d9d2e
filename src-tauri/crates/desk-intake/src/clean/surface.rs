//! Two surfaces: whether an outline parts paper from desk, or is only printed
//! on the paper.

use crate::geometry::{Corners4, Point, between, distance};
use image::RgbImage;

/// Part of the four sides that part two colours, as the edge of a paper does
/// and a printed frame does not: past the frame, be it broad, the paper goes on.
pub(super) fn parted(picture: &RgbImage, corners: &Corners4) -> f64 {
    /// How far inside the side colours are taken, in pixels, and outside.
    const WITHIN: [f64; 5] = [6.0, 12.0, 18.0, 24.0, 30.0];
    const WITHOUT: [f64; 4] = [-7.0, -14.0, -21.0, -28.0];
    /// Distance of two colours that are told apart.
    const APART: f64 = 11.0;
    const SAMPLES: usize = 40;
    let mut sides = 0.0;
    for side in 0..4 {
        let (a, b) = (corners[side], corners[(side + 1) % 4]);
        let length = distance(a, b).max(1.0);
        let across = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
        let mut apart: Vec<f64> = (1..SAMPLES)
            .map(|at| between(a, b, at as f64 / SAMPLES as f64))
            .filter_map(|[x, y]| {
                let at = |off: f64| colour(picture, [x + across[0] * off, y + across[1] * off]);
                let within: Vec<_> = WITHIN.into_iter().filter_map(at).collect();
                WITHOUT
                    .into_iter()
                    .filter_map(at)
                    .flat_map(|outside| within.iter().map(move |inside| unlike(*inside, outside)))
                    .reduce(f64::min)
            })
            .collect();
        apart.sort_by(f64::total_cmp);
        if apart
            .get(apart.len() / 2)
            .is_some_and(|median| *median > APART)
        {
            sides += 0.25;
        }
    }
    sides
}

fn colour(picture: &RgbImage, [x, y]: Point) -> Option<[f64; 3]> {
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let inside = x >= 0.0 && y >= 0.0 && x < width && y < height;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "inside the picture"
    )]
    inside.then(|| picture.get_pixel(x as u32, y as u32).0.map(f64::from))
}

/// Distance of two colours.
fn unlike(a: [f64; 3], b: [f64; 3]) -> f64 {
    let squares = a.iter().zip(b).map(|(a, b)| (a - b).powi(2));
    squares.sum::<f64>().sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    #[test]
    fn an_edge_parts_two_surfaces_and_a_printed_frame_does_not() {
        let picture = RgbImage::from_fn(400, 300, |x, y| {
            let within = |by: u32| (by..400 - by).contains(&x) && (by..300 - by).contains(&y);
            Rgb(match (within(40), within(70), within(78)) {
                (false, ..) => [90, 70, 50],
                (true, true, false) => [200, 170, 90],
                _ => [248, 244, 230],
            })
        });
        let outline = |by: f64| {
            [
                [by, by],
                [400.0 - by, by],
                [400.0 - by, 300.0 - by],
                [by, 300.0 - by],
            ]
        };
        assert_eq!(parted(&picture, &outline(40.0)), 1.0);
        assert_eq!(
            parted(&picture, &outline(70.0)),
            0.0,
            "outside of the frame"
        );
        assert_eq!(parted(&picture, &outline(78.0)), 0.0, "inside of the frame");
    }
}
