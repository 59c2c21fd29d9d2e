//! Settings of this desk.

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
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            idle_minutes: 15,
            export_folder: String::new(),
            printer: String::new(),
            printer_addresses: Vec::new(),
            duplex: true,
        }
    }
}
