//! Owns signatures that customers drew on the screen: the pen's way as it came,
//! who signed, and the paper that bears it. Refuses to change or lose one: it
//! is evidence (电子签名法第十三条).

use chrono::NaiveDateTime;
use rusqlite::{Row, params};
use serde_json::{Value, json};

use crate::StoreResult;
use crate::access::{Act, Reader};
use crate::column::Json;
use crate::table::audit::{self, Subject};
use crate::table::paper::PaperId;

pub(crate) const V4: &str = "
CREATE TABLE screen_signature (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    agreement TEXT NOT NULL REFERENCES agreement (number),
    signer TEXT NOT NULL CHECK (signer <> ''),
    strokes TEXT NOT NULL CHECK (json_valid(strokes)),
    paper INTEGER NOT NULL REFERENCES paper (id),
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX screen_signature_agreement ON screen_signature (agreement);
CREATE TRIGGER screen_signature_is_kept BEFORE DELETE ON screen_signature
BEGIN SELECT RAISE(ABORT, 'screen_signature'); END;
CREATE TRIGGER screen_signature_is_fixed BEFORE UPDATE ON screen_signature
BEGIN SELECT RAISE(ABORT, 'screen_signature'); END;
";

/// A signature drawn on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct ScreenSignature {
    /// The agreement.
    pub agreement: String,
    /// Who signed, in their own words.
    pub signer: String,
    /// The strokes, as the window took them.
    pub strokes: Value,
    /// The paper that bears it.
    pub paper: PaperId,
    /// When; filled in by the store.
    pub at: NaiveDateTime,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<ScreenSignature> {
    Ok(ScreenSignature {
        agreement: row.get("agreement")?,
        signer: row.get("signer")?,
        strokes: row.get::<_, Json<Value>>("strokes")?.0,
        paper: row.get("paper")?,
        at: row.get("at")?,
    })
}

/// Reads signatures drawn on the screen.
pub struct ScreenSignatures<'a> {
    pub(crate) reader: Reader<'a>,
}

impl ScreenSignatures<'_> {
    /// Those of an agreement, oldest first; what was taken off apart.
    ///
    /// # Errors
    /// Only of the database.
    pub fn of_agreement(&self, agreement: &str) -> StoreResult<Vec<ScreenSignature>> {
        let mut statement = self.reader.conn.prepare_cached(
            "SELECT agreement, signer, strokes, paper, at FROM screen_signature
             WHERE agreement = ?1 AND EXISTS
                 (SELECT 1 FROM paper WHERE id = screen_signature.paper AND removed_at IS NULL)
             ORDER BY id",
        )?;
        let rows = statement.query_map([agreement], from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Writes signatures drawn on the screen.
pub struct ScreenSignaturesMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl ScreenSignaturesMut<'_> {
    /// Keeps a signature, as of now.
    ///
    /// # Errors
    /// Of the database.
    pub fn add(&mut self, signature: &ScreenSignature) -> StoreResult<()> {
        self.reader
            .conn
            .prepare_cached(
                "INSERT INTO screen_signature (agreement, signer, strokes, paper, at, by_staff)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                signature.agreement,
                signature.signer,
                Json(&signature.strokes),
                signature.paper,
                self.act.at,
                self.act.by.0
            ])?;
        let detail = json!({ "signer": signature.signer, "paper": signature.paper });
        let subject = Subject::Agreement(signature.agreement.clone());
        audit::record(
            self.reader.conn,
            self.act,
            "screen_signature_taken",
            &subject,
            &detail,
        )
    }
}
