//! Scanning into the tray.

use super::commands;
use desk_app::flow::scan;

commands! {
    scan_devices => scan::devices;
    scan_networks => scan::networks;
    scan_start => scan::start;
    scan_state => scan::state;
    scan_cancel => scan::cancel;
}
