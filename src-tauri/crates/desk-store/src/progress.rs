//! Owns how long work tells how far it is and is told to stop.

use std::ops::ControlFlow;

use serde::Serialize;

use crate::{StoreError, StoreResult};

/// What long work is busy with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Copying or checking the database; counted in pages.
    Database,
    /// Copying or checking papers; counted in papers.
    Papers,
    /// Unpacking a backup; counted in bytes.
    Unpacking,
}

/// How far long work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// What it is busy with.
    pub stage: Stage,
    /// How much of it is done.
    pub done: u64,
    /// How much there is.
    pub total: u64,
}

/// Told how far the work is; answers whether to go on. `Break` makes the work
/// stop with `Cancelled`, leaving nothing behind.
pub type Watch<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

pub(crate) fn tell(watch: &mut Watch<'_>, stage: Stage, done: u64, total: u64) -> StoreResult<()> {
    match watch(Progress { stage, done, total }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(StoreError::Cancelled),
    }
}
