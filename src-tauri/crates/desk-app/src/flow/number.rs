//! The stock of 400 numbers.

use desk_domain::stock::{Carrier, NumberState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which numbers to list.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct NumberList {
    /// Only this state.
    pub state: Option<NumberState>,
    /// Only numbers that contain these digits.
    pub text: String,
    /// How many to pass over.
    pub offset: u32,
    /// How many at most; 0 means 100.
    pub limit: u32,
}

/// Some numbers, and how many there are in each state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberPage {
    /// The numbers asked for.
    pub lines: Vec<NumberLine>,
    /// How many fit in all.
    pub total: u32,
    /// Counts by state over the whole stock.
    pub counts: Vec<NumberCount>,
}

/// How many numbers are in a state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberCount {
    /// The state.
    pub state: NumberState,
    /// How many.
    pub count: u32,
}

/// One number in stock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberLine {
    /// Ten digits.
    pub number: String,
    /// As shown, 400-xxx-xxxx.
    pub shown: String,
    /// Carrier.
    pub carrier: Carrier,
    /// State.
    pub state: NumberState,
    /// Since when, `YYYY-MM-DD HH:MM`.
    pub since: String,
    /// Company that holds it, if any.
    pub holder: Option<String>,
    /// Order that holds it, if any.
    pub order: Option<i64>,
    /// Agreement that holds it, if any.
    pub agreement: Option<String>,
    /// Note.
    pub note: String,
}

/// A list of numbers for the stock, one a line; a carrier may follow a comma or tab.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NumberAdd {
    /// The list as pasted or read from a file.
    pub text: String,
}

/// What became of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberAdded {
    /// New in stock.
    pub added: u32,
    /// Were there already.
    pub known: u32,
    /// Lines not taken, with the reason.
    pub refused: Vec<RefusedLine>,
}

/// A line that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RefusedLine {
    /// Line in the list, from 1.
    pub line: u32,
    /// The line's text, cut at 40 characters.
    pub text: String,
    /// Why, as a Chinese sentence.
    pub message: String,
}

/// A change of state by hand.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NumberSetState {
    /// Ten digits.
    pub number: String,
    /// The new state.
    pub state: NumberState,
    /// Why.
    pub reason: String,
}
