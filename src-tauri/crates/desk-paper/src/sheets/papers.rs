//! The customer's own papers as they go into the file or to the carrier: the
//! two sides of an identity card at true size on one sheet, other papers a
//! sheet each, every one under the words that bind it to its purpose.
//!
//! Refuses a set without a paper.

use super::stack::{Heading, write};
use super::{Paper, SheetError, written};
use crate::PaperError;
use crate::font::FontShelf;
use crate::layout::{A4, Align, Item, Page, PlacedPicture, Type};
use crate::picture::Picture;
use crate::sheet::{self, LEFT, WIDTH};
use chrono::NaiveDate;
use desk_domain::identifier::{DisplayForm, Number400};
use std::sync::Arc;

/// A millimetre in points.
const MM: f32 = 72.0 / 25.4;
/// An identity card (GB/T 14916, ID-1).
const CARD: (f32, f32) = (85.6 * MM, 54.0 * MM);
/// A picture may differ from a card's proportions by so much and still be
/// set at its exact size: no crop of a scan is truer.
const CROP_SLIP: f32 = 0.04;
/// What printers cannot reach at the edge of a sheet.
const EDGE: f32 = 5.0 * MM;

/// Papers of one customer for one number.
#[derive(Debug, Clone, PartialEq)]
pub struct PaperSet {
    /// The firm, who makes the copies.
    pub firm: String,
    /// The customer.
    pub customer: String,
    /// The 400 number that they are for.
    pub number400: Number400,
    /// How it is shown.
    pub shown: DisplayForm,
    /// The day on which they leave, also the date of the file.
    pub day: NaiveDate,
    /// The papers, in the order that is demanded.
    pub papers: Vec<PaperSheet>,
}

/// One sheet of a set.
#[derive(Debug, Clone, PartialEq)]
pub enum PaperSheet {
    /// 人像面 and 国徽面 of a card, at true size.
    Card {
        /// What stands above, for example 经办人身份证件复印件.
        title: String,
        /// 人像面.
        portrait: Arc<Picture>,
        /// 国徽面.
        emblem: Arc<Picture>,
    },
    /// A whole paper, as large as the sheet lets it be and lying where it is
    /// wider than high.
    Whole {
        /// What it is, for the page's name in a viewer.
        title: String,
        /// The paper.
        picture: Arc<Picture>,
    },
    /// A page that is the firm's own and as large as its sheet, without words
    /// over it: of a signed agreement.
    Signed {
        /// What it is, for the page's name in a viewer.
        title: String,
        /// The page.
        picture: Arc<Picture>,
    },
}

impl PaperSet {
    /// 仅供办理400-123-4567入网使用，他用无效　2026年11月22日.
    #[must_use]
    pub fn purpose(&self) -> String {
        format!(
            "仅供办理{}入网使用，他用无效　{}",
            self.number400.shown(self.shown),
            written(self.day)
        )
    }

    /// Sets the papers.
    ///
    /// # Errors
    /// [`SheetError::PaperSetEmpty`] or [`SheetError::Paper`].
    pub fn compose(&self, shelf: &FontShelf) -> Result<Paper, SheetError> {
        let heading = Heading {
            firm: &self.firm,
            number: "",
            title: format!("登记资料 {}", self.number400.shown(self.shown)),
            subject: &self.customer,
            day: self.day,
        };
        write(shelf, &heading, &self.pages(shelf)?)
    }

    /// The pages of [`Self::compose`] as marks, before they become a PDF.
    ///
    /// # Errors
    /// As [`Self::compose`].
    pub fn pages(&self, shelf: &FontShelf) -> Result<Vec<Page>, SheetError> {
        if self.papers.is_empty() {
            return Err(SheetError::PaperSetEmpty);
        }
        let pages = self.papers.iter().map(|paper| match paper {
            PaperSheet::Card {
                title,
                portrait,
                emblem,
            } => self.card(shelf, title, [portrait, emblem]),
            PaperSheet::Whole { title, picture } => {
                let words = self.purpose();
                whole(shelf, title, picture, Some(&words))
            }
            PaperSheet::Signed { title, picture } => whole(shelf, title, picture, None),
        });
        pages.collect()
    }

    fn card(
        &self,
        shelf: &FontShelf,
        title: &str,
        sides: [&Arc<Picture>; 2],
    ) -> Result<Page, SheetError> {
        shelf.check(title, "资料名称")?;
        let edges = (LEFT, LEFT + WIDTH);
        let mut items = sheet::label(shelf, title, Type::bold(16.0), Align::Centre, edges, 104.0)?;
        let left = (A4.0 - CARD.0) / 2.0;
        let names = ["（人像面）", "（国徽面）"];
        for ((picture, name), top) in sides.into_iter().zip(names).zip([168.0, 400.0]) {
            let (x, y, w, h) = within((left, top, CARD.0, CARD.1), picture, CROP_SLIP);
            items.push(placed(picture, (x, y, w, h)));
            let face = Type::regular(9.0);
            let baseline = top + CARD.1 + 18.0;
            items.extend(sheet::label(
                shelf,
                name,
                face,
                Align::Centre,
                edges,
                baseline,
            )?);
        }
        let checked = "复印件与原件核对一致。核对人：＿＿＿＿＿＿　日期：　　　　年　　月　　日";
        let face = Type::regular(sheet::TEXT);
        items.extend(sheet::label(
            shelf,
            checked,
            face,
            Align::Centre,
            edges,
            700.0,
        )?);
        items.push(watermark(shelf, &self.purpose(), A4)?);
        Ok(Page::a4(vec![Arc::new(items)], title.to_owned()))
    }
}

/// A sheet that the picture fills, under `words` where there are any.
fn whole(
    shelf: &FontShelf,
    title: &str,
    picture: &Arc<Picture>,
    words: Option<&str>,
) -> Result<Page, SheetError> {
    let (width, height) = if picture.slope() < 1.0 {
        (A4.1, A4.0)
    } else {
        A4
    };
    // A page of our own comes back as large as it was printed.
    let edge = if words.is_some() { EDGE } else { 0.0 };
    let room = (edge, edge, width - 2.0 * edge, height - 2.0 * edge);
    let mut items = vec![placed(picture, within(room, picture, 0.0))];
    if let Some(words) = words {
        items.push(watermark(shelf, words, (width, height))?);
    }
    Ok(Page {
        width,
        height,
        layers: vec![Arc::new(items)],
        label: title.to_owned(),
    })
}

/// The largest place for the picture in the middle of the room; the whole room
/// when their proportions differ by no more than `slip`.
fn within(
    (x, y, w, h): (f32, f32, f32, f32),
    picture: &Picture,
    slip: f32,
) -> (f32, f32, f32, f32) {
    let slope = picture.slope();
    if (slope / (h / w) - 1.0).abs() <= slip {
        return (x, y, w, h);
    }
    let width = w.min(h / slope);
    let height = width * slope;
    (x + (w - width) / 2.0, y + (h - height) / 2.0, width, height)
}

fn placed(picture: &Arc<Picture>, (x, y, w, h): (f32, f32, f32, f32)) -> Item {
    Item::Picture(PlacedPicture {
        picture: Arc::clone(picture),
        x,
        y,
        w,
        h,
        shown: None,
        multiplied: false,
    })
}

/// The purpose again and again across the whole sheet, so that no crop of it is
/// without, and so faint that what is beneath stays legible.
///
/// # Errors
/// None with the fonts of the house.
fn watermark(shelf: &FontShelf, words: &str, (w, h): (f32, f32)) -> Result<Item, PaperError> {
    const SIZE: f32 = 10.0;
    const ALPHA: f32 = 0.22;
    /// From line to line, and from one end of the words to the next beginning.
    const APART: (f32, f32) = (58.0, 46.0);
    const TURN: f32 = 24.0;
    let long = (0.0, 4.0 * w);
    let line = sheet::label(shelf, words, Type::bold(SIZE), Align::Left, long, 0.0)?;
    let length = line.iter().map(|item| item.bounds().2).fold(0.0, f32::max) + APART.1;
    let (sin, cos) = TURN.to_radians().sin_cos();
    let mut items = Vec::new();
    let rows = ((h + w * sin / cos) / (APART.0 / cos)).ceil() as usize + 1;
    for row in 0..rows {
        // Where the line meets the left edge; the words of every other line
        // begin half a length later.
        let y = row as f32 * APART.0 / cos;
        let mut along = if row.is_multiple_of(2) {
            0.0
        } else {
            -length / 2.0
        };
        while along * cos < w {
            let (dx, dy) = (along * cos, y - along * sin);
            let (end_x, end_y) = (dx + length * cos, dy - length * sin);
            if end_x > 0.0 && dy > 0.0 && end_y < h {
                items.extend(line.iter().map(|item| turned(item, TURN, (dx, dy))));
            }
            along += length;
        }
    }
    Ok(Item::Faint {
        alpha: ALPHA,
        items,
    })
}

fn turned(item: &Item, degrees: f32, (dx, dy): (f32, f32)) -> Item {
    let mut item = item.clone();
    if let Item::Run(run) = &mut item {
        run.turn = degrees;
    }
    item.shifted(dx, dy)
}
