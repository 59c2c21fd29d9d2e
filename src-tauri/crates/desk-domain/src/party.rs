//! The two sides of an agreement. 甲方 is the firm; 乙方 is the customer,
//! whose data stand in [`crate::form::Form`]. Both are copied into an
//! agreement when it is printed, so nothing here is ever looked up later.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// 甲方: the reseller's own profile, as the manager keeps it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Firm {
    /// Full registered name.
    pub name: String,
    /// 统一社会信用代码, as typed; may be empty.
    pub code: String,
    /// 住所地.
    pub address: String,
    /// 联系方式 printed in the signature block.
    pub phone: String,
    /// 代表人.
    pub representative: String,
    /// Letters put before agreement numbers, for example `QF`.
    pub number_prefix: String,
}
