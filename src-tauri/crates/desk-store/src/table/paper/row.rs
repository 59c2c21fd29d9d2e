//! Owns what a paper is on record: its row and what of it may be corrected.

use chrono::NaiveDateTime;
use rusqlite::Row;
use serde::Serialize;

use desk_domain::paper::{Arrival, Crop, PaperKind, Rotation, Verification};
use desk_domain::staff::StaffId;

use crate::column::{Json, Word, record_id};
use crate::table::customer::CustomerId;
use crate::table::order::OrderId;
use crate::vault::Blob;

record_id! {
    /// Number of a paper.
    PaperId
}

/// Largest paper taken in, in bytes.
pub const PAPER_LIMIT: u64 = 64 << 20;

/// A paper about to be put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPaper {
    /// Order it was brought for.
    pub order: Option<OrderId>,
    /// Customer it belongs to, once known.
    pub customer: Option<CustomerId>,
    /// What staff may say of it.
    pub marks: PaperMarks,
    /// Name of the file as it came.
    pub file_name: String,
    /// Its media type, found out from the bytes (`image/jpeg`).
    pub media_type: String,
}

/// What staff say of a paper and may correct.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PaperMarks {
    /// What it is.
    pub kind: PaperKind,
    /// How it came in.
    pub arrival: Arrival,
    /// 已盖公章: bears the company's seal.
    pub sealed: bool,
    /// How it is turned to be read.
    pub rotation: Rotation,
    /// What of it is shown.
    pub crop: Option<Crop>,
}

/// A paper.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PaperRow {
    /// Number.
    pub id: PaperId,
    /// Order it was brought for.
    pub order: Option<OrderId>,
    /// Customer it belongs to.
    pub customer: Option<CustomerId>,
    /// What staff say of it.
    pub marks: PaperMarks,
    /// Name of the file as it came.
    pub file_name: String,
    /// Media type.
    pub media_type: String,
    /// Page of that file, from 1.
    pub page: u32,
    /// Pages of that file.
    pub pages: u32,
    /// Where its bytes are.
    pub blob: Blob,
    /// How far it is trusted.
    pub verification: Verification,
    /// How it was checked.
    pub verified_how: Option<String>,
    /// When.
    pub verified_at: Option<NaiveDateTime>,
    /// By whom.
    pub verified_by: Option<StaffId>,
    /// When it was put in.
    pub added_at: NaiveDateTime,
    /// By whom.
    pub added_by: StaffId,
    /// When it was taken off its order; the bytes stay.
    pub removed_at: Option<NaiveDateTime>,
}

pub(super) const COLUMNS: &str = "id, order_id, customer_id, kind, arrival, file_name, media_type,
    page, pages, bytes, sha256, blob, sealed, rotation, crop, verification, verified_how, verified_at,
    verified_by, added_at, added_by, removed_at";

impl PaperRow {
    pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            order: row.get("order_id")?,
            customer: row.get("customer_id")?,
            marks: PaperMarks {
                kind: row.get::<_, Word<PaperKind>>("kind")?.0,
                arrival: row.get::<_, Word<Arrival>>("arrival")?.0,
                sealed: row.get("sealed")?,
                rotation: row.get::<_, Word<Rotation>>("rotation")?.0,
                crop: row
                    .get::<_, Option<Json<Crop>>>("crop")?
                    .map(|Json(crop)| crop),
            },
            file_name: row.get("file_name")?,
            media_type: row.get("media_type")?,
            page: row.get("page")?,
            pages: row.get("pages")?,
            blob: Blob::from_row(row)?,
            verification: row.get::<_, Word<Verification>>("verification")?.0,
            verified_how: row.get("verified_how")?,
            verified_at: row.get("verified_at")?,
            verified_by: row.get::<_, Option<i64>>("verified_by")?.map(StaffId),
            added_at: row.get("added_at")?,
            added_by: StaffId(row.get("added_by")?),
            removed_at: row.get("removed_at")?,
        })
    }
}
