//! Owns the tables, one file each: the migration, the row, what is read with
//! `&self` and what is written with `&mut self`. Refuses SQL anywhere else.
//!
//! Every write leaves its own line in the audit log, so that no use case can
//! forget to.

pub mod account;
pub mod account_holder;
pub mod account_terms;
pub mod agreement;
pub(crate) mod agreement_sequence;
pub mod audit;
pub mod call;
pub mod call_file;
pub mod call_layout;
pub mod customer;
pub mod customer_revision;
pub mod dispute;
pub mod edition;
pub mod firm;
pub mod firm_key;
pub mod firm_mark;
pub mod ledger;
pub mod month_close;
pub mod number;
pub mod number_history;
pub mod order;
pub mod paper;
pub(crate) mod paper_key;
pub mod quarantine;
pub mod reading;
pub mod returned_page;
pub mod screen_signature;
pub(crate) mod secret;
pub mod service_password;
pub mod setting;
pub mod settlement;
pub mod staff;
pub mod suspension;
pub mod tariff;
