//! Several papers read as one: a copy of both sides of an ID card shows no
//! edges, only two blocks of print. Owns the parting of such blocks by what
//! every card says once.
//!
//! Refuses to read fields: the words it knows only tell card from card.

use super::TextLine;
use crate::geometry::{Corners4, Point, middle};

/// What the portrait side of a card says once.
const PORTRAIT: &str = "公民身份号码";
/// What the emblem side says once.
pub(super) const EMBLEM: [&str; 2] = ["居民身份证", "签发机关"];
/// What no card says.
const LICENCE: [&str; 3] = ["营业执照", "统一社会信用代码", "经营范围"];

/// Some lines of a sheet that belong together.
pub(super) type Block = Vec<TextLine>;

/// Parts the lines of a sheet into those of each card on it; a sheet with one
/// document stays whole.
pub(super) fn blocks(lines: Vec<TextLine>) -> Vec<Block> {
    if lines
        .iter()
        .any(|l| LICENCE.iter().any(|word| says(&l.text, word)))
    {
        return vec![lines];
    }
    parted(lines)
}

fn parted(lines: Block) -> Vec<Block> {
    let heads: Vec<Point> = heads(&lines);
    if heads.len() < 2 {
        return vec![lines];
    }
    let cut = [0, 1]
        .into_iter()
        .filter_map(|axis| widest_gap(&lines, &heads, axis))
        .max_by(|a, b| a.width.total_cmp(&b.width));
    let Some(cut) = cut else {
        return vec![lines];
    };
    let (before, after): (Block, Block) = lines
        .into_iter()
        .partition(|line| centre(line)[cut.axis] < cut.at);
    let mut blocks = parted(before);
    blocks.extend(parted(after));
    blocks
}

/// Where each card says what it says once.
fn heads(lines: &[TextLine]) -> Vec<Point> {
    let of = |found: &dyn Fn(&str) -> bool| -> Vec<Point> {
        lines
            .iter()
            .filter(|l| found(&l.text))
            .map(centre)
            .collect()
    };
    let labels = of(&|text| says(text, PORTRAIT));
    let numbers = of(&has_number);
    let mut heads = if labels.len() >= numbers.len() {
        labels
    } else {
        numbers
    };
    let [titles, authorities] = EMBLEM.map(|word| of(&|text| says(text, word)));
    heads.extend(if titles.len() >= authorities.len() {
        titles
    } else {
        authorities
    });
    heads
}

/// Whether a text says a word, one letter in three misread at most.
pub(super) fn says(text: &str, word: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let word: Vec<char> = word.chars().collect();
    let needed = word.len() - word.len() / 3;
    letters.windows(word.len()).any(|window| {
        let same = window.iter().zip(&word).filter(|(a, b)| a == b).count();
        same >= needed
    })
}

/// Whether a text holds about as many digits in a row as a citizen's number.
pub(super) fn has_number(text: &str) -> bool {
    let mut run = 0;
    text.chars().filter(|c| !c.is_whitespace()).any(|c| {
        run = if c.is_ascii_digit() || c == 'X' {
            run + 1
        } else {
            0
        };
        run >= 16
    })
}

struct Cut {
    axis: usize,
    at: f64,
    width: f64,
}

/// The widest gap across one axis with at least one head on either side.
fn widest_gap(lines: &[TextLine], heads: &[Point], axis: usize) -> Option<Cut> {
    let mut spans: Vec<(f64, f64)> = lines
        .iter()
        .map(|line| {
            let values = line.corners.map(|point| f64::from(point[axis]));
            (
                values.into_iter().fold(f64::MAX, f64::min),
                values.into_iter().fold(f64::MIN, f64::max),
            )
        })
        .collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut end = f64::MIN;
    let mut widest: Option<Cut> = None;
    for (start, stop) in spans {
        let at = f64::midpoint(start, end);
        let parts = heads.iter().any(|h| h[axis] < at) && heads.iter().any(|h| h[axis] > at);
        let width = start - end;
        if parts && width > widest.as_ref().map_or(f64::MIN, |cut| cut.width) && width > -8.0 {
            widest = Some(Cut { axis, at, width });
        }
        end = end.max(stop);
    }
    widest
}

pub(super) fn corners(line: &TextLine) -> Corners4 {
    line.corners.map(|point| point.map(f64::from))
}

pub(super) fn centre(line: &TextLine) -> Point {
    middle(&corners(line))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::reading) fn line(text: &str, left: f32, top: f32) -> TextLine {
        let right = left + 20.0 * text.chars().count() as f32;
        TextLine {
            corners: [
                [left, top],
                [right, top],
                [right, top + 20.0],
                [left, top + 20.0],
            ],
            text: text.to_owned(),
            confidence: 1.0,
            letters: Vec::new(),
        }
    }

    #[test]
    fn two_sides_on_one_copy_are_parted_between_them() {
        let lines = vec![
            line("姓名张三", 100.0, 100.0),
            line("公民身份号码", 100.0, 300.0),
            line("11010119900307889X", 260.0, 300.0),
            line("居民身份证", 150.0, 520.0),
            line("签发机关北京市公安局", 150.0, 700.0),
        ];
        let parts = blocks(lines);
        let counts: Vec<usize> = parts.iter().map(Vec::len).collect();
        assert_eq!(counts, [3, 2]);
    }

    #[test]
    fn cards_side_by_side_and_beneath_each_other_are_four() {
        let card = |x: f32, y: f32| {
            vec![
                line("姓名张三", x, y),
                line("公民身份号码110101199003078890", x, y + 150.0),
            ]
        };
        let lines = [(0.0, 0.0), (900.0, 0.0), (0.0, 600.0), (900.0, 600.0)]
            .into_iter()
            .flat_map(|(x, y)| card(x, y))
            .collect();
        assert_eq!(blocks(lines).len(), 4);
    }

    #[test]
    fn a_licence_is_never_parted() {
        let lines = vec![
            line("营业执照", 0.0, 0.0),
            line("110101199003078890", 0.0, 100.0),
            line("公民身份号码", 0.0, 300.0),
            line("居民身份证", 0.0, 600.0),
        ];
        assert_eq!(blocks(lines).len(), 1);
    }
}
