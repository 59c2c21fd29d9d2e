//! Settings of this desk. Refuses values out of their range.

use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::place::Place;
use desk_domain::staff::Permission;
use desk_intake::source::Profile;
use desk_store::Reader;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Settings of this desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Minutes without a touch after which the window locks, 1 … 120.
    pub idle_minutes: u32,
    /// Folder that saved PDFs and backups go to.
    pub export_folder: String,
    /// Printer used last.
    pub printer: String,
    /// Printers added by address, `ipp://…`.
    pub printer_addresses: Vec<String>,
    /// Whether papers are printed on both sides.
    pub duplex: bool,
    /// Scanners that are not found by themselves, by address.
    pub scanner_addresses: Vec<String>,
    /// Folder that another program scans into; none when empty.
    pub scan_folder: String,
    /// Days after printing from which an unsigned agreement is on the day's
    /// list, 1 … 60.
    pub unsigned_days: u32,
    /// Whether the firm's seal and signature, where there are pictures of
    /// them, are printed onto new agreements.
    pub print_seal: bool,
    /// Whether the seal is also printed in strips over the edges of the pages.
    pub print_seal_across: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            idle_minutes: 15,
            export_folder: String::new(),
            printer: String::new(),
            printer_addresses: Vec::new(),
            duplex: true,
            scanner_addresses: Vec::new(),
            scan_folder: String::new(),
            unsigned_days: 3,
            print_seal: false,
            print_seal_across: false,
        }
    }
}

/// What was scanned with last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ScanHabit {
    pub(crate) device: String,
    pub(crate) profile: Profile,
}

/// Key of the settings in the store.
const KEY: &str = "desk";
/// Key of what was scanned with last.
const SCAN: &str = "scan";

/// The settings in force.
///
/// # Errors
/// Nobody is signed in.
pub fn show(desk: &Desk, (): ()) -> Result<Settings, Failure> {
    desk.signed_in(|session| session.store.read(stored))
}

/// Saves the settings.
///
/// # Errors
/// A value is out of its range, or only a manager may change it: everyone may
/// choose a printer, only a manager how soon the desk locks, where files go and
/// whether the seal is printed.
pub fn save(desk: &Desk, settings: Settings) -> Result<Settings, Failure> {
    if !(1..=120).contains(&settings.idle_minutes)
        || !(1..=60).contains(&settings.unsigned_days)
        || settings.printer_addresses.len() > 20
        || settings.scanner_addresses.len() > 20
    {
        return Err(Situation::SettingOutOfRange.into());
    }
    let now = desk.now();
    desk.signed_in(|session| {
        let manager = session.staff.role.may(Permission::KeepFirm);
        session.write(now, |writer| {
            let before = stored(writer)?;
            let kept = before.idle_minutes == settings.idle_minutes
                && before.export_folder == settings.export_folder
                && before.unsigned_days == settings.unsigned_days
                && before.print_seal == settings.print_seal
                && before.print_seal_across == settings.print_seal_across;
            if !manager && !kept {
                return Err(Situation::NotPermitted.into());
            }
            writer.settings_mut().set(KEY, &settings)?;
            stored(writer)
        })
    })
}

/// What is stored, or the defaults of this computer.
pub(crate) fn stored(reader: &Reader<'_>) -> Result<Settings, Failure> {
    let mut settings: Settings = reader.settings().get(KEY)?.unwrap_or_default();
    if settings.export_folder.trim().is_empty() {
        settings.export_folder = Place::default_export_folder().display().to_string();
    }
    Ok(settings)
}

/// What was scanned with last.
pub(crate) fn scan_habit(reader: &Reader<'_>) -> Result<ScanHabit, Failure> {
    Ok(reader.settings().get(SCAN)?.unwrap_or(ScanHabit {
        device: String::new(),
        profile: Profile::Licence,
    }))
}

/// Remembers what was scanned with.
pub(crate) fn remember_scan(desk: &Desk, habit: ScanHabit) -> Result<(), Failure> {
    desk.write(Permission::TakeOrders, |writer| {
        if scan_habit(writer)? != habit {
            writer.settings_mut().set(SCAN, &habit)?;
        }
        Ok(())
    })
}
