//! Whole files, as they could come from anybody.

#![no_main]

use desk_billing::calls::{CallsError, Limits, Row, Watch, read, survey};
use libfuzzer_sys::fuzz_target;
use std::io::Cursor;
use std::sync::atomic::AtomicBool;

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { max_unpacked: 64 << 20, max_spanned: 500_000, ..Limits::default() };
    let Ok(proposal) = survey(&mut Cursor::new(bytes), &limits) else {
        return;
    };
    let (mut calls, mut aside) = (0, 0);
    let watch = Watch { cancel: &AtomicBool::new(false), progress: &mut |_| {} };
    let read = read(&mut Cursor::new(bytes), &proposal.layout, &limits, &|_| true, watch, |row| {
        match row {
            Row::Call { .. } => calls += 1,
            Row::Quarantined { .. } => aside += 1,
            Row::Total { .. } => {}
        }
        Ok::<(), CallsError>(())
    });
    if let Ok(summary) = read {
        assert_eq!((summary.calls, summary.quarantined), (calls, aside));
        assert_eq!(summary.rows, calls + aside);
    }
});
