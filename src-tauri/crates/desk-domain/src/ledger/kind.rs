//! The kinds of entries, and what each may be.

use super::LedgerError;
use crate::money::Money;
use crate::period::CalendarMonth;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a customer pays for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaymentKind {
    /// 首次预存.
    First,
    /// 续费: held to the floor of 协议四（二）8.
    Renewal,
    /// 其他缴费.
    Other,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// 首次预存: comes in.
    FirstPayment,
    /// 续费: comes in.
    Renewal,
    /// 其他缴费: comes in.
    OtherPayment,
    /// 功能费 of a month: is taken.
    FunctionFee,
    /// 通话费 of a month, rounded once: is taken.
    Calls,
    /// 补足最低消费 of a month (协议四（二）9): is taken.
    TopUp,
    /// 退还话费, for example of a dispute that was upheld: comes in.
    Credit,
    /// 补收话费, of calls that came late for instance: is taken.
    Debit,
    /// 退款: the customer gets money back, so it leaves the account.
    Refund,
    /// 没收余额 (协议四（一）4): leaves the account, by a manager's decision.
    Forfeiture,
    /// 冲正: exactly the opposite of the entry it takes back.
    Reversal,
}

impl PaymentKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::First, Self::Renewal, Self::Other];

    /// The entry that such a payment makes.
    #[must_use]
    pub fn entry(self) -> EntryKind {
        match self {
            Self::First => EntryKind::FirstPayment,
            Self::Renewal => EntryKind::Renewal,
            Self::Other => EntryKind::OtherPayment,
        }
    }
}

impl EntryKind {
    /// Every kind, in the order of a statement.
    pub const ALL: [Self; 11] = [
        Self::FirstPayment,
        Self::Renewal,
        Self::OtherPayment,
        Self::Calls,
        Self::TopUp,
        Self::FunctionFee,
        Self::Credit,
        Self::Debit,
        Self::Refund,
        Self::Forfeiture,
        Self::Reversal,
    ];

    /// 首次预存, 续费, 缴费, 通话费, 补足最低消费, 功能费, 退还话费, 补收话费, 退款,
    /// 没收余额, 冲正.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::FirstPayment => "首次预存",
            Self::Renewal => "续费",
            Self::OtherPayment => "缴费",
            Self::Calls => "通话费",
            Self::TopUp => "补足最低消费",
            Self::FunctionFee => "功能费",
            Self::Credit => "退还话费",
            Self::Debit => "补收话费",
            Self::Refund => "退款",
            Self::Forfeiture => "没收余额",
            Self::Reversal => "冲正",
        }
    }

    /// Whether it is money paid in by the customer.
    #[must_use]
    pub fn is_payment(self) -> bool {
        matches!(
            self,
            Self::FirstPayment | Self::Renewal | Self::OtherPayment
        )
    }

    /// Whether it charges a month, which it then names.
    #[must_use]
    pub fn charges_month(self) -> bool {
        matches!(self, Self::Calls | Self::TopUp | Self::FunctionFee)
    }

    /// Whether whoever books it has to say why.
    #[must_use]
    pub fn needs_reason(self) -> bool {
        matches!(
            self,
            Self::Credit | Self::Debit | Self::Refund | Self::Forfeiture | Self::Reversal
        )
    }

    /// Whether it may stand in the ledger with that month and amount. A
    /// reversal may have either sign; it names no month, because it belongs to
    /// the month in which it is booked.
    ///
    /// # Errors
    /// [`LedgerError::Zero`], [`LedgerError::Sign`], [`LedgerError::MonthMissing`],
    /// [`LedgerError::MonthUnwanted`].
    pub fn check(self, month: Option<CalendarMonth>, amount: Money) -> Result<(), LedgerError> {
        let kind = self.chinese();
        if amount.is_zero() {
            return Err(LedgerError::Zero { kind });
        }
        let comes_in = self.is_payment() || self == Self::Credit;
        if self != Self::Reversal && amount.is_negative() == comes_in {
            return Err(LedgerError::Sign { kind });
        }
        match (self.charges_month(), month) {
            (true, None) => Err(LedgerError::MonthMissing { kind }),
            (false, Some(_)) => Err(LedgerError::MonthUnwanted { kind }),
            _ => Ok(()),
        }
    }
}
