//! The frame of a document that shows no edges: as much around its print as a
//! card has there, or a margin where it is no card; and its print set straight.

use super::TextLine;
use super::blocks::{Block, EMBLEM, centre, corners, has_number, says};
use crate::clean::placement::Placement;
use crate::geometry::{Point, dot, extent};

/// The slant of a block in radians, as most of its longer lines have it.
pub(super) fn slant_of(lines: &[TextLine]) -> f64 {
    let mut slants: Vec<(f64, f64)> = lines
        .iter()
        .map(corners)
        .filter(|line| {
            let (along, across) = extent(line);
            along > 4.0 * across
        })
        .map(|[a, b, ..]| ((b[1] - a[1]).atan2(b[0] - a[0]), b[0] - a[0]))
        .collect();
    slants.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = slants.iter().map(|(_, weight)| weight).sum::<f64>() / 2.0;
    let mut sum = 0.0;
    slants
        .iter()
        .find(|(_, weight)| {
            sum += weight;
            sum >= half
        })
        .map_or(0.0, |(slant, _)| *slant)
}

/// A block as a sheet of its own, set straight: the card it stands on as far
/// as print tells, or its print with a margin.
pub(super) fn framed(sheet: &Placement, lines: Block) -> Option<(Placement, Block)> {
    let slant = slant_of(&lines);
    let along = [slant.cos(), slant.sin()];
    let across = [-along[1], along[0]];
    let straight = |point: Point| [dot(point, along), dot(point, across)];
    let lines: Block = lines
        .into_iter()
        .map(|line| moved(line, straight))
        .collect();
    let [left, top, right, bottom] = card(&lines).or_else(|| margin(&lines))?;
    let back = |[s, t]: Point| [s * along[0] + t * across[0], s * along[1] + t * across[1]];
    let frame = [[left, top], [right, top], [right, bottom], [left, bottom]].map(back);
    let placement = sheet.part(&frame)?;
    let lines = lines
        .into_iter()
        .map(|line| moved(line, |[x, y]| [x - left, y - top]))
        .collect();
    Some((placement, lines))
}

/// A line whose corners went elsewhere.
#[allow(clippy::cast_possible_truncation, reason = "pixels need no more")]
pub(super) fn moved(line: TextLine, to: impl Fn(Point) -> Point) -> TextLine {
    TextLine {
        corners: corners(&line).map(|point| to(point).map(|value| value as f32)),
        ..line
    }
}

/// Label of the last line of the emblem side.
const TERM: &str = "有效期限";

/// Left, top, right, bottom.
type Frame = [f64; 4];

/// The print and a little room around it.
fn margin(lines: &[TextLine]) -> Option<Frame> {
    let [left, top, right, bottom] = print(lines)?;
    let tall = lines.iter().map(|line| extent(&corners(line)).1);
    let by = 1.2 * tall.fold(0.0, f64::max);
    Some([left - by, top - by, right + by, bottom + by])
}

/// The print alone.
fn print(lines: &[TextLine]) -> Option<Frame> {
    lines.iter().map(bounds).reduce(|a, b| {
        [
            a[0].min(b[0]),
            a[1].min(b[1]),
            a[2].max(b[2]),
            a[3].max(b[3]),
        ]
    })
}

fn bounds(line: &TextLine) -> Frame {
    let [x, y] = [0, 1].map(|axis| line.corners.map(|point| f64::from(point[axis])));
    let least = |values: [f64; 4]| values.into_iter().fold(f64::MAX, f64::min);
    let most = |values: [f64; 4]| values.into_iter().fold(f64::MIN, f64::max);
    [least(x), least(y), most(x), most(y)]
}

/// The card around its print, from where a second-generation ID card (GA 448)
/// has its first and last lines. Good to about one part in twenty.
fn card(lines: &[TextLine]) -> Option<Frame> {
    let find = |found: &dyn Fn(&str) -> bool| lines.iter().find(|line| found(&line.text));
    let print = print(lines)?;
    let left = lines.iter().map(|l| bounds(l)[0]).fold(f64::MAX, f64::min);
    if let Some(number) = find(&has_number) {
        let name = lines.iter().map(|l| centre(l)[1]).fold(f64::MAX, f64::min);
        let bottom = centre(number)[1];
        let right = bounds(number)[2];
        return sized(
            print,
            [left, name, right, bottom],
            [0.07, 0.17, 0.885, 0.875],
        );
    }
    let title = find(&|text| says(text, EMBLEM[0]))?;
    let authority = find(&|text| says(text, EMBLEM[1]))?;
    let lowest = || lines.iter().map(|l| centre(l)[1]).fold(f64::MIN, f64::max);
    let term = find(&|text| says(text, TERM));
    let last = term.map_or_else(lowest, |line| centre(line)[1]);
    let (start, end) = (bounds(authority)[0], bounds(title)[2]);
    sized(
        print,
        [start, centre(title)[1], end, last],
        [0.234, 0.375, 0.876, 0.88],
    )
}

/// The card on which four measures stand at these parts of its sides; `None`
/// when they contradict its proportions, or print would fall off it.
fn sized(print: Frame, at: Frame, parts: Frame) -> Option<Frame> {
    const PROPORTION: f64 = 85.6 / 54.0;
    let wide = (at[2] - at[0]) / (parts[2] - parts[0]);
    let high = (at[3] - at[1]) / (parts[3] - parts[1]);
    if high <= 0.0 || !(0.85..1.18).contains(&(wide / high / PROPORTION)) {
        return None;
    }
    let width = f64::midpoint(wide, high * PROPORTION);
    let height = width / PROPORTION;
    let middle = |low: usize, size: f64| {
        f64::midpoint(at[low], at[low + 2]) - f64::midpoint(parts[low], parts[low + 2]) * size
    };
    let (left, top) = (middle(0, width), middle(1, height));
    let frame = [left, top, left + width, top + height];
    let room = 0.05 * width;
    let holds = frame[0] - room < print[0]
        && frame[1] - room < print[1]
        && frame[2] + room > print[2]
        && frame[3] + room > print[3];
    holds.then_some(frame)
}

#[cfg(test)]
mod tests {
    use super::super::blocks::tests::line;
    use super::*;

    #[test]
    fn a_slanted_block_is_set_straight() {
        let (sin, cos) = 0.1_f32.sin_cos();
        let turned = |[x, y]: [f32; 2]| [x * cos - y * sin, x * sin + y * cos];
        let lines: Block = [100.0, 200.0]
            .into_iter()
            .map(|top| line("有限责任公司自然人投资", 50.0, top))
            .map(|l| TextLine {
                corners: l.corners.map(turned),
                ..l
            })
            .collect();
        let sheet = Placement::whole(1000, 800).unwrap();
        let (placement, lines) = framed(&sheet, lines).unwrap();
        assert!((i32::from(placement.rotation()) - 354).abs() <= 1);
        for line in lines {
            let [a, b, ..] = line.corners;
            assert!((a[1] - b[1]).abs() < 0.01, "{line:?}");
        }
    }

    #[test]
    fn a_card_is_framed_from_its_first_and_last_lines() {
        // 856 × 540, its own top left at (1000, 2000).
        let at = |text: &str, left: f32, top: f32, right: f32| TextLine {
            corners: [
                [left, top],
                [right, top],
                [right, top + 40.0],
                [left, top + 40.0],
            ]
            .map(|[x, y]| [x + 1000.0, y + 2000.0]),
            ..line(text, 0.0, 0.0)
        };
        let lines = vec![
            at("姓名", 60.0, 72.0, 150.0),
            at("公民身份号码", 60.0, 452.0, 240.0),
            at("11010119900307889X", 285.0, 452.0, 758.0),
        ];
        let sheet = Placement::whole(4000, 4000).unwrap();
        let (card, _) = framed(&sheet, lines).unwrap();
        let want = [
            [1000.0, 2000.0],
            [1856.0, 2000.0],
            [1856.0, 2540.0],
            [1000.0, 2540.0],
        ];
        for (corner, want) in card.corners().iter().zip(want) {
            assert!(
                (corner[0] - want[0]).hypot(corner[1] - want[1]) < 20.0,
                "{card:?}"
            );
        }
    }
}
