//! What stands on pages beside the words of agreement and form: the page that
//! only lets the next copy start on a front, and the mark of a draft.

use super::Contents;
use super::page_code::SIDE;
use crate::PaperError;
use crate::agreement::Edition;
use crate::font::{FaceId, FontShelf};
use crate::layout::{A4, Align, Item, Piece, Style, Type, paragraph};
use crate::sheet::{self, LEFT, WIDTH};
use crate::writer::Stock;
use chrono::NaiveDate;
use desk_domain::form::Form;
use desk_domain::party::Firm;
use std::sync::Arc;

/// The fonts of everything that agreement and form say to everybody.
pub(super) fn stock(shelf: &FontShelf, edition: &Edition) -> Result<Arc<Stock>, PaperError> {
    let words = || {
        let blank = Contents {
            firm: Firm::default(),
            form: Form::default(),
            agreement: String::new(),
            day: NaiveDate::MIN,
            staff_number: 0,
            staff_name: String::new(),
            papers: Vec::new(),
            occasion: None,
        };
        let mut items = super::bodies::bodies(shelf, edition, &blank)?.0.concat();
        items.extend(sheet::header(shelf, &edition.motto, "")?);
        items.extend(sheet::footer(shelf, 1, 1)?);
        Ok(items)
    };
    shelf.stocks.of(&edition.markup(), shelf, words)
}

/// The page behind an odd last page, so that nobody writes on it.
pub(super) fn filler(shelf: &FontShelf, mut header: Vec<Item>) -> Result<Vec<Item>, PaperError> {
    let edges = (LEFT, LEFT + WIDTH);
    let middle = A4.1 / 2.0;
    let face = Type::regular(sheet::TEXT);
    header.extend(sheet::label(
        shelf,
        "（此页无正文）",
        face,
        Align::Centre,
        edges,
        middle,
    )?);
    Ok(header)
}

/// What a signature drawn on a screen is and what it is not (电子签名法第十三条).
const DRAWN: &str = "本页客户签字是客户在屏幕上手写的笔迹图像，经双方同意使用，书写的轨迹和时间\
                     另行存证；仅凭这一图像，不构成《中华人民共和国电子签名法》第十三条规定的\
                     可靠的电子签名。";

/// The note on a page with such a signature, in small type below its number and
/// beside its code.
pub(super) fn drawn_note(shelf: &FontShelf) -> Result<Vec<Item>, PaperError> {
    const TOP: f32 = 802.5;
    const STYLE: Style = Style::plain(7.0, 9.5, Align::Justify);
    let width = WIDTH - SIDE - 10.0;
    let lines = paragraph(shelf, &[Piece::text(DRAWN)], &STYLE, width)?;
    let placed = lines.into_iter().enumerate().flat_map(|(i, line)| {
        let down = TOP + i as f32 * STYLE.leading + STYLE.baseline();
        line.lay(LEFT, down).collect::<Vec<_>>()
    });
    Ok(placed.collect())
}

/// 草稿 across the page, light enough to read through.
pub(super) fn draft_mark(shelf: &FontShelf) -> Result<Vec<Item>, PaperError> {
    const SIZE: f32 = 150.0;
    const TURN: f32 = 45.0;
    let face = Type {
        ink: 0.12,
        ..Type::bold(SIZE)
    };
    let mut items = sheet::label(shelf, "草稿", face, Align::Left, (0.0, A4.0), 0.0)?;
    for item in &mut items {
        if let Item::Run(run) = item {
            debug_assert_eq!(run.face, FaceId::Bold);
            // Half the words' length back from the middle, along the turned line.
            let (sin, cos) = TURN.to_radians().sin_cos();
            let (along, above) = (SIZE, 0.38 * SIZE);
            let (x, y) = (along * cos - above * sin, along * sin + above * cos);
            run.turn = TURN;
            item.shift(A4.0 / 2.0 - x, A4.1 / 2.0 + y);
        }
    }
    Ok(items)
}
