//! Agreement numbers and the states of a printed agreement. Refuses a number
//! that is not in its form and a renewal below the floor (协议四（二）8).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a printed agreement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AgreementState {
    /// 待签: printed, not signed.
    Printed,
    /// 已签: signed, not yet in force.
    Signed,
    /// 已生效.
    InForce,
    /// 已作废: keeps its number and its reason.
    Void,
    /// 已终止: ended by closing the number.
    Ended,
}
