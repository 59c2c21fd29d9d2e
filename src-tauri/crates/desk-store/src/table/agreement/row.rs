//! Owns what a printed agreement is on record.

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::Row;
use serde::Serialize;
use serde_json::Value;

use desk_domain::agreement::AgreementState;
use desk_domain::staff::StaffId;

use crate::column::{Json, Word};
use crate::table::customer::CustomerId;
use crate::table::order::OrderId;
use crate::vault::Blob;

/// An agreement as it comes from the printer's side, about to be numbered.
#[derive(Debug, Clone, PartialEq)]
pub struct NewAgreement {
    /// The order it carries out.
    pub order: OrderId,
    /// 乙方.
    pub customer: CustomerId,
    /// The 400 number it is about, ten digits.
    pub number400: Option<String>,
    /// Edition of the text it was set in.
    pub edition: String,
    /// Everything printed on it, copied, so that nothing that changes later
    /// changes it.
    pub snapshot: Value,
    /// The pages, as they go to the printer.
    pub pdf: Vec<u8>,
    /// How many pages.
    pub pages: u32,
    /// The agreement it changes, supplements or renews (协议八（二）).
    pub cites: Option<String>,
}

/// A printed agreement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AgreementRow {
    /// Its number, for example `QF-2026-000001`.
    pub number: String,
    /// Year of the number.
    pub year: i32,
    /// Place in the year, from 1.
    pub seq: u32,
    /// The order it carries out.
    pub order: OrderId,
    /// 乙方.
    pub customer: CustomerId,
    /// The 400 number it is about.
    pub number400: Option<String>,
    /// Edition of its text.
    pub edition: String,
    /// Everything printed on it.
    pub snapshot: Value,
    /// Where its pages are.
    pub blob: Blob,
    /// How many pages.
    pub pages: u32,
    /// The agreement it cites.
    pub cites: Option<String>,
    /// Where it stands.
    pub state: AgreementState,
    /// First printed.
    pub printed_at: NaiveDateTime,
    /// By whom.
    pub printed_by: StaffId,
    /// Day of the last signature.
    pub signed_on: Option<NaiveDate>,
    /// First day in force.
    pub in_force_on: Option<NaiveDate>,
    /// Last day in force.
    pub ended_on: Option<NaiveDate>,
    /// Why it was voided.
    pub void_reason: Option<String>,
    /// When.
    pub voided_at: Option<NaiveDateTime>,
    /// By whom.
    pub voided_by: Option<StaffId>,
}

pub(super) const COLUMNS: &str = "number, year, seq, order_id, customer_id, number400, edition,
    snapshot, blob, sha256, bytes, pages, cites, state, printed_at, printed_by, signed_on,
    in_force_on, ended_on, void_reason, voided_at, voided_by";

impl AgreementRow {
    pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            number: row.get("number")?,
            year: row.get("year")?,
            seq: row.get("seq")?,
            order: row.get("order_id")?,
            customer: row.get("customer_id")?,
            number400: row.get("number400")?,
            edition: row.get("edition")?,
            snapshot: row.get::<_, Json<Value>>("snapshot")?.0,
            blob: Blob::from_row(row)?,
            pages: row.get("pages")?,
            cites: row.get("cites")?,
            state: row.get::<_, Word<AgreementState>>("state")?.0,
            printed_at: row.get("printed_at")?,
            printed_by: StaffId(row.get("printed_by")?),
            signed_on: row.get("signed_on")?,
            in_force_on: row.get("in_force_on")?,
            ended_on: row.get("ended_on")?,
            void_reason: row.get("void_reason")?,
            voided_at: row.get("voided_at")?,
            voided_by: row.get::<_, Option<i64>>("voided_by")?.map(StaffId),
        })
    }
}
