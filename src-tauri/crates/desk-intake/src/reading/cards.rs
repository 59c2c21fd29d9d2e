//! Cards on a sheet of paper whose own edges were found first: a copy that was
//! photographed, or cards laid on a sheet. Their edges tell how large they are
//! better than their print does. Refuses to tell what a card is.

use super::blocks::{Block, centre};
use super::frame::{moved, slant_of};
use crate::clean::placement::Placement;
use crate::clean::warp::Pyramid;
use crate::clean::{card_near, find, look};
use crate::geometry::{Corners4, Homography, contains, extent, minus, rectangle};

/// Longest side of the sheet on which edges are looked for, in pixels.
const SIDE: u32 = 720;
/// Part of a card's lines that stand on it at least: a stamp or a watermark may
/// go beyond.
const WITHIN: f64 = 0.8;

/// Corners, in pixels of the sheet, of the cards whose edges are seen on it.
pub(super) fn cards_on(page: &Pyramid<'_>, sheet: &Placement) -> Vec<Corners4> {
    let picture = look(page, sheet, SIDE);
    let scale = sheet.width() / f64::from(picture.width());
    find(&Pyramid::new(&picture))
        .into_iter()
        .filter(|found| found.sheet.is_card())
        .map(|found| {
            found
                .sheet
                .corners()
                .map(|corner| corner.map(|at| at * scale))
        })
        .collect()
}

/// A block as the card that it stands on, if that is one of `cards`.
pub(super) fn on_card(
    sheet: &Placement,
    cards: &[Corners4],
    lines: &Block,
) -> Option<(Placement, Block)> {
    let holds = |card: &&Corners4| {
        let on = lines.iter().filter(|line| contains(*card, centre(line)));
        on.count() as f64 >= WITHIN * lines.len() as f64
    };
    let card = upright(*cards.iter().find(holds)?, slant_of(lines))?;
    onto(sheet, &card, lines)
}

/// A block framed by its print, moved to the card's edges where they are seen
/// near by.
pub(super) fn on_edges(page: &Pyramid<'_>, sheet: Placement, lines: Block) -> (Placement, Block) {
    card_near(page, &sheet)
        .and_then(|card| onto(&sheet, &card, &lines))
        .unwrap_or((sheet, lines))
}

/// A part of a sheet with these corners as a sheet of its own, with the lines
/// that stand on it.
fn onto(sheet: &Placement, card: &Corners4, lines: &Block) -> Option<(Placement, Block)> {
    let placement = sheet.part(card)?;
    let flat = rectangle(placement.width(), placement.height());
    let straight = Homography::new(card, &flat)?;
    let lines = lines.iter().cloned();
    let lines = lines.map(|line| moved(line, |point| straight.apply(point)));
    Some((placement, lines.collect()))
}

/// The corners from the card's own top left on, where its lines run along its
/// longer side.
fn upright(mut card: Corners4, slant: f64) -> Option<Corners4> {
    /// Sine of the angle by which lines and edge may differ.
    const ALONG: f64 = 0.2;
    for _ in 0..4 {
        let [across, down] = minus(card[1], card[0]);
        let turn = down.atan2(across) - slant;
        let (along, high) = extent(&card);
        if turn.cos() > 0.0 && turn.sin().abs() < ALONG && along > high {
            return Some(card);
        }
        card.rotate_left(1);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::TextLine;
    use super::super::blocks::tests::line;
    use super::*;
    use crate::geometry::distance;
    use image::{Rgb, RgbImage};

    /// Two cards on a sheet of paper.
    fn sheet() -> RgbImage {
        RgbImage::from_fn(700, 990, |x, y| {
            let on = |top: u32| (60..540).contains(&x) && (top..top + 303).contains(&y);
            Rgb(if on(80) || on(520) {
                [196, 206, 208]
            } else {
                [250, 248, 240]
            })
        })
    }

    #[test]
    fn cards_on_a_sheet_are_framed_by_their_edges_and_their_lines_go_with_them() {
        let picture = sheet();
        let page = Pyramid::new(&picture);
        let whole = Placement::whole(700, 990).unwrap();
        let cards = cards_on(&page, &whole);
        assert_eq!(cards.len(), 2, "{cards:?}");
        let lines = vec![
            line("姓名某某某", 100.0, 560.0),
            line("公民身份号码", 100.0, 760.0),
        ];
        let (card, lines) = on_card(&whole, &cards, &lines).unwrap();
        let corners = [[60.0, 520.0], [540.0, 520.0], [540.0, 823.0], [60.0, 823.0]];
        for (seen, true_one) in card.corners().iter().zip(corners) {
            assert!(distance(*seen, true_one) < 4.0, "{card:?}");
        }
        let [x, y] = lines[0].corners[0];
        assert!((x - 40.0).abs() < 4.0 && (y - 40.0).abs() < 4.0, "{x} {y}");
    }

    #[test]
    fn print_beside_a_card_is_not_taken_for_its_own() {
        let picture = sheet();
        let whole = Placement::whole(700, 990).unwrap();
        let cards = cards_on(&Pyramid::new(&picture), &whole);
        let beside = vec![line("授权委托书", 100.0, 20.0), line("姓名", 100.0, 560.0)];
        assert!(on_card(&whole, &cards, &beside).is_none());
        // Nor one whose lines run down it.
        let down = vec![line("姓名", 100.0, 560.0)]
            .into_iter()
            .map(|line| TextLine {
                corners: [
                    [120.0, 560.0],
                    [120.0, 700.0],
                    [100.0, 700.0],
                    [100.0, 560.0],
                ],
                ..line
            })
            .collect();
        assert!(on_card(&whole, &cards, &down).is_none());
    }
}
