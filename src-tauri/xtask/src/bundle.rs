//! Makes the package that is installed: the window, the terminal program and
//! the scanner's helper side by side, with the assets. Owns what goes into it.

use crate::house::{self, root, target};
use crate::page;
use crate::setup::{For, setup};
use crate::work::{On, Outcome, call, run};
use std::fs;
use std::process::Command;

/// The packager, by name and version.
const PACKAGER: &str = "--package=@tauri-apps/cli@2.12.5";
/// Programs that lie beside the window, and what each is called there: the
/// packager keeps the name of the package to itself.
const BESIDE: [(&str, &str); 2] = [("desk400-sane", "desk400-sane"), ("desk400", "desk400-cli")];

/// Sets up, builds and packs; `quick` packs an unoptimised build, to try the
/// package itself.
pub fn bundle(quick: bool) -> Outcome {
    setup(For::Running)?;
    page::build()?;
    let mut words = vec!["build", "--workspace", "--lib", "--bins"];
    if quick {
        words.push("--tests");
    } else {
        words.push("--release");
    }
    run(&mut house::cargo(words))?;
    lay_beside(quick)?;
    let config = root().join("src-tauri/bundle.conf.json");
    let mut packer = call("npm", ["exec", "--yes", PACKAGER, "--", "tauri", "build"]);
    packer.arg("--config").arg(config);
    if quick {
        packer.arg("--debug");
    }
    if cfg!(target_os = "linux") {
        // Debian takes no Chinese in the name of a package.
        packer.args([
            "--config",
            r#"{"productName":"desk400"}"#,
            "--bundles",
            "deb",
        ]);
    }
    packer.current_dir(root());
    run(&mut packer)
}

/// The packager wants each program under a name that ends in the platform's.
fn lay_beside(quick: bool) -> Outcome {
    let folder = root().join("gen/beside");
    fs::create_dir_all(&folder).on(folder.display())?;
    let platform = platform()?;
    let ending = std::env::consts::EXE_SUFFIX;
    let built = target().join(if quick { "debug" } else { "release" });
    for (name, called) in BESIDE {
        let named = folder.join(format!("{called}-{platform}{ending}"));
        let program = built.join(format!("{name}{ending}"));
        fs::copy(&program, named).on(program.display())?;
    }
    Ok(())
}

fn platform() -> Outcome<String> {
    let told = Command::new("rustc").arg("-vV").output().on("rustc")?;
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned)
        .ok_or_else(|| "rustc does not tell its platform".into())
}
