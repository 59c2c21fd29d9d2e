//! Runs decoders where they can do no harm: on a thread of their own, one at a
//! time, with a deadline. A decoder that panics ends its thread, not the
//! program; one that never ends is left behind and the page refused.

use crate::{IntakeError, Limits};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread::Builder;

/// Ten large scans dropped at once must not be decoded at once: the memory of
/// one is budgeted, that of ten is not.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Nested objects of a PDF are read by recursion.
const STACK: usize = 32 * 1024 * 1024;

/// Runs `work` under the limits' deadline.
pub(crate) fn guarded<T: Send + 'static>(
    limits: &Limits,
    work: impl FnOnce() -> Result<T, IntakeError> + Send + 'static,
) -> Result<T, IntakeError> {
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let (done, wait) = sync_channel(1);
    Builder::new()
        .name("paper".to_owned())
        .stack_size(STACK)
        .spawn(move || {
            // The receiver is gone when the deadline has passed; nobody minds.
            let _ = done.send(work());
        })?;
    match wait.recv_timeout(limits.max_time) {
        Ok(outcome) => outcome,
        Err(RecvTimeoutError::Timeout) => Err(IntakeError::PageTooSlow {
            seconds: limits.max_time.as_secs(),
        }),
        Err(RecvTimeoutError::Disconnected) => Err(IntakeError::damaged("its decoder gave up")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread::sleep;
    use std::time::Duration;

    #[test]
    fn a_decoder_that_panics_refuses_the_file_and_not_the_program() {
        let outcome = guarded::<()>(&Limits::default(), || panic!("bad decoder"));
        assert!(
            matches!(outcome, Err(IntakeError::FileDamaged(_))),
            "{outcome:?}"
        );
        assert_eq!(
            guarded(&Limits::default(), || Ok(1)),
            Ok(1),
            "the next one runs"
        );
    }

    #[test]
    fn a_decoder_that_hangs_is_left_behind() {
        let limits = Limits {
            max_time: Duration::from_millis(50),
            ..Limits::default()
        };
        let outcome = guarded(&limits, || {
            sleep(Duration::from_secs(5));
            Ok(())
        });
        assert_eq!(outcome, Err(IntakeError::PageTooSlow { seconds: 0 }));
    }
}
