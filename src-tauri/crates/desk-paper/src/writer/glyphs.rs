//! Which glyphs a document uses, and the numbers (CIDs) they get in it. Every
//! pair of glyph and character has its own number, so that text copied out is
//! right even where two characters share a glyph.

use crate::font::FaceId;
use crate::layout::{Item, Page, PlacedGlyph};
use std::collections::HashMap;

/// The glyphs used of one face, in order of first use.
#[derive(Debug, Default)]
pub(super) struct UsedGlyphs {
    numbers: HashMap<(u16, char), u16>,
    /// Glyph, character and width in parts of the type size, by CID from 1.
    pub list: Vec<(u16, char, f32)>,
}

impl UsedGlyphs {
    fn note(&mut self, glyph: &PlacedGlyph, size: f32) {
        let next = self.list.len() as u16 + 1;
        let list = &mut self.list;
        self.numbers
            .entry((glyph.gid, glyph.character))
            .or_insert_with(|| {
                list.push((glyph.gid, glyph.character, glyph.advance / size));
                next
            });
    }

    /// Number and width of a glyph of the document.
    pub fn number(&self, glyph: &PlacedGlyph) -> (u16, f32) {
        let cid = self
            .numbers
            .get(&(glyph.gid, glyph.character))
            .copied()
            .unwrap_or(0);
        let width = match cid {
            0 => 1.0,
            cid => self.list[usize::from(cid) - 1].2,
        };
        (cid, width)
    }
}

/// The glyphs of a document by face.
#[derive(Debug, Default)]
pub(super) struct Used([UsedGlyphs; 3]);

impl Used {
    /// Walks the pages once.
    pub fn of(pages: &[Page]) -> Self {
        let mut used = Self::default();
        let runs = pages
            .iter()
            .flat_map(Page::items)
            .filter_map(|item| match item {
                Item::Run(run) => Some(run),
                _ => None,
            });
        for run in runs {
            let face = &mut used.0[run.face as usize];
            for glyph in &run.glyphs {
                face.note(glyph, run.size);
            }
        }
        used
    }

    /// The glyphs of one face.
    pub fn face(&self, id: FaceId) -> &UsedGlyphs {
        &self.0[id as usize]
    }
}
