//! The forms of what happens to an agreement after it was signed: 变更, 补充协议,
//! 过户, 续费, 停机, 复机, 销户 (协议第八条（二）, 四（二）3, 8, 五). Each cites the first
//! agreement and is signed by both sides, a transfer by the former owner too.
//!
//! Refuses figures and days that contradict each other: a settlement that does
//! not add up is not printed.

mod check;
mod matter;
mod parties;
mod supplement;
mod words;

pub(crate) use check::check;

use crate::PaperError;
use crate::acceptance::closing;
use crate::bundle::Contents;
use crate::font::FontShelf;
use crate::grid;
use crate::layout::Item;
use chrono::NaiveDate;
use desk_domain::Money;
use desk_domain::form::{Business, Collection};
use desk_domain::suspension::SuspensionReason;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a later business is about, and the agreement it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Occasion {
    /// The agreement that is cited.
    pub first: FirstAgreement,
    /// What happens to it.
    pub matter: Matter,
}

/// 原协议.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FirstAgreement {
    /// Its number.
    pub number: String,
    /// The day on which it was signed; `None` prints a line to write it on.
    #[ts(type = "string | null")]
    pub signed_on: Option<NaiveDate>,
}

/// What happens to an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Matter {
    /// 变更.
    Change {
        /// What changes, in the order of the form.
        rows: Vec<Changed>,
        /// A remark; may be empty.
        note: String,
    },
    /// 补充协议.
    Supplement {
        /// Its clauses, without their numbers; a line end begins a paragraph.
        clauses: Vec<String>,
    },
    /// 过户. The customer of the form is the new owner.
    Transfer {
        /// Who gives the number away.
        from: FormerOwner,
        /// What is left on the number's account on the effective day.
        balance: Money,
        /// What becomes of it.
        disposal: Disposal,
        /// The first day of the new owner's.
        #[ts(type = "string")]
        effective: NaiveDate,
    },
    /// 续费.
    Renewal {
        /// What is paid.
        amount: Money,
        /// The least that was agreed on (协议四（二）8); `None` when unknown.
        floor: Option<Money>,
        /// The first day of the new term.
        #[ts(type = "string")]
        from: NaiveDate,
        /// Its last day.
        #[ts(type = "string")]
        to: NaiveDate,
    },
    /// 停机.
    Suspension {
        /// Why the firm suspends it; `None` when the customer asked for it.
        reason: Option<SuspensionReason>,
        /// The first day without service.
        #[ts(type = "string")]
        from: NaiveDate,
        /// A remark; may be empty.
        note: String,
    },
    /// 复机.
    Resumption {
        /// The first day without service.
        #[ts(type = "string")]
        since: NaiveDate,
        /// Why it was suspended, as for [`Matter::Suspension`].
        reason: Option<SuspensionReason>,
        /// The first day with service again.
        #[ts(type = "string")]
        day: NaiveDate,
    },
    /// 销户.
    Closing {
        /// The last day of service.
        #[ts(type = "string")]
        last_day: NaiveDate,
        /// Balance before the last charges.
        opening: Money,
        /// The charges of the last part-month.
        charges: Money,
        /// What goes back to the customer.
        refund: Money,
        /// What does not (协议四（一）4、5).
        forfeited: Money,
        /// What is left; nothing, as a rule.
        balance: Money,
        /// Where the refund goes; may be empty when there is none.
        account: Collection,
    },
}

/// A line of a change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Changed {
    /// What changes, as people call it: 绑定号码1.
    pub item: String,
    /// What stood there; empty for nothing.
    pub before: String,
    /// What stands there now; empty for nothing.
    pub after: String,
}

/// 原用户.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormerOwner {
    /// Its name.
    pub name: String,
    /// 统一社会信用代码; may be empty.
    pub code: String,
    /// Its handler.
    pub handler: String,
}

/// What becomes of the balance of a number that changes hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Disposal {
    /// It goes with the number.
    Moved,
    /// It goes back to the former owner.
    Refunded,
}

impl Matter {
    /// The business whose form this is.
    #[must_use]
    pub fn business(&self) -> Business {
        match self {
            Self::Change { .. } => Business::Change,
            Self::Supplement { .. } => Business::Supplement,
            Self::Transfer { .. } => Business::Transfer,
            Self::Renewal { .. } => Business::Renewal,
            Self::Suspension { .. } => Business::Suspension,
            Self::Resumption { .. } => Business::Resumption,
            Self::Closing { .. } => Business::Closing,
        }
    }

    /// Whether the customer declares something on this form: not where the firm
    /// acts, nor with a transfer, whose new owner does so on the acceptance form.
    fn is_declared(&self) -> bool {
        !matches!(
            self,
            Self::Suspension {
                reason: Some(_),
                ..
            } | Self::Transfer { .. }
        )
    }

    /// What its form is called.
    #[must_use]
    pub fn title(&self) -> &'static str {
        words::title(self.business())
    }
}

/// The form's pages, each as marks on the sheet.
///
/// # Errors
/// [`PaperError::GlyphMissing`] for a character that no font has.
pub(crate) fn pages(
    shelf: &FontShelf,
    contents: &Contents,
    occasion: &Occasion,
) -> Result<Vec<Vec<Item>>, PaperError> {
    let matter = &occasion.matter;
    if let Matter::Supplement { clauses } = matter {
        return supplement::pages(shelf, contents, &occasion.first, clauses);
    }
    let terms = words::terms(contents, matter);
    grid::form(shelf, matter.title(), |grid| {
        parties::business(grid, contents, occasion)?;
        parties::parties(grid, contents, matter)?;
        matter::number(grid, contents)?;
        matter::matter(grid, contents, matter)?;
        matter::terms(grid, &terms)?;
        if matter.is_declared() {
            let anew = matter.business().renews_consent().then_some("登记的用途");
            closing::declarations(grid, &contents.form.confirmations, anew)?;
        }
        parties::signed(grid, contents, matter)?;
        closing::desk(grid, contents)
    })
}
