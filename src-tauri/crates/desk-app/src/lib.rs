//! The use cases of the desk: signing in, taking orders, printing, filing.
//! Joins the store, the intake, the paper and the rules; knows no window and
//! no terminal.
//!
//! Every public function of [`flow`] takes the [`Desk`] and a request, checks
//! who is asking, does its work in one transaction and answers with data or a
//! [`Failure`] a person can read.

mod clock;
pub mod contract;
mod desk;
mod export;
mod failure;
pub mod flow;
mod pages;
pub mod picture;
mod pinyin;
mod place;
mod preview;
mod show;
mod viewing;
pub mod wording;

pub use clock::Clock;
pub use desk::Desk;
pub use desk_store::Hardness;
pub use failure::{Failure, Situation};
pub use place::Place;
