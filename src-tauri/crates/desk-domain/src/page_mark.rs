//! The mark in the footer of every printed page of an agreement: which
//! agreement, edition and copy it belongs to, which page of how many it is, and
//! a short hash of what is printed. A scanner's pictures are filed by it.
//!
//! Refuses any text that is not exactly such a mark: a code on a licence or an
//! advertisement must never be taken for a page of ours.

use crate::agreement::AgreementNumber;
use crate::refusal::refusal_codes;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;
use ts_rs::TS;

/// What every mark begins with: ours, first form.
const OURS: &str = "D4";
/// Pages of a copy, at most.
const MOST_PAGES: u16 = 999;
/// Letters of an edition's code, at most.
const LONGEST_CODE: usize = 16;

/// One of the two originals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Original {
    /// 甲方存.
    Firm,
    /// 乙方存.
    Customer,
}

impl Original {
    /// Both, in the order in which they are printed.
    pub const ALL: [Self; 2] = [Self::Firm, Self::Customer];

    /// How it is called: 甲方存 or 乙方存.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Firm => "甲方存",
            Self::Customer => "乙方存",
        }
    }

    const fn letter(self) -> &'static str {
        match self {
            Self::Firm => "A",
            Self::Customer => "B",
        }
    }
}

/// An edition's name as a mark has room for: the name itself in capitals where
/// it is short and plain, else an asterisk and a check sum of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EditionCode(String);

impl EditionCode {
    /// The code of a name; the same name always has the same code.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let name = name.trim();
        let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.');
        if (1..=LONGEST_CODE).contains(&name.len()) && name.bytes().all(plain) {
            return Self(name.to_ascii_uppercase());
        }
        // FNV-1a tells the few editions of a firm apart; nothing is proved by it.
        let sum = name.bytes().fold(0x811C_9DC5_u32, |sum, byte| {
            (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
        Self(format!("*{sum:08X}"))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn parse(text: &str) -> Option<Self> {
        let plain =
            |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.');
        let sound = match text.strip_prefix('*') {
            Some(sum) => hex(sum, 8).is_some(),
            None => (1..=LONGEST_CODE).contains(&text.len()) && text.bytes().all(plain),
        };
        sound.then(|| Self(text.to_owned()))
    }
}

/// The mark of one page, `D4:QF-2026-000123:2026-01:A3/8:9F3A61`. All its
/// letters are of the few that a QR code packs closely, and as few as they can
/// be: below ten pages the code stays one of 25 modules a side.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct PageMark {
    agreement: AgreementNumber,
    edition: EditionCode,
    original: Original,
    page: u16,
    pages: u16,
    hash: u32,
}

/// Why a text is no page's mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PageMarkError {
    /// A code that is not ours.
    #[error("not a mark of this program")]
    Foreign,
    /// Ours, but of a form that this program does not know.
    #[error("a mark of another version")]
    Version,
    /// Ours, but damaged.
    #[error("a damaged mark")]
    Damaged,
    /// A page that there cannot be: none, beyond the last, or of too many.
    #[error("page {page} of {pages}")]
    Page {
        /// The page.
        page: u16,
        /// Of how many.
        pages: u16,
    },
}

refusal_codes!(PageMarkError {
    Foreign => "PageMarkForeign",
    Version => "PageMarkVersion",
    Damaged => "PageMarkDamaged",
    Page { page, pages } => "PageMarkPage",
});

impl PageMark {
    /// Puts a mark together; of `hash` the lower 24 bits are kept.
    ///
    /// # Errors
    /// [`PageMarkError::Page`].
    pub fn new(
        agreement: AgreementNumber,
        edition: EditionCode,
        original: Original,
        (page, pages): (u16, u16),
        hash: u32,
    ) -> Result<Self, PageMarkError> {
        if page == 0 || page > pages || pages > MOST_PAGES {
            return Err(PageMarkError::Page { page, pages });
        }
        Ok(Self {
            agreement,
            edition,
            original,
            page,
            pages,
            hash: hash & 0x00FF_FFFF,
        })
    }

    /// The agreement.
    #[must_use]
    pub fn agreement(&self) -> &AgreementNumber {
        &self.agreement
    }

    /// The edition of its text.
    #[must_use]
    pub fn edition(&self) -> &EditionCode {
        &self.edition
    }

    /// The original that the page belongs to.
    #[must_use]
    pub fn original(&self) -> Original {
        self.original
    }

    /// The page, from 1.
    #[must_use]
    pub fn page(&self) -> u16 {
        self.page
    }

    /// How many numbered pages the original has.
    #[must_use]
    pub fn pages(&self) -> u16 {
        self.pages
    }

    /// 24 bits of the hash of what is printed: the same on every page of both
    /// originals, another one after any change.
    #[must_use]
    pub fn hash(&self) -> u32 {
        self.hash
    }
}

impl fmt::Display for PageMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{OURS}:{}:{}:{}{}/{}:{:06X}",
            self.agreement,
            self.edition.as_str(),
            self.original.letter(),
            self.page,
            self.pages,
            self.hash
        )
    }
}

impl FromStr for PageMark {
    type Err = PageMarkError;

    /// Reads a mark exactly as it is written; only white space around it is
    /// forgiven.
    fn from_str(text: &str) -> Result<Self, PageMarkError> {
        let text = text.trim();
        let (ours, rest) = text.split_once(':').ok_or(PageMarkError::Foreign)?;
        if ours != OURS {
            let later = ours.strip_prefix('D').is_some_and(|version| {
                (1..=2).contains(&version.len()) && version.bytes().all(|b| b.is_ascii_digit())
            });
            return Err(if later {
                PageMarkError::Version
            } else {
                PageMarkError::Foreign
            });
        }
        let parts: Vec<&str> = rest.split(':').collect();
        let [agreement, edition, place, hash] = parts[..] else {
            return Err(PageMarkError::Damaged);
        };
        let mark = || {
            let number = AgreementNumber::parse(agreement).ok()?;
            let edition = EditionCode::parse(edition)?;
            let (original, place) = Original::ALL
                .into_iter()
                .find_map(|original| Some((original, place.strip_prefix(original.letter())?)))?;
            let (page, pages) = place.split_once('/')?;
            let pages = (counted(page)?, counted(pages)?);
            // The one way of writing it: no lower case, no other separators.
            let exact = number.to_string() == agreement;
            exact.then_some((number, edition, original, pages, hex(hash, 6)?))
        };
        let (number, edition, original, pages, hash) = mark().ok_or(PageMarkError::Damaged)?;
        Self::new(number, edition, original, pages, hash)
    }
}

/// One to three digits without a zero in front.
fn counted(text: &str) -> Option<u16> {
    let digits = (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let plain = digits && (text == "0" || !text.starts_with('0'));
    plain.then(|| text.parse().ok()).flatten()
}

/// So many hexadecimal digits in capitals.
fn hex(text: &str, count: usize) -> Option<u32> {
    let digit = |b: u8| b.is_ascii_digit() || (b'A'..=b'F').contains(&b);
    if text.len() != count || !text.bytes().all(digit) {
        return None;
    }
    u32::from_str_radix(text, 16).ok()
}

impl TryFrom<String> for PageMark {
    type Error = PageMarkError;

    fn try_from(text: String) -> Result<Self, PageMarkError> {
        text.parse()
    }
}

impl From<PageMark> for String {
    fn from(mark: PageMark) -> Self {
        mark.to_string()
    }
}

#[cfg(test)]
mod tests;
