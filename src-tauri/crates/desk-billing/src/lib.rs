//! From call records to charges. Owns how long a call counts and what it
//! costs; the money types and their one rounding are `desk-domain`'s. Refuses
//! floats, and to round anything but a statement line's total.

mod rating;

pub use desk_domain::tariff::Increment;
pub use rating::{RatingError, charge, monthly_charge};
