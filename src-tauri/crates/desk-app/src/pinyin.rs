//! How a Chinese name is found by typing Latin letters: initials (`zzqf`) and
//! full spelling (`zhengzhouqifan`). Letters and digits stand for themselves;
//! everything else is passed over.

use pinyin::ToPinyin;

/// Initials and full spelling of a name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spelling {
    /// First letters, lower case.
    pub initials: String,
    /// Whole syllables, lower case, without tones.
    pub full: String,
}

impl Spelling {
    /// Spells a name.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let mut spelling = Self::default();
        for character in name.chars() {
            if let Some(syllable) = character.to_pinyin() {
                spelling.initials.push_str(syllable.first_letter());
                spelling.full.push_str(syllable.plain());
            } else if character.is_ascii_alphanumeric() {
                spelling.initials.push(character.to_ascii_lowercase());
                spelling.full.push(character.to_ascii_lowercase());
            }
        }
        spelling
    }
}

#[cfg(test)]
mod tests {
    use super::Spelling;

    #[test]
    fn a_company_is_found_by_its_initials() {
        let spelling = Spelling::of("郑州启凡（A8）软件");
        assert_eq!(spelling.initials, "zzqfa8rj");
        assert_eq!(spelling.full, "zhengzhouqifana8ruanjian");
    }
}
