//! The list of everything the window may ask for: name, request, response.
//! Handlers in the shell, the bindings and the UI's `call` all take their
//! types from here, so none of them can choose another.

use crate::flow::{
    agreement, audit, backup, billing, customer, firm_mark, number, order, paper, printing,
    reading, returned, scan, search, session, setting, staff, text,
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
    /// The pictures that the firm signs with.
    firm_marks: () => firm_mark::FirmMarksView;
    /// Takes such a picture out of use.
    firm_mark_remove: firm_mark::FirmMarkRef => firm_mark::FirmMarksView;
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
    /// Networks through which a telephone may reach this computer.
    scan_networks: () => Vec<scan::ScanDevice>;
    /// Begins to scan into the tray of an order.
    scan_start: scan::ScanStart => scan::ScanView;
    /// How the scan stands.
    scan_state: () => Option<scan::ScanView>;
    /// Stops the scan; pages that came stay.
    scan_cancel: () => Option<scan::ScanView>;

    /// What waits for signed pages, and which pages wait for a person.
    returned_show: () => returned::ReturnedDesk;
    /// Looks at some of the pages that came, and files them by their marks.
    returned_look: () => returned::ReturnedDesk;
    /// The signed pages of one agreement.
    returned_copies: agreement::AgreementRef => returned::ReturnedCopies;
    /// Files a page where a person says it belongs.
    returned_place: returned::ReturnedPlacing => returned::ReturnedDesk;
    /// Takes a page off that does not belong here.
    returned_drop: returned::ReturnedDrop => returned::ReturnedDesk;
    /// Takes a page out of where it is filed; it waits for a person again.
    returned_take_out: returned::ReturnedDrop => returned::ReturnedDesk;

    /// Agreements, newest first.
    agreement_list: agreement::AgreementList => Vec<agreement::AgreementLine>;
    /// One agreement with all that happened to it.
    agreement_show: agreement::AgreementRef => agreement::AgreementView;
    /// Files the signed scans; the agreement takes effect.
    agreement_sign: agreement::AgreementSign => agreement::AgreementView;
    /// The customer signs on the screen; the pages are set again with it.
    agreement_sign_on_screen: agreement::ScreenSign => agreement::AgreementView;
    /// Writes the pack for the carrier's file into the export folder.
    agreement_pack: agreement::AgreementRef => agreement::FilingPack;
    /// Checks the archived file's signature: whether it was changed since.
    agreement_verify: agreement::AgreementRef => agreement::ArchiveCheck;
    /// Voids an agreement; it keeps its number.
    agreement_void: agreement::AgreementVoid => agreement::AgreementView;
    /// Writes the archived PDF into the export folder.
    agreement_save: agreement::AgreementRef => agreement::SavedFile;
    /// Writes the customer's papers into the export folder, under their purpose.
    agreement_papers: agreement::AgreementRef => agreement::SavedFile;
    /// Sends the archived PDF to a printer.
    agreement_send: printing::AgreementSend => printing::PrintJob;
    /// Printers of this computer.
    printer_list: () => Vec<printing::PrinterView>;
    /// How a print job stands.
    print_state: printing::PrintJobRef => printing::PrintJob;

    /// Editions of the agreement's text, newest first.
    text_list: () => Vec<text::TextLine>;
    /// One edition with what looking at it says.
    text_show: text::TextRef => text::TextView;
    /// Looks at a text while it is typed.
    text_check: text::TextCheck => text::TextChecked;
    /// Keeps a draft.
    text_save: text::TextSave => text::TextView;
    /// Publishes a draft.
    text_publish: text::TextRef => text::TextView;
    /// Retires an edition.
    text_retire: text::TextRef => text::TextView;
    /// Throws a draft away.
    text_discard: text::TextRef => Vec<text::TextLine>;
    /// Reads a firm's own text, plain or .docx.
    text_import: text::TextImport => text::TextImported;
    /// Two editions side by side.
    text_compare: text::TextCompare => Vec<desk_paper::agreement::ArticleChange>;

    /// Tariff plans with all their versions.
    tariff_list: () => Vec<billing::TariffPlanView>;
    /// Sets a new version of a plan, or a new plan.
    tariff_save: billing::TariffSave => Vec<billing::TariffPlanView>;
    /// What a sample call would cost under the old version and the new one.
    tariff_try: billing::TariffTry => billing::TariffTried;

    /// Meanings a column of a carrier's file may have.
    calls_meanings: () => Vec<billing::CallsMeaning>;
    /// Looks at a file that was handed over.
    calls_survey: billing::CallsUploadRef => billing::CallsSurvey;
    /// Begins to import a file whose layout was confirmed.
    calls_import: billing::CallsImport => billing::CallsRun;
    /// How the import stands.
    calls_state: () => Option<billing::CallsRun>;
    /// Stops the import; nothing of it stays.
    calls_cancel: () => Option<billing::CallsRun>;
    /// Files that were imported, newest first.
    calls_files: () => Vec<billing::CallFileLine>;
    /// Calls of an account in a month.
    calls_list: billing::CallList => billing::CallPage;
    /// Rows set aside.
    quarantine_list: billing::QuarantineList => Vec<billing::QuarantineLine>;
    /// Takes a row in that was set right by hand.
    quarantine_mend: billing::QuarantineMend => Vec<billing::QuarantineLine>;
    /// Gives a row up, with a reason.
    quarantine_give_up: billing::QuarantineGiveUp => Vec<billing::QuarantineLine>;

    /// Prepaid accounts.
    account_list: billing::AccountList => Vec<billing::AccountLine>;
    /// One account with its ledger.
    account_show: billing::AccountRef => billing::AccountView;
    /// Sets plan and minimum from now on.
    account_terms: billing::AccountTerms => billing::AccountView;
    /// Takes a number out of service.
    account_suspend: billing::AccountSuspend => billing::AccountView;
    /// Puts a number back into service.
    account_resume: billing::AccountResume => billing::AccountView;
    /// Ends the service of a number; the rest is settled after its last month.
    account_close: billing::AccountClose => billing::AccountView;
    /// Ends the agreement of a number whose account is settled.
    account_end: billing::AccountRef => billing::AccountView;
    /// Books money received.
    payment_add: billing::PaymentAdd => billing::AccountView;
    /// Books a credit, debit, refund or forfeiture.
    entry_add: billing::EntryAdd => billing::AccountView;
    /// Takes an entry back by its opposite.
    entry_reverse: billing::EntryReverse => billing::AccountView;
    /// Writes the receipt of a payment into the export folder.
    receipt_save: billing::EntryRef => agreement::SavedFile;
    /// Accounts that run dry or have, most urgent first.
    arrears_list: () => Vec<billing::ArrearsLine>;
    /// Writes a notice into the export folder.
    notice_save: billing::NoticeSave => agreement::SavedFile;

    /// Months, newest first.
    month_list: () => Vec<billing::MonthLine>;
    /// A month as it would be, or was, closed.
    month_show: billing::MonthRef => billing::MonthSheet;
    /// Closes a month; closing twice changes nothing.
    month_close: billing::MonthRef => billing::MonthSheet;
    /// The manager's summary of a month.
    month_summary: billing::MonthRef => billing::MonthSummary;
    /// A customer's statement of a month.
    statement_show: billing::StatementRef => billing::StatementView;
    /// Begins to write statements into the export folder.
    statement_export: billing::StatementExport => billing::ExportRun;
    /// How the export stands.
    export_state: () => Option<billing::ExportRun>;
    /// Stops the export; files written stay.
    export_cancel: () => Option<billing::ExportRun>;

    /// Disputes, newest first.
    dispute_list: billing::DisputeList => Vec<billing::DisputeView>;
    /// Opens a dispute over named calls.
    dispute_open: billing::DisputeOpen => billing::DisputeView;
    /// Upholds a dispute with a credit, or rejects it.
    dispute_settle: billing::DisputeSettle => billing::DisputeView;
    /// Writes the printed answer into the export folder.
    dispute_reply_save: billing::DisputeRef => agreement::SavedFile;

    /// The audit log, newest first.
    audit_list: audit::AuditList => Vec<audit::AuditLine>;
    /// Makes a backup file in the export folder.
    backup_make: () => agreement::SavedFile;
    /// Checks the database, every paper, the audit chain and the numbers.
    store_verify: () => backup::VerifyReport;
}
