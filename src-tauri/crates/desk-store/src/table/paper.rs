//! Owns the papers a customer brings: what each is, how it came in, how far it
//! is trusted. The bytes lie encrypted beside the database (see
//! `vault.rs`); the row names them. Refuses to touch the original.

use std::io::{Read, Write};

use rusqlite::{Connection, OptionalExtension, params};
use serde_json::{Value, json};

use desk_domain::paper::Verification;

use crate::access::{Act, Reader};
use crate::column::{Json, Word, word};
use crate::table::audit::{self, Subject};
use crate::table::customer::CustomerId;
use crate::table::order::OrderId;
use crate::vault::Blob;
use crate::{StoreError, StoreResult};

mod row;

use row::COLUMNS;
pub use row::{NewPaper, PAPER_LIMIT, PaperId, PaperMarks, PaperRow};

pub(crate) const V1: &str = "
CREATE TABLE paper (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id INTEGER REFERENCES orders (id),
    customer_id INTEGER REFERENCES customer (id),
    kind TEXT NOT NULL CHECK (length(kind) > 0),
    arrival TEXT NOT NULL CHECK (arrival IN ('scan', 'fax', 'post', 'upload')),
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    page INTEGER NOT NULL DEFAULT 1 CHECK (page BETWEEN 1 AND pages),
    pages INTEGER NOT NULL DEFAULT 1,
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    blob TEXT NOT NULL CHECK (length(blob) = 64),
    sealed INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1)),
    rotation TEXT NOT NULL DEFAULT 'upright' CHECK (length(rotation) > 0),
    crop TEXT CHECK (crop IS NULL OR json_valid(crop)),
    verification TEXT NOT NULL DEFAULT 'unverified'
        CHECK (verification IN ('unverified', 'verified', 'found_untrue')),
    verified_how TEXT,
    verified_at TEXT,
    verified_by INTEGER REFERENCES staff (id),
    added_at TEXT NOT NULL,
    added_by INTEGER NOT NULL REFERENCES staff (id),
    removed_at TEXT
) STRICT;
CREATE INDEX paper_order ON paper (order_id);
CREATE INDEX paper_customer ON paper (customer_id);
CREATE INDEX paper_blob ON paper (blob);
CREATE TRIGGER paper_is_kept BEFORE DELETE ON paper
BEGIN SELECT RAISE(ABORT, 'paper'); END;
CREATE TRIGGER paper_original_is_fixed
BEFORE UPDATE OF bytes, sha256, blob, file_name, media_type, page, pages, added_at, added_by
ON paper
BEGIN SELECT RAISE(ABORT, 'paper'); END;
";

/// Reads papers.
pub struct Papers<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Papers<'_> {
    /// One paper, also one taken off.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn get(&self, id: PaperId) -> StoreResult<PaperRow> {
        get(self.reader.conn, id)
    }

    /// Papers of an order that were not taken off, in the order they came.
    ///
    /// # Errors
    /// Only of the database.
    pub fn of_order(&self, order: OrderId) -> StoreResult<Vec<PaperRow>> {
        self.list("order_id", order.0)
    }

    /// Papers of a customer that were not taken off, in the order they came.
    ///
    /// # Errors
    /// Only of the database.
    pub fn of_customer(&self, customer: CustomerId) -> StoreResult<Vec<PaperRow>> {
        self.list("customer_id", customer.0)
    }

    fn list(&self, column: &str, id: i64) -> StoreResult<Vec<PaperRow>> {
        let mut statement = self.reader.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM paper WHERE {column} = ?1 AND removed_at IS NULL ORDER BY id"
        ))?;
        let rows = statement.query_map([id], PaperRow::from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The bytes as they came, for the program's own work (reading fields,
    /// binding a file). Whatever a person gets to see goes through
    /// [`PapersMut::view`].
    ///
    /// # Errors
    /// `NotFound`, `PaperLost`, `PaperDamaged`.
    pub fn bytes(&self, id: PaperId) -> StoreResult<Vec<u8>> {
        let row = get(self.reader.conn, id)?;
        self.reader.vault.read(&row.blob)
    }

    /// The bytes as they came, without holding them in memory.
    ///
    /// # Errors
    /// `NotFound`, `PaperLost`; `PaperDamaged`, found at the latest at the
    /// end: what was written until then must be thrown away.
    pub fn copy_to(&self, id: PaperId, target: &mut dyn Write) -> StoreResult<()> {
        let row = get(self.reader.conn, id)?;
        self.reader.vault.copy_to(&row.blob, target)
    }
}

/// Changes papers.
pub struct PapersMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl PapersMut<'_> {
    /// Puts a paper in; `source` is read to its end in pieces. The encrypted
    /// file is durable before the row is written.
    ///
    /// # Errors
    /// `PaperEmpty`, `PaperTooLarge`, `DiskFull`, `FolderNotWritable`.
    pub fn add(&mut self, paper: &NewPaper, source: &mut dyn Read) -> StoreResult<PaperId> {
        let blob = self.reader.vault.put(source, PAPER_LIMIT)?;
        self.insert(paper, &blob, 1, 1)
    }

    /// Puts a file of several pages in: a paper for each page, all naming the
    /// one file, so that each page can be said to be something else.
    ///
    /// # Errors
    /// As [`Self::add`].
    pub fn add_pages(
        &mut self,
        paper: &NewPaper,
        pages: u32,
        source: &mut dyn Read,
    ) -> StoreResult<Vec<PaperId>> {
        let blob = self.reader.vault.put(source, PAPER_LIMIT)?;
        (1..=pages)
            .map(|page| self.insert(paper, &blob, page, pages))
            .collect()
    }

    fn insert(&self, paper: &NewPaper, blob: &Blob, page: u32, pages: u32) -> StoreResult<PaperId> {
        let conn = self.reader.conn;
        conn.prepare_cached(
            "INSERT INTO paper (order_id, customer_id, kind, arrival, file_name, media_type,
                 bytes, sha256, blob, sealed, rotation, crop, added_at, added_by, page, pages)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        )?
        .execute(params![
            paper.order,
            paper.customer,
            Word(paper.marks.kind),
            Word(paper.marks.arrival),
            paper.file_name,
            paper.media_type,
            blob.bytes,
            blob.sha256,
            blob.name,
            paper.marks.sealed,
            Word(paper.marks.rotation),
            paper.marks.crop.map(Json),
            self.act.at,
            self.act.by.0,
            page,
            pages,
        ])?;
        let id = PaperId(conn.last_insert_rowid());
        let detail = json!({ "kind": word(&paper.marks.kind), "order": paper.order });
        self.audit("paper_added", id, &detail)?;
        Ok(id)
    }

    /// Shows a paper to the acting person: gives its bytes and puts the
    /// viewing on the record (协议四（一）2).
    ///
    /// # Errors
    /// `NotFound`, `PaperLost`, `PaperDamaged`.
    pub fn view(&mut self, id: PaperId, purpose: &str) -> StoreResult<Vec<u8>> {
        let row = get(self.reader.conn, id)?;
        let bytes = self.reader.vault.read(&row.blob)?;
        let detail = json!({ "kind": word(&row.marks.kind), "purpose": purpose });
        self.audit("paper_viewed", id, &detail)?;
        Ok(bytes)
    }

    /// Corrects what is said of a paper; the log keeps the old marks.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn set_marks(&mut self, id: PaperId, marks: &PaperMarks) -> StoreResult<()> {
        let before = get(self.reader.conn, id)?.marks;
        if before == *marks {
            return Ok(());
        }
        self.reader.conn.execute(
            "UPDATE paper SET kind = ?2, arrival = ?3, sealed = ?4, rotation = ?5, crop = ?6
             WHERE id = ?1",
            params![
                id,
                Word(marks.kind),
                Word(marks.arrival),
                marks.sealed,
                Word(marks.rotation),
                marks.crop.map(Json),
            ],
        )?;
        self.audit("paper_marked", id, &json!({ "from": before, "to": marks }))
    }

    /// Gives a paper to a customer, once that is known.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn set_customer(&mut self, id: PaperId, customer: CustomerId) -> StoreResult<()> {
        let before = get(self.reader.conn, id)?.customer;
        if before == Some(customer) {
            return Ok(());
        }
        self.reader.conn.execute(
            "UPDATE paper SET customer_id = ?2 WHERE id = ?1",
            params![id, customer],
        )?;
        self.audit(
            "paper_given_to_customer",
            id,
            &json!({ "from": before, "to": customer }),
        )
    }

    /// Puts on the record that a paper was checked, how, and what came of it.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn set_verification(
        &mut self,
        id: PaperId,
        verification: Verification,
        how: &str,
    ) -> StoreResult<()> {
        let before = get(self.reader.conn, id)?.verification;
        self.reader.conn.execute(
            "UPDATE paper SET verification = ?2, verified_how = ?3, verified_at = ?4,
                 verified_by = ?5
             WHERE id = ?1",
            params![id, Word(verification), how, self.act.at, self.act.by.0],
        )?;
        let detail = json!({ "from": word(&before), "to": word(&verification), "how": how });
        self.audit("paper_verification", id, &detail)
    }

    /// Takes a paper off its order and customer. Row and bytes stay.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn remove(&mut self, id: PaperId, reason: &str) -> StoreResult<()> {
        get(self.reader.conn, id)?;
        self.reader.conn.execute(
            "UPDATE paper SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
            params![id, self.act.at],
        )?;
        self.audit("paper_removed", id, &json!({ "reason": reason }))
    }

    fn audit(&self, action: &str, id: PaperId, detail: &Value) -> StoreResult<()> {
        audit::record(
            self.reader.conn,
            self.act,
            action,
            &Subject::Paper(id),
            detail,
        )
    }
}

fn get(conn: &Connection, id: PaperId) -> StoreResult<PaperRow> {
    conn.prepare_cached(&format!("SELECT {COLUMNS} FROM paper WHERE id = ?1"))?
        .query_row([id], PaperRow::from_row)
        .optional()?
        .ok_or_else(|| StoreError::not_found("paper", id))
}
