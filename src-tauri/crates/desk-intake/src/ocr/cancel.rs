//! A flag by which whoever waits stops whoever works.

use crate::IntakeError;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Stops a reading between two steps, within about half a second. Clones
/// share the flag.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks the reading to stop.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    pub(crate) fn check(&self) -> Result<(), IntakeError> {
        if self.is_cancelled() {
            return Err(IntakeError::ReadingCancelled);
        }
        Ok(())
    }
}
