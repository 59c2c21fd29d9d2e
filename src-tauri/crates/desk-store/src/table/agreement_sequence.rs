//! Owns the running number of agreements in each year (协议·编号). Refuses to
//! skip, repeat or go back: the counter only ever grows by one, inside the
//! transaction that writes the agreement.

use rusqlite::{Connection, OptionalExtension};

use crate::{StoreError, StoreResult};

pub(crate) const V1: &str = "
CREATE TABLE agreement_sequence (
    year INTEGER NOT NULL PRIMARY KEY CHECK (year BETWEEN 2000 AND 9999),
    last INTEGER NOT NULL CHECK (last BETWEEN 1 AND 999999)
) STRICT;
CREATE TRIGGER agreement_sequence_is_kept BEFORE DELETE ON agreement_sequence
BEGIN SELECT RAISE(ABORT, 'agreement_sequence'); END;
CREATE TRIGGER agreement_sequence_counts BEFORE UPDATE ON agreement_sequence
WHEN NEW.year <> OLD.year OR NEW.last <> OLD.last + 1
BEGIN SELECT RAISE(ABORT, 'agreement_sequence'); END;
CREATE TRIGGER agreement_sequence_begins BEFORE INSERT ON agreement_sequence
WHEN NEW.last <> 1
BEGIN SELECT RAISE(ABORT, 'agreement_sequence'); END;
";

/// Most agreements of a year: the number has six digits.
const MOST: u32 = 999_999;

/// Takes the next number of `year`.
pub(crate) fn next(conn: &Connection, year: i32) -> StoreResult<u32> {
    let last: Option<u32> = conn
        .prepare_cached("SELECT last FROM agreement_sequence WHERE year = ?1")?
        .query_row([year], |row| row.get(0))
        .optional()?;
    match last {
        Some(MOST) => Err(StoreError::AgreementYearFull { year }),
        Some(last) => {
            conn.prepare_cached("UPDATE agreement_sequence SET last = last + 1 WHERE year = ?1")?
                .execute([year])?;
            Ok(last + 1)
        }
        None => {
            conn.prepare_cached("INSERT INTO agreement_sequence (year, last) VALUES (?1, 1)")?
                .execute([year])?;
            Ok(1)
        }
    }
}

/// Years in which the agreements are not exactly 1, 2, 3 … up to the counter.
pub(crate) fn years_with_gaps(conn: &Connection) -> StoreResult<Vec<i32>> {
    let mut statement = conn.prepare(
        "SELECT year FROM (
             SELECT y.year AS year,
                 coalesce((SELECT last FROM agreement_sequence s WHERE s.year = y.year), 0) AS last,
                 (SELECT count(*) FROM agreement a WHERE a.year = y.year) AS found,
                 (SELECT max(seq) FROM agreement a WHERE a.year = y.year) AS highest
             FROM (SELECT year FROM agreement_sequence UNION SELECT year FROM agreement) y)
         WHERE last <> found OR last IS NOT highest
         ORDER BY year",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
