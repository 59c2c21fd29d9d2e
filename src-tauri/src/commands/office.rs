//! The office itself: staff, the firm's profile, settings, audit log, backups.

use super::commands;
use desk_app::flow::{audit, backup, firm, setting, staff};

commands! {
    staff_list => staff::list;
    staff_add => staff::add;
    staff_remove => staff::remove;
    staff_reset => staff::reset;
    firm_show => firm::show;
    firm_save => firm::save;
    setting_show => setting::show;
    setting_save => setting::save;
    audit_list => audit::list;
    backup_make => backup::make;
    store_verify => backup::verify;
}
