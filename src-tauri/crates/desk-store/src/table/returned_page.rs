//! Owns what was seen on each page that came back signed, and where each was
//! filed. Refuses to change what was seen; a page filed anew gets another line,
//! and the last one counts.

use rusqlite::{Row, params};
use serde_json::json;

use desk_domain::page_mark::Original;
use desk_domain::returned::Place;

use crate::access::{Act, Reader};
use crate::column::Word;
use crate::table::audit::{self, Subject};
use crate::table::order::OrderId;
use crate::table::paper::{PaperId, PaperRow};
use crate::{StoreError, StoreResult};

pub(crate) const V4: &str = "
CREATE TABLE returned_page (
    paper INTEGER PRIMARY KEY REFERENCES paper (id),
    mark TEXT,
    blank INTEGER NOT NULL CHECK (blank IN (0, 1)),
    red_seal INTEGER NOT NULL CHECK (red_seal IN (0, 1)),
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE TABLE returned_place (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper INTEGER NOT NULL REFERENCES returned_page (paper),
    agreement TEXT NOT NULL REFERENCES agreement (number),
    original TEXT NOT NULL CHECK (original IN ('firm', 'customer')),
    page INTEGER NOT NULL CHECK (page > 0),
    by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX returned_place_paper ON returned_place (paper);
CREATE INDEX returned_place_agreement ON returned_place (agreement);
CREATE TRIGGER returned_page_is_kept BEFORE DELETE ON returned_page
BEGIN SELECT RAISE(ABORT, 'returned_page'); END;
CREATE TRIGGER returned_page_is_fixed BEFORE UPDATE ON returned_page
BEGIN SELECT RAISE(ABORT, 'returned_page'); END;
CREATE TRIGGER returned_place_is_kept BEFORE DELETE ON returned_place
BEGIN SELECT RAISE(ABORT, 'returned_place'); END;
CREATE TRIGGER returned_place_is_fixed BEFORE UPDATE ON returned_place
BEGIN SELECT RAISE(ABORT, 'returned_place'); END;
";

/// A page may be taken out of where it was filed, to be filed elsewhere or to
/// wait for a person.
pub(crate) const V5: &str = "
CREATE TABLE returned_taken_out (
    place INTEGER PRIMARY KEY REFERENCES returned_place (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE TRIGGER returned_taken_out_is_kept BEFORE DELETE ON returned_taken_out
BEGIN SELECT RAISE(ABORT, 'returned_taken_out'); END;
CREATE TRIGGER returned_taken_out_is_fixed BEFORE UPDATE ON returned_taken_out
BEGIN SELECT RAISE(ABORT, 'returned_taken_out'); END;
";

/// What was seen on a page that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnedSight {
    /// Text of the page's mark, as read; `None` when none was found.
    pub mark: Option<String>,
    /// Whether nothing is on the page, as on the back of the last one.
    pub blank: bool,
    /// Whether a red seal was seen: a hint and no proof.
    pub red_seal: bool,
}

/// A page that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnedRow {
    /// The scan.
    pub paper: PaperId,
    /// What was seen on it.
    pub sight: ReturnedSight,
    /// Where it is filed now.
    pub place: Option<Place>,
    /// Whether a person filed it.
    pub by_hand: bool,
    /// Why it was taken out of where it was filed last.
    pub taken_out: Option<String>,
}

const SELECT: &str = "SELECT returned_page.paper AS paper, mark, blank, red_seal,
    agreement, original, returned_place.page AS page, coalesce(by_hand, 0) AS by_hand,
    (SELECT reason FROM returned_taken_out WHERE place =
        (SELECT max(id) FROM returned_place WHERE paper = returned_page.paper)) AS taken_out
    FROM returned_page
    JOIN paper ON paper.id = returned_page.paper AND paper.removed_at IS NULL
    LEFT JOIN returned_place ON returned_place.id =
        (SELECT max(id) FROM returned_place WHERE paper = returned_page.paper)
        AND NOT EXISTS (SELECT 1 FROM returned_taken_out WHERE place = returned_place.id)";

fn from_row(row: &Row<'_>) -> rusqlite::Result<ReturnedRow> {
    let agreement: Option<String> = row.get("agreement")?;
    let place = match agreement {
        Some(agreement) => Some(Place {
            agreement,
            original: row.get::<_, Word<Original>>("original")?.0,
            page: row.get("page")?,
        }),
        None => None,
    };
    Ok(ReturnedRow {
        paper: row.get("paper")?,
        sight: ReturnedSight {
            mark: row.get("mark")?,
            blank: row.get("blank")?,
            red_seal: row.get("red_seal")?,
        },
        place,
        by_hand: row.get("by_hand")?,
        taken_out: row.get("taken_out")?,
    })
}

/// Reads pages that came back.
pub struct ReturnedPages<'a> {
    pub(crate) reader: Reader<'a>,
}

impl ReturnedPages<'_> {
    /// Signed scans that no one has looked at yet, in the order they came; what
    /// was signed on the screen was never away.
    ///
    /// # Errors
    /// Only of the database.
    pub fn unseen(&self) -> StoreResult<Vec<PaperRow>> {
        let mut statement = self.reader.conn.prepare_cached(
            "SELECT id FROM paper WHERE kind = 'signed' AND removed_at IS NULL
             AND NOT EXISTS (SELECT 1 FROM returned_page WHERE returned_page.paper = paper.id)
             AND blob NOT IN (SELECT blob FROM paper AS signed
                 JOIN screen_signature ON screen_signature.paper = signed.id)
             ORDER BY id",
        )?;
        let ids = statement.query_map([], |row| row.get(0))?;
        let ids: Vec<PaperId> = ids.collect::<Result<_, _>>()?;
        ids.into_iter()
            .map(|id| self.reader.papers().get(id))
            .collect()
    }

    /// Pages that are filed nowhere, in the order they came; empty backs apart.
    ///
    /// # Errors
    /// Only of the database.
    pub fn unplaced(&self) -> StoreResult<Vec<ReturnedRow>> {
        self.list(
            "agreement IS NULL AND blank = 0 AND paper.order_id IS NULL",
            &[],
        )
    }

    /// Pages filed under an agreement, by copy and page.
    ///
    /// # Errors
    /// Only of the database.
    pub fn of_agreement(&self, agreement: &str) -> StoreResult<Vec<ReturnedRow>> {
        self.list("agreement = ?1", &[&agreement])
    }

    fn list(&self, filter: &str, values: &[&dyn rusqlite::ToSql]) -> StoreResult<Vec<ReturnedRow>> {
        let mut statement = self.reader.conn.prepare_cached(&format!(
            "{SELECT} WHERE {filter}
             ORDER BY original = 'customer', returned_place.page, returned_page.paper"
        ))?;
        let rows = statement.query_map(values, from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// One page.
    ///
    /// # Errors
    /// `NotFound`, also when it was taken off.
    pub fn get(&self, paper: PaperId) -> StoreResult<ReturnedRow> {
        self.list("returned_page.paper = ?1", &[&paper])?
            .pop()
            .ok_or_else(|| StoreError::not_found("returned page", paper))
    }
}

/// Writes pages that came back.
pub struct ReturnedPagesMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl ReturnedPagesMut<'_> {
    /// Keeps what was seen on a signed scan.
    ///
    /// # Errors
    /// Of the database, also when the page was looked at before.
    pub fn see(&mut self, paper: PaperId, sight: &ReturnedSight) -> StoreResult<()> {
        self.reader
            .conn
            .prepare_cached(
                "INSERT INTO returned_page (paper, mark, blank, red_seal, at, by_staff)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                paper,
                sight.mark,
                sight.blank,
                sight.red_seal,
                self.act.at,
                self.act.by.0
            ])?;
        let detail = json!({ "mark": sight.mark, "red_seal": sight.red_seal });
        self.note("page_returned", paper, &detail)
    }

    /// Files a page; `order` is the one the agreement carries out.
    ///
    /// # Errors
    /// Of the database, also when there is no such agreement.
    pub fn place(
        &mut self,
        paper: PaperId,
        order: OrderId,
        place: &Place,
        by_hand: bool,
    ) -> StoreResult<()> {
        self.reader
            .conn
            .prepare_cached(
                "INSERT INTO returned_place (paper, agreement, original, page, by_hand, at, by_staff)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                paper,
                place.agreement,
                Word(place.original),
                place.page,
                by_hand,
                self.act.at,
                self.act.by.0
            ])?;
        self.reader.conn.execute(
            "UPDATE paper SET order_id = ?2,
                 customer_id = (SELECT customer_id FROM agreement WHERE number = ?3)
             WHERE id = ?1",
            params![paper, order, place.agreement],
        )?;
        let detail = json!({ "place": place, "by_hand": by_hand });
        self.note("page_filed", paper, &detail)
    }

    /// Takes a page out of where it is filed: it waits for a person again.
    ///
    /// # Errors
    /// Only of the database.
    pub fn take_out(&mut self, paper: PaperId, reason: &str) -> StoreResult<()> {
        let conn = self.reader.conn;
        let place = self.reader.returned_pages().get(paper)?.place;
        if place.is_some() {
            conn.prepare_cached(
                "INSERT INTO returned_taken_out (place, reason, at, by_staff)
                 SELECT max(id), ?2, ?3, ?4 FROM returned_place WHERE paper = ?1",
            )?
            .execute(params![paper, reason, self.act.at, self.act.by.0])?;
        }
        conn.execute(
            "UPDATE paper SET order_id = NULL, customer_id = NULL WHERE id = ?1",
            [paper],
        )?;
        let detail = json!({ "place": place, "reason": reason });
        self.note("page_taken_out", paper, &detail)
    }

    fn note(&self, action: &str, paper: PaperId, detail: &serde_json::Value) -> StoreResult<()> {
        let subject = Subject::Paper(paper);
        audit::record(self.reader.conn, self.act, action, &subject, detail)
    }
}
