//! Finds the lines of a sheet: a network paints how likely each pixel belongs
//! to text (DBNet), and the painted islands become slanted rectangles.

use super::net::Net;
use super::{Cancel, tensor};
use crate::IntakeError;
use crate::clean::light;
use crate::clean::placement::Placement;
use crate::clean::warp::Pyramid;
use crate::geometry::{Corners4, Slanted};
use crate::reading::Look;
use image::{GrayImage, Luma};
use imageproc::contours::{BorderType, find_contours};

/// A pixel this likely to be text belongs to an island.
const INK: f32 = 0.3;
/// An island whose pixels are less likely than this on average is none.
const ISLAND: f64 = 0.5;
/// The network paints shrunken lines; they are grown again by this part of
/// area over outline, as the network's makers do.
const GROWTH: f64 = 1.6;
/// Islands lower than this are specks, in pixels of the network's picture.
const LOWEST: f64 = 3.0;
/// The network halves its picture five times.
const STEP: u32 = 32;
/// More lines than any paper has; noise makes more.
const MOST: usize = 600;

#[derive(Debug)]
pub(super) struct Detector {
    net: Net,
}

impl Detector {
    pub(super) const fn new(net: Net) -> Self {
        Self { net }
    }

    pub(super) fn find(
        &self,
        page: &Pyramid<'_>,
        sheet: &Placement,
        side: u32,
        look: Look,
        cancel: &Cancel,
    ) -> Result<Vec<Corners4>, IntakeError> {
        let (width, height) = size(sheet, side);
        let picture = light::seen_as(page.picture(sheet, width, height), look);
        let (across, down) = (width as usize, height as usize);
        let mut numbers = vec![0.0; 3 * across * down];
        tensor::write(&picture, across, &mut numbers);
        drop(picture);
        let numbers = self.net.run([1, 3, down, across], numbers, cancel)?;
        let likely = Likely {
            numbers,
            width: across,
            height: down,
        };
        let scale = [
            sheet.width() / f64::from(width),
            sheet.height() / f64::from(height),
        ];
        let mut lines = likely.lines();
        for line in &mut lines {
            for point in line.iter_mut() {
                point[0] = (point[0] * scale[0]).clamp(0.0, sheet.width());
                point[1] = (point[1] * scale[1]).clamp(0.0, sheet.height());
            }
        }
        lines.sort_by(|a, b| {
            a[0][1]
                .total_cmp(&b[0][1])
                .then(a[0][0].total_cmp(&b[0][0]))
        });
        Ok(lines)
    }
}

/// Size of the network's picture: proportions kept as far as its steps allow.
fn size(sheet: &Placement, side: u32) -> (u32, u32) {
    let scale = f64::from(side) / sheet.width().max(sheet.height());
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between one step and `side`"
    )]
    let steps = |length: f64| ((length * scale / f64::from(STEP)).round() as u32).max(1) * STEP;
    (steps(sheet.width()), steps(sheet.height()))
}

/// How likely each pixel belongs to text.
struct Likely {
    numbers: Vec<f32>,
    width: usize,
    height: usize,
}

impl Likely {
    fn lines(&self) -> Vec<Corners4> {
        find_contours::<i32>(&self.islands())
            .into_iter()
            .filter(|contour| contour.border_type == BorderType::Outer && contour.points.len() > 3)
            .filter_map(|contour| {
                let outline = contour.points.iter();
                Slanted::around(
                    outline
                        .map(|p| [f64::from(p.x) + 0.5, f64::from(p.y) + 0.5])
                        .collect(),
                )
            })
            .filter(|island| 2.0 * island.half_height.min(island.half_length) + 1.0 >= LOWEST)
            .filter(|island| self.mean(island) >= ISLAND)
            .take(MOST)
            .map(|island| {
                let (a, b) = (island.half_length + 0.5, island.half_height + 0.5);
                let by = a * b * GROWTH / (a + b);
                island.grown(by + 0.5, by + 0.5).corners()
            })
            .collect()
    }

    /// Islands of text, each grown by a pixel to the right and downwards,
    /// which joins broken letters.
    fn islands(&self) -> GrayImage {
        let mut islands = GrayImage::new(self.width as u32, self.height as u32);
        for (y, row) in self
            .numbers
            .chunks_exact(self.width)
            .enumerate()
            .take(self.height)
        {
            for (x, _) in row.iter().enumerate().filter(|(_, likely)| **likely > INK) {
                for (right, down) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                    if x + right < self.width && y + down < self.height {
                        islands.put_pixel((x + right) as u32, (y + down) as u32, Luma([255]));
                    }
                }
            }
        }
        islands
    }

    /// Mean likelihood within a rectangle.
    fn mean(&self, island: &Slanted) -> f64 {
        let corners = island.corners();
        let span = |axis: usize, length: usize| {
            let values = corners.map(|p| p[axis]);
            let low = values.into_iter().fold(f64::MAX, f64::min).floor().max(0.0);
            let high = values.into_iter().fold(0.0, f64::max).ceil();
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "clamped to the picture"
            )]
            let range = low as usize..(high as usize + 1).min(length);
            range
        };
        let [along_x, along_y] = island.axis;
        let (mut sum, mut count) = (0.0, 0.0);
        for y in span(1, self.height) {
            for x in span(0, self.width) {
                let dx = x as f64 + 0.5 - island.centre[0];
                let dy = y as f64 + 0.5 - island.centre[1];
                let inside = (dx * along_x + dy * along_y).abs() <= island.half_length + 0.5
                    && (dy * along_x - dx * along_y).abs() <= island.half_height + 0.5;
                if inside {
                    sum += f64::from(self.numbers[y * self.width + x]);
                    count += 1.0;
                }
            }
        }
        sum / f64::max(count, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_island_becomes_a_line_and_a_speck_does_not() {
        let (width, height) = (120, 60);
        let mut numbers = vec![0.0; width * height];
        for y in 20..30 {
            numbers[y * width + 10..y * width + 100].fill(0.9);
        }
        numbers[50 * width + 5] = 0.9;
        let likely = Likely {
            numbers,
            width,
            height,
        };
        let lines = likely.lines();
        assert_eq!(lines.len(), 1, "{lines:?}");
        let [[left, top], _, [right, bottom], _] = lines[0];
        assert!(
            (0.0..10.0).contains(&left) && (100.0..112.0).contains(&right),
            "{lines:?}"
        );
        assert!(
            (8.0..20.0).contains(&top) && (30.0..42.0).contains(&bottom),
            "{lines:?}"
        );
    }

    #[test]
    fn the_picture_keeps_its_proportions_in_steps() {
        let sheet = Placement::whole(2970, 2100).unwrap();
        assert_eq!(size(&sheet, 960), (960, 672));
        let sliver = Placement::whole(5000, 2).unwrap();
        assert_eq!(size(&sliver, 960), (960, 32));
    }
}
