//! The list of everything the window may ask for: name, request, response.
//! Handlers in the shell, the bindings and the UI's `call` all take their
//! types from here, so none of them can choose another.

use crate::flow::{
    agreement, audit, backup, customer, number, order, paper, printing, reading, scan, search,
    session, setting, staff,
};
use desk_domain::party::Firm;
use ts_rs::{Config, TS};

/// A command the window may give.
pub trait Command {
    /// Name in Rust, in the bindings and in the UI.
    const NAME: &'static str;
    /// What it is given.
    type Request: serde::de::DeserializeOwned + Send + TS;
    /// What it answers.
    type Response: serde::Serialize + Send + TS;
}

macro_rules! contract {
    ($($(#[doc = $doc:literal])+ $name:ident: $request:ty => $response:ty;)+) => {
        $(
            $(#[doc = $doc])+
            #[allow(non_camel_case_types, reason = "a command is named as it is called")]
            pub struct $name;
            impl Command for $name {
                const NAME: &'static str = stringify!($name);
                type Request = $request;
                type Response = $response;
            }
        )+

        /// Every command's name, in the order of the list.
        pub const NAMES: &[&str] = &[$(stringify!($name)),+];

        /// Calls `visit` once for each command with its TypeScript request and response.
        pub fn each(config: &Config, mut visit: impl FnMut(&str, String, String)) {
            $(visit(
                stringify!($name),
                <$request as TS>::name(config),
                <$response as TS>::name(config),
            );)+
        }

        /// Calls `visitor` for every type a command mentions.
        pub fn visit_types(visitor: &mut impl ts_rs::TypeVisitor) {
            $(
                visitor.visit::<$request>();
                visitor.visit::<$response>();
            )+
        }
    };
}

contract! {
    /// What the window should show first.
    desk_status: () => session::DeskStatus;
    /// First run: makes the store, the firm and the first manager.
    desk_found: session::FirstRun => session::Founded;
    /// Signs a member of staff in.
    session_open: session::SignIn => session::SessionView;
    /// Locks the desk: drops every key from memory.
    session_close: () => ();
    /// Sets a new password with the recovery code.
    session_recover: session::Recover => session::SessionView;
    /// Changes one's own password.
    password_change: session::PasswordChange => ();

    /// All members of staff, present and past.
    staff_list: () => Vec<staff::StaffView>;
    /// Adds a member of staff.
    staff_add: staff::StaffAdd => Vec<staff::StaffView>;
    /// Removes a member of staff; they can no longer sign in.
    staff_remove: staff::StaffRef => Vec<staff::StaffView>;
    /// Gives a member of staff a new password.
    staff_reset: staff::StaffReset => ();

    /// The firm's own profile.
    firm_show: () => Firm;
    /// Changes the firm's profile; printed agreements keep the old one.
    firm_save: Firm => Firm;
    /// Settings of this desk.
    setting_show: () => setting::Settings;
    /// Changes the settings of this desk.
    setting_save: setting::Settings => setting::Settings;

    /// Finds customers, numbers, orders and agreements.
    desk_search: search::SearchRequest => search::SearchHits;
    /// One customer with orders and agreements.
    customer_show: customer::CustomerRef => customer::CustomerView;
    /// A person's identity number in full; seeing it is put on record.
    customer_identity: customer::CustomerIdentity => String;

    /// Numbers in stock.
    number_list: number::NumberList => number::NumberPage;
    /// Puts a list of numbers into stock, one a line.
    number_add: number::NumberAdd => number::NumberAdded;
    /// Changes a number's state by hand, with a reason.
    number_set_state: number::NumberSetState => number::NumberLine;

    /// Today's desk: open drafts, printed and waiting, counts.
    order_list: order::OrderList => Vec<order::OrderLine>;
    /// Starts an acceptance.
    order_new: order::OrderNew => order::OrderView;
    /// Opens an acceptance.
    order_show: order::OrderRef => order::OrderView;
    /// Saves what was typed and says what is wrong or missing.
    order_save: order::OrderSave => order::OrderSaved;
    /// Gives up a draft; its number goes back to stock.
    order_discard: order::OrderRef => ();
    /// Sets the two copies and the form for a look, without a number.
    order_preview: order::OrderRef => order::Preview;
    /// Prints: allots the agreement number and archives the two copies.
    order_print: order::OrderPrint => agreement::AgreementView;

    /// Sets kind, arrival, seal, rotation and crop of a paper.
    paper_update: paper::PaperUpdate => paper::PaperView;
    /// Records that a paper was checked, and how.
    paper_verify: paper::PaperVerify => paper::PaperView;
    /// Takes a paper off the order; the file stays on record.
    paper_remove: paper::PaperRemove => ();

    /// Has a paper read; what it says stays on record.
    paper_read: reading::PaperRead => reading::OrderReadings;
    /// What was read off the papers of an order.
    reading_show: order::OrderRef => reading::OrderReadings;
    /// Puts on record what a person stands by after having looked.
    reading_settle: reading::ReadingSettle => reading::OrderReadings;

    /// Scanners that can be seen now.
    scan_devices: () => scan::ScanDevices;
    /// Begins to scan into the tray of an order.
    scan_start: scan::ScanStart => scan::ScanView;
    /// How the scan stands.
    scan_state: () => Option<scan::ScanView>;
    /// Stops the scan; pages that came stay.
    scan_cancel: () => Option<scan::ScanView>;

    /// Agreements, newest first.
    agreement_list: agreement::AgreementList => Vec<agreement::AgreementLine>;
    /// One agreement with all that happened to it.
    agreement_show: agreement::AgreementRef => agreement::AgreementView;
    /// Files the signed scans; the agreement takes effect.
    agreement_sign: agreement::AgreementSign => agreement::AgreementView;
    /// Voids an agreement; it keeps its number.
    agreement_void: agreement::AgreementVoid => agreement::AgreementView;
    /// Writes the archived PDF into the export folder.
    agreement_save: agreement::AgreementRef => agreement::SavedFile;
    /// Sends the archived PDF to a printer.
    agreement_send: printing::AgreementSend => printing::PrintJob;
    /// Printers of this computer.
    printer_list: () => Vec<printing::PrinterView>;
    /// How a print job stands.
    print_state: printing::PrintJobRef => printing::PrintJob;

    /// The audit log, newest first.
    audit_list: audit::AuditList => Vec<audit::AuditLine>;
    /// Makes a backup file in the export folder.
    backup_make: () => agreement::SavedFile;
    /// Checks the database, every paper, the audit chain and the numbers.
    store_verify: () => backup::VerifyReport;
}
