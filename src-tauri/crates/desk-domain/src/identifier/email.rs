//! E-mail addresses as companies have them: the form that HTML asks for, with a
//! domain of at least two parts. Refuses quoted names, comments and bare hosts:
//! legal in the standard, always a slip at a desk.

use super::{TextFault, fold, text_conversions};
use crate::refusal::refusal_codes;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// An e-mail address, domain in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Email(String);

/// Why a text is no e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EmailError {
    /// Not even looked at.
    #[error(transparent)]
    Text(#[from] TextFault),
    /// Not exactly one `@`.
    #[error("{found} at signs instead of one")]
    AtSign {
        /// How many there are.
        found: usize,
    },
    /// A character that cannot stand there.
    #[error("character {found} cannot stand in an address")]
    Character {
        /// What stands there.
        found: char,
    },
    /// The part before the `@` is empty, too long, or has a stray dot.
    #[error("name before the at sign is malformed")]
    Name,
    /// The part after the `@` is no domain.
    #[error("domain is malformed")]
    Domain,
}

refusal_codes!(EmailError {
    AtSign { found } => "EmailAtSign",
    Character { found } => "EmailCharacter",
    Name => "EmailName",
    Domain => "EmailDomain",
} within Text);

impl Email {
    /// Reads an address; full-width forms and spaces around it are forgiven.
    ///
    /// # Errors
    /// [`EmailError`] says what is wrong.
    pub fn parse(raw: &str) -> Result<Self, EmailError> {
        let text = fold(raw)?.replace('。', ".");
        let found = text.matches('@').count();
        let (name, domain) = match text.split_once('@') {
            Some(parts) if found == 1 => parts,
            _ => return Err(EmailError::AtSign { found }),
        };
        let stands = |c: &char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(*c);
        let host = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
        let wrong = name
            .chars()
            .find(|c| !stands(c))
            .or_else(|| domain.chars().find(|c| !host(c)));
        if let Some(found) = wrong {
            return Err(EmailError::Character { found });
        }
        if name.len() > 64 || name.split('.').any(str::is_empty) {
            return Err(EmailError::Name);
        }
        if !is_domain(domain) {
            return Err(EmailError::Domain);
        }
        Ok(Self(format!("{name}@{}", domain.to_ascii_lowercase())))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

text_conversions!(Email, EmailError);

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let label_fits = |label: &&str| {
        (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-')
    };
    let last_is_a_word = labels
        .last()
        .is_some_and(|last| last.len() >= 2 && !last.bytes().all(|b| b.is_ascii_digit()));
    labels.len() >= 2 && labels.iter().all(label_fits) && last_is_a_word
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_of_companies_are_taken() {
        for (raw, canonical) in [
            (" service@example.com.cn ", "service@example.com.cn"),
            (
                "zhang.san+400@Mail.Example.CN",
                "zhang.san+400@mail.example.cn",
            ),
            ("123456@qq。com", "123456@qq.com"),
            ("ａ＠ｅｘａｍｐｌｅ．ｃｎ", "a@example.cn"),
        ] {
            assert_eq!(
                Email::parse(raw).map(String::from).as_deref(),
                Ok(canonical)
            );
        }
    }

    #[test]
    fn slips_are_told() {
        assert_eq!(
            Email::parse("example.com"),
            Err(EmailError::AtSign { found: 0 })
        );
        assert_eq!(
            Email::parse("a@b@example.com"),
            Err(EmailError::AtSign { found: 2 })
        );
        assert_eq!(
            Email::parse("a b@example.com"),
            Err(EmailError::Character { found: ' ' })
        );
        assert_eq!(
            Email::parse("张@example.com"),
            Err(EmailError::Character { found: '张' })
        );
        for raw in ["@example.com", ".a@example.com", "a..b@example.com"] {
            assert_eq!(Email::parse(raw), Err(EmailError::Name), "{raw}");
        }
        for raw in [
            "a@example",
            "a@",
            "a@.com",
            "a@-x.com",
            "a@example.c",
            "a@1.2.3.4",
        ] {
            assert_eq!(Email::parse(raw), Err(EmailError::Domain), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_reads_back_as_itself(raw in "[a-zA-Z.+@-]{1,30}") {
            if let Ok(email) = Email::parse(&raw) {
                prop_assert_eq!(Email::parse(email.as_str()), Ok(email));
            }
        }
    }
}
