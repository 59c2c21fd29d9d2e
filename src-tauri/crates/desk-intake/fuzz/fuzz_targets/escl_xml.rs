//! Any text as what a scanner says of itself.

#![no_main]

use desk_intake::source::escl::{describe, state};
use desk_intake::source::Profile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = state(text);
    let Ok(told) = describe(text) else { return };
    assert!(!told.capabilities.feeds.is_empty());
    assert!(told.name.chars().count() <= 80 && !told.name.contains(char::is_control));
    // Goes back to the scanner inside XML.
    assert!(told.version.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'));
    for profile in Profile::ALL {
        let settings = profile.fit(&told.capabilities).settings;
        assert!(told.capabilities.of(settings.feed).is_some());
    }
});
