//! Which glyphs a document uses of each face, and the numbers they get in the
//! subset that goes into it.

use super::embed::Program;
use super::stock::Stock;
use crate::font::FaceId;
use crate::layout::{Item, PlacedGlyph};
use printpdf::ParsedFont;
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// The glyphs used of one face.
#[derive(Default)]
pub(super) struct UsedGlyphs {
    /// From the face's glyph numbers to those of the subset.
    pub remapper: GlyphRemapper,
    /// The same by place, for a look-up each glyph; 0 where there is none.
    numbers: Vec<u16>,
    /// Widths in thousandths of the type size, by number in the subset.
    widths: Vec<u16>,
    /// The character each number stands for when text is copied out; the first
    /// one noted, where several share a glyph.
    characters: Vec<char>,
    /// Whether [`Self::found`] leads from that character back to the number.
    is_found: Vec<bool>,
    /// From characters to numbers; the first one noted, where one character has
    /// several glyphs.
    pub found: BTreeMap<u32, u16>,
}

/// What the file knows of a glyph.
#[derive(Clone, Copy)]
pub(super) struct Known {
    /// Number in the subset; 0 for a glyph never noted.
    pub number: u16,
    /// Width in thousandths of the type size.
    pub width: f32,
    /// The character it stands for when text is copied out.
    pub character: char,
    /// Whether that character stands for no other glyph of the face.
    pub is_found: bool,
}

impl UsedGlyphs {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an advance is a few thousandths of an em at the most"
    )]
    /// Notes a glyph set in type of this size.
    pub fn note(&mut self, glyph: &PlacedGlyph, size: f32) {
        if self.numbers.is_empty() {
            self.numbers = vec![0; 0x1_0000];
            // The first glyph of every subset is the one for missing characters.
            self.widths.push(1000);
            self.characters.push('\u{FFFD}');
            self.is_found.push(false);
        }
        let gid = usize::from(glyph.gid);
        if self.numbers[gid] != 0 || glyph.gid == 0 {
            return;
        }
        let number = self.remapper.remap(glyph.gid);
        let width = (glyph.advance / size * 1000.0).round();
        self.numbers[gid] = number;
        self.widths
            .push(width.clamp(0.0, f32::from(u16::MAX)) as u16);
        self.characters.push(glyph.character);
        let found = self.found.entry(u32::from(glyph.character));
        self.is_found.push(*found.or_insert(number) == number);
    }

    /// Whether the document uses nothing of the face.
    pub fn is_empty(&self) -> bool {
        self.widths.is_empty()
    }

    /// Widths in thousandths of the type size, with the numbers they belong to.
    pub fn widths(&self) -> impl Iterator<Item = (u16, u16)> + '_ {
        (0..).zip(self.widths.iter().copied())
    }

    /// What the file knows of a glyph noted before.
    pub fn known(&self, glyph: &PlacedGlyph) -> Known {
        let number = self.numbers.get(usize::from(glyph.gid)).copied();
        let number = number.unwrap_or(0);
        let at = usize::from(number);
        Known {
            number,
            width: self.widths.get(at).copied().map_or(1000.0, f32::from),
            character: self.characters.get(at).copied().unwrap_or('\u{FFFD}'),
            is_found: self.is_found.get(at).copied().unwrap_or(false),
        }
    }
}

/// Which font of the file a glyph is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Slot {
    pub face: FaceId,
    /// Whether it is the stock's font of the face, or the file's own.
    pub stocked: bool,
}

/// The glyphs of a document by face.
#[derive(Default)]
pub(super) struct Used<'a> {
    own: [UsedGlyphs; 3],
    stock: Option<&'a Stock>,
    /// Whether the stock's font of the face is used.
    of_stock: [bool; 3],
}

impl<'a> Used<'a> {
    /// Walks all marks once.
    pub fn of<'b>(items: impl Iterator<Item = &'b Item>, stock: Option<&'a Stock>) -> Self {
        let mut used = Self {
            stock,
            ..Self::default()
        };
        items.for_each(|item| used.note(item));
        used
    }

    fn note(&mut self, item: &Item) {
        match item {
            Item::Run(run) => {
                let at = run.face as usize;
                for glyph in &run.glyphs {
                    if self.stocked(run.face, glyph).is_some() {
                        self.of_stock[at] = true;
                    } else {
                        self.own[at].note(glyph, run.size);
                    }
                }
            }
            Item::Faint { items, .. } => items.iter().for_each(|item| self.note(item)),
            _ => {}
        }
    }

    fn stocked(&self, face: FaceId, glyph: &PlacedGlyph) -> Option<Known> {
        self.stock?.known(face, glyph)
    }

    /// The file's own glyphs of one face.
    pub fn face(&self, id: FaceId) -> &UsedGlyphs {
        &self.own[id as usize]
    }

    /// The stock's font of a face, where the document uses it.
    pub fn stock_font(&self, id: FaceId) -> Option<&'a ParsedFont> {
        let stock = self.stock.filter(|_| self.of_stock[id as usize])?;
        stock.font(id)
    }

    /// The programs of the stock's fonts that the document uses.
    pub fn stock_programs(&self) -> Vec<&'a Program> {
        let used = |id: &FaceId| self.of_stock[*id as usize];
        let faces = FaceId::ALL.into_iter().filter(used);
        faces.filter_map(|id| self.stock?.program(id)).collect()
    }

    /// In which font a glyph is, and what the file knows of it.
    pub fn known(&self, face: FaceId, glyph: &PlacedGlyph) -> (Slot, Known) {
        let slot = |stocked| Slot { face, stocked };
        match self.stocked(face, glyph) {
            Some(known) => (slot(true), known),
            None => (slot(false), self.face(face).known(glyph)),
        }
    }
}
