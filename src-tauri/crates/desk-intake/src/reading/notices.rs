//! Lines that every licence shows alike: how to scan its code, beside the code,
//! and which reports are due, at the foot. Told by their places alone, so that
//! nobody waits for a fifth of a licence's letters that say nothing of its
//! holder.
//!
//! Refuses to tell that a sheet is a licence: on any other paper these lines
//! are read like all others.

use crate::geometry::{Corners4, extent, middle};
use std::ops::Range;

/// At the foot is what stands lower than this part of the sheet;
const FOOT: f64 = 0.85;
/// and is so many times as long as high.
const LONG: f64 = 10.0;
/// Beside the code is what begins right of this part of the sheet
const RIGHT: f64 = 0.7;
/// above this part,
const HIGH: f64 = 0.4;
/// no wider than this part;
const NARROW: f64 = 0.14;
/// and so many lines of it at least, closer to each other than those of any
/// other print on the sheet.
const STACKED: usize = 4;

/// Lines that rise or fall more than this per pixel stand on a sheet that is
/// not straight enough to tell anything by their places.
const STRAIGHT: f64 = 0.006;

/// Notices among the lines of a sheet.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Notices {
    /// Which lines they are.
    pub(super) lines: Vec<usize>,
    /// Where those at the foot begin, in pixels of the sheet.
    pub(super) foot: Option<f64>,
}

/// A line's place, leaning as little as lines on a straightened sheet do.
struct Place {
    index: usize,
    across: Range<f64>,
    middle: f64,
    height: f64,
}

/// Notices, if the sheet of this size is a licence.
pub(super) fn notices((width, height): (f64, f64), lines: &[Corners4]) -> Notices {
    let places: Vec<Place> = lines.iter().enumerate().map(Place::of).collect();
    if lean(lines, width) > STRAIGHT {
        return Notices::default();
    }
    let foot = at_the_foot(&places, height);
    let top = |place: &&Place| place.middle - place.height;
    let begins = foot.iter().map(top).reduce(f64::min);
    let code = beside_the_code(&places, (width, height));
    Notices {
        lines: foot.iter().chain(&code).map(|place| place.index).collect(),
        foot: begins,
    }
}

/// How much most of the longer lines rise or fall, per pixel.
fn lean(lines: &[Corners4], width: f64) -> f64 {
    let long = lines.iter().filter(|line| extent(line).0 > 0.15 * width);
    let lean = |[a, b, ..]: &Corners4| ((b[1] - a[1]) / (b[0] - a[0])).abs();
    let mut leans: Vec<f64> = long.map(lean).collect();
    leans.sort_by(f64::total_cmp);
    leans.get(leans.len() / 2).copied().unwrap_or(0.0)
}

impl Place {
    fn of((index, corners): (usize, &Corners4)) -> Self {
        let xs = corners.map(|[x, _]| x);
        Self {
            index,
            across: xs.into_iter().fold(f64::INFINITY, f64::min)
                ..xs.into_iter().fold(f64::NEG_INFINITY, f64::max),
            middle: middle(corners)[1],
            height: extent(corners).1,
        }
    }

    fn width(&self) -> f64 {
        self.across.end - self.across.start
    }

    /// Whether this may be the text, or its label, that goes on in another
    /// line: it stands beside it, or over it as near as lines of a text do.
    fn goes_on_in(&self, other: &Self) -> bool {
        let down = other.middle - self.middle;
        let over = self.across.start < other.across.end && other.across.start < self.across.end;
        down.abs() < 0.6 * other.height || over && (0.0..2.0 * other.height).contains(&down)
    }
}

/// Long lines at the foot, none if one of them may belong to the text above.
fn at_the_foot(places: &[Place], height: f64) -> Vec<&Place> {
    let is_long =
        |place: &&Place| place.middle > FOOT * height && place.width() > LONG * place.height;
    let (long, others): (Vec<&Place>, Vec<&Place>) = places.iter().partition(is_long);
    let belongs = |place: &&Place| others.iter().any(|other| other.goes_on_in(place));
    if long.iter().any(belongs) {
        return Vec::new();
    }
    long
}

/// Short lines in a stack, at the upper right.
fn beside_the_code(places: &[Place], (width, height): (f64, f64)) -> Vec<&Place> {
    let is_there = |place: &&Place| {
        place.across.start > RIGHT * width
            && place.middle < HIGH * height
            && place.width() < NARROW * width
    };
    let mut there: Vec<&Place> = places.iter().filter(is_there).collect();
    there.sort_by(|a, b| a.middle.total_cmp(&b.middle));
    let next = |a: &&Place, b: &&Place| {
        let high = f64::midpoint(a.height, b.height);
        let aligned = (a.across.start - b.across.start).abs() < 0.6 * high;
        aligned && b.middle - a.middle < 0.95 * high
    };
    let stacks = there.chunk_by(next);
    let high = stacks.filter(|stack| stack.len() >= STACKED);
    high.flatten().copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::rectangle;

    const SHEET: (f64, f64) = (1000.0, 700.0);

    fn line([left, top]: [f64; 2], [width, height]: [f64; 2]) -> Corners4 {
        rectangle(width, height).map(|[x, y]| [x + left, y + top])
    }

    fn body() -> Vec<Corners4> {
        let row = |at: i32| line([100.0, 200.0 + 26.0 * f64::from(at)], [400.0, 25.0]);
        (0..14).map(row).collect()
    }

    #[test]
    fn long_lines_alone_at_the_foot_are_notices() {
        let mut lines = body();
        lines.push(line([90.0, 630.0], [280.0, 24.0]));
        lines.push(line([420.0, 631.0], [380.0, 20.0]));
        let found = notices(SHEET, &lines);
        assert_eq!(found.lines, [14, 15]);
        assert_eq!(found.foot, Some(618.0));
    }

    #[test]
    fn nothing_is_told_by_places_on_a_sheet_that_leans() {
        let mut lines = body();
        lines.push(line([90.0, 630.0], [280.0, 24.0]));
        for corners in &mut lines {
            *corners = corners.map(|[x, y]| [x, y + 0.02 * x]);
        }
        assert_eq!(notices(SHEET, &lines), Notices::default());
    }

    #[test]
    fn a_text_that_goes_down_to_the_foot_is_read_to_its_end() {
        let mut lines = body();
        let more = |at: i32| line([100.0, 564.0 + 26.0 * f64::from(at)], [400.0, 25.0]);
        lines.extend((0..3).map(more));
        assert_eq!(notices(SHEET, &lines), Notices::default());
    }

    #[test]
    fn a_value_at_the_foot_beside_its_label_is_read() {
        let mut lines = body();
        lines.push(line([100.0, 630.0], [90.0, 25.0]));
        lines.push(line([220.0, 630.0], [400.0, 25.0]));
        assert_eq!(notices(SHEET, &lines), Notices::default());
    }

    #[test]
    fn a_stack_of_small_print_at_the_upper_right_is_a_notice() {
        let mut lines = body();
        let small = |at: i32| line([800.0, 100.0 + 15.0 * f64::from(at)], [90.0, 20.0]);
        lines.extend((0..6).map(small));
        assert_eq!(notices(SHEET, &lines).lines, [14, 15, 16, 17, 18, 19]);
        // Two lines of a code's number, or values in a table, are none.
        let table = |at: i32| line([800.0, 100.0 + 24.0 * f64::from(at)], [90.0, 20.0]);
        let mut lines = body();
        lines.extend((0..6).map(table));
        assert_eq!(notices(SHEET, &lines), Notices::default());
    }
}
