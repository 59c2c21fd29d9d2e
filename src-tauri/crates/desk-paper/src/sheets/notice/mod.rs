//! Letters to a customer about one number: arrears, suspension, resumption,
//! closing, the end of a term, and the end after thirty days without renewal
//! (协议四（二）3, 五（一）, 五（二）). Each ends with a slip that proves its delivery.
//!
//! Refuses a demand for nothing.

mod body;

use super::letter::{Letter, SPACE};
use super::slip::{Slip, slip};
use super::stack::{BODY, write};
use super::{Addressee, Paper, SheetError, in_full, written};
use crate::font::FontShelf;
use crate::layout::{Page, Piece, Row};
use chrono::NaiveDate;
use desk_domain::Money;
use desk_domain::identifier::{DisplayForm, Number400};
use desk_domain::party::Firm;

/// A letter to a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeSheet {
    /// 甲方.
    pub firm: Firm,
    /// Number of the letter; may be empty.
    pub number: String,
    /// The customer.
    pub customer: Addressee,
    /// The agreement; may be empty.
    pub agreement: String,
    /// The 400 number.
    pub number400: Number400,
    /// How it is shown.
    pub shown: DisplayForm,
    /// Day of the letter, also the date of the file.
    pub day: NaiveDate,
    /// What it is about.
    pub kind: NoticeKind,
}

/// What a letter is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeKind {
    /// 欠费催缴通知.
    Arrears {
        /// The balance on the day; less than nothing is owed.
        balance: Money,
        /// The least that must be paid in, more than nothing.
        due: Money,
        /// The last day to pay.
        pay_by: NaiveDate,
    },
    /// 停机通知.
    Suspension {
        /// The day from which calls are no longer put through.
        from: NaiveDate,
        /// Why.
        ground: SuspensionGround,
    },
    /// 复机通知.
    Resumption {
        /// The day from which calls are put through again.
        from: NaiveDate,
    },
    /// 销户确认.
    Closing {
        /// The last day of service.
        ended: NaiveDate,
        /// Balance after the last part-month; never less than nothing (协议五（一）).
        balance: Money,
        /// What of it goes back to the customer; the rest is not refunded.
        refund: Money,
    },
    /// 到期提醒通知: the term ends.
    Expiry {
        /// Its last day.
        ends: NaiveDate,
        /// The least that a renewal must amount to (协议四（二）8).
        floor: Money,
    },
    /// 终止服务通知: thirty days suspended without renewal (协议五（二）).
    Termination {
        /// The first day of the suspension.
        suspended: NaiveDate,
        /// The day on which service ends.
        ends: NaiveDate,
    },
}

/// Why a number is suspended, as the agreement allows it (协议三（一）, 四, 五（二）).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SuspensionGround {
    /// The balance no longer covers the service.
    Arrears {
        /// The balance; less than nothing is owed.
        balance: Money,
    },
    /// Registered data were found untrue.
    UntrueData,
    /// A use that the agreement forbids.
    Violation,
    /// The customer asked for it.
    Request,
}

impl NoticeKind {
    /// What the letter is called.
    #[must_use]
    pub fn title(&self) -> &'static str {
        match self {
            Self::Arrears { .. } => "欠费催缴通知",
            Self::Suspension { .. } => "停机通知",
            Self::Resumption { .. } => "复机通知",
            Self::Closing { .. } => "销户确认书",
            Self::Expiry { .. } => "服务到期通知",
            Self::Termination { .. } => "终止服务通知",
        }
    }
}

impl NoticeSheet {
    /// Sets the letter.
    ///
    /// # Errors
    /// [`SheetError::SheetAmountNotPositive`] for a demand of nothing, a closing
    /// with debts or with a refund beyond the balance; [`SheetError::Paper`].
    pub fn compose(&self, shelf: &FontShelf) -> Result<Paper, SheetError> {
        write(shelf, &self.letter().heading(), &self.pages(shelf)?)
    }

    /// The pages of [`Self::compose`] as marks, before they become a PDF.
    ///
    /// # Errors
    /// As [`Self::compose`].
    pub fn pages(&self, shelf: &FontShelf) -> Result<Vec<Page>, SheetError> {
        self.check(shelf)?;
        let letter = self.letter();
        let mut stack = letter.begin(shelf)?;
        for words in self.body() {
            stack.words(&words, &BODY, SPACE, false)?;
        }
        letter.end(stack, self.last_words(), Some(self.delivery(shelf)?))
    }

    fn letter(&self) -> Letter<'_> {
        Letter {
            firm: &self.firm,
            number: &self.number,
            customer: &self.customer,
            agreement: &self.agreement,
            title: self.kind.title(),
            day: self.day,
        }
    }

    fn check(&self, shelf: &FontShelf) -> Result<(), SheetError> {
        let sound = match &self.kind {
            NoticeKind::Arrears { due, .. } => *due > Money::ZERO,
            NoticeKind::Closing {
                balance, refund, ..
            } => *refund >= Money::ZERO && refund <= balance,
            NoticeKind::Expiry { floor, .. } => *floor > Money::ZERO,
            _ => true,
        };
        if !sound {
            return Err(SheetError::SheetAmountNotPositive);
        }
        Ok(self.letter().check(shelf)?)
    }

    /// 400号码400-123-4567（协议编号：QF-2026-000123）.
    fn service(&self) -> String {
        let number = self.number400.shown(self.shown);
        match self.agreement.trim() {
            "" => format!("400号码{number}"),
            agreement => format!("400号码{number}（协议编号：{agreement}）"),
        }
    }

    fn body(&self) -> Vec<String> {
        let service = self.service();
        match &self.kind {
            NoticeKind::Arrears {
                balance,
                due,
                pay_by,
            } => body::arrears(&service, self.day, *balance, *due, *pay_by),
            NoticeKind::Suspension { from, ground } => body::suspension(&service, *from, ground),
            NoticeKind::Resumption { from } => vec![
                format!("贵单位{service}的停机事由已经消除。我公司已会同电信运营商自{}起恢复该号码的服务。", written(*from)),
                "请贵单位拨打该号码试听，确认绑定号码接听正常；如有异常，请及时与我公司联系。".to_owned(),
            ],
            NoticeKind::Closing {
                ended,
                balance,
                refund,
            } => body::closing(&service, *ended, *balance, *refund),
            NoticeKind::Expiry { ends, floor } => vec![
                format!("贵单位{service}的服务期限至{}届满。", written(*ends)),
                format!(
                    "需要继续使用的，请在期满前办理续费。依照服务协议关于续费的约定，本次续费金额不低于{}。",
                    in_full(*floor)
                ),
                "期满未续费的，我公司有权会同电信运营商停机；停机后三十日内仍未续费的，可以终止服务。号码终止后可能另行分配，不能保证恢复。".to_owned(),
            ],
            NoticeKind::Termination { suspended, ends } => vec![
                format!(
                    "贵单位{service}自{}停机，至今已满三十日仍未续费。",
                    written(*suspended)
                ),
                format!(
                    "依照服务协议关于协议终止和解除的约定，我公司将于{}会同电信运营商终止该号码的服务，收回号码。在此之前结清费用并办理续费的，可以恢复服务。",
                    written(*ends)
                ),
                "终止服务不免除贵单位结清已发生费用的义务。".to_owned(),
            ],
        }
    }

    fn last_words(&self) -> &'static str {
        match self.kind {
            NoticeKind::Closing { .. } => "特此确认。",
            _ => "特此通知。",
        }
    }

    /// The slip that proves delivery.
    fn delivery(&self, shelf: &FontShelf) -> Result<Row, SheetError> {
        let phone = match self.firm.phone.trim() {
            "" => String::new(),
            phone => format!("　联系电话：{phone}"),
        };
        let title = self.kind.title();
        let number = self.number400.shown(self.shown);
        let words = format!(
            "我单位已收到贵公司{}关于400号码{number}的《{title}》。",
            written(self.day)
        );
        let signed = vec![
            Piece::text("客户（盖章）："),
            Piece::Blank(9.0),
            Piece::text("　签收人："),
            Piece::Blank(7.0),
            Piece::text("　日期：　　　年　　月　　日"),
        ];
        let slip_of = Slip {
            title: "送达回执",
            to: &format!("{}{phone}", self.firm.name.trim()),
            words: vec![Piece::text(words)],
            lines: Vec::new(),
            signed,
        };
        Ok(slip(shelf, &slip_of)?)
    }
}
