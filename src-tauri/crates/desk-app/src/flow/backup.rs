//! Backups and the great check.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VerifyReport {
    /// Papers read and compared with their hash.
    pub papers: u32,
    /// Audit entries whose chain was followed.
    pub audit_entries: u32,
    /// Agreements whose numbers were followed.
    pub agreements: u32,
    /// What is wrong, one sentence each; empty when all is well.
    pub faults: Vec<String>,
}
