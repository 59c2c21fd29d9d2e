//! What stands in the margin of every numbered page: its code, by which a scan
//! is filed, and two ticks that show where the seal across the pages' edges
//! goes.

use super::Contents;
use crate::PaperError;
use crate::agreement::Edition;
use crate::layout::{A4, Item};
use crate::qr;
use crate::sheet::{LEFT, WIDTH};
use desk_domain::agreement::AgreementNumber;
use desk_domain::page_mark::{EditionCode, Original, PageMark};
use sha2::{Digest, Sha256};

/// Side of the code: 14 mm.
pub(super) const SIDE: f32 = 14.0 * 72.0 / 25.4;
/// Its top: below the text with more than its quiet zone between.
const TOP: f32 = 788.0;
/// What printers cannot reach at the edge of a sheet.
pub(super) const UNPRINTED: f32 = 12.5;
/// The seals across edges are 42 mm at the most.
const SEAL: f32 = 42.0 * 72.0 / 25.4;

/// The codes of an agreement's pages.
pub(super) struct PageCodes {
    number: AgreementNumber,
    edition: EditionCode,
    hash: u32,
    pages: u16,
    /// Whether the place of a seal across the edges is to be shown.
    ticked: bool,
}

impl PageCodes {
    /// `None` without an agreement number: a draft is never filed. `sealed` tells
    /// that a seal lies across the edges already.
    pub fn of(
        contents: &Contents,
        edition: &Edition,
        bodies: &[Vec<Item>],
        sealed: bool,
    ) -> Option<Self> {
        Some(Self {
            number: AgreementNumber::parse(&contents.agreement).ok()?,
            edition: EditionCode::of(&edition.name),
            hash: hash(bodies),
            pages: u16::try_from(bodies.len()).ok()?,
            ticked: bodies.len() > 1 && !sealed,
        })
    }

    /// What the codes tell of the words.
    pub fn hash(&self) -> u32 {
        self.hash
    }

    /// The marks of one page, from 1.
    ///
    /// # Errors
    /// [`PaperError::Unwritable`] for more pages than a code can count.
    pub fn marks(&self, original: Original, page: usize) -> Result<Vec<Item>, PaperError> {
        let unwritable = || PaperError::Unwritable;
        let place = (u16::try_from(page).map_err(|_| unwritable())?, self.pages);
        let (number, edition) = (self.number.clone(), self.edition.clone());
        let mark =
            PageMark::new(number, edition, original, place, self.hash).map_err(|_| unwritable())?;
        let mut items = vec![qr::code(&mark.to_string(), LEFT + WIDTH - SIDE, TOP, SIDE)?];
        if self.ticked {
            items.extend(ticks(!page.is_multiple_of(2)));
        }
        Ok(items)
    }
}

/// Two short dashed ticks at the outer edge, as far apart as a seal is high.
fn ticks(front: bool) -> impl Iterator<Item = Item> {
    const DASHES: [(f32, f32); 2] = [(0.0, 4.5), (7.0, 11.5)];
    let heights = [-0.5, 0.5].map(|half| A4.1 / 2.0 + half * SEAL);
    heights.into_iter().flat_map(move |y| {
        DASHES.into_iter().map(move |(from, to)| {
            let across = |inward: f32| {
                let inward = UNPRINTED + inward;
                if front { A4.0 - inward } else { inward }
            };
            Item::rule((across(from), y), (across(to), y), 0.4)
        })
    })
}

/// Three bytes of SHA-256 over every word and its place, in hundredths of
/// a point.
fn hash(bodies: &[Vec<Item>]) -> u32 {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a page is 84 200 hundredths"
    )]
    let place = |length: f32| ((length * 100.0).round() as i32).to_be_bytes();
    let mut hash = Sha256::new();
    for body in bodies {
        hash.update(b"page");
        for item in body {
            let Item::Run(run) = item else { continue };
            let left = run.glyphs.first().map_or(0.0, |glyph| glyph.x);
            hash.update(place(left));
            hash.update(place(run.baseline));
            let words: String = run.glyphs.iter().map(|glyph| glyph.character).collect();
            hash.update(words.as_bytes());
        }
    }
    let digest = hash.finalize();
    u32::from_be_bytes([0, digest[0], digest[1], digest[2]])
}
