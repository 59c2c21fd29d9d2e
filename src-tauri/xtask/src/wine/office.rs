//! Prints from the Windows side into a print system of this side, whose tests
//! look at what came out.

use super::{PLATFORM, PRINTS, at_home, under_wine};
use crate::house::cargo;
use crate::work::{Outcome, capture, run};
use serde_json::Value;
use std::path::Path;

/// The test program that prints, on the Windows side.
const PROGRAM: &str = "gdi";
/// The tests that run it and look, on this side.
const LOOKS: &str = "print::tests::windows";

/// Prints, and looks at the paper.
pub(super) fn print(prefix: &Path) -> Outcome {
    let words = [
        "test",
        "--target",
        PLATFORM,
        "--package",
        PRINTS,
        "--test",
        PROGRAM,
    ];
    let mut build = cargo(
        words
            .into_iter()
            .chain(["--no-run", "--message-format", "json"]),
    );
    let told = capture(under_wine(&mut build, prefix))?;
    let program = told.lines().find_map(executable);
    let program = program.ok_or("cargo does not tell where the program that prints lies")?;
    let words = ["test", "--package", PRINTS, "--lib", "--"];
    let chosen = ["--ignored", LOOKS, "--test-threads", "1"];
    let mut look = cargo(words.into_iter().chain(chosen));
    look.env("DESK400_GDI", program).env("DESK400_WINE", "wine");
    run(at_home(&mut look, prefix))
}

/// From a line of cargo's account (`compiler-artifact`).
fn executable(line: &str) -> Option<String> {
    let told: Value = serde_json::from_str(line).ok()?;
    if told["target"]["name"] != PROGRAM {
        return None;
    }
    told["executable"].as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_found_in_what_cargo_tells() {
        let of = |name: &str| {
            format!(
                r#"{{"reason":"compiler-artifact","target":{{"name":"{name}"}},"executable":"/t/gdi.exe"}}"#
            )
        };
        assert_eq!(executable(&of("gdi")).as_deref(), Some("/t/gdi.exe"));
        assert_eq!(executable(&of("paper")), None);
        assert_eq!(executable("Compiling desk-paper"), None);
    }
}
