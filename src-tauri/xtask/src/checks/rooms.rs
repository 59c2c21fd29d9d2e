//! Refuses what makes a house hard to live in: files too long to read at one
//! sitting, names that say nothing, and paths of somebody's own machine.

use super::verdict;
use crate::house;
use crate::work::Outcome;
use std::path::Path;

/// Longest source file, in lines.
const LONGEST: usize = 350;

/// Name endings that would fit anything.
const EMPTY_WORDS: [&str; 7] = [
    "Manager",
    "Service",
    "Helper",
    "Helpers",
    "Util",
    "Utils",
    "Processor",
];

/// Words after which a name is given.
const NAMING: [&str; 8] = [
    "struct",
    "enum",
    "trait",
    "union",
    "mod",
    "class",
    "interface",
    "namespace",
];

/// Folders at the top of somebody's disk; written without the slashes, so that
/// this file passes its own check.
const PRIVATE: [&str; 4] = ["root", "home", "work", "Users"];

/// Written by a program, so nobody reads it from top to bottom.
const GENERATED: &str = "ui/src/backend/bindings.ts";

/// Looks at every file people write.
pub fn check() -> Outcome {
    let mut findings = Vec::new();
    for file in house::files(&house::root())? {
        let name = house::short(&file);
        let Ok(text) = std::fs::read_to_string(&file) else {
            continue; // A picture or a font.
        };
        if is_source(&file) && name != GENERATED {
            findings.extend(too_long(&text).map(|what| format!("{name}: {what}")));
            findings.extend(empty_names(&name, &text).map(|what| format!("{name}: {what}")));
        }
        findings.extend(private_paths(&text).map(|what| format!("{name}: {what}")));
    }
    verdict(&findings)
}

fn is_source(file: &Path) -> bool {
    let kind = file.extension().and_then(|kind| kind.to_str());
    matches!(kind, Some("rs" | "ts" | "tsx" | "css"))
}

fn too_long(text: &str) -> Option<String> {
    let lines = text.lines().count();
    (lines > LONGEST).then(|| format!("{lines} lines, at most {LONGEST}"))
}

fn empty_names(path: &str, text: &str) -> impl Iterator<Item = String> {
    let stem = Path::new(path)
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or_default();
    let of_file = stem
        .rsplit(['_', '-', '.'])
        .next()
        .filter(|last| says_nothing(last));
    let words: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|w| !w.is_empty())
        .collect();
    let declared: Vec<String> = words
        .windows(2)
        .filter(|pair| NAMING.contains(&pair[0]) && says_nothing(pair[1]))
        .map(|pair| pair[1].to_owned())
        .collect();
    of_file
        .map(str::to_owned)
        .into_iter()
        .chain(declared)
        .map(|name| format!("{name:?} says nothing about what it owns"))
        .collect::<Vec<_>>()
        .into_iter()
}

/// `PaperManager`, `paper_service`, `utils`; not `manager` and `service` alone,
/// for a manager (经理) is one of the people of this office, and a service (服务)
/// is what it sells.
fn says_nothing(name: &str) -> bool {
    let (before, last) = name.rsplit_once('_').unwrap_or(("", name));
    EMPTY_WORDS.iter().any(|word| {
        let trade_word = matches!(*word, "Manager" | "Service");
        last.ends_with(word) || last == word.to_lowercase() && !(before.is_empty() && trade_word)
    })
}

fn private_paths(text: &str) -> impl Iterator<Item = String> {
    text.lines().enumerate().filter_map(|(at, line)| {
        let found = PRIVATE.iter().find(|folder| names_private(line, folder))?;
        Some(format!("line {}: a path beneath /{found}", at + 1))
    })
}

fn names_private(line: &str, folder: &str) -> bool {
    let path = format!("/{folder}/");
    line.match_indices(&path).any(|(at, _)| {
        // `../home/x` and `a/home/b` are not at the top of a disk.
        let before = line[..at].chars().next_back();
        before.is_none_or(|c| !(c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '/' | '}')))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_351_lines_is_too_long() {
        assert_eq!(too_long(&"x\n".repeat(350)), None);
        assert!(too_long(&"x\n".repeat(351)).is_some());
    }

    #[test]
    fn names_that_fit_anything_are_refused() {
        // In pieces, for this file is checked as well.
        let text = [
            "pub struct Paper",
            "Manager; mod paper_",
            "utils {} class Form",
            "Helper {}",
        ];
        assert_eq!(empty_names("src/x.rs", &text.concat()).count(), 3);
        assert_eq!(empty_names("src/utils.ts", "").count(), 1);
    }

    #[test]
    fn people_and_passwords_of_the_office_keep_their_names() {
        let text = "struct ServicePassword; enum Role { Manager } fn manager_approves() {}";
        assert_eq!(empty_names("src/service_password.rs", text).count(), 0);
    }

    #[test]
    fn only_paths_from_the_top_of_a_disk_are_private() {
        let private = format!("open(\"/{}/someone/x\")", "home");
        assert_eq!(private_paths(&private).count(), 1);
        assert_eq!(
            private_paths(&format!("import '../{}/x'", "work")).count(),
            0
        );
    }
}
