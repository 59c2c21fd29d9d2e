//! Joins the wording tables of all areas into one, so that the program carries
//! every sentence it may have to say.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs};

type Table = BTreeMap<String, String>;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?)
        .join("../../../assets/wording")
        .canonicalize()?;
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut joined = Table::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            println!("cargo::rerun-if-changed={}", path.display());
            let area: Table = serde_json::from_str(&fs::read_to_string(&path)?)
                .map_err(|error| format!("{}: {error}", path.display()))?;
            for (code, sentence) in area {
                if joined.insert(code.clone(), sentence).is_some() {
                    return Err(format!("{}: {code} has a sentence already", path.display()).into());
                }
            }
        }
    }
    let out = PathBuf::from(env::var("OUT_DIR")?).join("wording.json");
    fs::write(out, serde_json::to_string(&joined)?)?;
    Ok(())
}
