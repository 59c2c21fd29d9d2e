//! Owns whose an account is, from which day, and under which agreement. A
//! transfer (过户) adds a row: what was made out to the former customer stays
//! theirs. Refuses to change or forget a holder.

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{Connection, Row, params};

use desk_domain::money::Money;

use crate::StoreResult;
use crate::access::Act;
use crate::table::account::{AccountId, Accounts, amount};
use crate::table::customer::CustomerId;

/// Accounts opened before this version are given their first holder, who is
/// the customer of their agreement, and the one they were handed over to.
pub(crate) const V5: &str = "
CREATE TABLE account_holder (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account INTEGER NOT NULL REFERENCES account (id),
    from_day TEXT NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    agreement TEXT NOT NULL REFERENCES agreement (number),
    contract_amount INTEGER NOT NULL,
    at TEXT NOT NULL,
    by_staff INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX account_holder_account ON account_holder (account, from_day);
CREATE INDEX account_holder_customer ON account_holder (customer_id);
INSERT INTO account_holder
    (account, from_day, customer_id, agreement, contract_amount, at, by_staff)
SELECT account.id, account.opened, first.customer_id, account.agreement,
    account.contract_amount, first.printed_at, first.printed_by
FROM account JOIN agreement AS first ON first.number = account.agreement
ORDER BY account.id;
INSERT INTO account_holder
    (account, from_day, customer_id, agreement, contract_amount, at, by_staff)
SELECT account.id, max(later.in_force_on, account.opened), later.customer_id, later.number,
    account.contract_amount, later.printed_at, later.printed_by
FROM account JOIN agreement AS later ON later.cites = account.agreement
WHERE later.in_force_on IS NOT NULL
    AND later.number400 = account.number400
    AND json_extract(later.snapshot, '$.form.business') = 'transfer'
ORDER BY account.id, later.in_force_on, later.number;
CREATE TRIGGER account_holder_is_kept BEFORE DELETE ON account_holder
BEGIN SELECT RAISE(ABORT, 'account_holder'); END;
CREATE TRIGGER account_holder_is_fixed BEFORE UPDATE ON account_holder
BEGIN SELECT RAISE(ABORT, 'account_holder'); END;
";

/// Whose an account is from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountHolder {
    /// First day.
    pub from: NaiveDate,
    /// The customer.
    pub customer: CustomerId,
    /// Their agreement.
    pub agreement: String,
    /// Its amount.
    pub contract_amount: Money,
}

/// The accounts that a filter finds, joined with who held them on the day that
/// is bound as parameter `day`, as it was known at the moment bound after it:
/// the last to begin by then, the first before anybody did.
pub(super) fn joined(filter: &str, day: usize) -> String {
    let at = day + 1;
    format!(
        "SELECT account.id, number400, opened, closed, now.customer_id AS holder,
             now.agreement AS stands_on, now.contract_amount AS amount
         FROM account JOIN account_holder AS now ON now.id = coalesce(
             (SELECT id FROM account_holder WHERE account = account.id AND from_day <= ?{day} AND at <= ?{at}
              ORDER BY from_day DESC, id DESC LIMIT 1),
             (SELECT min(id) FROM account_holder WHERE account = account.id))
         WHERE {filter}"
    )
}

/// A holder on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolderRow {
    /// Whose it is.
    pub holder: AccountHolder,
    /// When that was put on record.
    pub at: NaiveDateTime,
}

/// Adds a holder.
pub(super) fn add(
    conn: &Connection,
    act: Act,
    account: AccountId,
    holder: &AccountHolder,
) -> StoreResult<()> {
    conn.prepare_cached(
        "INSERT INTO account_holder
             (account, from_day, customer_id, agreement, contract_amount, at, by_staff)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        account,
        holder.from,
        holder.customer,
        holder.agreement,
        holder.contract_amount.fen(),
        act.at,
        act.by.0,
    ])?;
    Ok(())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<HolderRow> {
    let holder = AccountHolder {
        from: row.get("from_day")?,
        customer: row.get("customer_id")?,
        agreement: row.get("agreement")?,
        contract_amount: amount(row, "contract_amount")?,
    };
    let at = row.get("at")?;
    Ok(HolderRow { holder, at })
}

impl Accounts<'_> {
    /// Everybody who has held an account, oldest first.
    ///
    /// # Errors
    /// Only of the database.
    pub fn holders(&self, id: AccountId) -> StoreResult<Vec<HolderRow>> {
        let mut statement = self.reader.conn.prepare_cached(
            "SELECT from_day, customer_id, agreement, contract_amount, at FROM account_holder
             WHERE account = ?1 ORDER BY from_day, id",
        )?;
        let rows = statement.query_map([id], from_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
