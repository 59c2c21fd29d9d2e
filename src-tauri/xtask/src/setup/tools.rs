//! Owns the tools that cargo installs for the tests.

use crate::house;
use crate::work::{Outcome, find_program, run};

/// Program, version to install when it is missing. A newer one that is there
/// already is taken as it is.
const TOOLS: [(&str, &str); 3] = [
    ("cargo-nextest", "0.9.143"),
    ("cargo-deny", "0.20.2"),
    ("tauri-driver", "2.1.0"),
];

/// Installs those that are missing.
pub fn install() -> Outcome {
    for (name, version) in TOOLS {
        let only_linux = name == "tauri-driver" && !cfg!(target_os = "linux");
        if only_linux || find_program(name).is_some() {
            continue;
        }
        // Unoptimised: they build in half the time and are quick enough.
        run(&mut house::cargo([
            "install",
            "--locked",
            "--debug",
            "--version",
            version,
            name,
        ]))?;
    }
    Ok(())
}
