//! The rules of selling 400 numbers: pure types and functions, no files, no
//! network, no clock. What is refused here is refused everywhere.

pub mod agreement;
pub mod order;
pub mod paper;
pub mod party;
mod refusal;
pub mod staff;
pub mod stock;

pub use refusal::Refusal;
