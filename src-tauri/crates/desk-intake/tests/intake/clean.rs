//! Papers on desks: found, cut out, set straight.

use crate::make::page_of;
use desk_domain::paper::Rotation;
use desk_intake::{Evidence, IntakeError, PageImage, Straight, crop, find_documents, straighten};
use image::{Rgb, RgbImage};
use proptest::prelude::*;

const PLAIN: Straight = Straight {
    turn: Rotation::Upright,
    max_side: 800,
    even_light: false,
};

/// A pale paper with lines of "print" on a dark, grainy desk.
fn on_desk(corners: [[f64; 2]; 4], desk: [u8; 3]) -> PageImage {
    let inside = |x: f64, y: f64| {
        (0..4).all(|at| {
            let ([ax, ay], [bx, by]) = (corners[at], corners[(at + 1) % 4]);
            (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0.0
        })
    };
    page_of(&RgbImage::from_fn(1200, 900, |x, y| {
        let grain = ((x * 7 + y * 13) % 11) as u8;
        if !inside(f64::from(x) + 0.5, f64::from(y) + 0.5) {
            return Rgb(desk.map(|value| value.saturating_add(grain)));
        }
        let print =
            (y / 14) % 3 == 0 && (x / 5) % 3 != 0 && inside(f64::from(x) + 60.0, f64::from(y));
        Rgb(if print { [60, 58, 62] } else { [236, 234, 226] })
    }))
}

proptest! {
    // A page takes a third of a second: few of them here, more when more are asked for.
    #![proptest_config(ProptestConfig {
        cases: (ProptestConfig::default().cases / 40).max(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn corners_of_a_paper_are_found_within_one_and_a_half_per_cent(
        shift in prop::array::uniform4((-45.0..45.0_f64, -45.0..45.0_f64)),
        desk in prop::array::uniform3(20..120_u8),
    ) {
        let flat = [[190.0, 180.0], [1010.0, 180.0], [1010.0, 740.0], [190.0, 740.0]];
        let corners = std::array::from_fn(|at| {
            [flat[at][0] + shift[at].0, flat[at][1] + shift[at].1]
        });
        let found = find_documents(&on_desk(corners, desk));
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].evidence, Evidence::Edges);
        for (want, is) in corners.iter().zip(found[0].corners) {
            let off = (want[0] - f64::from(is[0])).hypot(want[1] - f64::from(is[1]));
            prop_assert!(off < 0.015 * 990.0, "{:?} for {:?}", found[0].corners, corners);
        }
    }

    #[test]
    fn corners_dragged_anywhere_give_a_picture_or_a_refusal(
        corners in prop::array::uniform4(prop::array::uniform2(-3000..4000_i32)),
        side in 1..2000_u32,
        even_light in any::<bool>(),
    ) {
        let page = page_of(&RgbImage::from_pixel(90, 60, Rgb([200, 190, 180])));
        let wanted = Straight { turn: Rotation::Left, max_side: side, even_light };
        match straighten(&page, &corners, &wanted) {
            Ok(picture) => prop_assert!(picture.width() <= side && picture.height() <= side),
            Err(error) => prop_assert_eq!(error, IntakeError::CropEmpty),
        }
        if let Ok(jpeg) = crop(&page, &corners) {
            prop_assert!(jpeg.starts_with(&[0xFF, 0xD8]));
        }
    }
}

#[test]
fn a_hardly_tilted_paper_is_found_whatever_its_corners_seem_to_tell() {
    let corners = [
        [190.0, 195.2],
        [1044.6, 154.3],
        [1010.0, 724.6],
        [226.5, 766.3],
    ];
    let found = find_documents(&on_desk(corners, [20, 20, 94]));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].evidence, Evidence::Edges);
}

#[test]
fn a_page_without_edges_is_its_own_document() {
    for page in nothing_on_them() {
        let found = find_documents(&page);
        let (right, bottom) = (page.width().cast_signed(), page.height().cast_signed());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].evidence, Evidence::Page);
        assert_eq!(
            found[0].corners,
            [[0, 0], [right, 0], [right, bottom], [0, bottom]]
        );
    }
}

/// Blank, black, a single pixel, a sliver.
pub fn nothing_on_them() -> Vec<PageImage> {
    [(600, 800, 255), (600, 800, 0), (1, 1, 128), (3000, 2, 250)]
        .into_iter()
        .map(|(width, height, tone)| page_of(&RgbImage::from_pixel(width, height, Rgb([tone; 3]))))
        .collect()
}

#[test]
fn what_is_printed_on_a_card_cut_out_already_is_no_document() {
    let portrait = |width: u32| {
        let inside = |x: u32, y: u32| (640..940).contains(&x) && (110..300).contains(&y);
        let page = RgbImage::from_fn(width, 638, |x, y| {
            Rgb(if inside(x, y) {
                [60, 70, 90]
            } else {
                [235, 236, 238]
            })
        });
        find_documents(&page_of(&page))[0].evidence
    };
    assert_eq!(portrait(1011), Evidence::Page);
    // On a larger sheet it is a card.
    assert_eq!(portrait(1400), Evidence::Edges);
}

#[test]
fn two_cards_on_one_page_are_two_documents() {
    let page = page_of(&RgbImage::from_fn(900, 1200, |x, y| {
        let card = (200..628).contains(&x) && ((150..420).contains(&y) || (650..920).contains(&y));
        Rgb(if card { [214, 224, 240] } else { [38, 36, 35] })
    }));
    let found = find_documents(&page);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found[0].corners[0][1] < found[1].corners[0][1],
        "from top to bottom"
    );
}

#[test]
fn a_paper_turned_by_hand_is_turned_in_its_picture() {
    let page = page_of(&RgbImage::from_fn(400, 300, |x, _| Rgb([(x / 2) as u8; 3])));
    let whole = [[0, 0], [400, 0], [400, 300], [0, 300]];
    let turned = Straight {
        turn: Rotation::Right,
        ..PLAIN
    };
    let picture = straighten(&page, &whole, &turned).unwrap();
    assert!(picture.height() > picture.width());
    let shade = |y| picture.pixels().get_pixel(50, y).0[0];
    assert!(
        shade(10) < shade(picture.height() - 10),
        "its left edge is on top"
    );
}
