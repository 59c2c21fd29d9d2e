//! Stopping a scan from another thread, at once: waiting is interrupted, and
//! whoever holds something that only another thread can let go hangs a hook.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// What is to be done the moment it is cancelled. Runs on the canceller's
/// thread, so it must not block.
type Action = Box<dyn FnOnce() + Send>;

/// A wish to stop, shared by everyone who holds a clone. Once cancelled it
/// stays so.
#[derive(Clone, Default)]
pub struct Cancel {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    cancelled: Option<Instant>,
    next: u64,
    hooks: BTreeMap<u64, Action>,
}

impl Cancel {
    /// A wish not yet uttered.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Stops what runs under it.
    pub fn cancel(&self) {
        let hooks = {
            let mut state = self.state();
            state.cancelled.get_or_insert_with(Instant::now);
            std::mem::take(&mut state.hooks)
        };
        self.shared.changed.notify_all();
        hooks.into_values().for_each(|action| action());
    }

    /// Whether it was cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.state().cancelled.is_some()
    }

    /// How long ago it was cancelled; nothing if it was not.
    #[must_use]
    pub fn elapsed(&self) -> Option<Duration> {
        self.state().cancelled.map(|at| at.elapsed())
    }

    /// Waits, at most so long; `true` if cancelled meanwhile or before.
    #[must_use]
    pub fn wait(&self, at_most: Duration) -> bool {
        let end = Instant::now() + at_most;
        let mut state = self.state();
        while state.cancelled.is_none() {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            let waited = self.shared.changed.wait_timeout(state, left);
            (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        }
        true
    }

    /// Does `action` as soon as it is cancelled (at once, if it is already),
    /// unless the hook is dropped before.
    pub fn when_cancelled(&self, action: impl FnOnce() + Send + 'static) -> Hook {
        let mut state = self.state();
        let key = state.next;
        if state.cancelled.is_some() {
            drop(state);
            action();
        } else {
            state.next += 1;
            state.hooks.insert(key, Box::new(action));
        }
        Hook {
            cancel: self.clone(),
            key,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.shared
            .state
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Cancel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cancel({})", self.is_cancelled())
    }
}

/// Takes its action back when dropped.
#[derive(Debug)]
#[must_use = "dropped at once, it does nothing"]
pub struct Hook {
    cancel: Cancel,
    key: u64,
}

impl Drop for Hook {
    fn drop(&mut self) {
        self.cancel.state().hooks.remove(&self.key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[test]
    fn waiting_ends_the_moment_it_is_cancelled() {
        let cancel = Cancel::new();
        assert!(!cancel.wait(Duration::from_millis(1)));
        let other = cancel.clone();
        let canceller = std::thread::spawn(move || other.cancel());
        assert!(cancel.wait(Duration::from_secs(60)));
        canceller.join().unwrap();
    }

    #[test]
    fn a_hook_acts_once_and_not_after_it_is_dropped() {
        let count = Arc::new(AtomicU32::new(0));
        let add = |n| {
            let count = Arc::clone(&count);
            move || {
                count.fetch_add(n, Ordering::SeqCst);
            }
        };
        let cancel = Cancel::new();
        let _kept = cancel.when_cancelled(add(1));
        drop(cancel.when_cancelled(add(10)));
        cancel.cancel();
        cancel.cancel();
        let _late = cancel.when_cancelled(add(100));
        assert_eq!(count.load(Ordering::SeqCst), 101);
    }
}
