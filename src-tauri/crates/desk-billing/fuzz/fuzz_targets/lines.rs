//! Any text beneath good heads: every line is a call, a sum, or set aside.

#![no_main]

use desk_billing::calls::{CallsError, Layout, Limits, Watch, read, survey};
use libfuzzer_sys::fuzz_target;
use std::io::Cursor;
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;

const HEADS: &str = "400号码,来电号码,开始时间,结束时间,通话时长,费用,接听号码,接通状态\n";
const GOOD: &str = "4000000001,13800001234,2026-03-01 09:00:00,2026-03-01 09:01:35,95,0.24,801,接通\n";

static LAYOUT: OnceLock<Layout> = OnceLock::new();

fn layout() -> Layout {
    let good = format!("{HEADS}{}", GOOD.repeat(5));
    match survey(&mut Cursor::new(good.as_bytes()), &Limits::default()) {
        Ok(proposal) => proposal.layout,
        Err(error) => panic!("good heads were not understood: {error}"),
    }
}

fuzz_target!(|text: &str| {
    let whole = format!("{HEADS}{text}");
    let watch = Watch { cancel: &AtomicBool::new(false), progress: &mut |_| {} };
    let (mut input, layout) = (Cursor::new(whole.as_bytes()), LAYOUT.get_or_init(layout));
    let _ = read(&mut input, layout, &Limits::default(), &|_| true, watch, |_| {
        Ok::<(), CallsError>(())
    });
});
