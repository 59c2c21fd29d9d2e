//! Adding and removing staff. Refuses the last manager's removal.

use desk_domain::staff::{Role, StaffId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A member of staff, present or past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StaffView {
    /// Staff number.
    pub id: StaffId,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Whether they may sign in.
    pub active: bool,
    /// Day they were added, `YYYY-MM-DD`.
    pub added_on: String,
    /// Day they were removed.
    pub removed_on: Option<String>,
}

/// A new member of staff.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct StaffAdd {
    /// Name, unique among those present.
    pub name: String,
    /// Role.
    pub role: Role,
    /// First password, to be changed by themselves.
    pub password: String,
}

/// Names a member of staff.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct StaffRef {
    /// Staff number.
    pub id: StaffId,
}

/// A new password for somebody else.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct StaffReset {
    /// Staff number.
    pub id: StaffId,
    /// The new password.
    pub password: String,
}
