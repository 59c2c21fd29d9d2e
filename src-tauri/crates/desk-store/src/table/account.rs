//! Owns the prepaid account of each 400 number in service, from when to when it
//! ran; whose it was and on what terms stands beside (`account_holder`,
//! `account_terms`). Refuses two open accounts for one number, and to open a
//! closed one again.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rusqlite::{Row, params};
use serde_json::json;

use desk_domain::money::Money;

use crate::access::{Act, Reader};
use crate::column::record_id;
use crate::table::account_holder::{self, AccountHolder};
use crate::table::account_terms::AccountTerms;
use crate::table::audit::{self, Subject};
use crate::table::customer::CustomerId;
use crate::{StoreError, StoreResult};

pub(crate) const V3: &str = "
CREATE TABLE account (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number400 TEXT NOT NULL REFERENCES number (number400),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    agreement TEXT NOT NULL REFERENCES agreement (number),
    contract_amount INTEGER NOT NULL,
    opened TEXT NOT NULL,
    closed TEXT
) STRICT;
CREATE UNIQUE INDEX account_open ON account (number400) WHERE closed IS NULL;
CREATE INDEX account_number ON account (number400);
CREATE INDEX account_customer ON account (customer_id);
CREATE TRIGGER account_is_kept BEFORE DELETE ON account
BEGIN SELECT RAISE(ABORT, 'account'); END;
CREATE TRIGGER account_is_fixed BEFORE UPDATE ON account
WHEN OLD.closed IS NOT NULL
    OR NEW.number400 IS NOT OLD.number400
    OR NEW.agreement IS NOT OLD.agreement
    OR NEW.contract_amount IS NOT OLD.contract_amount
    OR NEW.opened IS NOT OLD.opened
BEGIN SELECT RAISE(ABORT, 'account'); END;
CREATE TABLE account_terms (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account INTEGER NOT NULL REFERENCES account (id),
    from_day TEXT NOT NULL,
    plan TEXT NOT NULL,
    minimum INTEGER NOT NULL,
    features TEXT NOT NULL CHECK (json_valid(features)),
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX account_terms_account ON account_terms (account);
CREATE TRIGGER account_terms_are_kept BEFORE DELETE ON account_terms
BEGIN SELECT RAISE(ABORT, 'account_terms'); END;
CREATE TRIGGER account_terms_are_fixed BEFORE UPDATE ON account_terms
BEGIN SELECT RAISE(ABORT, 'account_terms'); END;
";

record_id! {
    /// An account's number in the store.
    AccountId
}

/// An account that is to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// 400 number, ten digits.
    pub number400: String,
    /// The customer.
    pub customer: CustomerId,
    /// The agreement it stands on.
    pub agreement: String,
    /// Amount of the contract.
    pub contract_amount: Money,
    /// First day of service.
    pub opened: NaiveDate,
    /// First terms.
    pub terms: AccountTerms,
}

/// An account, as it stood on the day that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// Its number.
    pub id: AccountId,
    /// 400 number, ten digits.
    pub number400: String,
    /// The customer who held it.
    pub customer: CustomerId,
    /// The agreement it stood on.
    pub agreement: String,
    /// Amount of that contract.
    pub contract_amount: Money,
    /// First day of service.
    pub opened: NaiveDate,
    /// Last day, once closed.
    pub closed: Option<NaiveDate>,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<AccountRow> {
    Ok(AccountRow {
        id: row.get("id")?,
        number400: row.get("number400")?,
        customer: row.get("holder")?,
        agreement: row.get("stands_on")?,
        contract_amount: amount(row, "amount")?,
        opened: row.get("opened")?,
        closed: row.get("closed")?,
    })
}

/// A column of fen.
pub(crate) fn amount(row: &Row<'_>, column: &str) -> rusqlite::Result<Money> {
    let fen: i64 = row.get(column)?;
    Money::from_fen(fen).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, fen))
}

/// A day by which everything has happened.
const NOW: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

/// Reads accounts.
pub struct Accounts<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Accounts<'_> {
    /// One account, as it stands now.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn get(&self, id: AccountId) -> StoreResult<AccountRow> {
        self.get_on(id, NOW)
    }

    /// One account, as it stood on a day.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn get_on(&self, id: AccountId, day: NaiveDate) -> StoreResult<AccountRow> {
        self.get_as_known(id, day, NOW.and_time(NaiveTime::MIN))
    }

    /// One account, as it stood on a day by what was known at a moment: a
    /// transfer put on record later does not count.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn get_as_known(
        &self,
        id: AccountId,
        day: NaiveDate,
        at: NaiveDateTime,
    ) -> StoreResult<AccountRow> {
        let mut rows = self.query_as_known("account.id = ?1", params![id], day, at)?;
        rows.pop()
            .ok_or_else(|| StoreError::not_found("account", id))
    }

    /// Every account there ever was, as it stands now, by number and first day.
    ///
    /// # Errors
    /// Only of the database.
    pub fn all(&self) -> StoreResult<Vec<AccountRow>> {
        self.all_on(NOW)
    }

    /// Every account there ever was, as it stood on a day, by number and first
    /// day.
    ///
    /// # Errors
    /// Only of the database.
    pub fn all_on(&self, day: NaiveDate) -> StoreResult<Vec<AccountRow>> {
        self.query(
            "1 = 1 ORDER BY number400, opened, account.id",
            params![],
            day,
        )
    }

    /// All accounts that a customer held on a day.
    ///
    /// # Errors
    /// Only of the database.
    pub fn held_by(&self, customer: CustomerId, day: NaiveDate) -> StoreResult<Vec<AccountRow>> {
        let filter = "account.id IN (SELECT account FROM account_holder WHERE customer_id = ?1)
             ORDER BY number400, opened, account.id";
        let mut rows = self.query(filter, params![customer], day)?;
        rows.retain(|row| row.customer == customer);
        Ok(rows)
    }

    /// All accounts a 400 number has had, as they stand now, oldest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn of_number(&self, number400: &str) -> StoreResult<Vec<AccountRow>> {
        let filter = "number400 = ?1 ORDER BY opened, account.id";
        self.query(filter, params![number400], NOW)
    }

    fn query(
        &self,
        filter: &str,
        values: &[&dyn rusqlite::ToSql],
        day: NaiveDate,
    ) -> StoreResult<Vec<AccountRow>> {
        self.query_as_known(filter, values, day, NOW.and_time(NaiveTime::MIN))
    }

    fn query_as_known(
        &self,
        filter: &str,
        values: &[&dyn rusqlite::ToSql],
        day: NaiveDate,
        at: NaiveDateTime,
    ) -> StoreResult<Vec<AccountRow>> {
        let sql = account_holder::joined(filter, values.len() + 1);
        let mut statement = self.reader.conn.prepare_cached(&sql)?;
        let values: Vec<&dyn rusqlite::ToSql> = values
            .iter()
            .copied()
            .chain([&day as _, &at as _])
            .collect();
        let rows = statement.query_map(values.as_slice(), from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Opens, changes and closes accounts.
pub struct AccountsMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl AccountsMut<'_> {
    /// Opens an account.
    ///
    /// # Errors
    /// Of the database, also when the number has an open one.
    pub fn open(&mut self, new: &NewAccount) -> StoreResult<AccountId> {
        let conn = self.reader.conn;
        conn.prepare_cached(
            "INSERT INTO account (number400, customer_id, agreement, contract_amount, opened)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            new.number400,
            new.customer,
            new.agreement,
            new.contract_amount.fen(),
            new.opened,
        ])?;
        let id = AccountId(conn.last_insert_rowid());
        let holder = AccountHolder {
            from: new.opened,
            customer: new.customer,
            agreement: new.agreement.clone(),
            contract_amount: new.contract_amount,
        };
        account_holder::add(conn, self.act, id, &holder)?;
        self.set_terms(id, &new.terms)?;
        let detail = json!({ "number": new.number400, "agreement": new.agreement });
        audit::record(
            conn,
            self.act,
            "account_opened",
            &Subject::Account(id),
            &detail,
        )?;
        Ok(id)
    }

    /// Closes an account; it stays closed.
    ///
    /// # Errors
    /// `AppendOnly` when it is closed already.
    pub fn close(&mut self, id: AccountId, last_day: NaiveDate, reason: &str) -> StoreResult<()> {
        let conn = self.reader.conn;
        conn.prepare_cached("UPDATE account SET closed = ?2 WHERE id = ?1")?
            .execute(params![id, last_day])?;
        let detail = json!({ "last_day": last_day, "reason": reason });
        audit::record(
            conn,
            self.act,
            "account_closed",
            &Subject::Account(id),
            &detail,
        )
    }

    /// Hands an account over to another customer and agreement (过户); who held
    /// it before stays on record.
    ///
    /// # Errors
    /// `AppendOnly` when it is closed.
    pub fn hand_over(&mut self, id: AccountId, to: &AccountHolder) -> StoreResult<()> {
        let conn = self.reader.conn;
        conn.prepare_cached("UPDATE account SET customer_id = ?2 WHERE id = ?1")?
            .execute(params![id, to.customer])?;
        account_holder::add(conn, self.act, id, to)?;
        let detail = json!({
            "customer": to.customer.0, "agreement": to.agreement, "from": to.from,
        });
        audit::record(
            conn,
            self.act,
            "account_handed_over",
            &Subject::Account(id),
            &detail,
        )
    }
}
