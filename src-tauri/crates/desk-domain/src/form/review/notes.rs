//! The sheet on which a review is written down. Owns the reading of a field:
//! first whether it is fit to be read at all, then what stands in it. Once a
//! field is wrong nothing more is said about it.

use super::fault::Fault;
use super::{Finding, Gravity, Review};
use crate::Refusal;
use crate::capitals::to_capitals_with_prefix;
use crate::money::Money;
use chrono::NaiveDate;

/// Most characters of a name, a number, a date.
pub(super) const SHORT: usize = 100;
/// Most characters of an address or a purpose.
pub(super) const LINE: usize = 200;
/// Most characters of remarks and gifts.
pub(super) const NOTE: usize = 500;
/// Most characters of a business scope; the longest licences have some 2 000.
pub(super) const SCOPE: usize = 4_000;

/// The review being written.
#[derive(Default)]
pub(super) struct Notes {
    review: Review,
}

impl Notes {
    pub(super) fn finish(self) -> Review {
        self.review
    }

    pub(super) fn wrong(&mut self, field: &str, refusal: &dyn Refusal) {
        self.note(field, refusal, Gravity::Wrong);
    }

    pub(super) fn missing(&mut self, field: &str, fault: &Fault) {
        self.note(field, fault, Gravity::Missing);
    }

    pub(super) fn waivable(&mut self, field: &str, refusal: &dyn Refusal) {
        self.note(field, refusal, Gravity::Waivable);
    }

    pub(super) fn warn(&mut self, field: &str, refusal: &dyn Refusal) {
        self.note(field, refusal, Gravity::Warning);
    }

    pub(super) fn warn_all<R: Refusal>(&mut self, field: &str, warnings: &[R]) {
        for warning in warnings {
            self.warn(field, warning);
        }
    }

    fn note(&mut self, field: &str, refusal: &dyn Refusal, gravity: Gravity) {
        let findings = &mut self.review.findings;
        if findings
            .iter()
            .any(|f| f.field == field && f.gravity == Gravity::Wrong)
        {
            return;
        }
        findings.push(Finding {
            field: field.to_owned(),
            code: refusal.code().to_owned(),
            details: refusal
                .details()
                .into_iter()
                .map(|(k, v)| (k.to_owned(), v))
                .collect(),
            gravity,
        });
    }

    /// A text on one line: the trimmed text, or `None` when it is blank or unfit.
    pub(super) fn text<'a>(
        &mut self,
        field: &str,
        typed: &'a str,
        limit: usize,
    ) -> Option<&'a str> {
        self.fit(field, typed, limit, false)
    }

    /// A text that may have several lines.
    pub(super) fn lines<'a>(
        &mut self,
        field: &str,
        typed: &'a str,
        limit: usize,
    ) -> Option<&'a str> {
        self.fit(field, typed, limit, true)
    }

    fn fit<'a>(
        &mut self,
        field: &str,
        typed: &'a str,
        limit: usize,
        lines: bool,
    ) -> Option<&'a str> {
        let text = typed.trim();
        let found = text.chars().count();
        if found > limit {
            self.wrong(field, &Fault::TextTooLong { limit, found });
            return None;
        }
        let stray = |c: char| c.is_control() && !(lines && matches!(c, '\n' | '\r'));
        if let Some(index) = text.chars().position(stray) {
            self.wrong(
                field,
                &Fault::TextControlCharacter {
                    position: index + 1,
                },
            );
            return None;
        }
        (!text.is_empty()).then_some(text)
    }

    /// As [`Notes::text`]; a blank is noted as missing.
    pub(super) fn required<'a>(
        &mut self,
        field: &str,
        typed: &'a str,
        limit: usize,
        fault: &Fault,
    ) -> Option<&'a str> {
        if typed.trim().is_empty() {
            self.missing(field, fault);
        }
        self.text(field, typed, limit)
    }

    /// Reads a text by its type's own rule; a refusal is noted.
    pub(super) fn read<T, E: Refusal>(
        &mut self,
        field: &str,
        text: Option<&str>,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        match parse(text?) {
            Ok(value) => Some(value),
            Err(refusal) => {
                self.wrong(field, &refusal);
                None
            }
        }
    }

    /// Reads `YYYY-MM-DD`.
    pub(super) fn date(&mut self, field: &str, text: Option<&str>) -> Option<NaiveDate> {
        self.read(field, text, |text| date(text).ok_or(Fault::DateForm))
    }

    /// Reads an amount and puts its capitals beside it.
    pub(super) fn amount(&mut self, field: &str, text: Option<&str>) -> Option<Money> {
        let amount = self.read(field, text, Money::parse)?;
        self.review
            .capitals
            .insert(field.to_owned(), to_capitals_with_prefix(amount));
        Some(amount)
    }
}

/// `YYYY-MM-DD` and nothing else: what is printed must not depend on a guess.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let digits = text.bytes().enumerate().all(|(i, b)| {
        if matches!(i, 4 | 7) {
            b == b'-'
        } else {
            b.is_ascii_digit()
        }
    });
    if text.len() != 10 || !digits {
        return None;
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}
