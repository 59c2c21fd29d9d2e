//! The fonts of the papers: which there are, which character comes from which,
//! and the refusal of a character that none has. Refuses to draw an empty box
//! in the place of a name.

mod face;
mod kern;

pub use face::{Face, Glyph};

use crate::PaperError;
use crate::agreement::KeptParagraphs;
use crate::writer::Stocks;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// File of the text face.
pub const REGULAR_FILE: &str = "NotoSerifSC-Regular.ttf";
/// File of the bold face.
pub const BOLD_FILE: &str = "NotoSerifSC-Bold.ttf";
/// File of the fallback face for Extensions B to F.
pub const FALLBACK_FILE: &str = "HanaMinB.ttf";

/// Which face of the shelf a glyph comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaceId {
    /// Text.
    Regular,
    /// Heads and clauses that weigh on the customer.
    Bold,
    /// Rare characters of names.
    Fallback,
}

impl FaceId {
    /// Every face, in the order in which they are numbered in a PDF.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Bold, Self::Fallback];
}

/// The fonts, opened once and shared by every paper.
pub struct FontShelf {
    regular: Face,
    bold: Face,
    fallback_path: PathBuf,
    fallback: OnceLock<Option<Face>>,
    /// What the writer keeps of the faces for the texts in use.
    pub(crate) stocks: Stocks,
    /// The paragraphs of these texts that no order fills, set.
    pub(crate) paragraphs: KeptParagraphs,
}

impl FontShelf {
    /// Opens the text and the bold face in `folder`. The fallback face, twice
    /// their size, waits until a character needs it.
    ///
    /// # Errors
    /// When one of the two is missing or no TrueType font.
    pub fn open(folder: &Path) -> Result<Self, PaperError> {
        Ok(Self {
            regular: Face::load(&folder.join(REGULAR_FILE), "NotoSerifSC-Regular")?,
            bold: Face::load(&folder.join(BOLD_FILE), "NotoSerifSC-Bold")?,
            fallback_path: folder.join(FALLBACK_FILE),
            fallback: OnceLock::new(),
            stocks: Stocks::default(),
            paragraphs: KeptParagraphs::default(),
        })
    }

    /// The face, if it is (or can be) open.
    #[must_use]
    pub fn face(&self, id: FaceId) -> Option<&Face> {
        match id {
            FaceId::Regular => Some(&self.regular),
            FaceId::Bold => Some(&self.bold),
            FaceId::Fallback => self
                .fallback
                .get_or_init(|| Face::load(&self.fallback_path, "HanaMinB").ok())
                .as_ref(),
        }
    }

    /// Finds the glyph of `character`, in the wanted weight where there is one.
    #[must_use]
    pub fn find(&self, character: char, bold: bool) -> Option<(FaceId, Glyph)> {
        let wanted = if bold { FaceId::Bold } else { FaceId::Regular };
        [wanted, FaceId::Fallback]
            .into_iter()
            .find_map(|id| Some((id, self.face(id)?.glyph(character)?)))
    }

    /// Refuses `text` when a character of it cannot be printed. Line ends and
    /// tabs pass: layout turns them into line ends and spaces.
    ///
    /// # Errors
    /// [`PaperError::GlyphMissing`] with the first such character and `field`.
    pub fn check(&self, text: &str, field: &str) -> Result<(), PaperError> {
        let missing = text
            .chars()
            .filter(|c| !matches!(c, '\n' | '\r' | '\t'))
            .find(|&c| is_invisible(c) || self.find(c, false).is_none());
        match missing {
            None => Ok(()),
            Some(character) => Err(PaperError::GlyphMissing {
                character: described(character),
                field: field.to_owned(),
            }),
        }
    }
}

/// A character as a person can look it up; control characters by number only.
fn described(character: char) -> String {
    let number = format!("U+{:04X}", u32::from(character));
    if character.is_control() || character.is_whitespace() || is_invisible(character) {
        number
    } else {
        format!("{character}（{number}）")
    }
}

fn is_invisible(character: char) -> bool {
    matches!(u32::from(character), 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F
        | 0xFE00..=0xFE0F | 0xFEFF | 0xE0000..=0xE0FFF)
}
