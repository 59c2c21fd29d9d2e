//! The use cases of the desk, without a window.

pub mod contract;
pub mod failure;
pub mod flow;
