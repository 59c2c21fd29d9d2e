//! What `cargo xtask …` does: sets a bare machine up, runs the program, tries
//! it, times it. Refuses to be part of the program: nothing here ships.

mod bench;
mod bindings;
mod bundle;
mod checks;
mod fuzz;
mod house;
mod open;
mod page;
mod setup;
mod shots;
mod trial;
mod wine;
mod work;

use std::process::ExitCode;
use work::Outcome;

const USAGE: &str = "\
cargo xtask <what>

  run [--headless]   set up, build, and open the window; without a display (or
                     with --headless) do the main job on the sample papers
  test               set up, build, and try everything
      --only <step>  only this step (may be repeated); `test --list` names them
      --skip-window  all but the tests in the real window
  setup [--test]     system packages, fonts, models and the page's packages;
                     with --test also what only the tests need
  bench [<name>…]    what the program is measured by: paper, read, start, calls,
                     close, statements; all unless named
  fuzz [<target>…]   let a fuzzer try the parsers of outside bytes; --seconds N
                     for each of them, 60 unless told otherwise
  bundle [--quick]   make the package that is installed; --quick unoptimised
  bindings           write ui/src/backend/bindings.ts anew from desk-app
  wine [<crate>…] [-- <test>…]
                     build for Windows with mingw, run the tests of the crates
                     under Wine, and print through its spooler; not part of test
  shots              make the pictures of README.md anew from the real window
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match obey(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("\nxtask: {trouble}");
            ExitCode::FAILURE
        }
    }
}

fn obey(words: &[&str]) -> Outcome {
    match words {
        ["run"] => open::open(false),
        ["run", "--headless"] => open::open(true),
        ["test", wishes @ ..] => trial::test(&trial::Wishes::read(wishes)?),
        ["setup"] => setup::setup(setup::For::Running),
        ["setup", "--test"] => setup::setup(setup::For::Testing),
        ["bench", named @ ..] => bench::bench(named),
        ["fuzz", words @ ..] => fuzz::fuzz(words),
        ["bundle"] => bundle::bundle(false),
        ["bundle", "--quick"] => bundle::bundle(true),
        ["bindings"] => bindings::write(),
        ["wine", words @ ..] => wine::wine(words),
        ["shots"] => shots::shots(),
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        other => Err(format!("unknown: {}\n\n{USAGE}", other.join(" ")).into()),
    }
}
