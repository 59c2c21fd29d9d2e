//! What the window and the desk say to each other about closing months and
//! about statements.

use crate::failure::Failure;
use desk_domain::Money;
use desk_domain::ledger::EntryKind;
use desk_domain::tariff::{CallerClass, Leg};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Names a month.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MonthRef {
    /// `YYYY-MM`.
    pub month: String,
}

/// A month in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MonthLine {
    /// `YYYY-MM`.
    pub month: String,
    /// Whether it is closed.
    pub closed: bool,
    /// Whether it is the one to close next.
    pub next: bool,
    /// Accounts in it.
    pub numbers: u32,
    /// Calls in it.
    pub calls: u64,
    /// Charged in all, once closed.
    pub charged: Money,
    /// Of that, up to the minimum.
    pub top_up: Money,
    /// When it was closed.
    pub closed_at: Option<String>,
    /// By whom.
    pub closed_by: Option<String>,
}

/// A month as it would be, or was, closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MonthSheet {
    /// `YYYY-MM`.
    pub month: String,
    /// Whether it is closed.
    pub closed: bool,
    /// Why it cannot be closed yet, as sentences.
    pub hindrances: Vec<Failure>,
    /// One line for each account.
    pub lines: Vec<MonthAccount>,
    /// Sums over all lines.
    pub total: MonthFigures,
    /// Calls that no tariff rates.
    pub not_rated: u64,
    /// Rows set aside that wait for a person.
    pub quarantined: u64,
}

/// One account's month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MonthAccount {
    /// The account.
    pub account: i64,
    /// 400 number as shown.
    pub shown: String,
    /// The customer.
    pub customer: i64,
    /// The company's name.
    pub company: String,
    /// The figures.
    pub figures: MonthFigures,
    /// What is odd.
    pub oddities: Vec<Oddity>,
}

/// The figures of a month.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MonthFigures {
    /// Calls.
    pub calls: u64,
    /// Minutes that were counted.
    pub minutes: u64,
    /// What the calls cost, rounded once.
    pub rated: Money,
    /// The minimum that applies to this month.
    pub minimum: Money,
    /// What was added up to the minimum.
    pub top_up: Money,
    /// Fees for functions.
    pub fees: Money,
    /// Balance before the month.
    pub opening: Money,
    /// Money received in the month.
    pub payments: Money,
    /// Credits, refunds, forfeitures, reversals in the month.
    pub corrections: Money,
    /// Balance after it.
    pub closing: Money,
}

/// Something odd about a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Oddity {
    /// Which.
    pub code: String,
    /// As a sentence.
    pub message: String,
}

/// The manager's summary of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MonthSummary {
    /// `YYYY-MM`.
    pub month: String,
    /// Sums.
    pub total: MonthFigures,
    /// By kind of call.
    pub kinds: Vec<KindLine>,
    /// The twelve months up to this one, oldest first, for the chart.
    pub course: Vec<MonthPoint>,
}

/// A kind of call in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KindLine {
    /// Where the calls were delivered.
    pub leg: Leg,
    /// Where they came from.
    pub caller_class: CallerClass,
    /// How many.
    pub calls: u64,
    /// Minutes that were counted.
    pub minutes: u64,
    /// What they cost, in yuan with as many decimals as it has.
    pub charge: String,
}

/// One month of the chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MonthPoint {
    /// `YYYY-MM`.
    pub month: String,
    /// What calls cost.
    pub rated: Money,
    /// Up to the minimum.
    pub top_up: Money,
    /// Fees.
    pub fees: Money,
    /// Money received.
    pub payments: Money,
}

/// Names a statement.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StatementRef {
    /// The customer.
    pub customer: i64,
    /// `YYYY-MM`.
    pub month: String,
}

/// A customer's month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatementView {
    /// The customer.
    pub customer: i64,
    /// The company's name.
    pub company: String,
    /// `YYYY-MM`.
    pub month: String,
    /// Sums over the numbers.
    pub total: MonthFigures,
    /// Everything the customer was charged in the month, in capitals.
    pub capitals: String,
    /// Last day for disputes (协议四（一）6).
    pub last_day_to_dispute: String,
    /// One part for each number.
    pub numbers: Vec<StatementNumber>,
}

/// One number on a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatementNumber {
    /// The account.
    pub account: i64,
    /// 400 number as shown.
    pub shown: String,
    /// The figures.
    pub figures: MonthFigures,
    /// By kind of call.
    pub kinds: Vec<KindLine>,
    /// The entries the figures come from.
    pub entries: Vec<StatementEntry>,
}

/// An entry behind a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatementEntry {
    /// The entry.
    pub id: i64,
    /// The day it counts for.
    pub on: String,
    /// What it is.
    pub kind: EntryKind,
    /// The amount with its sign.
    pub amount: Money,
    /// What was noted.
    pub note: String,
}

/// A form that a statement is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StatementFormat {
    /// To print.
    Pdf,
    /// To reckon with.
    Xlsx,
    /// To read by machine.
    Csv,
}

/// Writes statements into the export folder.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StatementExport {
    /// `YYYY-MM`.
    pub month: String,
    /// Only this customer; everybody otherwise.
    pub customer: Option<i64>,
    /// In which forms.
    pub formats: Vec<StatementFormat>,
}

/// How an export stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportRun {
    /// Statements written.
    pub done: u32,
    /// Statements in all.
    pub total: u32,
    /// Whether it is over.
    pub over: bool,
    /// The folder.
    pub folder: String,
    /// Why it stopped, where something failed.
    pub failure: Option<Failure>,
}
