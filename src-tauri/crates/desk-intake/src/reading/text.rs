//! What stands on one document before anyone knows what it means: an upright
//! sheet with its printed lines, letter by letter, and the codes and colours
//! found on it. The seam between seeing (pictures, networks) and understanding
//! (field rules), so that rules can be tried on plain text without a picture.
//!
//! Refuses to interpret: no line knows which field it is.

use super::{DocumentKind, FieldName, FieldReading};
use std::collections::BTreeMap;
use std::fmt::Debug;

/// Four corners in pixels of a sheet, clockwise from the top left.
pub type Quad = [[f32; 2]; 4];

/// One letter as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// The most likely character.
    pub character: char,
    /// How sure the reader is of it, 0 … 1.
    pub confidence: f32,
    /// The middle of the letter along its line, 0 (left edge) … 1 (right edge).
    pub at: f32,
    /// Next best candidates at the same place with their confidence, best
    /// first, at most four; none below one in a thousand.
    pub others: Vec<(char, f32)>,
}

/// One printed line, or a piece of one where a gap parts it.
#[derive(Debug, Clone, PartialEq)]
pub struct TextLine {
    /// Where it stands on the sheet.
    pub corners: Quad,
    /// Its text; the same characters as `letters`, spaces included.
    pub text: String,
    /// Mean confidence of its letters, 0 … 1.
    pub confidence: f32,
    /// Its letters from left to right.
    pub letters: Vec<Letter>,
}

/// How much colour a sheet came with; photocopies and faxes have lost theirs,
/// and with it the difference between print and seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A colour scan or a photograph.
    Colour,
    /// Shades of grey.
    Grey,
    /// Black and white only, as a fax sends it.
    Bilevel,
}

impl Tone {
    /// How such a sheet is read first: without its red, print under a seal
    /// reads as well as any other.
    pub(crate) const fn look(self) -> Look {
        match self {
            Self::Colour => Look::WithoutRed,
            Self::Grey | Self::Bilevel => Look::Plain,
        }
    }
}

/// A round red seal: a hint that 已盖公章, never a proof.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seal {
    /// Its middle, in pixels of the sheet.
    pub centre: [f32; 2],
    /// Its diameter in pixels of the sheet.
    pub diameter: f32,
    /// Share of its disc that is red, 0 … 1.
    pub red: f32,
}

impl Seal {
    /// The same seal where one pixel has become this many.
    pub(crate) fn scaled(self, by: f32) -> Self {
        Self {
            centre: self.centre.map(|value| value * by),
            diameter: self.diameter * by,
            ..self
        }
    }
}

/// Ways of looking at a place once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Look {
    /// As before, but cut out anew.
    Plain,
    /// Through the red channel, where red seals and guilloches vanish.
    WithoutRed,
    /// With light and shade evened out and the contrast stretched.
    Contrast,
    /// Slightly softened, which joins the broken strokes of faxes.
    Soft,
}

/// Reads a place of a sheet once more, for rules that find a value suspicious.
pub trait SecondLook: Debug {
    /// Reads one line whose corners are known.
    fn reread(&self, corners: &Quad, look: Look) -> Option<TextLine>;

    /// Looks for lines within an area, enlarged, from top to bottom.
    fn search(&self, area: &Quad, look: Look) -> Vec<TextLine>;

    /// Reads the letters around a red seal, clockwise from its lower left; the
    /// line's corners are those of the square around the seal.
    fn around(&self, _seal: &Seal) -> Option<TextLine> {
        None
    }
}

/// One document cut from its page and set upright.
#[derive(Debug, Clone)]
pub struct Sheet<'a> {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Its lines from top to bottom, then from left to right.
    pub lines: Vec<TextLine>,
    /// Where notices that were left unread begin, which end all that a licence
    /// says of its holder.
    pub foot: Option<f32>,
    /// Texts of its two-dimensional codes.
    pub codes: Vec<String>,
    /// How much colour it came with.
    pub tone: Tone,
    /// Its red seals, largest first; the national emblem is none of them.
    pub seals: Vec<Seal>,
    /// Whoever can read a place once more.
    pub again: Option<&'a dyn SecondLook>,
}

/// What one sheet says.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetReading {
    /// What it is.
    pub kind: DocumentKind,
    /// Its fields, their corners in pixels of the sheet.
    pub fields: BTreeMap<FieldName, FieldReading>,
}
