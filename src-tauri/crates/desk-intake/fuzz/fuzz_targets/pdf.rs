//! Any bytes as a PDF.

#![no_main]

use desk_intake::{Limits, Media, View, admit, page_image};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if !matches!(Media::sniff(bytes), Ok(Media::Pdf)) {
        return;
    }
    let limits = Limits::default();
    let pages = admit("paper", bytes, &limits).map_or(1, |admitted| admitted.page_count());
    for page in 1..=pages.min(2) {
        if let Ok(picture) = page_image(bytes, page, &View::whole(400), &limits) {
            assert!(picture.width() <= 400 && picture.height() <= 400);
        }
    }
});
