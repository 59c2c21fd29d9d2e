//! From starting the window to the first field that can be typed into, beside
//! a Tauri window with nothing but a button in it. Both are started by the same
//! driver on the same screen. The empty window is this very program, started
//! once more and told so by [`EMPTY`].

mod pair;

/// In the environment of a program that is to be the empty window.
const EMPTY: &str = "DESK400_EMPTY_WINDOW";

fn main() {
    if std::env::var_os(EMPTY).is_some() {
        let window = tauri::Builder::default().run(tauri::generate_context!(
            "tests/benches/empty/tauri.conf.json"
        ));
        if let Err(error) = window {
            eprintln!("empty window: {error}");
        }
        return;
    }
    compare();
}

#[cfg(target_os = "linux")]
fn compare() {
    use desk_tests::window::{Desk, css, test_id};
    use std::path::{Path, PathBuf};

    /// A start takes a second; more rounds tell nothing new.
    const ROUNDS: usize = 12;

    // Its first screen asks who the firm is.
    let ours = Path::new(env!("CARGO_BIN_EXE_desk400-window"));
    let theirs = std::env::current_exe().unwrap_or_else(|_| PathBuf::new());
    let (first_field, button) = (test_id("firm-name"), css("button"));
    pair::Pair::time(
        ROUNDS,
        || Desk::fresh().time_to(ours, &first_field),
        || Desk::fresh().with(EMPTY, "yes").time_to(&theirs, &button),
    )
    .tell("start", "empty window");
}

#[cfg(not(target_os = "linux"))]
fn compare() {
    println!("start: the window is driven on Linux only; nothing timed");
}
