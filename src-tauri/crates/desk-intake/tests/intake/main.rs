//! Papers that are sound, papers that are broken, and files that mean harm.

#![allow(missing_docs, reason = "tests")]

mod damage;
mod make;
mod nasty;
mod reading;
mod sound;
mod view;
mod wording;
