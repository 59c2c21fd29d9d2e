//! The rules of selling 400 numbers: pure types and functions, no files, no
//! network, no clock. What is refused here is refused everywhere.

pub mod agreement;
pub mod call;
pub mod capitals;
pub mod demand;
pub mod dispute;
pub mod edition;
pub mod file_name;
pub mod filing;
pub mod form;
pub mod identifier;
pub mod ledger;
pub mod money;
pub mod order;
pub mod page_mark;
pub mod paper;
pub mod party;
pub mod period;
mod refusal;
pub mod returned;
pub mod service_password;
pub mod staff;
pub mod stock;
pub mod suspension;
pub mod tariff;

pub use money::{Charge, Money, Rate};
pub use refusal::Refusal;

#[cfg(test)]
mod wording_test;
