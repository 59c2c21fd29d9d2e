//! A card's edges near where its print tells that they are: on a sheet of paper
//! that shows them too faintly to be found without being looked for. A change
//! of colour that is lost in noise at any one place is plain when a whole side
//! is summed up. Refuses a card whose edges are not seen on all four sides.

use super::edge::moved;
use super::look;
use super::placement::Placement;
use super::shape::PROPORTIONS;
use super::soft::soft_rgb;
use super::warp::Pyramid;
use crate::geometry::{Corners4, Point, between, crossing, distance, extent, rectangle};
use image::RgbImage;

/// Longest side of the picture that is looked at, in pixels.
const SIDE: u32 = 400;
/// How far from the frame an edge may be, as a part of the frame's width.
const REACH: f64 = 0.1;
/// By how much an edge may slant against the frame, as a part of its length.
const SLANT: f64 = 0.03;
/// Places along one side; the rounded corners are left out.
const PLACES: usize = 48;
/// A place speaks for an edge with this many levels of a colour at most: a bit
/// of print beside it must not outweigh all others.
const LOUDEST: f32 = 6.0;
/// Levels by which the colours beside a whole side differ at least, more than
/// they do anywhere near it.
const FAINTEST: f32 = 1.2;
/// Lines of a side that are tried with those of the other sides.
const TRIED: usize = 5;
/// How far the outline's proportions may be from a card's, as a logarithm.
const NEAR: f64 = 0.03;

/// A line that may be the edge of a card.
#[derive(Debug, Clone, Copy)]
struct Line {
    ends: (Point, Point),
    middle: f64,
    strength: f32,
}

/// The corners of a card in pixels of a frame of which only the print on it
/// told where it is.
pub(crate) fn card_near(page: &Pyramid<'_>, frame: &Placement) -> Option<Corners4> {
    let (width, height) = (frame.width(), frame.height());
    let room = 1.2 * REACH * width;
    let wider = rectangle(width + 2.0 * room, height + 2.0 * room);
    let around = frame.part(&wider.map(|corner| corner.map(|at| at - room)))?;
    let picture = soft_rgb(&look(page, &around, SIDE), 1.0);
    let scale = around.width() / f64::from(picture.width());
    let start = rectangle(width, height).map(|corner| corner.map(|at| (at + room) / scale));
    let sides: [Vec<Line>; 4] = std::array::from_fn(|at| {
        lines(
            &picture,
            start[at],
            start[(at + 1) % 4],
            REACH * width / scale,
        )
    });
    let found = outline(&sides)?;
    Some(found.map(|corner| corner.map(|at| at * scale - room)))
}

/// The strongest lines along one side.
fn lines(picture: &RgbImage, a: Point, b: Point, reach: f64) -> Vec<Line> {
    let length = distance(a, b).max(1.0);
    // Into the frame, whose corners go clockwise.
    let inward = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
    let steps = reach as i32;
    let changes: Vec<Vec<[f32; 3]>> = (0..PLACES)
        .map(|place| {
            let point = between(a, b, part(place));
            changes(picture, point, inward, steps)
        })
        .collect();
    let slant = (SLANT * length) as i32;
    let mut lines = Vec::new();
    for start in -steps..=steps {
        let mut best: Option<Line> = None;
        for end in (start - slant).max(-steps)..=(start + slant).min(steps) {
            let (start, end) = (f64::from(start), f64::from(end));
            let strength = strength(&changes, start + f64::from(steps), end + f64::from(steps));
            if best.is_none_or(|best| best.strength < strength) {
                best = Some(Line {
                    ends: (moved(a, inward, start), moved(b, inward, end)),
                    middle: f64::midpoint(start, end),
                    strength,
                });
            }
        }
        lines.extend(best);
    }
    outstanding(lines)
}

/// Those lines of a side that stand out, one of several beside each other.
fn outstanding(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|one, other| other.strength.total_cmp(&one.strength));
    // Light that falls off changes the colours everywhere.
    let usual = lines.get(lines.len() / 2).map_or(0.0, |line| line.strength);
    let mut kept: Vec<Line> = Vec::new();
    for line in lines {
        let apart = |other: &Line| (other.middle - line.middle).abs() > 4.0;
        if line.strength - usual > FAINTEST && kept.len() < TRIED && kept.iter().all(apart) {
            kept.push(line);
        }
    }
    kept
}

fn part(place: usize) -> f64 {
    0.08 + 0.84 * place as f64 / (PLACES - 1) as f64
}

/// How the colours change across a side at one place, from outside to inside.
fn changes(picture: &RgbImage, point: Point, inward: Point, steps: i32) -> Vec<[f32; 3]> {
    let colour = |offset: i32| {
        let [x, y] = moved(point, inward, f64::from(offset)).map(|at| at.round().max(0.0) as u32);
        picture
            .get_pixel_checked(x, y)
            .map(|pixel| pixel.0.map(f32::from))
    };
    let colours: Vec<_> = (-steps - 3..=steps + 3).map(colour).collect();
    colours
        .windows(7)
        .map(|around| {
            let mut change = [0.0; 3];
            for (before, after) in [(0, 4), (1, 5), (2, 6)] {
                let (Some(before), Some(after)) = (around[before], around[after]) else {
                    return [0.0; 3];
                };
                for at in 0..3 {
                    change[at] += (after[at] - before[at]) / 3.0;
                }
            }
            change.map(|levels: f32| levels.clamp(-LOUDEST, LOUDEST))
        })
        .collect()
}

/// How much the colours on both sides of a line differ, all of it told together.
fn strength(changes: &[Vec<[f32; 3]>], start: f64, end: f64) -> f32 {
    let mut sum = [0.0_f32; 3];
    for (place, changes) in changes.iter().enumerate() {
        let at = start + (end - start) * part(place);
        if let Some(change) = changes.get(at.round() as usize) {
            for (sum, change) in sum.iter_mut().zip(change) {
                *sum += change;
            }
        }
    }
    sum.iter().map(|sum| sum * sum).sum::<f32>().sqrt() / PLACES as f32
}

/// Of all outlines that have a card's proportions, the one with the strongest edges.
fn outline(sides: &[Vec<Line>; 4]) -> Option<Corners4> {
    let [tops, rights, bottoms, lefts] = sides;
    let mut best: Option<(f32, Corners4)> = None;
    for top in tops {
        for right in rights {
            for bottom in bottoms {
                for left in lefts {
                    let lines = [top, right, bottom, left];
                    let strength = lines.iter().map(|line| line.strength).sum();
                    if best.is_some_and(|(most, _)| most >= strength) {
                        continue;
                    }
                    let Some(corners) = corners(lines) else {
                        continue;
                    };
                    let (along, across) = extent(&corners);
                    if (along / across.max(1.0) / PROPORTIONS[0]).ln().abs() < NEAR {
                        best = Some((strength, corners));
                    }
                }
            }
        }
    }
    best.map(|(_, corners)| corners)
}

/// Where four edges meet.
fn corners(lines: [&Line; 4]) -> Option<Corners4> {
    let meet = |at: usize| {
        let ((a, b), (c, d)) = (lines[(at + 3) % 4].ends, lines[at].ends);
        crossing(a, b, c, d)
    };
    Some([meet(0)?, meet(1)?, meet(2)?, meet(3)?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    const CARD: Corners4 = [
        [100.0, 120.0],
        [740.0, 120.0],
        [740.0, 524.0],
        [100.0, 524.0],
    ];
    /// What print would tell, a few parts in a hundred off.
    const GUESS: Corners4 = [
        [120.0, 100.0],
        [700.0, 106.0],
        [700.0, 480.0],
        [116.0, 478.0],
    ];

    /// A card a shade darker than its paper, in light that falls off, with a
    /// dark picture, some print and a speck beside it.
    fn page(shade: i32) -> RgbImage {
        RgbImage::from_fn(900, 700, |x, y| {
            let within = |[left, top, right, bottom]: [u32; 4]| {
                (left..right).contains(&x) && (top..bottom).contains(&y)
            };
            let dark = within([560, 160, 680, 340])
                || within([140, 430, 600, 450])
                || within([130, 180, 300, 196])
                || within([90, 250, 94, 254]);
            let grain = (x * 7 + y * 13) % 5;
            let light = (230 - (4 * x + 3 * y) / 120 + grain) as i32;
            let levels = match (dark, within([100, 120, 740, 524])) {
                (true, _) => 60,
                (_, true) => light - shade,
                _ => light,
            };
            Rgb([levels, levels, levels - 8].map(|level| level as u8))
        })
    }

    #[test]
    fn a_frame_told_by_print_is_moved_to_edges_too_faint_for_any_one_place() {
        let picture = page(4);
        let frame = Placement::as_seen(GUESS).unwrap();
        let card = card_near(&Pyramid::new(&picture), &frame).unwrap();
        for (seen, corner) in card.iter().zip(CARD) {
            assert!(distance(frame.on_page(*seen), corner) < 6.0, "{card:?}");
        }
    }

    #[test]
    fn print_on_bare_paper_has_no_edges() {
        let picture = page(0);
        let frame = Placement::as_seen(GUESS).unwrap();
        assert!(card_near(&Pyramid::new(&picture), &frame).is_none());
    }
}
