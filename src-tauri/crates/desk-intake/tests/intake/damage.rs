//! Random damage to sound files: whatever happens, it happens quickly, within
//! bounds, and as an answer.

use crate::make::{sound, whole};
use desk_intake::{Limits, View, admit, page_image};
use proptest::prelude::*;
use std::sync::LazyLock;

static FILES: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(sound);

fn limits() -> Limits {
    Limits {
        max_side: 2000,
        max_memory: 64 << 20,
        max_unpacked: 16 << 20,
        ..Limits::default()
    }
}

/// Everything the desk would do with the file; refusals are fine.
fn take_in(name: &str, bytes: &[u8]) {
    let limits = limits();
    let admitted = admit(name, bytes, &limits);
    let pages = admitted
        .as_ref()
        .map_or(1, desk_intake::Admitted::page_count);
    for page in 1..=pages.min(3) {
        if let Ok(picture) = page_image(bytes, page, &View::whole(200), &limits) {
            assert!(picture.width().max(picture.height()) <= 200, "{name}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_file_cut_anywhere_is_answered(file in 0..64_usize, part in 0.0..1.0_f64) {
        let (name, bytes) = &FILES[file % FILES.len()];
        take_in(name, &bytes[..(bytes.len() as f64 * part) as usize]);
    }

    #[test]
    fn a_file_with_wrong_bytes_anywhere_is_answered(
        file in 0..64_usize,
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        head_only in any::<bool>(),
    ) {
        let (name, bytes) = &FILES[file % FILES.len()];
        let mut bytes = bytes.clone();
        let reach = if head_only { bytes.len().min(600) } else { bytes.len() };
        for (place, value) in flips {
            let at = place.index(reach);
            bytes[at] = value;
        }
        take_in(name, &bytes);
    }

    #[test]
    fn any_bytes_behind_a_sound_beginning_are_answered(
        file in 0..64_usize,
        kept in 4..200_usize,
        noise in prop::collection::vec(any::<u8>(), 0..600),
    ) {
        let (name, bytes) = &FILES[file % FILES.len()];
        take_in(name, &[&bytes[..kept.min(bytes.len())], &noise].concat());
    }
}

#[test]
fn the_original_is_never_touched() {
    for (name, bytes) in FILES.iter() {
        let copy = bytes.clone();
        let _ = whole(bytes);
        assert_eq!(&copy, bytes, "{name}");
    }
}
