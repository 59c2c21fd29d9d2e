//! Customers: the companies that came in.

use super::agreement::AgreementLine;
use super::order::OrderLine;
use desk_domain::form::{CompanyPart, PersonPart};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Names a customer.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct CustomerRef {
    /// Customer's number in the store.
    pub id: i64,
}

/// One customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CustomerView {
    /// Customer's number in the store.
    pub id: i64,
    /// The company as last recorded.
    pub company: CompanyPart,
    /// The legal representative as last recorded.
    pub legal_representative: PersonPart,
    /// The handler as last recorded.
    pub handler: PersonPart,
    /// Orders, newest first.
    pub orders: Vec<OrderLine>,
    /// Agreements, newest first.
    pub agreements: Vec<AgreementLine>,
}
