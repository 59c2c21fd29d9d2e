//! Who has signed already when the paper is printed: the firm's seal and its
//! representative's signature as pictures, the customer's signature as it was
//! drawn on the screen, each where a hand would have put it; and, where wanted,
//! one seal cut in strips over the edges of all pages.
//!
//! Knows the places by their words, so that any edition of the text has them.

use super::page_code::UNPRINTED;
use super::plain;
use crate::PaperError;
use crate::font::FontShelf;
use crate::layout::{A4, Item, PlacedPicture, Run};
use crate::picture::Picture;
use crate::sheet::{LEFT, WIDTH};
use crate::strokes::Strokes;
use std::sync::Arc;

/// A millimetre in points.
const MM: f32 = 72.0 / 25.4;
/// Pages that share one seal across their edges: thinner strips show nothing.
const PAGES_A_SEAL: usize = 10;
/// Height of a representative's signature.
const SIGNATURE: f32 = 10.0 * MM;
/// The longest signature.
const LONGEST: f32 = 40.0 * MM;

/// Signatures and seals on the paper; none by default.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Signatures {
    /// The firm's seal.
    pub seal: Option<Seal>,
    /// The representative's signature.
    pub signature: Option<Arc<Picture>>,
    /// Whether the seal also goes in strips over the edges of all pages.
    pub across: bool,
    /// The customer's signature.
    pub customer: Option<Strokes>,
}

/// A seal as a picture, trimmed to its edge.
#[derive(Debug, Clone, PartialEq)]
pub struct Seal {
    /// The picture; white or transparent ground.
    pub picture: Arc<Picture>,
    /// Its width on paper in millimetres: 40 for a company limited, 42 for one
    /// by shares. Held to 38–45.
    pub millimetres: f32,
}

impl Seal {
    /// Width and height on paper, in points.
    fn size(&self) -> (f32, f32) {
        let width = self.millimetres.clamp(38.0, 45.0) * MM;
        (width, width * self.picture.slope())
    }

    /// The seal with its middle here.
    #[must_use]
    pub fn at(&self, (x, y): (f32, f32)) -> Item {
        let (w, h) = self.size();
        Item::Picture(PlacedPicture {
            picture: Arc::clone(&self.picture),
            x: x - w / 2.0,
            y: y - h / 2.0,
            w,
            h,
            shown: None,
            multiplied: true,
        })
    }

    /// Strip `i` of `count` at the right edge of its page.
    fn strip(&self, i: usize, count: usize) -> Item {
        let (w, h) = self.size();
        let strip = w / count as f32;
        let (left, top) = (A4.0 - UNPRINTED - strip, (A4.1 - h) / 2.0);
        Item::Picture(PlacedPicture {
            picture: Arc::clone(&self.picture),
            x: left - i as f32 * strip,
            y: top,
            w,
            h,
            shown: Some((left, top, strip, h)),
            multiplied: true,
        })
    }
}

impl Signatures {
    /// Puts the pictures on the pages' bodies; both copies get the same.
    ///
    /// # Errors
    /// None with the fonts of the house.
    pub(super) fn press(
        &self,
        shelf: &FontShelf,
        bodies: &mut [Vec<Item>],
    ) -> Result<(), PaperError> {
        for body in bodies.iter_mut() {
            let mut own: Vec<Item> = sides(body, "甲方")
                .flat_map(|head| self.firm(head, body))
                .collect();
            if let Some(strokes) = &self.customer {
                let drawn = customer(body, strokes);
                if !drawn.is_empty() {
                    own.extend(plain::drawn_note(shelf)?);
                }
                own.extend(drawn);
            }
            body.extend(own);
        }
        let total = bodies.len();
        // A single page has no other whose edge the seal could join.
        if let (true, Some(seal), 2..) = (self.across, &self.seal, total) {
            let seals = total.div_ceil(PAGES_A_SEAL).max(1);
            let share = total.div_ceil(seals).max(1);
            for group in bodies.chunks_mut(share) {
                let count = group.len();
                for (i, body) in group.iter_mut().enumerate() {
                    body.push(seal.strip(i, count));
                }
            }
        }
        Ok(())
    }

    /// The firm's side of a block that begins with this line.
    fn firm(&self, head: &Run, body: &[Item]) -> Vec<Item> {
        let left = left(head);
        let mut items = Vec::new();
        if let Some(seal) = &self.seal {
            let (width, height) = seal.size();
            // Over name and date, as a seal is set by hand.
            let y = (head.baseline + 46.0).min(780.0 - height / 2.0);
            let x = (left + 128.0).min(edge(head, body) - width / 2.0);
            items.push(seal.at((x, y)));
        }
        if let (Some(picture), Some(line)) = (&self.signature, signed_below(head, body)) {
            let room = (edge(line, body) - after_colon(line) - 6.0).min(LONGEST);
            let w = (SIGNATURE / picture.slope()).min(room);
            let h = w * picture.slope();
            items.push(Item::Picture(PlacedPicture {
                picture: Arc::clone(picture),
                x: after_colon(line) + 6.0,
                y: line.baseline + 0.2 * line.size - h,
                w,
                h,
                shown: None,
                multiplied: true,
            }));
        }
        items
    }
}

/// The customer's signature on every line for it: in the blocks, and below what
/// is confirmed.
fn customer(body: &[Item], strokes: &Strokes) -> Vec<Item> {
    let blocks = sides(body, "乙方").filter_map(|head| signed_below(head, body));
    let confirmed = runs(body).filter(|run| words(run).starts_with("客户签字"));
    blocks
        .chain(confirmed)
        .flat_map(|line| {
            let left = after_colon(line) + 6.0;
            let w = (edge(line, body) - left).min(LONGEST);
            let foot = line.baseline + 0.15 * line.size;
            let h = (foot - roof(body, foot, (left, left + w))).min(SIGNATURE);
            let top = foot - h;
            strokes.lay((left, top, w, h))
        })
        .collect()
}

/// The lines with which a side of a signature block begins.
fn sides<'a>(body: &'a [Item], party: &'a str) -> impl Iterator<Item = &'a Run> {
    runs(body).filter(move |run| {
        let words = words(run);
        words.starts_with(party) && words.contains("盖章")
    })
}

/// The line for the representative's name below the head of its side.
fn signed_below<'a>(head: &Run, body: &'a [Item]) -> Option<&'a Run> {
    let below = head.baseline..head.baseline + 200.0;
    let beneath = |run: &Run| (left(run) - left(head)).abs() < 2.0;
    runs(body).find(|run| {
        below.contains(&run.baseline) && beneath(run) && words(run).starts_with("代表人")
    })
}

/// Where the room to sign on a line ends: at the next column, or with the text.
fn edge(line: &Run, body: &[Item]) -> f32 {
    /// Clear of a rule between columns.
    const CLEAR: f32 = 10.0;
    runs(body)
        .filter(|run| (run.baseline - line.baseline).abs() < 1.0 && left(run) > left(line) + 60.0)
        .filter(|run| words(run).chars().any(|c| "：（".contains(c)))
        .map(|run| left(run) - CLEAR)
        .fold(LEFT + WIDTH, f32::min)
}

/// The foot of the words above a line to sign on, between these edges.
fn roof(body: &[Item], foot: f32, (from, to): (f32, f32)) -> f32 {
    runs(body)
        .filter(|run| run.baseline < foot - 8.0 && left(run) < to)
        .filter(|run| {
            let last = run.glyphs.last();
            last.is_some_and(|glyph| glyph.x + glyph.advance > from)
        })
        .map(|run| run.baseline + 0.15 * run.size)
        .fold(0.0, f32::max)
}

fn left(run: &Run) -> f32 {
    run.glyphs.first().map_or(0.0, |glyph| glyph.x)
}

fn runs(body: &[Item]) -> impl Iterator<Item = &Run> {
    body.iter().filter_map(|item| match item {
        Item::Run(run) => Some(run),
        _ => None,
    })
}

/// Where the line to sign on begins: after the label's colon.
fn after_colon(run: &Run) -> f32 {
    let colon = run.glyphs.iter().find(|glyph| glyph.character == '：');
    let label = colon.or(run.glyphs.last());
    label.map_or(0.0, |glyph| glyph.x + glyph.advance)
}

fn words(run: &Run) -> String {
    run.glyphs.iter().map(|glyph| glyph.character).collect()
}
