//! Owns numbering an agreement and moving it along. Refuses a number without
//! its pages, and pages without their number.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};
use serde_json::{Value, json};

use desk_domain::agreement::{AgreementNumber, AgreementState};

use super::get;
use super::row::{AgreementRow, NewAgreement};
use crate::access::{Act, Reader};
use crate::column::{Json, Word, word};
use crate::table::agreement_sequence;
use crate::table::audit::{self, Subject};
use crate::table::paper::PAPER_LIMIT;
use crate::vault::Blob;
use crate::{StoreError, StoreResult};

/// Numbers agreements and moves them along.
pub struct AgreementsMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl AgreementsMut<'_> {
    /// Gives out the next number of `year`, lets `print` make the agreement
    /// under that number, archives its pages and writes its row.
    ///
    /// The number is used up only when the whole transaction commits: an error
    /// of `print`, a crash or a power cut gives it to the next agreement. The
    /// pages are durable on disk before the row that names them is written.
    /// Another window that wants a number waits until this one has finished.
    ///
    /// # Errors
    /// `AgreementPrefixRefused`, `AgreementYearFull`, `NumberAlreadyTaken`,
    /// `DiskFull`, `PaperTooLarge`; whatever `print` returns.
    pub fn issue<E: From<StoreError>>(
        &mut self,
        prefix: &str,
        year: i32,
        print: impl FnOnce(&str) -> Result<NewAgreement, E>,
    ) -> Result<AgreementRow, E> {
        // Asked before anything is counted up, so that it is the prefix (or the
        // year) that is told, not a number.
        AgreementNumber::new(prefix, year, 1).map_err(|_| StoreError::AgreementPrefixRefused)?;
        let conn = self.reader.conn;
        let seq = agreement_sequence::next(conn, year)?;
        let number = AgreementNumber::new(prefix, year, seq)
            .map_err(|_| StoreError::AgreementYearFull { year })?
            .to_string();
        let new = print(&number)?;
        self.number_free(&new)?;
        let blob = self
            .reader
            .vault
            .put(&mut new.pdf.as_slice(), PAPER_LIMIT)?;
        self.insert(&number, year, seq, &new, &blob)?;
        let detail = json!({ "order": new.order, "edition": new.edition, "sha256": blob.sha256 });
        self.audit("agreement_printed", &number, &detail)?;
        Ok(get(conn, &number)?)
    }

    fn number_free(&self, new: &NewAgreement) -> StoreResult<()> {
        let (Some(number400), None) = (&new.number400, &new.cites) else {
            return Ok(());
        };
        let holder: Option<String> = self
            .reader
            .conn
            .prepare_cached(
                "SELECT number FROM agreement WHERE number400 = ?1
                 AND ((cites IS NULL AND state IN ('printed', 'signed', 'in_force'))
                     OR (state = 'in_force'
                         AND json_extract(snapshot, '$.form.business') = 'transfer'))",
            )?
            .query_row([number400], |row| row.get(0))
            .optional()?;
        match holder {
            Some(agreement) => Err(StoreError::NumberAlreadyTaken {
                number: number400.clone(),
                agreement,
            }),
            None => Ok(()),
        }
    }

    fn insert(
        &self,
        number: &str,
        year: i32,
        seq: u32,
        new: &NewAgreement,
        blob: &Blob,
    ) -> StoreResult<()> {
        self.reader
            .conn
            .prepare_cached(
                "INSERT INTO agreement (number, year, seq, order_id, customer_id, number400,
                     edition, snapshot, blob, sha256, bytes, pages, cites, printed_at, printed_by)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
            )?
            .execute(params![
                number,
                year,
                seq,
                new.order,
                new.customer,
                new.number400,
                new.edition,
                Json(&new.snapshot),
                blob.name,
                blob.sha256,
                blob.bytes,
                new.pages,
                new.cites,
                self.act.at,
                self.act.by.0,
            ])?;
        Ok(())
    }

    /// Printed → signed: the signed paper is filed.
    ///
    /// # Errors
    /// `NotFound`, `AgreementStateChanged`.
    pub fn sign(&mut self, number: &str, on: NaiveDate) -> StoreResult<()> {
        self.step(
            number,
            &[AgreementState::Printed],
            AgreementState::Signed,
            "signed_on",
            on,
        )
    }

    /// Signed → in force (协议八（三）).
    ///
    /// # Errors
    /// `NotFound`, `AgreementStateChanged`.
    pub fn bring_into_force(&mut self, number: &str, on: NaiveDate) -> StoreResult<()> {
        self.step(
            number,
            &[AgreementState::Signed],
            AgreementState::InForce,
            "in_force_on",
            on,
        )
    }

    /// In force → ended: the number was closed (协议五（一）).
    ///
    /// # Errors
    /// `NotFound`, `AgreementStateChanged`.
    pub fn end(&mut self, number: &str, on: NaiveDate) -> StoreResult<()> {
        self.step(
            number,
            &[AgreementState::InForce],
            AgreementState::Ended,
            "ended_on",
            on,
        )
    }

    /// Printed or signed → void; it keeps its number and the reason.
    ///
    /// # Errors
    /// `NotFound`, `AgreementStateChanged`.
    pub fn void(&mut self, number: &str, reason: &str) -> StoreResult<()> {
        let before = self.expect(number, &[AgreementState::Printed, AgreementState::Signed])?;
        self.reader.conn.execute(
            "UPDATE agreement SET state = 'void', void_reason = ?2, voided_at = ?3, voided_by = ?4
             WHERE number = ?1",
            params![number, reason, self.act.at, self.act.by.0],
        )?;
        let detail = json!({ "from": word(&before), "reason": reason });
        self.audit("agreement_voided", number, &detail)
    }

    fn step(
        &self,
        number: &str,
        from: &[AgreementState],
        to: AgreementState,
        column: &str,
        on: NaiveDate,
    ) -> StoreResult<()> {
        self.expect(number, from)?;
        self.reader.conn.execute(
            &format!("UPDATE agreement SET state = ?2, {column} = ?3 WHERE number = ?1"),
            params![number, Word(to), on],
        )?;
        self.audit(
            &format!("agreement_{}", word(&to)),
            number,
            &json!({ "on": on }),
        )
    }

    fn expect(&self, number: &str, states: &[AgreementState]) -> StoreResult<AgreementState> {
        let state = get(self.reader.conn, number)?.state;
        if states.contains(&state) {
            return Ok(state);
        }
        let agreement = number.to_owned();
        Err(StoreError::AgreementStateChanged {
            agreement,
            found: word(&state),
        })
    }

    fn audit(&self, action: &str, number: &str, detail: &Value) -> StoreResult<()> {
        let subject = Subject::Agreement(number.to_owned());
        audit::record(self.reader.conn, self.act, action, &subject, detail)
    }
}
