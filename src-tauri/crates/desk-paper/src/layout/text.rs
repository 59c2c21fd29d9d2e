//! A paragraph's content, and its turning into clusters: one glyph (or drawn
//! thing) each, with the width it takes. Refuses characters that no font has.

use super::class::Class;
use crate::PaperError;
use crate::font::{FaceId, FontShelf};

/// A stretch of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// Words of the text.
    Text(String),
    /// Words set bold in a line that is not.
    Strong(String),
    /// Data in the place of a blank: underlined, kept together.
    Fill(String),
    /// An empty blank, this many characters wide, to be filled by hand.
    Blank(f32),
    /// A box to tick; the words after it stay with it.
    Tick(bool),
}

impl Piece {
    /// Words of the text.
    #[must_use]
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    /// The data, or an empty blank of `width` characters when there is none.
    #[must_use]
    pub fn fill(data: &str, width: f32) -> Self {
        let data = data.trim();
        if data.is_empty() {
            Self::Blank(width)
        } else {
            Self::Fill(data.to_owned())
        }
    }
}

/// Type of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Type {
    /// Size in points.
    pub size: f32,
    /// Bold where the face has the character.
    pub bold: bool,
    /// Darkness, 0.0 white to 1.0 black.
    pub ink: f32,
    /// Figures of one width, for columns of numbers.
    pub tabular: bool,
}

impl Type {
    /// Regular black type of this size.
    #[must_use]
    pub const fn regular(size: f32) -> Self {
        Self {
            size,
            bold: false,
            ink: 1.0,
            tabular: false,
        }
    }

    /// Bold black type of this size.
    #[must_use]
    pub const fn bold(size: f32) -> Self {
        Self {
            bold: true,
            ..Self::regular(size)
        }
    }
}

/// What a cluster without a letter of its own draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Glyph,
    FillStart,
    FillEnd,
    Blank,
    Tick(bool),
}

/// The smallest thing a line is made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cluster {
    pub character: char,
    pub face: FaceId,
    pub gid: u16,
    /// Where in its width the glyph starts (only figures of one width are moved).
    pub inset: f32,
    /// The glyph's own width.
    pub advance: f32,
    /// The width it takes in the line.
    pub width: f32,
    /// What the font puts between it and the next sign of the same word.
    pub kern: f32,
    pub class: Class,
    pub mark: Mark,
    /// Number of the fill it belongs to, from 1; 0 for none.
    pub fill: u16,
}

impl Cluster {
    pub fn underlined(&self) -> bool {
        self.fill > 0
    }

    /// Punctuation that takes a full square and so has a blank half to give.
    pub fn is_full_width(&self, size: f32) -> bool {
        self.width > 0.9 * size
    }
}

/// Width of the underlined margin on either side of filled-in data.
const FILL_MARGIN: f32 = 0.25;
/// Width of a figure in columns of numbers, that of Noto Serif SC's zero.
const FIGURE: f32 = 0.56;

pub(super) struct Shaper<'a> {
    shelf: &'a FontShelf,
    style: Type,
    clusters: Vec<Cluster>,
    fill: u16,
}

/// Turns pieces into clusters.
pub(super) fn shape(
    shelf: &FontShelf,
    pieces: &[Piece],
    style: Type,
) -> Result<Vec<Cluster>, PaperError> {
    let mut shaper = Shaper {
        shelf,
        style,
        clusters: Vec::new(),
        fill: 0,
    };
    let mut fills = 0;
    for piece in pieces {
        match piece {
            Piece::Text(words) => shaper.words(words)?,
            Piece::Strong(words) => {
                shaper.style.bold = true;
                shaper.words(words)?;
                shaper.style.bold = style.bold;
            }
            Piece::Fill(data) => {
                fills += 1;
                shaper.fill = fills;
                shaper.drawn(Mark::FillStart, FILL_MARGIN)?;
                shaper.words(data)?;
                shaper.drawn(Mark::FillEnd, FILL_MARGIN)?;
                shaper.fill = 0;
            }
            Piece::Blank(width) => {
                fills += 1;
                shaper.fill = fills;
                shaper.drawn(Mark::Blank, *width)?;
                shaper.fill = 0;
            }
            Piece::Tick(checked) => shaper.drawn(Mark::Tick(*checked), 1.0)?,
        }
    }
    Ok(shaper.clusters)
}

impl Shaper<'_> {
    fn words(&mut self, words: &str) -> Result<(), PaperError> {
        for character in words.chars() {
            match character {
                '\r' => {}
                '\t' => self.letter(' ')?,
                '\n' => self.push('\n', FaceId::Regular, 0, 0.0, Class::LineEnd, Mark::Glyph),
                _ => self.letter(character)?,
            }
        }
        Ok(())
    }

    fn letter(&mut self, character: char) -> Result<(), PaperError> {
        let (face, glyph) = self.find(character)?;
        let class = Class::of(character);
        self.kern(character, face);
        self.push(
            character,
            face,
            glyph.gid,
            glyph.advance,
            class,
            Mark::Glyph,
        );
        if self.style.tabular
            && character.is_ascii_digit()
            && let Some(figure) = self.clusters.last_mut()
        {
            figure.width = FIGURE * self.style.size;
            figure.inset = (figure.width - figure.advance) / 2.0;
        }
        Ok(())
    }

    /// Moves the sign before nearer to (or farther from) this one, as the font
    /// has it. Figures of one width keep their columns.
    fn kern(&mut self, character: char, face: FaceId) {
        let Some(last) = self.clusters.last_mut() else {
            return;
        };
        let western = last.mark == Mark::Glyph && last.class == Class::Western;
        if western && last.face == face && !self.style.tabular {
            let face = self.shelf.face(face);
            let kern = face.map_or(0.0, |face| face.kern(last.character, character));
            last.kern = kern * self.style.size;
        }
    }

    /// A tick box carries a character for those who copy the text out; its
    /// glyph is the space, the box itself is drawn.
    fn drawn(&mut self, mark: Mark, width: f32) -> Result<(), PaperError> {
        let character = match mark {
            Mark::Tick(true) => '☑',
            Mark::Tick(false) => '☐',
            _ => '\0',
        };
        let (face, space) = self.find(' ')?;
        self.push(character, face, space.gid, width, Class::Drawn, mark);
        Ok(())
    }

    fn find(&self, character: char) -> Result<(FaceId, crate::font::Glyph), PaperError> {
        self.shelf
            .find(character, self.style.bold)
            .ok_or_else(|| PaperError::GlyphMissing {
                character: format!("{character}（U+{:04X}）", u32::from(character)),
                field: "正文".to_owned(),
            })
    }

    fn push(
        &mut self,
        character: char,
        face: FaceId,
        gid: u16,
        advance: f32,
        class: Class,
        mark: Mark,
    ) {
        let width = advance * self.style.size;
        self.clusters.push(Cluster {
            character,
            face,
            gid,
            inset: 0.0,
            advance: width,
            width,
            kern: 0.0,
            class,
            mark,
            fill: self.fill,
        });
    }
}
