//! placeholder

mod dto;

pub use dto::*;
