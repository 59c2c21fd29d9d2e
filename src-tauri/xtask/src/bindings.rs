//! Keeps `ui/src/backend/bindings.ts` what desk-app says it is.

use crate::house;
use crate::work::{On, Outcome, call, capture, run};
use std::path::PathBuf;

/// The program of desk-app that prints the bindings.
const GENERATOR: &str = "desk-bindings";

fn file() -> PathBuf {
    house::root().join("ui/src/backend/bindings.ts")
}

/// Writes the bindings anew.
pub fn write() -> Outcome {
    run(&mut house::cargo(house::BUILD))?;
    let generator = house::built(GENERATOR);
    let text = capture(&mut call(&generator.to_string_lossy(), [] as [&str; 0]))?;
    if std::fs::read_to_string(file()).is_ok_and(|old| old == text) {
        println!("{} is up to date", house::short(&file()));
        return Ok(());
    }
    std::fs::write(file(), text).on(file().display())?;
    println!("wrote {}", house::short(&file()));
    Ok(())
}

/// Refuses bindings that are older than the types they were made from. Expects
/// the workspace to be built.
pub fn check() -> Outcome {
    let generator = house::built(GENERATOR);
    let text = capture(&mut call(&generator.to_string_lossy(), [] as [&str; 0]))?;
    let kept = std::fs::read_to_string(file()).on(file().display())?;
    if kept == text {
        return Ok(());
    }
    Err(format!(
        "{} is stale: run `cargo xtask bindings`",
        house::short(&file())
    )
    .into())
}
