//! How an upright sheet lies on its page: where its corners are, and how large
//! it is when looked at straight on. Everything found on a sheet is carried
//! back to the page through it, so that no picture has to be kept turned or cut.

use crate::geometry::{Corners4, Homography, Point, extent, rectangle};
use crate::reading::{Corners, Quad};

/// A sheet on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Placement {
    /// Its corners on the page, clockwise from its own top left.
    corners: Corners4,
    width: f64,
    height: f64,
    to_page: Homography,
}

impl Placement {
    /// A sheet with these corners, `width` by `height` when straight; `None`
    /// when the corners enclose nothing.
    pub(crate) fn new(corners: Corners4, width: f64, height: f64) -> Option<Self> {
        let (width, height) = (width.round().max(1.0), height.round().max(1.0));
        let to_page = Homography::of_rectangle(width, height, &corners)?;
        Some(Self {
            corners,
            width,
            height,
            to_page,
        })
    }

    /// A sheet as large as it looks.
    pub(crate) fn as_seen(corners: Corners4) -> Option<Self> {
        let (width, height) = extent(&corners);
        Self::new(corners, width, height)
    }

    /// A page that is its own sheet.
    pub(crate) fn whole(width: u32, height: u32) -> Option<Self> {
        let (width, height) = (f64::from(width), f64::from(height));
        Self::new(rectangle(width, height), width, height)
    }

    /// Whether it has the proportions of a card (85.6 × 54 mm) rather than A4's.
    pub(crate) fn is_card(&self) -> bool {
        /// About half-way between the two.
        const BETWEEN: f64 = 1.5;
        self.width.max(self.height) / self.width.min(self.height) > BETWEEN
    }

    /// The same sheet with the proportions of A4.
    pub(crate) fn as_paper(&self) -> Option<Self> {
        let long = self.width.max(self.height);
        let short = long / std::f64::consts::SQRT_2;
        if self.width > self.height {
            Self::new(self.corners, long, short)
        } else {
            Self::new(self.corners, short, long)
        }
    }

    /// The same sheet after `quarters` quarter turns clockwise.
    pub(crate) fn turned(&self, quarters: u8) -> Option<Self> {
        let mut corners = self.corners;
        corners.rotate_right(usize::from(quarters % 4));
        if quarters.is_multiple_of(2) {
            Self::new(corners, self.width, self.height)
        } else {
            Self::new(corners, self.height, self.width)
        }
    }

    /// A rectangle of this sheet, slanted or not, as a sheet of its own.
    pub(crate) fn part(&self, corners: &Corners4) -> Option<Self> {
        let (width, height) = extent(corners);
        Self::new(corners.map(|point| self.on_page(point)), width, height)
    }

    /// A point of the sheet on the page.
    pub(crate) fn on_page(&self, point: Point) -> Point {
        self.to_page.apply(point)
    }

    /// Corners on the sheet as whole pixels of the page.
    pub(crate) fn quad_on_page(&self, quad: &Quad) -> Corners {
        pixels(&quad.map(|point| self.on_page(point.map(f64::from))))
    }

    pub(crate) const fn corners(&self) -> &Corners4 {
        &self.corners
    }

    pub(crate) const fn width(&self) -> f64 {
        self.width
    }

    pub(crate) const fn height(&self) -> f64 {
        self.height
    }

    /// Degrees clockwise, 0 … 359, by which the page must be turned for the
    /// sheet to stand upright.
    pub(crate) fn rotation(&self) -> u16 {
        let [a, b, c, d] = self.corners;
        let across = (b[0] - a[0]) + (c[0] - d[0]);
        let down = (b[1] - a[1]) + (c[1] - d[1]);
        let slant = down.atan2(across).to_degrees();
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a remainder of 360"
        )]
        let degrees = (-slant).rem_euclid(360.0).round() as u16;
        degrees % 360
    }
}

/// Corners in whole pixels.
pub(crate) fn pixels(corners: &Corners4) -> Corners {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "pages have at most some ten thousand pixels a side; a cast saturates"
    )]
    corners.map(|point| point.map(|value| value.round() as i32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_on_its_side_is_turned_clockwise_to_stand() {
        // Its own top left lies at the page's top right: it was turned right.
        let lying = [[100.0, 0.0], [100.0, 200.0], [0.0, 200.0], [0.0, 0.0]];
        let sheet = Placement::as_seen(lying).unwrap();
        assert_eq!((sheet.width(), sheet.height()), (200.0, 100.0));
        assert_eq!(sheet.rotation(), 270);
        assert_eq!(sheet.turned(1).unwrap().rotation(), 0);
    }

    #[test]
    fn four_turns_are_none() {
        let sheet = Placement::whole(30, 20).unwrap();
        let turned = (0..4).try_fold(sheet, |sheet, _| sheet.turned(1)).unwrap();
        assert_eq!(turned, sheet);
    }

    #[test]
    fn a_part_of_a_part_lies_where_it_did() {
        let skewed = [[10.0, 5.0], [90.0, 15.0], [95.0, 80.0], [3.0, 70.0]];
        let sheet = Placement::as_seen(skewed).unwrap();
        let part = sheet
            .part(&[[10.0, 10.0], [50.0, 10.0], [50.0, 30.0], [10.0, 30.0]])
            .unwrap();
        let [x, y] = part.on_page([5.0, 5.0]);
        let [u, v] = sheet.on_page([15.0, 15.0]);
        assert!((x - u).abs() < 1e-6 && (y - v).abs() < 1e-6);
    }
}
