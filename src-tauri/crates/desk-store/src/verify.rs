//! Owns the check of everything the store promises: the database's pages, its
//! references, every paper's hash, the audit chain, the agreement numbers.
//! Refuses to stop at the first fault; the report names all of them.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde::Serialize;

use crate::progress::{Stage, Watch, tell};
use crate::table::{agreement_sequence, audit, ledger};
use crate::{Store, StoreError, StoreResult, vault};

/// Most faults of one kind that a report names.
const MOST_NAMED: usize = 100;

/// What a check of the store found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct VerifyReport {
    /// How many papers and archived agreements were read and hashed.
    pub papers: u64,
    /// How many lines the audit log has.
    pub audit_lines: u64,
    /// How many agreements there are.
    pub agreements: u64,
    /// Faults of the database's structure, in the engine's words.
    pub database: Vec<String>,
    /// Pages that were changed without the key.
    pub forged_pages: Vec<String>,
    /// Rows that refer to rows that are not there, as `table → table`.
    pub dangling: Vec<String>,
    /// Blobs that rows name and that are gone.
    pub lost_papers: Vec<String>,
    /// Blobs whose content is not what was put in.
    pub damaged_papers: Vec<String>,
    /// First line of the audit log that does not follow from the one before.
    pub audit_broken_at: Option<i64>,
    /// Years whose agreement numbers have a gap.
    pub years_with_gaps: Vec<i32>,
    /// Accounts whose closed months do not come to the sum of their entries,
    /// and entries that take another back without being its opposite.
    pub uneven_accounts: Vec<String>,
    /// Files in the paper folder that no row names: left by a crash, harmless,
    /// taken away by [`Store::sweep`].
    pub leftover_files: u64,
}

impl VerifyReport {
    /// Whether nothing is wrong. Leftover files are not a fault.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let lists = [
            &self.database,
            &self.forged_pages,
            &self.dangling,
            &self.lost_papers,
            &self.damaged_papers,
            &self.uneven_accounts,
        ];
        lists.iter().all(|list| list.is_empty())
            && self.audit_broken_at.is_none()
            && self.years_with_gaps.is_empty()
    }
}

impl Store {
    /// Checks everything. Takes as long as reading all papers takes.
    ///
    /// # Errors
    /// `Cancelled` when `watch` said so; faults found are in the report, not
    /// errors, unless the database cannot be read at all.
    pub fn verify(&self, watch: &mut Watch<'_>) -> StoreResult<VerifyReport> {
        self.me()?;
        let mut report = VerifyReport::default();
        tell(watch, Stage::Database, 0, 1)?;
        // One view of the database for all of it, so that what another window
        // does meanwhile cannot look like a fault.
        let view = self.conn.unchecked_transaction()?;
        check_database(&view, &mut report)?;
        tell(watch, Stage::Database, 1, 1)?;
        self.check_papers(&view, &mut report, watch)?;
        report.audit_broken_at = audit::first_broken_line(&view)?;
        report.years_with_gaps = agreement_sequence::years_with_gaps(&view)?;
        report.uneven_accounts = ledger::uneven(&view)?;
        report.audit_lines = count(&view, "audit")?;
        report.agreements = count(&view, "agreement")?;
        Ok(report)
    }

    fn check_papers(
        &self,
        view: &Connection,
        report: &mut VerifyReport,
        watch: &mut Watch<'_>,
    ) -> StoreResult<()> {
        let blobs = vault::named_blobs(view)?;
        let total = blobs.len() as u64;
        for (done, blob) in blobs.iter().enumerate() {
            tell(watch, Stage::Papers, done as u64, total)?;
            match self.vault.copy_to(blob, &mut std::io::sink()) {
                Ok(()) => {}
                Err(StoreError::PaperLost { paper }) => report.lost_papers.push(paper),
                Err(StoreError::PaperDamaged { paper }) => report.damaged_papers.push(paper),
                Err(error) => return Err(error),
            }
        }
        tell(watch, Stage::Papers, total, total)?;
        report.papers = total;
        let named: BTreeSet<&str> = blobs.iter().map(|blob| blob.name.as_str()).collect();
        let files = self.vault.files()?;
        report.leftover_files = files
            .iter()
            .filter(|(_, name)| !is_named(name.as_deref(), &named))
            .count() as u64;
        Ok(())
    }

    /// Takes away paper files that no row names. Safe beside other windows:
    /// papers are only ever put in inside a write transaction, and this is
    /// one. Returns how many files went.
    ///
    /// # Errors
    /// `StoreBusy`, `FolderNotWritable`.
    pub fn sweep(&mut self, at: chrono::NaiveDateTime) -> StoreResult<u64> {
        self.write(at, |w| {
            let blobs = vault::named_blobs(w.conn)?;
            let named: BTreeSet<&str> = blobs.iter().map(|blob| blob.name.as_str()).collect();
            let mut gone = 0;
            for (path, name) in w.vault.files()? {
                if !is_named(name.as_deref(), &named) {
                    std::fs::remove_file(path)?;
                    gone += 1;
                }
            }
            Ok(gone)
        })
    }
}

fn is_named(name: Option<&str>, named: &BTreeSet<&str>) -> bool {
    name.is_some_and(|name| named.contains(name))
}

fn check_database(conn: &Connection, report: &mut VerifyReport) -> StoreResult<()> {
    report.database = lines(conn, &format!("PRAGMA integrity_check({MOST_NAMED})"))?;
    report.database.retain(|line| line != "ok");
    report.forged_pages = lines(conn, "PRAGMA cipher_integrity_check")?;
    report.forged_pages.truncate(MOST_NAMED);
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let rows = statement.query_map([], |row| {
        Ok(format!(
            "{} → {}",
            row.get::<_, String>(0)?,
            row.get::<_, String>(2)?
        ))
    })?;
    report.dangling = rows.take(MOST_NAMED).collect::<Result<_, _>>()?;
    Ok(())
}

fn lines(conn: &Connection, pragma: &str) -> StoreResult<Vec<String>> {
    let mut statement = conn.prepare(pragma)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn count(conn: &Connection, table: &str) -> StoreResult<u64> {
    Ok(
        conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
            row.get(0)
        })?,
    )
}
