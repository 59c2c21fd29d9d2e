//! Refuses a refusal without words: each code that a crate can give has its
//! sentence in `assets/wording`, once.

use super::verdict;
use crate::house;
use crate::work::{On, Outcome};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;

/// Where codes stand in Rust: in the body that names them, or in a macro that
/// writes that body.
const PLACES: [&str; 2] = ["fn code(", "_codes! {"];

/// Compares the codes of all crates with the sentences.
pub fn check() -> Outcome {
    let mut findings = Vec::new();
    let mut rows: BTreeMap<String, String> = BTreeMap::new();
    for file in house::files(&house::root().join("assets/wording")).unwrap_or_default() {
        let name = house::short(&file);
        let text = std::fs::read_to_string(&file).on(&name)?;
        let Rows(found) = match serde_json::from_str(&text) {
            Ok(found) => found,
            Err(error) => {
                findings.push(format!("{name}: {error}"));
                continue;
            }
        };
        for (code, sentence) in found {
            if sentence.trim().is_empty() {
                findings.push(format!("{name}: {code} says nothing"));
            }
            if let Some(other) = rows.insert(code.clone(), name.clone()) {
                findings.push(format!("{name}: {code} has a sentence in {other} already"));
            }
        }
    }
    for folder in ["src-tauri/crates", "src-tauri/src"] {
        for file in house::files(&house::root().join(folder))? {
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            let name = house::short(&file);
            let silent = codes(&text)
                .into_iter()
                .filter(|code| !rows.contains_key(*code));
            findings.extend(silent.map(|code| format!("{name}: {code} has no sentence")));
        }
    }
    verdict(&findings)
}

/// The codes that a Rust file gives.
fn codes(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for place in PLACES {
        for (at, _) in text.match_indices(place) {
            let strings = block(&text[at..]).split('"').skip(1).step_by(2);
            found.extend(strings.filter(|word| is_code(word)));
        }
    }
    found
}

/// From the first brace to the one that closes it.
fn block(text: &str) -> &str {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return &text[..at],
            '}' => depth = depth.saturating_sub(1),
            // A declaration without a body.
            ';' if depth == 0 => return "",
            _ => {}
        }
    }
    text
}

fn is_code(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.chars().all(|c| c.is_ascii_alphanumeric())
}

/// A file's rows in their order, a code written twice kept twice.
struct Rows(Vec<(String, String)>);

impl<'de> Deserialize<'de> for Rows {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Rows;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("codes and their sentences")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Rows, A::Error> {
                let mut rows = Vec::new();
                while let Some(row) = map.next_entry()? {
                    rows.push(row);
                }
                Ok(Rows(rows))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_from_bodies_and_macros_only() {
        let text = r#"
            fn code(&self) -> &'static str;
            fn code(&self) -> &'static str { match self { A => "PaperMissing", B(b) => b.code() } }
            fn other() { "NotACode" }
            refusal_codes! { Bad { Length { found } => "BadLength" } within Inner }
        "#;
        assert_eq!(codes(text), ["PaperMissing", "BadLength"]);
    }

    #[test]
    fn a_code_written_twice_in_one_file_is_seen() {
        let Rows(rows) = serde_json::from_str(r#"{"A": "x", "A": "y"}"#).unwrap();
        assert_eq!(rows.len(), 2);
    }
}
