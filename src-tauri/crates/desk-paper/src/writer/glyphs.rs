//! Which glyphs a document uses of each face, and the numbers they get in the
//! subset that goes into it.

use crate::font::FaceId;
use crate::layout::{Item, PlacedGlyph};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// The glyphs used of one face.
#[derive(Default)]
pub(super) struct UsedGlyphs {
    /// From the face's glyph numbers to those of the subset.
    pub remapper: GlyphRemapper,
    /// Widths in thousandths of the type size, by number in the subset.
    pub widths: BTreeMap<u16, u16>,
    /// The character each number stands for when text is copied out; the first
    /// one noted, where several share a glyph.
    characters: BTreeMap<u16, char>,
}

impl UsedGlyphs {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an advance is a few thousandths of an em at the most"
    )]
    fn note(&mut self, glyph: &PlacedGlyph, size: f32) {
        let number = self.remapper.remap(glyph.gid);
        self.characters.entry(number).or_insert(glyph.character);
        let width = (glyph.advance / size * 1000.0)
            .round()
            .clamp(0.0, f32::from(u16::MAX));
        self.widths.insert(number, width as u16);
    }

    /// Whether the document uses nothing of the face.
    pub fn is_empty(&self) -> bool {
        self.widths.is_empty()
    }

    /// The character the file gives for this number.
    pub fn character(&self, number: u16) -> Option<char> {
        self.characters.get(&number).copied()
    }

    /// Number in the subset, and width in thousandths, of a glyph noted before.
    pub fn number(&self, glyph: &PlacedGlyph) -> (u16, f32) {
        let number = self.remapper.get(glyph.gid).unwrap_or(0);
        (
            number,
            self.widths.get(&number).copied().map_or(1000.0, f32::from),
        )
    }
}

/// The glyphs of a document by face.
#[derive(Default)]
pub(super) struct Used([UsedGlyphs; 3]);

impl Used {
    /// Walks all marks once.
    pub fn of<'a>(items: impl Iterator<Item = &'a Item>) -> Self {
        let mut used = Self::default();
        for item in items {
            if let Item::Run(run) = item {
                let face = used.face_mut(run.face);
                run.glyphs
                    .iter()
                    .for_each(|glyph| face.note(glyph, run.size));
            }
        }
        used
    }

    /// The glyphs of one face.
    pub fn face(&self, id: FaceId) -> &UsedGlyphs {
        &self.0[id as usize]
    }

    /// The glyphs of one face, to be added to.
    pub fn face_mut(&mut self, id: FaceId) -> &mut UsedGlyphs {
        &mut self.0[id as usize]
    }
}
