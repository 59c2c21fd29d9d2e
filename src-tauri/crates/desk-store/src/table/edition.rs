//! Owns the editions of the agreement's text. A draft may change; a published
//! one is fixed, and only retired. Refuses to lose one that was published.

use rusqlite::{OptionalExtension, Row, params};
use serde_json::json;

use desk_domain::edition::{EditionId, EditionState, TextEdition};

use crate::access::{Act, Reader};
use crate::column::Word;
use crate::table::audit::{self, Subject};
use crate::{StoreError, StoreResult};

pub(crate) const V3: &str = "
CREATE TABLE edition (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> ''),
    text TEXT NOT NULL,
    effective TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'retired')),
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE UNIQUE INDEX edition_name ON edition (name);
CREATE TRIGGER edition_is_kept BEFORE DELETE ON edition WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'edition'); END;
CREATE TRIGGER edition_is_fixed BEFORE UPDATE ON edition
WHEN OLD.state = 'retired'
    OR (OLD.state = 'published' AND (NEW.state <> 'retired'
        OR NEW.text IS NOT OLD.text OR NEW.name IS NOT OLD.name
        OR NEW.effective IS NOT OLD.effective))
BEGIN SELECT RAISE(ABORT, 'edition'); END;
";

const COLUMNS: &str = "id, name, text, effective, state";

fn from_row(row: &Row<'_>) -> rusqlite::Result<TextEdition> {
    Ok(TextEdition {
        id: EditionId(row.get("id")?),
        name: row.get("name")?,
        text: row.get("text")?,
        effective: row.get("effective")?,
        state: row.get::<_, Word<EditionState>>("state")?.0,
    })
}

/// Reads editions.
pub struct Editions<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Editions<'_> {
    /// Every edition, by its first day.
    ///
    /// # Errors
    /// Only of the database.
    pub fn all(&self) -> StoreResult<Vec<TextEdition>> {
        let mut statement = self.reader.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM edition ORDER BY effective, id"
        ))?;
        let rows = statement.query_map([], from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// One edition.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn get(&self, id: EditionId) -> StoreResult<TextEdition> {
        self.reader
            .conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM edition WHERE id = ?1"))?
            .query_row([id.0], from_row)
            .optional()?
            .ok_or_else(|| StoreError::not_found("edition", id.0))
    }
}

/// Writes editions.
pub struct EditionsMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl EditionsMut<'_> {
    /// Keeps a new draft; its `id` is not looked at.
    ///
    /// # Errors
    /// Of the database, also when the name is taken.
    pub fn add(&mut self, draft: &TextEdition) -> StoreResult<EditionId> {
        let conn = self.reader.conn;
        conn.prepare_cached(
            "INSERT INTO edition (name, text, effective, state, at, by_staff)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            draft.name,
            draft.text,
            draft.effective,
            Word(draft.state),
            self.act.at,
            self.act.by.0
        ])?;
        let id = EditionId(conn.last_insert_rowid());
        self.note("edition_drafted", draft)?;
        Ok(id)
    }

    /// Keeps an edition as it is now: an edited draft, or another state.
    ///
    /// # Errors
    /// `AppendOnly` when it is published or retired and its words change.
    pub fn save(&mut self, edition: &TextEdition) -> StoreResult<()> {
        self.reader
            .conn
            .prepare_cached(
                "UPDATE edition SET name = ?2, text = ?3, effective = ?4, state = ?5, at = ?6,
                     by_staff = ?7 WHERE id = ?1",
            )?
            .execute(params![
                edition.id.0,
                edition.name,
                edition.text,
                edition.effective,
                Word(edition.state),
                self.act.at,
                self.act.by.0
            ])?;
        let action = match edition.state {
            EditionState::Draft => "edition_edited",
            EditionState::Published => "edition_published",
            EditionState::Retired => "edition_retired",
        };
        self.note(action, edition)
    }

    /// Throws a draft away; that there was one stays in the log.
    ///
    /// # Errors
    /// `AppendOnly` when it was published.
    pub fn discard(&mut self, draft: &TextEdition) -> StoreResult<()> {
        self.reader
            .conn
            .prepare_cached("DELETE FROM edition WHERE id = ?1")?
            .execute([draft.id.0])?;
        self.note("edition_discarded", draft)
    }

    fn note(&self, action: &str, edition: &TextEdition) -> StoreResult<()> {
        let subject = Subject::Edition(edition.name.clone());
        let detail = json!({ "effective": edition.effective });
        audit::record(self.reader.conn, self.act, action, &subject, &detail)
    }
}
