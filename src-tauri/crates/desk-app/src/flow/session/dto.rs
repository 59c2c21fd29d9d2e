//! What the window and the desk say to each other about signing in.

use desk_domain::party::Firm;
use desk_domain::staff::{Permission, Role, StaffId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What stands in the data folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeskState {
    /// Nothing yet: first run.
    New,
    /// A store, and nobody signed in.
    Locked,
    /// Somebody is signed in.
    Open,
}

/// What the window should show first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeskStatus {
    /// What stands in the data folder.
    pub state: DeskState,
    /// Names that may sign in.
    pub staff: Vec<String>,
    /// Who is signed in.
    pub session: Option<SessionView>,
    /// Version of the program.
    pub version: String,
}

/// First run.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct FirstRun {
    /// The firm's profile.
    pub firm: Firm,
    /// Name of the first manager.
    pub manager: String,
    /// Password of the first manager.
    pub password: String,
}

/// The store was made.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct Founded {
    /// Shown once, to be written down and locked away.
    pub recovery_code: String,
    /// The first manager is signed in.
    pub session: SessionView,
}

/// Name and password.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SignIn {
    /// Name of the member of staff.
    pub name: String,
    /// Their password.
    pub password: String,
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SessionView {
    /// Staff number.
    pub staff: StaffId,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// What they may do.
    pub permissions: Vec<Permission>,
    /// Minutes without a touch after which the window locks.
    pub idle_minutes: u32,
    /// Name of the firm.
    pub firm_name: String,
}

/// A manager lost the password but has the recovery code.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct Recover {
    /// Name of the manager.
    pub name: String,
    /// The code from first run.
    pub recovery_code: String,
    /// The new password.
    pub new_password: String,
}

/// A change of one's own password.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PasswordChange {
    /// The present one.
    pub old: String,
    /// The new one.
    pub new: String,
}
