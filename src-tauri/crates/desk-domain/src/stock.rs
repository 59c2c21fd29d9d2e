//! The stock of 400 numbers: their states and who may hold them
//! (协议四（二）7: one number, one live agreement).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The carrier a number belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Carrier {
    /// 中国联通: 4000, 4006.
    Unicom,
    /// 中国移动: 4001, 4007.
    Mobile,
    /// 中国电信: 4008, 4009.
    Telecom,
}

/// Where a number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NumberState {
    /// 空闲: anyone may take it.
    Free,
    /// 预占: an open order holds it.
    Reserved,
    /// 在用: a live agreement holds it.
    InUse,
    /// 停机: in use, but suspended.
    Suspended,
    /// 已销户: cooling before it may be sold again.
    Closed,
    /// 已退回: given back to the carrier.
    Returned,
}
