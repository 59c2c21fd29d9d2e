//! Names of files that every system takes: Windows refuses more than the
//! others, and an office's files travel between all of them (Microsoft,
//! "Naming Files, Paths, and Namespaces"). Owns what becomes of a name that
//! holds a company's, which may hold anything. Refuses nothing: a name comes out
//! of every text.

/// Bytes of a stem, at most: the other systems take 255 with the ending, and
/// room is left for a number that tells two files apart.
const MOST_BYTES: usize = 240;
/// What Windows keeps for itself.
const FORBIDDEN: &str = r#"<>:"/\|?*"#;
/// Devices of Windows, which no file may be called, whatever its ending.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
/// Devices with a number behind; ¹, ² and ³ count as numbers there.
const NUMBERED: [&str; 2] = ["COM", "LPT"];
/// What is left of a name that has nothing to keep.
const NAMELESS: &str = "未命名";

/// The text as the name of a file without its ending: what cannot stand in a
/// name is left out, what is too long is cut, and a name that Windows keeps for a
/// device gets a line behind.
#[must_use]
pub fn stem(text: &str) -> String {
    let mut name = String::new();
    for letter in text.chars().filter(|letter| is_kept(*letter)) {
        if name.len() + letter.len_utf8() > MOST_BYTES {
            break;
        }
        name.push(letter);
    }
    // Windows drops these at the end, and other systems hide what starts with a dot.
    let name = name.trim_matches([' ', '.', '\u{3000}']);
    if name.is_empty() {
        return NAMELESS.to_owned();
    }
    if is_device(name) {
        let (device, rest) = name.split_at(name.find('.').unwrap_or(name.len()));
        return format!("{}_{rest}", device.trim_end());
    }
    name.to_owned()
}

/// The name with its ending behind; the ending is the program's own.
#[must_use]
pub fn file_name(text: &str, ending: &str) -> String {
    format!("{}.{ending}", stem(text))
}

fn is_kept(letter: char) -> bool {
    // Signs that turn the direction of reading make one ending look like another.
    let turns = matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    !letter.is_control() && !turns && !FORBIDDEN.contains(letter)
}

/// Whether Windows would open a device instead of a file: it looks at what
/// stands before the first dot only, and forgives spaces behind it.
fn is_device(name: &str) -> bool {
    let word = name.split('.').next().unwrap_or_default().trim_end();
    let word = word.to_uppercase();
    let numbered = NUMBERED.iter().any(|device| {
        let number = word.strip_prefix(device).map(|rest| rest.chars());
        number.is_some_and(|mut rest| {
            let figure = rest.next();
            figure.is_some_and(|one| one.is_ascii_digit() || "¹²³".contains(one))
                && rest.next().is_none()
        })
    });
    numbered || DEVICES.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_windows_forbids_is_left_out() {
        assert_eq!(stem(r#"晨光<A>:"B"/\|?*商贸"#), "晨光AB商贸");
        assert_eq!(stem("晨光\u{0}\n\t商贸"), "晨光商贸");
        assert_eq!(stem(" ..晨光商贸. . "), "晨光商贸");
        assert_eq!(stem("晨光\u{202e}fdp.商贸"), "晨光fdp.商贸");
        assert_eq!(stem("../../etc/passwd"), "etcpasswd");
    }

    #[test]
    fn no_file_is_called_as_a_device() {
        for (text, name) in [
            ("CON", "CON_"),
            ("nul", "nul_"),
            ("Aux.2026", "Aux_.2026"),
            ("com1", "com1_"),
            ("LPT³ .x", "LPT³_.x"),
            ("conin$", "conin$_"),
        ] {
            assert_eq!(stem(text), name);
        }
        for text in [
            "CONTACT",
            "COM10",
            "COM",
            "CON-2026-000001",
            "NULL",
            "未CON",
        ] {
            assert_eq!(stem(text), text);
        }
    }

    #[test]
    fn a_text_with_nothing_to_keep_has_a_name_still() {
        assert_eq!(file_name("???", "pdf"), "未命名.pdf");
        assert_eq!(file_name("", "pdf"), "未命名.pdf");
    }

    proptest! {
        #[test]
        fn every_text_gives_a_name_that_every_system_takes(text in "\\PC{0,300}|[a-zA-Z0-9.$ ]{0,8}|[\\x00-\\x7f]{0,40}") {
            let name = stem(&text);
            prop_assert!(!name.is_empty() && name.len() <= MOST_BYTES + 1);
            prop_assert!(name.chars().all(is_kept));
            prop_assert!(!name.starts_with([' ', '.']) && !name.ends_with([' ', '.']));
            prop_assert!(!is_device(&name));
            prop_assert_eq!(stem(&name), name.clone(), "a name is its own");
        }
    }
}
