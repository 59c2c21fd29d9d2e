//! Thin lines along the strongest changes of a picture (Canny): found once,
//! then linked as boldly as wanted.
//!
//! J. Canny, "A computational approach to edge detection" (1986).

use super::soft::soft_grey;
use image::{GrayImage, Luma};

/// How strongly a picture changes where it changes most; none elsewhere.
pub(super) struct Thin {
    strength: Vec<f32>,
    width: usize,
    height: usize,
}

/// Noise is softened so far.
const SOFT: f32 = 1.4;
/// Tangent of 22.5°: up to there a change goes across, not askew.
const ASKEW: f32 = 0.414_213_56;

impl Thin {
    pub(super) fn new(picture: &GrayImage) -> Self {
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        let soft = soft_grey(picture, SOFT);
        let changes = changes(&soft);
        let strong: Vec<f32> = changes
            .iter()
            .map(|[across, down]| (across * across + down * down).sqrt())
            .collect();
        let mut strength = vec![0.0; strong.len()];
        for y in 1..height.saturating_sub(1) {
            for at in y * width + 1..(y + 1) * width - 1 {
                let [across, down] = changes[at];
                let next = if down.abs() <= ASKEW * across.abs() {
                    1
                } else if across.abs() <= ASKEW * down.abs() {
                    width
                } else if across * down > 0.0 {
                    width + 1
                } else {
                    width - 1
                };
                if strong[at] >= strong[at - next] && strong[at] >= strong[at + next] {
                    strength[at] = strong[at];
                }
            }
        }
        Self {
            strength,
            width,
            height,
        }
    }

    /// Lines that are somewhere at least `high` strong, as far as they are at
    /// least `low` strong, in the units of Sobel's sums.
    pub(super) fn linked(&self, low: f32, high: f32) -> GrayImage {
        let mut lines = vec![0; self.strength.len()];
        let mut open = Vec::new();
        for start in 0..self.strength.len() {
            if self.strength[start] < high || lines[start] > 0 {
                continue;
            }
            lines[start] = 255;
            open.push(start);
            while let Some(at) = open.pop() {
                // No line touches the border, so that all neighbours are there.
                let rows = [at - self.width, at, at + self.width];
                for next in rows.into_iter().flat_map(|row| row - 1..=row + 1) {
                    if self.strength[next] >= low && lines[next] == 0 {
                        lines[next] = 255;
                        open.push(next);
                    }
                }
            }
        }
        #[allow(clippy::cast_possible_truncation, reason = "as it came")]
        let (width, height) = (self.width as u32, self.height as u32);
        GrayImage::from_raw(width, height, lines)
            .unwrap_or_else(|| GrayImage::from_pixel(width, height, Luma([0])))
    }
}

/// How much each pixel's surroundings change across and down (Sobel).
fn changes(picture: &GrayImage) -> Vec<[f32; 2]> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let raw = picture.as_raw();
    let mut changes = vec![[0.0; 2]; raw.len()];
    for y in 1..height.saturating_sub(1) {
        let row = |y: usize| &raw[y * width..(y + 1) * width];
        let rows = [row(y - 1), row(y), row(y + 1)];
        let line = &mut changes[y * width..(y + 1) * width];
        for (x, change) in line.iter_mut().enumerate().take(width - 1).skip(1) {
            let tone = |down: usize, across: usize| f32::from(rows[down][x + across - 1]);
            let [a, b, c, d] = [tone(0, 0), tone(0, 2), tone(2, 2), tone(2, 0)];
            let across = b + 2.0 * tone(1, 2) + c - a - 2.0 * tone(1, 0) - d;
            let down = d + 2.0 * tone(2, 1) + c - a - 2.0 * tone(0, 1) - b;
            *change = [across, down];
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edge_becomes_a_line_that_goes_on_where_it_is_faint() {
        let picture = GrayImage::from_fn(60, 40, |x, y| {
            #[allow(clippy::cast_possible_truncation, reason = "at most 200")]
            let light = (200 - 3 * y) as u8;
            Luma([if x < 30 { 60 } else { light }])
        });
        let thin = Thin::new(&picture);
        let count =
            |lines: &GrayImage, y: u32| (0..60).filter(|x| lines.get_pixel(*x, y).0[0] > 0).count();
        let both = thin.linked(20.0, 200.0);
        assert!((1..=2).contains(&count(&both, 4)), "strong");
        assert!((1..=2).contains(&count(&both, 36)), "faint, but linked");
        assert_eq!(count(&thin.linked(150.0, 200.0), 36), 0, "too faint");
    }
}
