//! Backups and the great check.

use super::agreement::SavedFile;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::place::Place;
use crate::{export, wording};
use desk_domain::staff::Permission;
use desk_store::Store;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;
use ts_rs::TS;

/// What the check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VerifyReport {
    /// Papers read and compared with their hash.
    pub papers: u32,
    /// Audit entries whose chain was followed.
    pub audit_entries: u32,
    /// Agreements whose numbers were followed.
    pub agreements: u32,
    /// What is wrong, one sentence each; empty when all is well.
    pub faults: Vec<String>,
}

/// Makes a backup file in the export folder, named by the moment.
///
/// # Errors
/// The folder cannot be written, or a paper is gone.
pub fn make(desk: &Desk, (): ()) -> Result<SavedFile, Failure> {
    let name = format!(
        "受理台备份 {}.desk400",
        desk.now().format("%Y-%m-%d %H%M%S")
    );
    let path = export::folder(desk)?.join(name);
    make_to(desk, &path)?;
    Ok(SavedFile {
        path: path.display().to_string(),
    })
}

/// Makes a backup file at a place of one's own choice.
///
/// # Errors
/// As [`make`].
pub fn make_to(desk: &Desk, file: &Path) -> Result<(), Failure> {
    let now = desk.now();
    desk.with_session(Permission::KeepBackups, |session| {
        session
            .store
            .backup(file, now, &mut |_| ControlFlow::Continue(()))?;
        Ok(())
    })
}

/// Restores a backup into an empty data folder; everyone signs in as before.
///
/// # Errors
/// The folder is not empty, or the file is damaged or of a newer version.
pub fn restore(place: &Place, file: &Path) -> Result<(), Failure> {
    Ok(Store::restore(file, &place.data, &mut |_| {
        ControlFlow::Continue(())
    })?)
}

/// Reads everything and checks it against its hash and its neighbours.
///
/// # Errors
/// Nobody is signed in; what is wrong stands in the report.
pub fn verify(desk: &Desk, (): ()) -> Result<VerifyReport, Failure> {
    desk.with_session(Permission::KeepBackups, |session| {
        let found = session.store.verify(&mut |_| ControlFlow::Continue(()))?;
        Ok(VerifyReport {
            papers: shown(found.papers),
            audit_entries: shown(found.audit_lines),
            agreements: shown(found.agreements),
            faults: faults(&found),
        })
    })
}

fn shown(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Every fault as a sentence of its own.
fn faults(found: &desk_store::VerifyReport) -> Vec<String> {
    let named = [
        ("VerifyDatabase", &found.database),
        ("VerifyForgedPage", &found.forged_pages),
        ("VerifyDangling", &found.dangling),
        ("VerifyPaperLost", &found.lost_papers),
        ("VerifyPaperDamaged", &found.damaged_papers),
        ("VerifyLedger", &found.uneven_accounts),
    ];
    let lists = named
        .into_iter()
        .flat_map(|(code, whats)| whats.iter().map(move |what| fault(code, what)));
    let audit = found
        .audit_broken_at
        .map(|line| fault("VerifyAuditBroken", &line.to_string()));
    let years = found
        .years_with_gaps
        .iter()
        .map(|year| fault("VerifyGap", &year.to_string()));
    lists.chain(audit).chain(years).collect()
}

fn fault(code: &str, what: &str) -> String {
    wording::sentence(
        code,
        &BTreeMap::from([("what".to_owned(), what.to_owned())]),
    )
}
