//! Import of call records: the same calls in every format, and files nobody
//! wants to receive.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot read its own data has nothing better to do"
)]

mod formats;
mod hostile;
mod layouts;
mod mutated;
mod rows;
#[allow(
    dead_code,
    unused_imports,
    reason = "the generator is shared with other tests"
)]
#[path = "../../../../../tests/calls/mod.rs"]
mod synthetic;

use desk_billing::calls::{
    CallsError, Layout, Limits, Progress, Proposal, Reason, Row, Summary, Watch, read, survey,
};
use desk_domain::call::CallRecord;
use desk_domain::identifier::Number400;
use std::io::Cursor;
use std::sync::atomic::AtomicBool;

/// Everything that comes out of a file.
#[derive(Debug)]
struct Outcome {
    summary: Summary,
    rows: Vec<Row>,
}

impl Outcome {
    fn calls(&self) -> Vec<CallRecord> {
        let call = |row: &Row| match row {
            Row::Call { call, .. } => Some(call.clone()),
            _ => None,
        };
        self.rows.iter().filter_map(call).collect()
    }

    fn quarantined(&self) -> Vec<(u64, Reason)> {
        let aside = |row: &Row| match row {
            Row::Quarantined { place, reason, .. } => Some((place.row, reason.clone())),
            _ => None,
        };
        self.rows.iter().filter_map(aside).collect()
    }
}

fn proposal(bytes: &[u8]) -> Result<Proposal, CallsError> {
    survey(&mut Cursor::new(bytes), &Limits::default())
}

fn outcome(bytes: &[u8], layout: &Layout) -> Result<Outcome, CallsError> {
    let mut rows = Vec::new();
    let watch = Watch {
        cancel: &AtomicBool::new(false),
        progress: &mut |_: Progress| {},
    };
    let known = |number: &Number400| number.as_str().starts_with("400000000");
    let summary = read(
        &mut Cursor::new(bytes),
        layout,
        &Limits::default(),
        &known,
        watch,
        |row| {
            rows.push(row);
            Ok::<(), CallsError>(())
        },
    )?;
    Ok(Outcome { summary, rows })
}

/// Surveys a file and reads it as proposed.
fn taken(bytes: &[u8]) -> Result<Outcome, CallsError> {
    outcome(bytes, &proposal(bytes)?.layout)
}
