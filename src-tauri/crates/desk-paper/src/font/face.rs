//! One TrueType font in memory with what layout asks of it: which glyph a
//! character has and how wide it is. Refuses collections, CFF outlines and
//! variable instances; the papers use plain TrueType only.

use super::kern::Kerning;
use crate::PaperError;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::path::Path;
use std::sync::OnceLock;

/// A glyph as layout needs it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// Index in the font file.
    pub gid: u16,
    /// Width in parts of the type size (1.0 is a full Chinese character).
    pub advance: f32,
}

/// A loaded font.
pub struct Face {
    data: Vec<u8>,
    postscript: &'static str,
    units: f32,
    ascent: f32,
    descent: f32,
    /// Glyph of each character of the basic plane, 0 where there is none.
    basic: Vec<u16>,
    /// Glyphs beyond the basic plane, sorted by character.
    beyond: Vec<(u32, u16)>,
    advances: Vec<u16>,
    /// Read when the first two signs meet.
    kerning: OnceLock<Kerning>,
}

impl Face {
    /// Reads the font file at `path`; `postscript` is the name it gets in a PDF.
    ///
    /// # Errors
    /// [`PaperError::FontMissing`] when it cannot be opened,
    /// [`PaperError::FontUnusable`] when it is no TrueType font.
    pub fn load(path: &Path, postscript: &'static str) -> Result<Self, PaperError> {
        let file = || {
            path.file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default()
        };
        let data = std::fs::read(path).map_err(|_| PaperError::FontMissing { file: file() })?;
        Self::from_bytes(data, postscript).ok_or_else(|| PaperError::FontUnusable { file: file() })
    }

    fn from_bytes(data: Vec<u8>, postscript: &'static str) -> Option<Self> {
        let font = FontRef::new(&data).ok()?;
        let metrics = font.metrics(Size::unscaled(), LocationRef::default());
        let widths = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let count = u16::try_from(widths.glyph_count()).unwrap_or(u16::MAX);
        let advances = (0..count)
            .map(|gid| widths.advance_width(gid.into()).unwrap_or(0.0) as u16)
            .collect();
        let mut basic = vec![0; 0x1_0000];
        let mut beyond = Vec::new();
        for (character, gid) in font.charmap().mappings() {
            let Ok(gid) = u16::try_from(gid.to_u32()) else {
                continue;
            };
            match basic.get_mut(character as usize) {
                Some(slot) => *slot = gid,
                None => beyond.push((character, gid)),
            }
        }
        beyond.sort_unstable();
        let units = f32::from(metrics.units_per_em);
        let (ascent, descent) = (metrics.ascent / units, metrics.descent / units);
        (units > 0.0).then_some(Self {
            data,
            postscript,
            units,
            ascent,
            descent,
            basic,
            beyond,
            advances,
            kerning: OnceLock::new(),
        })
    }

    /// The glyph of `character`, if the font has one.
    #[must_use]
    pub fn glyph(&self, character: char) -> Option<Glyph> {
        let code = u32::from(character);
        let gid = match self.basic.get(code as usize) {
            Some(&gid) => gid,
            None => {
                let at = self.beyond.binary_search_by_key(&code, |&(c, _)| c).ok()?;
                self.beyond[at].1
            }
        };
        (gid != 0).then(|| Glyph {
            gid,
            advance: self.advance(gid),
        })
    }

    /// Width of a glyph in parts of the type size.
    #[must_use]
    pub fn advance(&self, gid: u16) -> f32 {
        f32::from(self.advances.get(usize::from(gid)).copied().unwrap_or(0)) / self.units
    }

    /// What comes between two western signs beside their widths, in parts of
    /// the type size; nothing between any others.
    #[must_use]
    pub fn kern(&self, first: char, second: char) -> f32 {
        let kerning = self.kerning.get_or_init(|| Kerning::of(&self.data));
        f32::from(kerning.between(first, second)) / self.units
    }

    /// The whole font file.
    #[must_use]
    pub fn data(&self) -> &[u8] {
        &self.data
    }

    /// Name of the font in a PDF, without the subset's tag.
    #[must_use]
    pub fn postscript(&self) -> &'static str {
        self.postscript
    }

    /// How far the font reaches above and (negative) below the baseline, in
    /// parts of the type size.
    #[must_use]
    pub fn extent(&self) -> (f32, f32) {
        (self.ascent, self.descent)
    }
}
