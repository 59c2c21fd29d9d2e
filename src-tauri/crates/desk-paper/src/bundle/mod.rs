//! The whole paper: agreement and acceptance form, twice, alike but for the
//! mark of the copy. Refuses what cannot be printed before anything is set.

mod bodies;
mod coverage;
mod fills;
mod page_code;
mod plain;
mod signatures;

pub use crate::occasion::{Changed, Disposal, FirstAgreement, FormerOwner, Matter, Occasion};
pub(crate) use fills::of as agreement_fills;
pub use signatures::{Seal, Signatures};

use crate::PaperError;
use crate::agreement::Edition;
use crate::font::FontShelf;
use crate::layout::{Item, Page};
use crate::sheet;
use crate::writer::{self, Meta};
use bodies::{bodies, names, with_agreement};
use chrono::{NaiveDate, NaiveTime};
use desk_domain::form::Form;
use desk_domain::page_mark::Original;
use desk_domain::paper::{Arrival, PaperKind, Verification};
use desk_domain::party::Firm;
use page_code::PageCodes;
use std::sync::Arc;

/// A paper of the customer's, as the form lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperLine {
    /// What it is.
    pub kind: PaperKind,
    /// How it came.
    pub arrival: Arrival,
    /// Whether the company's seal is on it.
    pub sealed: bool,
    /// How far it was checked.
    pub verification: Verification,
}

/// Everything that is said on the paper, copied from where it stood on the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// 甲方.
    pub firm: Firm,
    /// The form as filled in; 乙方 stands in it.
    pub form: Form,
    /// Number of the agreement; empty in a draft.
    pub agreement: String,
    /// 受理日期, also the date of the PDF.
    pub day: NaiveDate,
    /// 工号 of the member of staff.
    pub staff_number: i64,
    /// Name of the member of staff.
    pub staff_name: String,
    /// The customer's papers, in the order of the list.
    pub papers: Vec<PaperLine>,
    /// What a later business is about; its form is printed, and the agreement
    /// with a transfer only. `None` prints agreement and acceptance form,
    /// whatever the business.
    pub occasion: Option<Occasion>,
}

impl Contents {
    /// 受理单号: the form is part of its agreement and shares its number
    /// (协议第八条（一）). Empty in a draft.
    #[must_use]
    pub fn form_number(&self) -> String {
        if self.agreement.is_empty() {
            String::new()
        } else {
            format!("{}-01", self.agreement)
        }
    }
}

/// A finished paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Produced {
    /// The PDF file.
    pub pdf: Vec<u8>,
    /// All its pages.
    pub pages: u32,
    /// Pages of one copy, with the empty page that lets the next copy start on
    /// a front page.
    pub pages_per_copy: u32,
    /// Pages of one copy that carry a page number.
    pub numbered_pages: u32,
    /// Of these, the pages of the agreement, which come first; the rest are its
    /// forms.
    pub agreement_pages: u32,
    /// The 24 bits of hash in the pages' codes: pages of another print have
    /// others. `None` in a draft, which has no codes.
    pub mark_hash: Option<u32>,
    /// SHA-256 of the PDF file.
    pub sha256: [u8; 32],
}

/// The marks of the two copies and how their pages are called in a viewer.
const COPIES: [(Original, &str, &str); 2] = [
    (Original::Firm, "甲方存", "甲"),
    (Original::Customer, "乙方存", "乙"),
];

/// Sets agreement and form, twice, without a picture.
///
/// # Errors
/// [`PaperError::GlyphMissing`] with the field, for a character no font has.
pub fn compose(
    shelf: &FontShelf,
    edition: &Edition,
    contents: &Contents,
) -> Result<Produced, PaperError> {
    compose_marked(shelf, edition, contents, &Signatures::default())
}

/// As [`compose`], with the firm's seal and signature where they belong.
///
/// # Errors
/// As [`compose`].
pub fn compose_marked(
    shelf: &FontShelf,
    edition: &Edition,
    contents: &Contents,
    marks: &Signatures,
) -> Result<Produced, PaperError> {
    let copy = Copy::set(shelf, edition, contents, marks)?;
    let pages = copy.twice(shelf)?;
    copy.write(shelf, edition, contents, pages)
}

/// The pages of [`compose`] as marks, before they become a PDF.
///
/// # Errors
/// As [`compose`].
pub fn pages(
    shelf: &FontShelf,
    edition: &Edition,
    contents: &Contents,
) -> Result<Vec<Page>, PaperError> {
    Copy::set(shelf, edition, contents, &Signatures::default())?.twice(shelf)
}

/// Sets one copy, unnumbered and marked as a draft, for a look before printing.
///
/// # Errors
/// As [`compose`].
pub fn compose_draft(
    shelf: &FontShelf,
    edition: &Edition,
    contents: &Contents,
) -> Result<Produced, PaperError> {
    let contents = Contents {
        agreement: String::new(),
        ..contents.clone()
    };
    let copy = Copy::set(shelf, edition, &contents, &Signatures::default())?;
    let mark = Arc::new(sheet::copy_mark(shelf, "草稿")?);
    let under = Arc::new(plain::draft_mark(shelf)?);
    let pages = copy.pages(Some(&under), &mark, "稿", |_| Ok(None))?;
    copy.write(shelf, edition, &contents, pages)
}

/// Marks that several pages share.
type Layer = Arc<Vec<Item>>;

/// One copy without its mark.
struct Copy {
    numbered: Vec<Layer>,
    /// How many of them are the agreement's.
    agreement: usize,
    /// The page that is there only so that the next copy starts on a front.
    filler: Option<Layer>,
    /// How its pages are told apart; nothing in a draft.
    codes: Option<PageCodes>,
}

impl Copy {
    fn set(
        shelf: &FontShelf,
        edition: &Edition,
        contents: &Contents,
        marks: &Signatures,
    ) -> Result<Self, PaperError> {
        let (mut bodies, agreement) = bodies(shelf, edition, contents)?;
        let codes = PageCodes::of(
            contents,
            edition,
            &bodies,
            marks.across && marks.seal.is_some(),
        );
        marks.press(shelf, &mut bodies)?;
        let header = sheet::header(shelf, &edition.motto, &contents.agreement)?;
        let count = bodies.len();
        let mut numbered = Vec::with_capacity(count);
        for (i, body) in bodies.into_iter().enumerate() {
            let mut items = header.clone();
            items.extend(body);
            items.extend(sheet::footer(shelf, i + 1, count)?);
            numbered.push(Arc::new(items));
        }
        let filler = if count.is_multiple_of(2) {
            None
        } else {
            Some(Arc::new(plain::filler(shelf, header)?))
        };
        Ok(Self {
            numbered,
            agreement,
            filler,
            codes,
        })
    }

    fn twice(&self, shelf: &FontShelf) -> Result<Vec<Page>, PaperError> {
        let mut pages = Vec::new();
        for (original, mark, letter) in COPIES {
            let mark = Arc::new(sheet::copy_mark(shelf, mark)?);
            let code = |page: usize| match &self.codes {
                Some(codes) => Ok(Some(Arc::new(codes.marks(original, page)?))),
                None => Ok(None),
            };
            pages.extend(self.pages(None, &mark, letter, code)?);
        }
        Ok(pages)
    }

    /// The pages with this mark over them, `under` beneath the words, and the
    /// code of each numbered page.
    fn pages(
        &self,
        under: Option<&Layer>,
        mark: &Layer,
        letter: &str,
        code: impl Fn(usize) -> Result<Option<Layer>, PaperError>,
    ) -> Result<Vec<Page>, PaperError> {
        let mut pages = Vec::with_capacity(self.numbered.len() + 1);
        let layers = |body: &Layer| -> Vec<Layer> {
            under.into_iter().chain([body, mark]).cloned().collect()
        };
        for (i, body) in self.numbered.iter().enumerate() {
            let mut layers = layers(body);
            layers.extend(code(i + 1)?);
            pages.push(Page::a4(layers, format!("{letter}-{}", i + 1)));
        }
        if let Some(body) = &self.filler {
            pages.push(Page::a4(layers(body), format!("{letter}-空")));
        }
        Ok(pages)
    }

    fn write(
        &self,
        shelf: &FontShelf,
        edition: &Edition,
        contents: &Contents,
        pages: Vec<Page>,
    ) -> Result<Produced, PaperError> {
        let (title, subject) = names(edition, contents);
        let meta = Meta {
            title: format!("{title} {}", contents.agreement)
                .trim_end()
                .to_owned(),
            author: contents.firm.name.clone(),
            subject: subject.to_owned(),
            created: contents.day.and_time(NaiveTime::MIN),
        };
        let stock = with_agreement(contents)
            .then(|| plain::stock(shelf, edition))
            .transpose()?;
        let written = writer::write_from(shelf, stock.as_deref(), &pages, &meta)?;
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(Produced {
            sha256: written.sha256,
            pdf: written.bytes,
            pages: count(pages.len()),
            pages_per_copy: count(self.numbered.len() + usize::from(self.filler.is_some())),
            numbered_pages: count(self.numbered.len()),
            agreement_pages: count(self.agreement),
            mark_hash: self.codes.as_ref().map(PageCodes::hash),
        })
    }
}
