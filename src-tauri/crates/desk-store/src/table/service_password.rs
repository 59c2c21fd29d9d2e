//! Owns the service password by which a customer proves who they are when
//! they call (协议第三条（二）). Kept as an Argon2id hash only; refuses tries
//! after repeated failures until some time has passed.

use argon2::{Argon2, PasswordHasher, PasswordVerifier, password_hash::phc::PasswordHash};
use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::json;

use desk_domain::service_password::{Lock, ServicePassword};
use desk_domain::staff::StaffId;

use crate::access::{Act, Reader};
use crate::hardness::Hardness;
use crate::table::audit::{self, Subject};
use crate::table::customer::CustomerId;
use crate::table::paper::PaperId;
use crate::table::secret;
use crate::{StoreError, StoreResult};

pub(crate) const V1: &str = "
CREATE TABLE service_password (
    customer_id INTEGER NOT NULL PRIMARY KEY REFERENCES customer (id),
    hash TEXT NOT NULL,
    evidence INTEGER NOT NULL REFERENCES paper (id),
    set_at TEXT NOT NULL,
    set_by INTEGER NOT NULL REFERENCES staff (id),
    failures INTEGER NOT NULL DEFAULT 0,
    locked_until TEXT
) STRICT;
";

/// What may be known about a service password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServicePasswordRow {
    /// When it was set.
    pub set_at: NaiveDateTime,
    /// By whom.
    pub set_by: StaffId,
    /// The handler's ID copy it was set against.
    pub evidence: PaperId,
    /// Wrong tries in a row, and until when it is locked.
    pub lock: Lock,
}

/// Reads about service passwords.
pub struct ServicePasswords<'a> {
    pub(crate) reader: Reader<'a>,
}

impl ServicePasswords<'_> {
    /// Whether and since when a customer has one.
    ///
    /// # Errors
    /// Only of the database.
    pub fn get(&self, customer: CustomerId) -> StoreResult<Option<ServicePasswordRow>> {
        get(self.reader.conn, customer)
    }
}

/// Sets and tries service passwords.
pub struct ServicePasswordsMut<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) act: Act,
}

impl ServicePasswordsMut<'_> {
    /// Sets or resets the password of a customer against a copy of the
    /// handler's ID; unlocks it.
    ///
    /// # Errors
    /// Only of the database.
    pub fn set(
        &mut self,
        customer: CustomerId,
        password: &ServicePassword,
        evidence: PaperId,
    ) -> StoreResult<()> {
        let conn = self.reader.conn;
        let hash = hasher(conn)?
            .hash_password(password.expose().as_bytes())
            .map_err(|_| StoreError::NoRandomness)?
            .to_string();
        conn.execute(
            "INSERT INTO service_password (customer_id, hash, evidence, set_at, set_by)
             VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (customer_id) DO UPDATE SET hash = excluded.hash,
                 evidence = excluded.evidence, set_at = excluded.set_at,
                 set_by = excluded.set_by, failures = 0, locked_until = NULL",
            params![customer, hash, evidence, self.act.at, self.act.by.0],
        )?;
        self.audit(
            "service_password_set",
            customer,
            &json!({ "evidence": evidence }),
        )
    }

    /// Tries a password. The answer is a value, not an error, so that the
    /// transaction that counts a wrong try commits.
    ///
    /// # Errors
    /// `ServicePasswordNotSet`.
    pub fn check(&mut self, customer: CustomerId, password: &str) -> StoreResult<Knock> {
        let conn = self.reader.conn;
        let lock = get(conn, customer)?
            .ok_or(StoreError::ServicePasswordNotSet)?
            .lock;
        if let Some(until) = lock.until.filter(|_| lock.admit(self.act.at).is_err()) {
            return Ok(Knock::Locked { until });
        }
        let hash: String = conn.query_row(
            "SELECT hash FROM service_password WHERE customer_id = ?1",
            [customer],
            |row| row.get(0),
        )?;
        let parsed = PasswordHash::new(&hash).map_err(|_| StoreError::damaged("password hash"))?;
        if hasher(conn)?
            .verify_password(password.as_bytes(), &parsed)
            .is_ok()
        {
            self.count(customer, Lock::opened())?;
            self.audit("service_password_right", customer, &json!({}))?;
            return Ok(Knock::Right);
        }
        let lock = lock.after_wrong(self.act.at);
        self.count(customer, lock)?;
        let detail = json!({ "failures": lock.failures });
        self.audit("service_password_wrong", customer, &detail)?;
        Ok(match lock.until {
            Some(until) => Knock::Locked { until },
            None => Knock::Wrong { left: lock.left() },
        })
    }

    fn count(&self, customer: CustomerId, lock: Lock) -> StoreResult<()> {
        self.reader.conn.execute(
            "UPDATE service_password SET failures = ?2, locked_until = ?3 WHERE customer_id = ?1",
            params![customer, lock.failures, lock.until],
        )?;
        Ok(())
    }

    fn audit(&self, action: &str, id: CustomerId, detail: &serde_json::Value) -> StoreResult<()> {
        audit::record(
            self.reader.conn,
            self.act,
            action,
            &Subject::Customer(id),
            detail,
        )
    }
}

/// What came of trying a service password.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Knock {
    /// It is right.
    Right,
    /// It is wrong.
    Wrong {
        /// Tries left before it locks.
        left: u32,
    },
    /// Too many wrong tries: this one was not looked at, or was the last one.
    Locked {
        /// When it opens again.
        until: NaiveDateTime,
    },
}

impl Knock {
    /// The refusal to give once the try has been counted and committed.
    ///
    /// # Errors
    /// `ServicePasswordWrong`, `ServicePasswordLocked`.
    pub fn into_result(self) -> StoreResult<()> {
        match self {
            Self::Right => Ok(()),
            Self::Wrong { left } => Err(StoreError::ServicePasswordWrong { left }),
            Self::Locked { until } => Err(StoreError::ServicePasswordLocked { until }),
        }
    }
}

fn hasher(conn: &Connection) -> StoreResult<Argon2<'static>> {
    let hardness: Hardness = serde_json::from_str(&secret::need(conn, secret::HARDNESS)?)
        .map_err(|_| StoreError::damaged("hardness"))?;
    hardness.argon2()
}

fn get(conn: &Connection, customer: CustomerId) -> StoreResult<Option<ServicePasswordRow>> {
    Ok(conn
        .prepare_cached(
            "SELECT set_at, set_by, evidence, failures, locked_until
             FROM service_password WHERE customer_id = ?1",
        )?
        .query_row([customer], |row| {
            Ok(ServicePasswordRow {
                set_at: row.get("set_at")?,
                set_by: StaffId(row.get("set_by")?),
                evidence: row.get("evidence")?,
                lock: Lock {
                    failures: row.get("failures")?,
                    until: row.get("locked_until")?,
                },
            })
        })
        .optional()?)
}
