//! From call records to charges. Owns how a carrier's file becomes call records
//! ([`calls`]), how long a call counts and what it costs; the money types and
//! their one rounding are `desk-domain`'s. Refuses floats, and to round
//! anything but a statement line's total.

pub mod calls;
mod rating;

pub use desk_domain::tariff::Increment;
pub use rating::{RatingError, charge, monthly_charge};
