//! From the border of a bright or dark patch to four corners. A paper's
//! corners may be rounded, bitten off by a finger or hidden in shade: sides are
//! prolonged until they meet.

use crate::geometry::{Corners4, Point, area, crossing, distance, dot, hull, middle, minus};
use image::GrayImage;
use imageproc::contours::{BorderType, find_contours};

/// Four corners around a patch.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outline {
    pub(super) corners: Corners4,
    /// Part of the four-cornered area that the patch's hull fills, 0 … 1.
    pub(super) fill: f64,
}

/// Outlines of all patches of at least `least` pixels.
pub(super) fn outlines(mask: &GrayImage, least: f64) -> Vec<Outline> {
    find_contours::<i32>(mask)
        .into_iter()
        .filter(|contour| contour.border_type == BorderType::Outer && contour.points.len() >= 40)
        .filter_map(|contour| {
            let points = contour.points.iter();
            let around = hull(
                points
                    .map(|p| [f64::from(p.x) + 0.5, f64::from(p.y) + 0.5])
                    .collect(),
            );
            let patch = area(&around);
            if patch < least {
                return None;
            }
            let corners = ordered(four_corners(around)?);
            Some(Outline {
                corners,
                fill: patch / area(&corners).max(1.0),
            })
        })
        .collect()
}

/// Drops, again and again, the side whose loss adds least area when its
/// neighbours are prolonged until they meet.
fn four_corners(mut hull: Vec<Point>) -> Option<Corners4> {
    while hull.len() > 4 {
        let count = hull.len();
        let (side, corner, _) = (0..count)
            .filter_map(|side| {
                let [a, b, c, d] = [count - 1, 0, 1, 2].map(|offset| hull[(side + offset) % count]);
                let corner = crossing(a, b, d, c)?;
                // It must lie beyond both ends of the side that is dropped.
                let beyond = |from: Point, to: Point| {
                    dot(minus(corner, from), minus(to, from))
                        >= 0.999 * dot(minus(to, from), minus(to, from))
                };
                (beyond(a, b) && beyond(d, c)).then(|| (side, corner, area(&[b, corner, c])))
            })
            .min_by(|a, b| a.2.total_cmp(&b.2))?;
        hull[side] = corner;
        hull.remove((side + 1) % count);
    }
    hull.try_into().ok()
}

/// Clockwise, beginning with the corner nearest the top left.
pub(super) fn ordered(mut corners: Corners4) -> Corners4 {
    let centre = middle(&corners);
    let angle = |p: &Point| (p[1] - centre[1]).atan2(p[0] - centre[0]);
    corners.sort_by(|a, b| angle(a).total_cmp(&angle(b)));
    let first = (0..4)
        .min_by(|a, b| {
            let sum = |at: usize| corners[at][0] + corners[at][1];
            sum(*a).total_cmp(&sum(*b))
        })
        .unwrap_or(0);
    corners.rotate_left(first);
    corners
}

/// Angles at the corners in degrees.
pub(super) fn angles(corners: &Corners4) -> [f64; 4] {
    std::array::from_fn(|at| {
        let [before, here, after] = [3, 0, 1].map(|offset| corners[(at + offset) % 4]);
        let (u, v) = (minus(before, here), minus(after, here));
        let lengths = distance(before, here) * distance(after, here);
        (dot(u, v) / lengths.max(1e-9))
            .clamp(-1.0, 1.0)
            .acos()
            .to_degrees()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Luma;
    use imageproc::drawing::draw_polygon_mut;
    use imageproc::point::Point as Pixel;

    #[test]
    fn a_paper_with_a_corner_bitten_off_has_four_corners() {
        let mut mask = GrayImage::new(300, 220);
        let bitten = [(40, 30), (260, 44), (250, 170), (220, 190), (52, 180)];
        let polygon: Vec<Pixel<i32>> = bitten.iter().map(|(x, y)| Pixel::new(*x, *y)).collect();
        draw_polygon_mut(&mut mask, &polygon, Luma([255]));
        let found = outlines(&mask, 1000.0);
        assert_eq!(found.len(), 1, "{found:?}");
        let [a, b, _, d] = found[0].corners;
        for (corner, want) in [(a, [40.0, 30.0]), (b, [260.0, 44.0]), (d, [52.0, 180.0])] {
            assert!(distance(corner, want) < 2.0, "{found:?}");
        }
        assert!(found[0].fill > 0.95);
    }
}
