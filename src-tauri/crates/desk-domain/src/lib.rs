//! The rules of selling 400 numbers: pure types and functions, no files, no
//! network, no clock. What is refused here is refused everywhere.

mod refusal;

pub use refusal::Refusal;
