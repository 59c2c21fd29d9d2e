//! The life of an order at the desk: draft → ready → printed → signed → in
//! force, or void. Refuses every step that skips a signature or a printing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    /// 草稿: being filled in; something is missing.
    Draft,
    /// 可打印: nothing is missing.
    Ready,
    /// 已打印: has an agreement number; waits for signatures.
    Printed,
    /// 已签字: the signed paper is in; waits for the manager or the date.
    Signed,
    /// 已生效.
    InForce,
    /// 已作废: with a reason; keeps its number.
    Void,
}

/// What the desk does to an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OrderStep {
    /// The form changed and something is missing (again).
    FallShort,
    /// The form changed and nothing is missing.
    Complete,
    /// Two copies and the form were printed.
    Print,
    /// The signed paper was filed.
    Sign,
    /// Both signatures are there and the day has come.
    TakeEffect,
    /// Given up, with a reason.
    Void,
}
