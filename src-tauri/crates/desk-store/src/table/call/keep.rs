//! Keeping calls, and setting how their charges are reached. Refuses the same
//! call twice.

use rusqlite::{CachedStatement, params};

use desk_domain::call::canonical;
use desk_domain::tariff::{CallerClass, Leg};

use super::{CallId, CallKept, CallRating, NewCall, month_number, place};
use crate::access::{Act, Reader};
use crate::table::account::AccountId;
use crate::{StoreError, StoreResult};

/// Keeps calls.
pub struct CallsMut<'a> {
    pub(crate) reader: Reader<'a>,
    #[expect(
        dead_code,
        reason = "whoever keeps many leaves one line in the log for all"
    )]
    pub(crate) act: Act,
}

const KEEP: &str = "INSERT INTO call (file, row_no, raw, number400, started, caller,
        delivered_to, seconds, answered, leg, class, month, account, tariff, increments, rate,
        charge)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
    ON CONFLICT DO NOTHING";

/// Keeps many calls, one after another.
pub struct CallStream<'a> {
    reader: Reader<'a>,
    keep: CachedStatement<'a>,
}

impl<'a> CallsMut<'a> {
    /// Begins to keep many calls.
    ///
    /// # Errors
    /// Only of the database.
    pub fn stream(&mut self) -> StoreResult<CallStream<'a>> {
        Ok(CallStream {
            reader: self.reader,
            keep: self.reader.conn.prepare_cached(KEEP)?,
        })
    }

    /// Sets how a call's charge is reached, while its month is open.
    ///
    /// # Errors
    /// `AppendOnly` when its month is closed.
    pub fn rate(
        &mut self,
        id: CallId,
        account: Option<AccountId>,
        rating: Option<CallRating>,
    ) -> StoreResult<()> {
        self.reader
            .conn
            .prepare_cached(
                "UPDATE call SET account = ?2, tariff = ?3, increments = ?4, rate = ?5,
                     charge = ?6 WHERE id = ?1",
            )?
            .execute(params![
                id,
                account,
                rating.map(|rating| rating.tariff),
                rating.map_or(0, |rating| rating.increments),
                rating.map_or(0, |rating| rating.rate.ten_thousandths()),
                rating.map_or(0, |rating| rating.charge.ten_thousandths()),
            ])?;
        Ok(())
    }
}

impl CallStream<'_> {
    /// Keeps a call unless it is there.
    ///
    /// # Errors
    /// Only of the database.
    pub fn keep(&mut self, new: &NewCall<'_>) -> StoreResult<CallKept> {
        let record = new.record;
        let number: i64 = record
            .number
            .as_str()
            .parse()
            .map_err(|_| StoreError::damaged("number400"))?;
        let started = record.started.and_utc().timestamp();
        let caller = canonical(&record.caller);
        let delivered = canonical(record.delivered_to.as_deref().unwrap_or_default());
        let rating = new.rating;
        let kept = self.keep.execute(params![
            new.file,
            new.row,
            new.raw,
            number,
            started,
            caller,
            delivered,
            record.seconds,
            record.answered,
            place(&Leg::ALL, new.leg),
            place(&CallerClass::ALL, new.class),
            month_number(new.month),
            new.account,
            rating.map(|rating| rating.tariff),
            rating.map_or(0, |rating| rating.increments),
            rating.map_or(0, |rating| rating.rate.ten_thousandths()),
            rating.map_or(0, |rating| rating.charge.ten_thousandths()),
        ])?;
        if kept == 1 {
            return Ok(CallKept::New(CallId(self.reader.conn.last_insert_rowid())));
        }
        let seconds: u32 = self
            .reader
            .conn
            .prepare_cached(
                "SELECT seconds FROM call
                 WHERE number400 = ?1 AND started = ?2 AND caller = ?3 AND delivered_to = ?4",
            )?
            .query_row(params![number, started, caller, delivered], |row| {
                row.get(0)
            })?;
        if seconds == record.seconds {
            Ok(CallKept::Known)
        } else {
            Ok(CallKept::Differs { seconds })
        }
    }
}
