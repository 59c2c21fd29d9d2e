//! One box that finds customers, numbers, orders and agreements.

use super::agreement::AgreementLine;
use super::number::NumberLine;
use super::order::OrderLine;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to look for: a name, pinyin initials, a fragment of a number or code.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SearchRequest {
    /// The text typed.
    pub text: String,
}

/// A customer that fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CustomerHit {
    /// Customer's number in the store.
    pub id: i64,
    /// Company's name.
    pub name: String,
    /// Company's code.
    pub code: String,
    /// 400 numbers it holds.
    pub numbers: Vec<String>,
}

/// Everything that fits, best first, at most 20 of each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchHits {
    /// Customers.
    pub customers: Vec<CustomerHit>,
    /// Numbers in stock or in use.
    pub numbers: Vec<NumberLine>,
    /// Orders that are still open.
    pub orders: Vec<OrderLine>,
    /// Agreements.
    pub agreements: Vec<AgreementLine>,
}
