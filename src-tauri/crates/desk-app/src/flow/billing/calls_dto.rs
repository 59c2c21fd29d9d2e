//! What the window and the desk say to each other about call records.

use crate::failure::Failure;
use desk_domain::tariff::{CallerClass, Leg};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file on its way in: the window hands it over in pieces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CallsUpload {
    /// Its number, for the pieces that follow and for what is done with it.
    pub upload: u32,
    /// Bytes that have come.
    pub bytes: u64,
}

/// Names a file that was handed over.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CallsUploadRef {
    /// Its number.
    pub upload: u32,
}

/// What a file was found to be, for a person to confirm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CallsSurvey {
    /// The file, as handed over.
    pub upload: u32,
    /// Its name.
    pub file_name: String,
    /// Kind of file: `csv`, `xlsx`, `xls`, `html` …
    pub format: String,
    /// How its text is written; empty for spreadsheets.
    pub encoding: String,
    /// The carrier's name under which this layout is remembered.
    pub carrier: Option<String>,
    /// Columns from the left, with what each was taken for.
    pub columns: Vec<CallsColumn>,
    /// The first rows after the heads, cell by cell.
    pub sample: Vec<Vec<String>>,
    /// What a person should look at before going on, as sentences.
    pub doubts: Vec<String>,
    /// Whether the same bytes were imported before.
    pub known_file: bool,
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CallsColumn {
    /// Its head.
    pub head: String,
    /// What it holds: a word of `CallsMeaning`; empty for nothing of use.
    pub meaning: String,
    /// Unit, where the meaning has one: `second` `minute` `yuan` `jiao` `fen` `li`.
    pub unit: String,
    /// Whether a person should look.
    pub unsure: bool,
}

/// A meaning that a column may have, for the list to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CallsMeaning {
    /// The word.
    pub meaning: String,
    /// In Chinese.
    pub shown: String,
    /// Units it may have, as word and Chinese.
    pub units: Vec<(String, String)>,
}

/// Begins the import of a file whose layout a person has confirmed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CallsImport {
    /// The file, as handed over.
    pub upload: u32,
    /// The carrier's name under which the layout is remembered.
    pub carrier: String,
    /// Columns from the left, as confirmed.
    pub columns: Vec<CallsColumn>,
}

/// How an import stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CallsRun {
    /// The file's name.
    pub file_name: String,
    /// Part done, 0 to 1.
    pub part: f32,
    /// Rows read so far.
    pub rows: u64,
    /// Whether it is over.
    pub over: bool,
    /// What became of the file, once it is over and nothing failed.
    pub done: Option<CallFileLine>,
    /// Why it stopped, where something failed.
    pub failure: Option<Failure>,
}

/// A file that was imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CallFileLine {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// The carrier.
    pub carrier: String,
    /// When it came in, `YYYY-MM-DD HH:MM`.
    pub at: String,
    /// By whom.
    pub by: String,
    /// Rows in it, heads left out.
    pub rows: u64,
    /// Calls that were new.
    pub imported: u64,
    /// Calls that were there already.
    pub duplicate: u64,
    /// Rows set aside that still wait for a person.
    pub waiting: u64,
    /// Rows set aside in all.
    pub quarantined: u64,
    /// Rows of sums, left out.
    pub skipped_totals: u64,
    /// Sums of the file that its own rows do not come to, as sentences.
    pub sums_differ: Vec<String>,
    /// New calls that no tariff rates yet.
    pub not_rated: u64,
    /// First day of a call.
    pub from: Option<String>,
    /// Last day of a call.
    pub to: Option<String>,
}

/// Which rows set aside to list.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct QuarantineList {
    /// Only of this file.
    pub file: Option<i64>,
    /// Those done with as well.
    pub all: bool,
}

/// A row set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuarantineLine {
    /// Its number.
    pub id: i64,
    /// The file.
    pub file: i64,
    /// The file's name.
    pub file_name: String,
    /// Row in the file, from 1, heads counted.
    pub row: u64,
    /// Heads of the columns.
    pub heads: Vec<String>,
    /// The row, cell by cell.
    pub cells: Vec<String>,
    /// Why, as a code.
    pub reason: String,
    /// Why, as a sentence.
    pub message: String,
    /// What became of it: `waiting`, `mended`, `given_up`.
    pub state: String,
}

/// A row set right by hand.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuarantineMend {
    /// The row set aside.
    pub id: i64,
    /// Its cells as they should be.
    pub cells: Vec<String>,
}

/// A row that cannot be set right.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuarantineGiveUp {
    /// The row set aside.
    pub id: i64,
    /// Why.
    pub reason: String,
}

/// Which calls to list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CallList {
    /// The account.
    pub account: i64,
    /// The month, `YYYY-MM`.
    pub month: String,
    /// Only of this kind of delivery.
    #[serde(default)]
    pub leg: Option<Leg>,
    /// Only from this kind of caller.
    #[serde(default)]
    pub caller_class: Option<CallerClass>,
    /// How many to pass over.
    #[serde(default)]
    pub offset: u32,
    /// How many at most; 0 means 100.
    #[serde(default)]
    pub limit: u32,
}

/// Some calls, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CallPage {
    /// The calls asked for, oldest first.
    pub lines: Vec<CallLine>,
    /// How many there are in all.
    pub total: u32,
}

/// One call and how its charge was reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CallLine {
    /// Its number.
    pub id: i64,
    /// When it started, `YYYY-MM-DD HH:MM:SS`.
    pub started: String,
    /// The caller, middle hidden.
    pub caller: String,
    /// Where it was delivered, middle hidden.
    pub delivered_to: String,
    /// Kind of delivery.
    pub leg: Leg,
    /// Kind of caller.
    pub caller_class: CallerClass,
    /// How long it lasted.
    pub seconds: u32,
    /// Whether somebody answered.
    pub answered: bool,
    /// Started increments that were counted.
    pub increments: u32,
    /// Yuan a minute; empty while not rated.
    pub rate: String,
    /// Yuan; empty while not rated.
    pub charge: String,
    /// First day of the tariff version that rated it.
    pub tariff: Option<String>,
    /// The file it came in.
    pub file_name: String,
    /// Its row there.
    pub row: u64,
    /// The dispute it stands in, if any.
    pub dispute: Option<i64>,
}
