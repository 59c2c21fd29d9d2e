//! From call records to charges. Owns how a carrier's file becomes call records
//! ([`calls`]), how long a call counts and what it costs, what a month comes
//! to, when an account runs dry, the statement as data and as spreadsheet; the
//! money types and their one rounding, the tariff and the ledger are
//! `desk-domain`'s. Refuses floats, the clock, and to round anything but a
//! statement line's total.

pub mod calls;
mod export;
mod forecast;
mod month;
mod rating;
mod statement;
mod sum;

#[cfg(test)]
mod sample;

pub use desk_domain::tariff::Increment;
pub use export::{ExportError, csv, xlsx};
pub use forecast::{Forecast, Standing, Use, forecast};
pub use month::{
    AccountMonth, ChargedFunction, MinimumBasis, MonthLine, Oddity, PastMonth, charge_month,
    credit_due, monthly_charge,
};
pub use rating::{RatedCall, RatingError, charge, quote, rate};
pub use statement::{
    AccountInput, AccountStatement, Addressee, CallLine, DisputeDays, Equation, FeeLine, Movement,
    Statement, StatementError,
};
pub use sum::{CallSum, TypeSum, by_type};
