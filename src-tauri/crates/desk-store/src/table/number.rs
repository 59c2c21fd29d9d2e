//! Owns the stock of 400 numbers and where each one stands (协议四（二）7).
//! Refuses to move a number that somebody else has moved in the meantime.

use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use serde_json::json;

use desk_domain::stock::{Carrier, NumberState};

use crate::access::{Act, Reader};
use crate::column::{Json, Word, word};
use crate::table::audit::{self, Subject};
use crate::table::number_history::{self, NumberHistoryRow};
use crate::table::order::OrderId;
use crate::{StoreError, StoreResult};

pub(crate) const V1: &str = "
CREATE TABLE number (
    number400 TEXT NOT NULL PRIMARY KEY
        CHECK (length(number400) = 10 AND number400 NOT GLOB '*[^0-9]*'),
    carrier TEXT NOT NULL CHECK (length(carrier) > 0),
    state TEXT NOT NULL
        CHECK (state IN ('free', 'reserved', 'in_use', 'suspended', 'closed', 'returned')),
    state_since TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    order_id INTEGER REFERENCES orders (id),
    agreement TEXT REFERENCES agreement (number),
    added_at TEXT NOT NULL,
    added_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX number_state ON number (state, number400);
CREATE TRIGGER number_is_kept BEFORE DELETE ON number
BEGIN SELECT RAISE(ABORT, 'number'); END;
";

/// A number about to be put into stock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNumber {
    /// Ten digits.
    pub number400: String,
    /// Whose number it is.
    pub carrier: Carrier,
    /// Anything worth knowing.
    pub note: String,
}

/// What became of a list put into stock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StockAdded {
    /// How many are new.
    pub added: u32,
    /// Those that were in stock already; they were left as they are.
    pub known: Vec<String>,
}

/// A number in stock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NumberRow {
    /// Ten digits.
    pub number400: String,
    /// Whose number it is.
    pub carrier: Carrier,
    /// Where it stands.
    pub state: NumberState,
    /// Since when.
    pub state_since: NaiveDateTime,
    /// Anything worth knowing.
    pub note: String,
    /// Who holds it.
    pub holder: Holder,
}

/// What holds a number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Holder {
    /// An order that reserved it.
    pub order: Option<OrderId>,
    /// An agreement over it.
    pub agreement: Option<String>,
}

const COLUMNS: &str = "number400, carrier, state, state_since, note, order_id, agreement";

impl NumberRow {
    pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            number400: row.get("number400")?,
            carrier: row.get::<_, Word<Carrier>>("carrier")?.0,
            state: row.get::<_, Word<NumberState>>("state")?.0,
            state_since: row.get("state_since")?,
            note: row.get("note")?,
            holder: Holder {
                order: row.get("order_id")?,
                agreement: row.get("agreement")?,
            },
        })
    }
}

/// Reads the stock.
pub struct Numbers<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Numbers<'_> {
    /// One number.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn get(&self, number400: &str) -> StoreResult<NumberRow> {
        get(self.reader.conn, number400)
    }

    /// Numbers in one of `states` (in any when empty) whose digits contain
    /// `fragment`, in order, at most `limit`.
    ///
    /// # Errors
    /// Only of the database.
    pub fn list(
        &self,
        states: &[NumberState],
        fragment: &str,
        limit: u32,
    ) -> StoreResult<Vec<NumberRow>> {
        let words: Vec<String> = states.iter().map(word).collect();
        let mut statement = self.reader.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM number
             WHERE (?1 = '[]' OR state IN (SELECT value FROM json_each(?1)))
                 AND instr(number400, ?2) > 0
             ORDER BY number400 LIMIT ?3"
        ))?;
        let rows =
            statement.query_map(params![Json(words), fragment, limit], NumberRow::from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many numbers whose digits contain `fragment` stand in each state.
    ///
    /// # Errors
    /// Only of the database.
    pub fn counts(&self, fragment: &str) -> StoreResult<Vec<(NumberState, u32)>> {
        let mut statement = self.reader.conn.prepare_cached(
            "SELECT state, count(*) FROM number WHERE instr(number400, ?1) > 0 GROUP BY state",
        )?;
        let rows = statement.query_map([fragment], |row| {
            Ok((row.get::<_, Word<NumberState>>(0)?.0, row.get(1)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Everything that happened to a number, oldest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn history(&self, number400: &str) -> StoreResult<Vec<NumberHistoryRow>> {
        number_history::of(self.reader.conn, number400)
    }
}

/// Changes the stock.
pub struct NumbersMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl NumbersMut<'_> {
    /// Puts numbers into stock, free. Those known already are left alone.
    ///
    /// # Errors
    /// Only of the database.
    pub fn add(&mut self, list: &[NewNumber]) -> StoreResult<StockAdded> {
        let conn = self.reader.conn;
        let mut report = StockAdded {
            added: 0,
            known: Vec::new(),
        };
        for new in list {
            let added = conn
                .prepare_cached(
                    "INSERT INTO number (number400, carrier, state, state_since, note,
                         added_at, added_by)
                     VALUES (?1, ?2, 'free', ?3, ?4, ?3, ?5)
                     ON CONFLICT (number400) DO NOTHING",
                )?
                .execute(params![
                    new.number400,
                    Word(new.carrier),
                    self.act.at,
                    new.note,
                    self.act.by.0
                ])?;
            if added == 0 {
                report.known.push(new.number400.clone());
            } else {
                report.added += 1;
                let step = number_history::Step {
                    from: None,
                    to: NumberState::Free,
                    holder: &Holder::default(),
                    reason: "",
                };
                number_history::keep(conn, self.act, &new.number400, &step)?;
            }
        }
        let detail = json!({ "added": report.added, "known": report.known.len() });
        audit::record(conn, self.act, "numbers_added", &Subject::Store, &detail)?;
        Ok(report)
    }

    /// Moves a number from the state the caller saw to another one. Whether
    /// the step makes sense is for the caller to know.
    ///
    /// # Errors
    /// `NotFound`, `NumberStateChanged`.
    pub fn move_to(
        &mut self,
        number400: &str,
        from: NumberState,
        to: NumberState,
        holder: &Holder,
        reason: &str,
    ) -> StoreResult<()> {
        let conn = self.reader.conn;
        let found = get(conn, number400)?.state;
        if found != from {
            return Err(StoreError::NumberStateChanged {
                number: number400.to_owned(),
                found: word(&found),
                expected: word(&from),
            });
        }
        conn.prepare_cached(
            "UPDATE number SET state = ?2, state_since = ?3, order_id = ?4, agreement = ?5
             WHERE number400 = ?1",
        )?
        .execute(params![
            number400,
            Word(to),
            self.act.at,
            holder.order,
            holder.agreement
        ])?;
        let step = number_history::Step {
            from: Some(from),
            to,
            holder,
            reason,
        };
        number_history::keep(conn, self.act, number400, &step)?;
        let detail = json!({ "from": word(&from), "to": word(&to), "reason": reason });
        self.audit("number_moved", number400, &detail)
    }

    /// Corrects the carrier, for a number that was ported (协议一).
    ///
    /// # Errors
    /// `NotFound`.
    pub fn set_carrier(&mut self, number400: &str, carrier: Carrier) -> StoreResult<()> {
        let before = get(self.reader.conn, number400)?.carrier;
        self.reader.conn.execute(
            "UPDATE number SET carrier = ?2 WHERE number400 = ?1",
            params![number400, Word(carrier)],
        )?;
        let detail = json!({ "from": word(&before), "to": word(&carrier) });
        self.audit("number_carrier_corrected", number400, &detail)
    }

    /// Changes the note on a number.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn set_note(&mut self, number400: &str, note: &str) -> StoreResult<()> {
        let before = get(self.reader.conn, number400)?.note;
        self.reader.conn.execute(
            "UPDATE number SET note = ?2 WHERE number400 = ?1",
            params![number400, note],
        )?;
        self.audit(
            "number_noted",
            number400,
            &json!({ "from": before, "to": note }),
        )
    }

    fn audit(&self, action: &str, number: &str, detail: &serde_json::Value) -> StoreResult<()> {
        let subject = Subject::Number(number.to_owned());
        audit::record(self.reader.conn, self.act, action, &subject, detail)
    }
}

fn get(conn: &Connection, number400: &str) -> StoreResult<NumberRow> {
    conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM number WHERE number400 = ?1"
    ))?
    .query_row([number400], NumberRow::from_row)
    .optional()?
    .ok_or_else(|| StoreError::not_found("number", number400))
}
