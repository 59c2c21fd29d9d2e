//! What the window and the desk say to each other about an acceptance.

use crate::flow::paper::PaperView;
use desk_domain::form::{Business, Form, Review};
use desk_domain::order::OrderState;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which orders to list.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct OrderList {
    /// Only those still open: draft, ready, printed, signed.
    pub open_only: bool,
    /// How many at most; 0 means 100.
    pub limit: u32,
}

/// One order in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderLine {
    /// Order's number in the store.
    pub id: i64,
    /// Company's name as typed so far.
    pub company: String,
    /// 400 number as typed so far.
    pub number: String,
    /// What the customer came for.
    pub business: Business,
    /// Where it stands.
    pub state: OrderState,
    /// Last change, `YYYY-MM-DD HH:MM`.
    pub updated_at: String,
    /// Who changed it.
    pub updated_by: String,
    /// Agreement printed from it.
    pub agreement: Option<String>,
}

/// Starts an acceptance.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct OrderNew {
    /// A known customer whose data to begin with.
    pub customer: Option<i64>,
    /// What they came for.
    pub business: Business,
    /// The agreement that is changed or renewed.
    pub cites: Option<String>,
}

/// Names an order.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct OrderRef {
    /// Order's number in the store.
    pub id: i64,
}

/// One order, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderView {
    /// Order's number in the store.
    pub id: i64,
    /// Grows with every saving; saving asks for the one last seen.
    pub revision: i64,
    /// Where it stands.
    pub state: OrderState,
    /// The form as typed.
    pub form: Form,
    /// What is wrong or missing.
    pub review: Review,
    /// Papers attached, in the order they came.
    pub papers: Vec<PaperView>,
    /// The customer, once known.
    pub customer: Option<i64>,
    /// Agreement printed from it.
    pub agreement: Option<String>,
    /// Last saving, `YYYY-MM-DD HH:MM:SS`.
    pub saved_at: String,
}

/// What was typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderSave {
    /// Order's number in the store.
    pub id: i64,
    /// The revision the window last saw.
    pub revision: i64,
    /// The form as typed.
    pub form: Form,
}

/// Saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderSaved {
    /// The new revision.
    pub revision: i64,
    /// Where it stands now.
    pub state: OrderState,
    /// What is wrong or missing.
    pub review: Review,
    /// When, `YYYY-MM-DD HH:MM:SS`.
    pub saved_at: String,
}

/// Pages set for a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Preview {
    /// Pages of the draft: one copy and the form; pictures by the `paper:` protocol.
    pub pages: u32,
    /// Pages of one copy.
    pub pages_per_copy: u32,
    /// Revision of the order that was set.
    pub revision: i64,
}

/// Prints an order.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderPrint {
    /// Order's number in the store.
    pub id: i64,
    /// The revision the window last saw.
    pub revision: i64,
    /// A manager's reason for letting waivable findings through.
    pub override_reason: Option<String>,
}
