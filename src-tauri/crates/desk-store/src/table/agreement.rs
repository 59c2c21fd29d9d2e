//! Owns the printed agreements. Numbering one, archiving its pages and writing
//! its row are one act: either all of it happened or none. Refuses to change
//! what was printed, and a second live agreement over one 400 number.

use rusqlite::{Connection, OptionalExtension, params};

use desk_domain::agreement::AgreementState;

use crate::access::Reader;
use crate::column::{Json, word};
use crate::table::customer::CustomerId;
use crate::table::order::OrderId;
use crate::{StoreError, StoreResult};

mod row;
mod write;

use row::COLUMNS;
pub use row::{AgreementRow, NewAgreement};
pub use write::AgreementsMut;

pub(crate) const V1: &str = "
CREATE TABLE agreement (
    number TEXT NOT NULL PRIMARY KEY CHECK (length(number) > 0),
    year INTEGER NOT NULL,
    seq INTEGER NOT NULL CHECK (seq BETWEEN 1 AND 999999),
    order_id INTEGER NOT NULL REFERENCES orders (id),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    number400 TEXT,
    edition TEXT NOT NULL,
    snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
    blob TEXT NOT NULL CHECK (length(blob) = 64),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    pages INTEGER NOT NULL CHECK (pages > 0),
    cites TEXT REFERENCES agreement (number),
    state TEXT NOT NULL DEFAULT 'printed'
        CHECK (state IN ('printed', 'signed', 'in_force', 'void', 'ended')),
    printed_at TEXT NOT NULL,
    printed_by INTEGER NOT NULL REFERENCES staff (id),
    signed_on TEXT,
    in_force_on TEXT,
    ended_on TEXT,
    void_reason TEXT,
    voided_at TEXT,
    voided_by INTEGER REFERENCES staff (id),
    UNIQUE (year, seq),
    CHECK ((state = 'void') = (void_reason IS NOT NULL))
) STRICT;
CREATE INDEX agreement_order ON agreement (order_id);
CREATE INDEX agreement_customer ON agreement (customer_id);
CREATE INDEX agreement_cites ON agreement (cites) WHERE cites IS NOT NULL;
CREATE INDEX agreement_blob ON agreement (blob);
CREATE UNIQUE INDEX agreement_one_live_per_number ON agreement (number400)
    WHERE number400 IS NOT NULL AND cites IS NULL
        AND state IN ('printed', 'signed', 'in_force');
CREATE TRIGGER agreement_is_kept BEFORE DELETE ON agreement
BEGIN SELECT RAISE(ABORT, 'agreement'); END;
CREATE TRIGGER agreement_as_printed_is_fixed
BEFORE UPDATE OF number, year, seq, order_id, customer_id, number400, edition, snapshot, blob,
    sha256, bytes, pages, cites, printed_at, printed_by ON agreement
BEGIN SELECT RAISE(ABORT, 'agreement'); END;
CREATE TRIGGER agreement_stays_closed BEFORE UPDATE ON agreement
WHEN OLD.state IN ('void', 'ended')
BEGIN SELECT RAISE(ABORT, 'agreement'); END;
";

/// Reads printed agreements.
pub struct Agreements<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Agreements<'_> {
    /// One agreement.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn get(&self, number: &str) -> StoreResult<AgreementRow> {
        get(self.reader.conn, number)
    }

    /// Agreements in one of `states` (in any when empty), newest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn list(&self, states: &[AgreementState], limit: u32) -> StoreResult<Vec<AgreementRow>> {
        let words: Vec<String> = states.iter().map(word).collect();
        let filter = "?1 = '[]' OR state IN (SELECT value FROM json_each(?1))";
        self.query(
            &format!("{filter} ORDER BY year DESC, seq DESC LIMIT ?2"),
            params![Json(words), limit],
        )
    }

    /// Agreements of an order, oldest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn of_order(&self, order: OrderId) -> StoreResult<Vec<AgreementRow>> {
        self.query("order_id = ?1 ORDER BY year, seq", params![order])
    }

    /// Agreements of a customer, oldest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn of_customer(&self, customer: CustomerId) -> StoreResult<Vec<AgreementRow>> {
        self.query("customer_id = ?1 ORDER BY year, seq", params![customer])
    }

    /// Changes, supplements and renewals that cite an agreement, oldest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn citing(&self, number: &str) -> StoreResult<Vec<AgreementRow>> {
        self.query("cites = ?1 ORDER BY year, seq", params![number])
    }

    /// The pages, byte for byte as they were printed.
    ///
    /// # Errors
    /// `NotFound`, `PaperLost`, `PaperDamaged`.
    pub fn pdf(&self, number: &str) -> StoreResult<Vec<u8>> {
        let row = get(self.reader.conn, number)?;
        self.reader.vault.read(&row.blob)
    }

    fn query(
        &self,
        filter: &str,
        values: &[&dyn rusqlite::ToSql],
    ) -> StoreResult<Vec<AgreementRow>> {
        let sql = format!("SELECT {COLUMNS} FROM agreement WHERE {filter}");
        let mut statement = self.reader.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(values, AgreementRow::from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn get(conn: &Connection, number: &str) -> StoreResult<AgreementRow> {
    conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM agreement WHERE number = ?1"
    ))?
    .query_row([number], AgreementRow::from_row)
    .optional()?
    .ok_or_else(|| StoreError::not_found("agreement", number))
}
