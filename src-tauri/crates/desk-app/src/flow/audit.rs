//! Looking at the audit log.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::show;
use desk_domain::staff::Permission;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
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

/// A page of the log, newest first.
///
/// # Errors
/// Only a manager may read it.
pub fn list(desk: &Desk, request: AuditList) -> Result<Vec<AuditLine>, Failure> {
    let limit = if request.limit == 0 {
        100
    } else {
        request.limit.min(1000)
    };
    desk.read(Permission::ReadAudit, |reader| {
        let names: BTreeMap<_, _> = reader
            .staff()
            .all()?
            .into_iter()
            .map(|row| (row.id, row.name))
            .collect();
        let rows = reader.audit().page(request.before, limit)?;
        Ok(rows
            .into_iter()
            .map(|row| AuditLine {
                seq: row.seq,
                at: show::second(row.at),
                staff: row
                    .staff
                    .and_then(|id| names.get(&id).cloned())
                    .unwrap_or_default(),
                action: row.action,
                subject: format!("{} {}", row.subject_kind, row.subject_id)
                    .trim()
                    .to_owned(),
                detail: if row.detail.is_null() {
                    String::new()
                } else {
                    row.detail.to_string()
                },
            })
            .collect())
    })
}
