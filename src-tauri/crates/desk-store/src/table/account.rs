//! Owns the prepaid account of each 400 number in service: whose it is, on
//! what terms from which day, when it was out of service, when it ended.
//! Refuses two open accounts for one number, and to open a closed one again.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};
use serde_json::json;

use desk_domain::form::Feature;
use desk_domain::money::Money;

use crate::access::{Act, Reader};
use crate::column::{Json, record_id};
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

/// What an account is charged by, from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountTerms {
    /// First day.
    pub from: NaiveDate,
    /// Name of the tariff plan.
    pub plan: String,
    /// Monthly minimum.
    pub minimum: Money,
    /// Functions that are on.
    pub features: Vec<Feature>,
    /// Why it was set.
    pub reason: String,
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

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// Its number.
    pub id: AccountId,
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
    /// Last day, once closed.
    pub closed: Option<NaiveDate>,
}

const COLUMNS: &str = "id, number400, customer_id, agreement, contract_amount, opened, closed";

fn from_row(row: &Row<'_>) -> rusqlite::Result<AccountRow> {
    Ok(AccountRow {
        id: row.get("id")?,
        number400: row.get("number400")?,
        customer: row.get("customer_id")?,
        agreement: row.get("agreement")?,
        contract_amount: amount(row, "contract_amount")?,
        opened: row.get("opened")?,
        closed: row.get("closed")?,
    })
}

/// A column of fen.
pub(crate) fn amount(row: &Row<'_>, column: &str) -> rusqlite::Result<Money> {
    let fen: i64 = row.get(column)?;
    Money::from_fen(fen).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, fen))
}

/// Reads accounts.
pub struct Accounts<'a> {
    pub(crate) reader: Reader<'a>,
}

impl Accounts<'_> {
    /// One account.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn get(&self, id: AccountId) -> StoreResult<AccountRow> {
        self.reader
            .conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM account WHERE id = ?1"))?
            .query_row([id], from_row)
            .optional()?
            .ok_or_else(|| StoreError::not_found("account", id))
    }

    /// Every account there ever was, by number and first day.
    ///
    /// # Errors
    /// Only of the database.
    pub fn all(&self) -> StoreResult<Vec<AccountRow>> {
        self.query("1 = 1 ORDER BY number400, opened, id", params![])
    }

    /// All accounts of a customer.
    ///
    /// # Errors
    /// Only of the database.
    pub fn of_customer(&self, customer: CustomerId) -> StoreResult<Vec<AccountRow>> {
        self.query(
            "customer_id = ?1 ORDER BY number400, opened, id",
            params![customer],
        )
    }

    /// All accounts a 400 number has had, oldest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn of_number(&self, number400: &str) -> StoreResult<Vec<AccountRow>> {
        self.query("number400 = ?1 ORDER BY opened, id", params![number400])
    }

    /// All terms an account has had, oldest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn terms(&self, id: AccountId) -> StoreResult<Vec<AccountTerms>> {
        let mut statement = self.reader.conn.prepare_cached(
            "SELECT from_day, plan, minimum, features, reason FROM account_terms
             WHERE account = ?1 ORDER BY from_day, id",
        )?;
        let rows = statement.query_map([id], terms_from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The terms of every account, oldest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn all_terms(&self) -> StoreResult<BTreeMap<AccountId, Vec<AccountTerms>>> {
        let mut statement = self.reader.conn.prepare_cached(
            "SELECT account, from_day, plan, minimum, features, reason FROM account_terms
             ORDER BY from_day, id",
        )?;
        let mut terms: BTreeMap<AccountId, Vec<AccountTerms>> = BTreeMap::new();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let account = row.get("account")?;
            terms.entry(account).or_default().push(terms_from_row(row)?);
        }
        Ok(terms)
    }

    fn query(&self, filter: &str, values: &[&dyn rusqlite::ToSql]) -> StoreResult<Vec<AccountRow>> {
        let sql = format!("SELECT {COLUMNS} FROM account WHERE {filter}");
        let mut statement = self.reader.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(values, from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn terms_from_row(row: &Row<'_>) -> rusqlite::Result<AccountTerms> {
    Ok(AccountTerms {
        from: row.get("from_day")?,
        plan: row.get("plan")?,
        minimum: amount(row, "minimum")?,
        features: row.get::<_, Json<Vec<Feature>>>("features")?.0,
        reason: row.get("reason")?,
    })
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

    /// Sets terms from a day on; those before stay on record.
    ///
    /// # Errors
    /// Only of the database.
    pub fn set_terms(&mut self, id: AccountId, terms: &AccountTerms) -> StoreResult<()> {
        let conn = self.reader.conn;
        conn.prepare_cached(
            "INSERT INTO account_terms
                 (account, from_day, plan, minimum, features, reason, at, by_staff)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            id,
            terms.from,
            terms.plan,
            terms.minimum.fen(),
            Json(&terms.features),
            terms.reason,
            self.act.at,
            self.act.by.0,
        ])?;
        let detail = json!({
            "plan": terms.plan, "minimum": terms.minimum.fen(), "from": terms.from,
        });
        audit::record(
            conn,
            self.act,
            "account_terms_set",
            &Subject::Account(id),
            &detail,
        )
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

    /// Hands an account over to another customer (过户).
    ///
    /// # Errors
    /// `AppendOnly` when it is closed.
    pub fn hand_over(&mut self, id: AccountId, customer: CustomerId) -> StoreResult<()> {
        let conn = self.reader.conn;
        conn.prepare_cached("UPDATE account SET customer_id = ?2 WHERE id = ?1")?
            .execute(params![id, customer])?;
        let detail = json!({ "customer": customer.0 });
        audit::record(
            conn,
            self.act,
            "account_handed_over",
            &Subject::Account(id),
            &detail,
        )
    }
}
