//! Any text beneath good heads: every line is a call, a sum, or set aside.

#![no_main]

use desk_billing::calls::{CallsError, Limits, Watch, read, survey};
use libfuzzer_sys::fuzz_target;
use std::io::Cursor;
use std::sync::atomic::AtomicBool;

const HEADS: &str = "400号码,来电号码,开始时间,结束时间,通话时长,费用,接听号码,接通状态\n";
const GOOD: &str = "4000000001,13800001234,2026-03-01 09:00:00,2026-03-01 09:01:35,95,0.24,801,接通\n";

fuzz_target!(|text: &str| {
    let (limits, good) = (Limits::default(), format!("{HEADS}{}", GOOD.repeat(5)));
    let proposal = survey(&mut Cursor::new(good.as_bytes()), &limits);
    let Ok(proposal) = proposal else {
        panic!("good heads were not understood");
    };
    let whole = format!("{HEADS}{text}");
    let watch = Watch { cancel: &AtomicBool::new(false), progress: &mut |_| {} };
    let mut input = Cursor::new(whole.as_bytes());
    let _ = read(&mut input, &proposal.layout, &limits, &|_| true, watch, |_| {
        Ok::<(), CallsError>(())
    });
});
