//! Owns the reasons why a paper cannot be made or shown. Refuses to carry
//! what stands on the paper: an error names a field or a character, never a value.

use crate::agreement::TextFault;
use desk_domain::Refusal;
use thiserror::Error;

/// Why a paper could not be composed, written or shown.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PaperError {
    /// A font file of `assets/fonts` is not where it should be.
    #[error("font file {file} is missing")]
    FontMissing {
        /// Name of the file.
        file: String,
    },
    /// A font file is there but is no usable TrueType font.
    #[error("font file {file} cannot be used")]
    FontUnusable {
        /// Name of the file.
        file: String,
    },
    /// The PDF could not be put into bytes; nothing was written.
    #[error("the document could not be written")]
    Unwritable,
    /// No font has this character; found before anything is composed.
    #[error("no font has {character} in {field}")]
    GlyphMissing {
        /// The character with its code point, for example `𰻝（U+30EDD）`.
        character: String,
        /// The field it stands in, as printed on the paper.
        field: String,
    },
    /// What the paper would say contradicts itself.
    #[error("{field} does not agree with the rest")]
    Contradiction {
        /// The field, as printed on the paper.
        field: String,
    },
    /// The agreement's text does not follow its markup.
    #[error("line {line} of the agreement text: {fault}")]
    AgreementText {
        /// Line of the text, from 1.
        line: usize,
        /// What is wrong there.
        fault: TextFault,
    },
    /// The PDF wants a password.
    #[error("the PDF is encrypted")]
    PdfEncrypted,
    /// The bytes are no PDF that can be read.
    #[error("the PDF cannot be read")]
    PdfUnreadable,
    /// The PDF bears a signature already; another would leave it looking changed.
    #[error("the PDF is signed already")]
    PdfSigned,
    /// The PDF is larger than is signed or checked.
    #[error("the PDF is larger than {limit} MB")]
    PdfTooLarge {
        /// Megabytes allowed.
        limit: usize,
    },
    /// The firm's key is broken, or was made without the firm's name.
    #[error("the signing key cannot be used")]
    SigningKeyUnusable,
    /// More pages than are shown.
    #[error("the PDF has {pages} pages, more than {limit}")]
    PdfTooManyPages {
        /// Pages found.
        pages: usize,
        /// Pages allowed.
        limit: usize,
    },
    /// A page that the PDF does not have.
    #[error("the PDF has {pages} pages, page {page} was asked for")]
    PdfNoSuchPage {
        /// Page asked for, from 1.
        page: usize,
        /// Pages there are.
        pages: usize,
    },
    /// The picture of the page would be too large, or the page has no size.
    #[error("the page would be {width} by {height} pixels")]
    PdfPageTooLarge {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
}

impl Refusal for PaperError {
    fn code(&self) -> &'static str {
        match self {
            Self::FontMissing { .. } => "FontMissing",
            Self::FontUnusable { .. } => "FontUnusable",
            Self::Unwritable => "PdfUnwritable",
            Self::GlyphMissing { .. } => "GlyphMissing",
            Self::Contradiction { .. } => "PaperContradiction",
            Self::AgreementText { fault, .. } => fault.code(),
            Self::PdfEncrypted => "PdfEncrypted",
            Self::PdfUnreadable => "PdfUnreadable",
            Self::PdfSigned => "PdfSigned",
            Self::PdfTooLarge { .. } => "PdfTooLarge",
            Self::SigningKeyUnusable => "SigningKeyUnusable",
            Self::PdfTooManyPages { .. } => "PdfTooManyPages",
            Self::PdfNoSuchPage { .. } => "PdfNoSuchPage",
            Self::PdfPageTooLarge { .. } => "PdfPageTooLarge",
        }
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::FontMissing { file } | Self::FontUnusable { file } => {
                vec![("file", file.clone())]
            }
            Self::GlyphMissing { character, field } => {
                vec![("character", character.clone()), ("field", field.clone())]
            }
            Self::Contradiction { field } => vec![("field", field.clone())],
            Self::AgreementText { line, fault } => {
                let mut details = vec![("line", line.to_string())];
                details.extend(fault.detail().map(|found| ("found", found)));
                details
            }
            Self::PdfEncrypted
            | Self::PdfSigned
            | Self::PdfUnreadable
            | Self::SigningKeyUnusable
            | Self::Unwritable => Vec::new(),
            Self::PdfTooLarge { limit } => vec![("limit", limit.to_string())],
            Self::PdfTooManyPages { pages, limit } => {
                vec![("pages", pages.to_string()), ("limit", limit.to_string())]
            }
            Self::PdfNoSuchPage { page, pages } => {
                vec![("page", page.to_string()), ("pages", pages.to_string())]
            }
            Self::PdfPageTooLarge { width, height } => {
                vec![("width", width.to_string()), ("height", height.to_string())]
            }
        }
    }
}
