//! A round red seal as it is shown to a person, who alone may say 已盖公章.

use super::{Corners, Seal};
use crate::clean::placement::Placement;

/// A round red seal on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SealHint {
    /// The square around it on the page.
    pub corners: Corners,
    /// Share of its disc that is red, 0 … 1.
    pub red: f32,
}

impl SealHint {
    /// A seal of a sheet on its page.
    pub(crate) fn of(sheet: &Placement, seal: &Seal) -> Self {
        let ([x, y], half) = (seal.centre, seal.diameter / 2.0);
        let square = [[-half, -half], [half, -half], [half, half], [-half, half]];
        Self {
            corners: sheet.quad_on_page(&square.map(|[dx, dy]| [x + dx, y + dy])),
            red: seal.red,
        }
    }

    /// Its middle on the page.
    #[must_use]
    pub fn centre(&self) -> [i32; 2] {
        [0, 1].map(|axis| self.corners.iter().map(|point| point[axis]).sum::<i32>() / 4)
    }

    /// Its diameter in pixels of the page.
    #[must_use]
    pub fn diameter(&self) -> f32 {
        let [[x, y], [u, v], ..] = self.corners.map(|point| point.map(|value| value as f32));
        (u - x).hypot(v - y)
    }
}
