//! Why there is no statement.

use desk_domain::identifier::Number400;
use desk_domain::money::MoneyError;
use desk_domain::period::CalendarMonth;
use desk_domain::{Money, Refusal};
use thiserror::Error;

/// Why there is no statement.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StatementError {
    /// An amount beyond what the ledger holds.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// An entry of another month or another number.
    #[error("an entry of {number} for {month}")]
    EntryElsewhere {
        /// Whose entry it is.
        number: Number400,
        /// To which month it belongs.
        month: CalendarMonth,
    },
    /// The calls do not add up to what was charged for them.
    #[error("calls of {number} come to {lines}, charged were {charged}")]
    CallsDiffer {
        /// The number.
        number: Number400,
        /// What the calls come to.
        lines: Money,
        /// What the ledger charged.
        charged: Money,
    },
    /// The entries do not lead to the balance the ledger has.
    #[error("closing balance of {number} is {computed}, recorded is {recorded}")]
    BalanceDiffers {
        /// The number.
        number: Number400,
        /// What the entries come to.
        computed: Money,
        /// What the ledger has.
        recorded: Money,
    },
}

impl Refusal for StatementError {
    fn code(&self) -> &'static str {
        match self {
            Self::Money(inner) => inner.code(),
            Self::EntryElsewhere { .. } => "StatementEntryElsewhere",
            Self::CallsDiffer { .. } => "StatementCallsDiffer",
            Self::BalanceDiffers { .. } => "StatementBalanceDiffers",
        }
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Money(inner) => inner.details(),
            Self::EntryElsewhere { number, month } => {
                vec![("number", number.to_string()), ("month", month.to_string())]
            }
            Self::CallsDiffer {
                number,
                lines,
                charged,
            } => vec![
                ("number", number.to_string()),
                ("lines", lines.to_string()),
                ("charged", charged.to_string()),
            ],
            Self::BalanceDiffers {
                number,
                computed,
                recorded,
            } => vec![
                ("number", number.to_string()),
                ("computed", computed.to_string()),
                ("recorded", recorded.to_string()),
            ],
        }
    }
}
