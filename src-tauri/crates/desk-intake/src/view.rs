//! How a page is looked at: which way up, which part, how large. Owns the
//! geometry between the page as a person sees it and the pixels as the file
//! stores them. The file itself is never turned or cut.

use crate::IntakeError;
use desk_domain::paper::{Crop, Rotation};
use image::metadata::Orientation;

/// A way of looking at a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct View {
    /// Turned by staff, on top of what the file says about its orientation.
    pub rotation: Rotation,
    /// The part that counts, measured after `rotation`; the whole page if none.
    pub crop: Option<Crop>,
    /// Longest side of the picture wanted, in pixels. Pictures are never
    /// enlarged; PDF pages are drawn to this size. None: every pixel there is,
    /// and 300 dpi for a PDF.
    pub max_side: Option<u32>,
}

impl View {
    /// The whole page, upright, with its longest side at most `max_side` pixels.
    #[must_use]
    pub const fn whole(max_side: u32) -> Self {
        Self {
            rotation: Rotation::Upright,
            crop: None,
            max_side: Some(max_side),
        }
    }

    /// The cut-out on the page before `rotation`.
    pub(crate) fn area(&self) -> Result<Area, IntakeError> {
        let seen = match self.crop {
            None => Area::WHOLE,
            Some(crop) => Area::try_from(crop)?,
        };
        Ok(seen.before(quarters(self.rotation)))
    }
}

/// The turn of a rotation.
pub(crate) const fn quarters(rotation: Rotation) -> Orientation {
    match rotation {
        Rotation::Upright => Orientation::NoTransforms,
        Rotation::Right => Orientation::Rotate90,
        Rotation::Upsidedown => Orientation::Rotate180,
        Rotation::Left => Orientation::Rotate270,
    }
}

/// Whether a turn exchanges width and height.
pub(crate) const fn lies_down(turn: Orientation) -> bool {
    matches!(
        turn,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

/// A rectangle in parts of a page's width and height, 0 … 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Area {
    pub(crate) const WHOLE: Self = Self {
        left: 0.0,
        top: 0.0,
        right: 1.0,
        bottom: 1.0,
    };

    /// The same rectangle on the page as it was before `turn`.
    pub(crate) fn before(self, turn: Orientation) -> Self {
        let Self {
            left: l,
            top: t,
            right: r,
            bottom: b,
        } = self;
        let [left, top, right, bottom] = match turn {
            Orientation::NoTransforms => [l, t, r, b],
            Orientation::Rotate90 => [t, 1.0 - r, b, 1.0 - l],
            Orientation::Rotate180 => [1.0 - r, 1.0 - b, 1.0 - l, 1.0 - t],
            Orientation::Rotate270 => [1.0 - b, l, 1.0 - t, r],
            Orientation::FlipHorizontal => [1.0 - r, t, 1.0 - l, b],
            Orientation::FlipVertical => [l, 1.0 - b, r, 1.0 - t],
            Orientation::Rotate90FlipH => [t, l, b, r],
            Orientation::Rotate270FlipH => [1.0 - b, 1.0 - r, 1.0 - t, 1.0 - l],
        };
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    /// The pixels of a picture of this size that the rectangle covers, at
    /// least one: left, top, width, height.
    pub(crate) fn pixels(self, width: u32, height: u32) -> [u32; 4] {
        let (left, across) = span(self.left, self.right, width);
        let (top, down) = span(self.top, self.bottom, height);
        [left, top, across, down]
    }
}

/// First pixel and number of pixels between two parts of `length`.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "parts lie within 0 … 1, so the products within 0 … length"
)]
fn span(from: f64, to: f64, length: u32) -> (u32, u32) {
    let edge = |part: f64| ((part * f64::from(length)).round() as u32).min(length);
    let start = edge(from).min(length.saturating_sub(1));
    (start, edge(to).saturating_sub(start).max(1))
}

impl TryFrom<Crop> for Area {
    type Error = IntakeError;

    fn try_from(crop: Crop) -> Result<Self, IntakeError> {
        const WHOLE: u16 = 10_000;
        let part = |edge: u16| f64::from(edge.min(WHOLE)) / f64::from(WHOLE);
        let area = Self {
            left: part(crop.left),
            top: part(crop.top),
            right: part(crop.right),
            bottom: part(crop.bottom),
        };
        if area.left < area.right && area.top < area.bottom {
            Ok(area)
        } else {
            Err(IntakeError::CropEmpty)
        }
    }
}

/// Size with the longest side brought down to `max_side`, each side at least one pixel.
pub(crate) fn fit(width: u32, height: u32, max_side: Option<u32>) -> (u32, u32) {
    let longest = width.max(height).max(1);
    let Some(side) = max_side
        .map(|side| side.max(1))
        .filter(|side| *side < longest)
    else {
        return (width, height);
    };
    let scaled = |length: u32| {
        let length =
            (u64::from(length) * u64::from(side) + u64::from(longest / 2)) / u64::from(longest);
        u32::try_from(length).unwrap_or(side).clamp(1, side)
    };
    (scaled(width), scaled(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_cut_out_is_refused() {
        for [left, top, right, bottom] in [
            [5, 0, 5, 9],
            [0, 9, 9, 9],
            [9, 0, 3, 9],
            [10_000, 0, 20_000, 9],
        ] {
            let view = View {
                crop: Some(Crop {
                    left,
                    top,
                    right,
                    bottom,
                }),
                ..View::default()
            };
            assert_eq!(view.area(), Err(IntakeError::CropEmpty));
        }
    }

    #[test]
    fn pixels_stay_on_the_page_and_are_never_none() {
        let sliver = Area {
            left: 0.9999,
            top: 0.0,
            right: 1.0,
            bottom: 0.0001,
        };
        assert_eq!(sliver.pixels(10, 10), [9, 0, 1, 1]);
        assert_eq!(Area::WHOLE.pixels(7, 3), [0, 0, 7, 3]);
    }

    #[test]
    fn fitting_keeps_the_proportions_and_never_enlarges() {
        assert_eq!(fit(3000, 2000, Some(1500)), (1500, 1000));
        assert_eq!(fit(3000, 1, Some(10)), (10, 1));
        assert_eq!(fit(30, 20, Some(1500)), (30, 20));
        assert_eq!(fit(30, 20, None), (30, 20));
    }
}
