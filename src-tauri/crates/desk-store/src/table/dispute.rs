//! Owns disputes over calls: which calls, what the customer says, what was
//! answered. Refuses to change a claim or an answer.

use chrono::NaiveDateTime;
use rusqlite::{OptionalExtension, Row, params};
use serde_json::json;

use desk_domain::dispute::DisputeState;
use desk_domain::staff::StaffId;

use crate::access::{Act, Reader};
use crate::column::{Word, record_id};
use crate::table::account::AccountId;
use crate::table::audit::{self, Subject};
use crate::table::call::CallId;
use crate::table::ledger::EntryId;
use crate::{StoreError, StoreResult};

pub(crate) const V3: &str = "
CREATE TABLE dispute (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account INTEGER NOT NULL REFERENCES account (id),
    claim TEXT NOT NULL,
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX dispute_account ON dispute (account);
CREATE TABLE dispute_call (
    call INTEGER PRIMARY KEY REFERENCES call (id),
    dispute INTEGER NOT NULL REFERENCES dispute (id)
) STRICT;
CREATE INDEX dispute_call_dispute ON dispute_call (dispute);
CREATE TABLE dispute_outcome (
    dispute INTEGER PRIMARY KEY REFERENCES dispute (id),
    state TEXT NOT NULL CHECK (state <> ''),
    reply TEXT NOT NULL,
    entry INTEGER REFERENCES ledger (id),
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE TRIGGER dispute_is_kept BEFORE DELETE ON dispute
BEGIN SELECT RAISE(ABORT, 'dispute'); END;
CREATE TRIGGER dispute_is_fixed BEFORE UPDATE ON dispute
BEGIN SELECT RAISE(ABORT, 'dispute'); END;
CREATE TRIGGER dispute_call_is_kept BEFORE DELETE ON dispute_call
BEGIN SELECT RAISE(ABORT, 'dispute_call'); END;
CREATE TRIGGER dispute_call_is_fixed BEFORE UPDATE ON dispute_call
BEGIN SELECT RAISE(ABORT, 'dispute_call'); END;
CREATE TRIGGER dispute_outcome_is_kept BEFORE DELETE ON dispute_outcome
BEGIN SELECT RAISE(ABORT, 'dispute_outcome'); END;
CREATE TRIGGER dispute_outcome_is_fixed BEFORE UPDATE ON dispute_outcome
BEGIN SELECT RAISE(ABORT, 'dispute_outcome'); END;
";

record_id! {
    /// A dispute's number in the store.
    DisputeId
}

/// How a dispute was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisputeOutcome {
    /// Upheld or rejected.
    pub state: DisputeState,
    /// The answer.
    pub reply: String,
    /// The entry that gives money back.
    pub entry: Option<EntryId>,
    /// When.
    pub at: NaiveDateTime,
    /// By whom.
    pub by: StaffId,
}

/// A dispute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisputeRow {
    /// Its number.
    pub id: DisputeId,
    /// The account.
    pub account: AccountId,
    /// What the customer says.
    pub claim: String,
    /// When it was opened.
    pub at: NaiveDateTime,
    /// By whom it was taken in.
    pub by: StaffId,
    /// How it was answered.
    pub outcome: Option<DisputeOutcome>,
}

const SELECT: &str = "SELECT dispute.id AS id, account, claim, dispute.at AS at,
    dispute.by_staff AS by_staff, state, reply, entry, dispute_outcome.at AS settled_at,
    dispute_outcome.by_staff AS settled_by
    FROM dispute LEFT JOIN dispute_outcome ON dispute_outcome.dispute = dispute.id";

fn from_row(row: &Row<'_>) -> rusqlite::Result<DisputeRow> {
    let outcome = match row.get::<_, Option<Word<DisputeState>>>("state")? {
        Some(Word(state)) => Some(DisputeOutcome {
            state,
            reply: row.get("reply")?,
            entry: row.get("entry")?,
            at: row.get("settled_at")?,
            by: StaffId(row.get("settled_by")?),
        }),
        None => None,
    };
    Ok(DisputeRow {
        id: row.get("id")?,
        account: row.get("account")?,
        claim: row.get("claim")?,
        at: row.get("at")?,
        by: StaffId(row.get("by_staff")?),
        outcome,
    })
}

/// Reads disputes.
pub struct Disputes<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Disputes<'_> {
    /// One dispute.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn get(&self, id: DisputeId) -> StoreResult<DisputeRow> {
        self.reader
            .conn
            .prepare_cached(&format!("{SELECT} WHERE dispute.id = ?1"))?
            .query_row([id], from_row)
            .optional()?
            .ok_or_else(|| StoreError::not_found("dispute", id))
    }

    /// Disputes, newest first; of one account when it is named.
    ///
    /// # Errors
    /// Only of the database.
    pub fn list(&self, account: Option<AccountId>) -> StoreResult<Vec<DisputeRow>> {
        let mut statement = self.reader.conn.prepare_cached(&format!(
            "{SELECT} WHERE ?1 IS NULL OR account = ?1 ORDER BY dispute.id DESC"
        ))?;
        let rows = statement.query_map([account], from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The calls of a dispute.
    ///
    /// # Errors
    /// Only of the database.
    pub fn calls(&self, id: DisputeId) -> StoreResult<Vec<CallId>> {
        let mut statement = self
            .reader
            .conn
            .prepare_cached("SELECT call FROM dispute_call WHERE dispute = ?1 ORDER BY call")?;
        let rows = statement.query_map([id], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The dispute that names a call, if any.
    ///
    /// # Errors
    /// Only of the database.
    pub fn of_call(&self, call: CallId) -> StoreResult<Option<DisputeId>> {
        Ok(self
            .reader
            .conn
            .prepare_cached("SELECT dispute FROM dispute_call WHERE call = ?1")?
            .query_row([call], |row| row.get(0))
            .optional()?)
    }
}

/// Opens and answers disputes.
pub struct DisputesMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl DisputesMut<'_> {
    /// Opens a dispute over calls.
    ///
    /// # Errors
    /// Of the database, also when a call is in a dispute already.
    pub fn open(
        &mut self,
        account: AccountId,
        claim: &str,
        calls: &[CallId],
    ) -> StoreResult<DisputeId> {
        let conn = self.reader.conn;
        conn.prepare_cached(
            "INSERT INTO dispute (account, claim, at, by_staff) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![account, claim, self.act.at, self.act.by.0])?;
        let id = DisputeId(conn.last_insert_rowid());
        for call in calls {
            conn.prepare_cached("INSERT INTO dispute_call (call, dispute) VALUES (?1, ?2)")?
                .execute(params![call, id])?;
        }
        let detail = json!({ "account": account.0, "calls": calls.len() });
        audit::record(
            conn,
            self.act,
            "dispute_opened",
            &Subject::Dispute(id),
            &detail,
        )?;
        Ok(id)
    }

    /// Answers a dispute.
    ///
    /// # Errors
    /// Of the database, also when it is answered already.
    pub fn settle(
        &mut self,
        id: DisputeId,
        state: DisputeState,
        reply: &str,
        entry: Option<EntryId>,
    ) -> StoreResult<()> {
        let conn = self.reader.conn;
        conn.prepare_cached(
            "INSERT INTO dispute_outcome (dispute, state, reply, entry, at, by_staff)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            id,
            Word(state),
            reply,
            entry,
            self.act.at,
            self.act.by.0
        ])?;
        let detail = json!({ "state": state });
        audit::record(
            conn,
            self.act,
            "dispute_settled",
            &Subject::Dispute(id),
            &detail,
        )
    }
}
