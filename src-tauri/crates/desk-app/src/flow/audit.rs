//! Looking at the audit log.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which entries to list.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AuditList {
    /// Only entries older than this one.
    pub before: Option<i64>,
    /// How many at most; 0 means 100.
    pub limit: u32,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AuditLine {
    /// Entry's number.
    pub seq: i64,
    /// When, `YYYY-MM-DD HH:MM:SS`.
    pub at: String,
    /// Who.
    pub staff: String,
    /// What was done, a key the window has words for.
    pub action: String,
    /// To what, for example `agreement QF-2026-000001`.
    pub subject: String,
    /// Details, as the entry keeps them.
    pub detail: String,
}
