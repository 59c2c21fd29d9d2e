//! Why the ledger says no.

use crate::agreement::AgreementError;
use crate::money::{Money, MoneyError};
use crate::period::CalendarMonth;
use crate::refusal::refusal_codes;
use thiserror::Error;

/// Why an entry is refused, or an account is unsound.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LedgerError {
    /// An amount beyond what the ledger holds.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A renewal below the floor.
    #[error(transparent)]
    Agreement(#[from] AgreementError),
    /// An entry of nothing.
    #[error("an entry of nothing: {kind}")]
    Zero {
        /// The kind, in Chinese.
        kind: &'static str,
    },
    /// What comes in is negative, or what is taken is positive.
    #[error("wrong sign for {kind}")]
    Sign {
        /// The kind, in Chinese.
        kind: &'static str,
    },
    /// The charge of a month that does not say which.
    #[error("{kind} without a month")]
    MonthMissing {
        /// The kind, in Chinese.
        kind: &'static str,
    },
    /// A month on something that charges none.
    #[error("{kind} with a month")]
    MonthUnwanted {
        /// The kind, in Chinese.
        kind: &'static str,
    },
    /// A closed month never changes.
    #[error("{month} is closed")]
    MonthClosed {
        /// The month the entry would belong to.
        month: CalendarMonth,
    },
    /// Nobody said why.
    #[error("no reason given")]
    NoteMissing,
    /// A reason that no line has room for.
    #[error("a note of {found} characters, {limit} fit")]
    NoteLength {
        /// The most characters.
        limit: usize,
        /// How many there are.
        found: usize,
    },
    /// A reversal that names no entry, or one of another account.
    #[error("a reversal of nothing")]
    NothingReversed,
    /// A reversal is final; what was right is booked anew.
    #[error("a reversal of a reversal")]
    ReversalOfReversal,
    /// The entry is taken back already.
    #[error("reversed already")]
    ReversedTwice,
    /// A reversal of another amount than that of its entry.
    #[error("a reversal of another amount")]
    ReversalAmount,
    /// More is taken out than there is.
    #[error("{amount} of a balance of {balance}")]
    AboveBalance {
        /// What was to be taken out.
        amount: Money,
        /// What there is.
        balance: Money,
    },
    /// The balance is frozen because of a violation (协议四（一）4).
    #[error("the balance is frozen")]
    Frozen,
    /// 五（一）: the last part-month is not rated and charged yet.
    #[error("{month} is not closed")]
    LastMonthOpen {
        /// The month in which the service ended.
        month: CalendarMonth,
    },
    /// 五（一）: something is still owed.
    #[error("{owed} owed")]
    StillOwed {
        /// How much, as a positive amount.
        owed: Money,
    },
    /// 过户: the day lies in a month whose statements are out already.
    #[error("a transfer inside {month}, which is closed")]
    HandoverMonthClosed {
        /// The month.
        month: CalendarMonth,
    },
    /// 过户: the rest goes back before the former owner's last month is charged.
    #[error("a refund before {month} is charged")]
    HandoverNotCharged {
        /// The first month that is not charged yet.
        month: CalendarMonth,
    },
    /// 过户: a balance frozen because of a violation goes to nobody
    /// (协议四（一）4).
    #[error("a frozen balance handed over")]
    HandoverFrozen,
    /// 过户: something is still owed.
    #[error("{owed} owed at a transfer")]
    HandoverOwed {
        /// How much, as a positive amount.
        owed: Money,
    },
    /// 五（一）: nobody decided what becomes of the rest.
    #[error("{balance} left undecided")]
    RestUndecided {
        /// What is left.
        balance: Money,
    },
}

refusal_codes!(LedgerError {
    Zero { kind } => "LedgerZero",
    Sign { kind } => "LedgerSign",
    MonthMissing { kind } => "LedgerMonthMissing",
    MonthUnwanted { kind } => "LedgerMonthUnwanted",
    MonthClosed { month } => "LedgerMonthClosed",
    NoteMissing => "LedgerNoteMissing",
    NoteLength { limit, found } => "LedgerNoteLength",
    NothingReversed => "LedgerNothingReversed",
    ReversalOfReversal => "LedgerReversalOfReversal",
    ReversedTwice => "LedgerReversedTwice",
    ReversalAmount => "LedgerReversalAmount",
    AboveBalance { amount, balance } => "LedgerAboveBalance",
    Frozen => "LedgerFrozen",
    LastMonthOpen { month } => "ClosingLastMonthOpen",
    StillOwed { owed } => "ClosingStillOwed",
    RestUndecided { balance } => "ClosingRestUndecided",
    HandoverMonthClosed { month } => "TransferMonthClosed",
    HandoverNotCharged { month } => "TransferNotCharged",
    HandoverFrozen => "TransferFrozen",
    HandoverOwed { owed } => "TransferOwed",
} within Money, Agreement);
