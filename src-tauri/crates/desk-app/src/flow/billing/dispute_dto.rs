//! What the window and the desk say to each other about disputes over calls.

use super::calls_dto::CallLine;
use desk_domain::Money;
use desk_domain::dispute::DisputeState;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which disputes to list.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DisputeList {
    /// Only of this account.
    pub account: Option<i64>,
    /// Only those that wait for an answer.
    pub open_only: bool,
}

/// Names a dispute.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DisputeRef {
    /// Its number.
    pub dispute: i64,
}

/// Opens a dispute over named calls.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DisputeOpen {
    /// The account.
    pub account: i64,
    /// The calls.
    pub calls: Vec<i64>,
    /// What the customer says.
    pub claim: String,
}

/// Answers a dispute.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DisputeSettle {
    /// Its number.
    pub dispute: i64,
    /// Whether the customer is right.
    pub upheld: bool,
    /// Yuan to give back; the charge of the calls when empty.
    #[serde(default)]
    pub credit: String,
    /// The answer as it is printed.
    pub reply: String,
}

/// One dispute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DisputeView {
    /// Its number.
    pub id: i64,
    /// The account.
    pub account: i64,
    /// 400 number as shown.
    pub shown: String,
    /// The company's name.
    pub company: String,
    /// How it stands.
    pub state: DisputeState,
    /// When it was opened.
    pub opened: String,
    /// By whom it was taken in.
    pub opened_by: String,
    /// What the customer says.
    pub claim: String,
    /// The calls in question.
    pub calls: Vec<CallLine>,
    /// What the calls cost, rounded once; frozen while it is open.
    pub amount: Money,
    /// When it was answered.
    pub settled: Option<String>,
    /// The answer.
    pub reply: String,
    /// What was given back.
    pub credit: Option<Money>,
}
