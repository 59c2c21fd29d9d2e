//! Owns what an account is charged by, from which day on; its table came with
//! the account's own. Refuses to change or forget terms.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Row, params};
use serde_json::json;

use desk_domain::form::Feature;
use desk_domain::money::Money;

use crate::StoreResult;
use crate::column::Json;
use crate::table::account::{AccountId, Accounts, AccountsMut, amount};
use crate::table::audit::{self, Subject};

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

fn terms_from_row(row: &Row<'_>) -> rusqlite::Result<AccountTerms> {
    Ok(AccountTerms {
        from: row.get("from_day")?,
        plan: row.get("plan")?,
        minimum: amount(row, "minimum")?,
        features: row.get::<_, Json<Vec<Feature>>>("features")?.0,
        reason: row.get("reason")?,
    })
}

impl Accounts<'_> {
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
}

impl AccountsMut<'_> {
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
}
