//! Any bytes as what the process that drives SANE says.

#![no_main]

use desk_intake::source::ScanLimits;
use desk_intake::source::sane::{Frame, read_frame, write_frame};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let limits = ScanLimits {
        max_page_bytes: 4096,
        max_answer: 4096,
        ..ScanLimits::default()
    };
    let mut heard = bytes;
    while let Ok(Some(frame)) = read_frame(&mut heard, &limits) {
        assert!(!matches!(&frame, Frame::Page(page) if page.len() > 4096));
        let mut said = Vec::new();
        write_frame(&mut said, &frame).expect("memory takes everything");
        let again = read_frame(&mut said.as_slice(), &ScanLimits::default());
        assert_eq!(again, Ok(Some(frame)));
    }
});
