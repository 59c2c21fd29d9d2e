//! What all letters to a customer have in common: whom they address, how they
//! begin and end, and what is looked at before anything is set.

use super::stack::{BODY, FLUSH, Heading, Stack, dress};
use super::{Addressee, SheetError};
use crate::PaperError;
use crate::font::FontShelf;
use crate::layout::{Page, Row};
use chrono::NaiveDate;
use desk_domain::party::Firm;

/// A letter without what it says.
pub(super) struct Letter<'a> {
    /// Who writes.
    pub firm: &'a Firm,
    /// Number of the letter; may be empty.
    pub number: &'a str,
    /// To whom.
    pub customer: &'a Addressee,
    /// Number of the agreement it is about; may be empty.
    pub agreement: &'a str,
    /// What the letter is called.
    pub title: &'a str,
    /// Its date.
    pub day: NaiveDate,
}

/// What stands between a letter's paragraphs.
pub(super) const SPACE: f32 = 4.0;

impl<'a> Letter<'a> {
    /// What stands above and about it.
    pub fn heading(&self) -> Heading<'a> {
        Heading {
            firm: &self.firm.name,
            number: self.number,
            title: self.title.to_owned(),
            subject: &self.customer.name,
            day: self.day,
        }
    }

    /// # Errors
    /// [`PaperError::GlyphMissing`] for a character no font has, with its field.
    pub fn check(&self, shelf: &FontShelf) -> Result<(), PaperError> {
        for (field, value) in [
            ("公司名称", self.firm.name.as_str()),
            ("公司电话", &self.firm.phone),
            ("编号", self.number),
            ("客户名称", &self.customer.name),
            ("协议编号", self.agreement),
        ] {
            shelf.check(value, field)?;
        }
        Ok(())
    }

    /// Its title, and the customer's name with a colon.
    ///
    /// # Errors
    /// [`PaperError::GlyphMissing`] for a character that no font has.
    pub fn begin<'s>(&self, shelf: &'s FontShelf) -> Result<Stack<'s>, PaperError> {
        let mut stack = Stack::new(shelf);
        stack.title(self.title)?;
        let customer = self.customer.name.trim();
        stack.words(&format!("{customer}："), &FLUSH.bold(), 8.0, true)?;
        Ok(stack)
    }

    /// Its last words, who signs, and the pages, with a foot on the last one.
    ///
    /// # Errors
    /// [`SheetError::Paper`] for a character that no font has.
    pub fn end(
        &self,
        mut stack: Stack<'_>,
        last_words: &str,
        foot: Option<Row>,
    ) -> Result<Vec<Page>, SheetError> {
        let shelf = stack.shelf;
        stack.words(last_words, &BODY, SPACE, true)?;
        stack.signed(self.firm.name.trim(), self.day)?;
        dress(shelf, &self.heading(), stack.pages(foot))
    }
}
