//! Editions of the agreement's text and their lives: drafted, published,
//! retired. Owns which edition is in force on a day. Refuses to change a
//! published text (a printed agreement keeps the edition it was printed with,
//! for ever) and two editions of one name or one first day. The words inside a
//! text are desk-paper's to read.

use crate::refusal::refusal_codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// Which edition; given by the store, rising.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct EditionId(#[ts(type = "number")] pub i64);

/// Where an edition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EditionState {
    /// 草稿: may be edited, cannot be printed.
    Draft,
    /// 已发布: fixed, printed from its first day on.
    Published,
    /// 已停用: fixed, printed no more; agreements of it stay as they are.
    Retired,
}

impl EditionState {
    fn chinese(self) -> &'static str {
        match self {
            Self::Draft => "草稿",
            Self::Published => "已发布",
            Self::Retired => "已停用",
        }
    }
}

/// One edition of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TextEdition {
    /// Which.
    pub id: EditionId,
    /// Its name, for example `2026-01`; no two alike.
    pub name: String,
    /// The text, in the markup of `assets/agreement/README.md`.
    pub text: String,
    /// First day on which it is printed.
    #[ts(type = "string")]
    pub effective: NaiveDate,
    /// Where it stands.
    pub state: EditionState,
}

/// Why an edition stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EditionError {
    /// No way from that state: a published text is not edited or published
    /// again, a draft is not retired.
    #[error("the edition is {state}")]
    Step {
        /// Where it stands, in Chinese.
        state: &'static str,
    },
    /// Another edition has this name.
    #[error("another edition is named {name}")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// Another published edition starts on the same day.
    #[error("edition {name} starts on {day}")]
    DayTaken {
        /// The other edition's name.
        name: String,
        /// The day.
        day: NaiveDate,
    },
    /// Without this edition there would be nothing to print.
    #[error("no other edition is published")]
    LastOne,
}

refusal_codes!(EditionError {
    Step { state } => "EditionStep",
    NameTaken { name } => "EditionNameTaken",
    DayTaken { name, day } => "EditionDayTaken",
    LastOne => "EditionLastOne",
});

/// The edition that is printed on this day: of the published ones that have
/// started, the one that started last.
#[must_use]
pub fn edition_at(editions: &[TextEdition], day: NaiveDate) -> Option<&TextEdition> {
    editions
        .iter()
        .filter(|edition| edition.state == EditionState::Published && edition.effective <= day)
        .max_by_key(|edition| (edition.effective, edition.id))
}

impl TextEdition {
    /// The draft with another text.
    ///
    /// # Errors
    /// [`EditionError::Step`] when it is no draft.
    pub fn edited(self, text: String) -> Result<Self, EditionError> {
        self.must_be(EditionState::Draft)?;
        Ok(Self { text, ..self })
    }

    /// The edition, published. Whether its text is fit to be is checked before,
    /// by the room that reads it.
    ///
    /// # Errors
    /// [`EditionError::Step`] when it is no draft, [`EditionError::NameTaken`]
    /// and [`EditionError::DayTaken`].
    pub fn publish(self, others: &[Self]) -> Result<Self, EditionError> {
        self.must_be(EditionState::Draft)?;
        let mut others = others.iter().filter(|other| other.id != self.id);
        if others
            .clone()
            .any(|other| other.name == self.name && other.is_fixed())
        {
            return Err(EditionError::NameTaken { name: self.name });
        }
        let same_day = others.find(|other| {
            other.state == EditionState::Published && other.effective == self.effective
        });
        if let Some(other) = same_day {
            return Err(EditionError::DayTaken {
                name: other.name.clone(),
                day: self.effective,
            });
        }
        Ok(Self {
            state: EditionState::Published,
            ..self
        })
    }

    /// The edition, retired.
    ///
    /// # Errors
    /// [`EditionError::Step`] when it is not published, [`EditionError::LastOne`]
    /// when no other one is.
    pub fn retire(self, others: &[Self]) -> Result<Self, EditionError> {
        self.must_be(EditionState::Published)?;
        let stays = |other: &Self| other.id != self.id && other.state == EditionState::Published;
        if !others.iter().any(stays) {
            return Err(EditionError::LastOne);
        }
        Ok(Self {
            state: EditionState::Retired,
            ..self
        })
    }

    /// The draft, which may be thrown away.
    ///
    /// # Errors
    /// [`EditionError::Step`]: what was published is kept for ever.
    pub fn discarded(self) -> Result<Self, EditionError> {
        self.must_be(EditionState::Draft)?;
        Ok(self)
    }

    fn is_fixed(&self) -> bool {
        self.state != EditionState::Draft
    }

    fn must_be(&self, state: EditionState) -> Result<(), EditionError> {
        if self.state == state {
            Ok(())
        } else {
            Err(EditionError::Step {
                state: self.state.chinese(),
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn edition(id: i64, effective: &str, state: EditionState) -> TextEdition {
        TextEdition {
            id: EditionId(id),
            name: format!("第{id}版"),
            text: String::new(),
            effective: day(effective),
            state,
        }
    }

    #[test]
    fn the_edition_of_a_day_is_the_published_one_that_started_last() {
        let all = [
            edition(1, "2026-01-01", EditionState::Published),
            edition(2, "2026-06-01", EditionState::Published),
            edition(3, "2026-05-01", EditionState::Retired),
            edition(4, "2026-07-01", EditionState::Draft),
        ];
        let at = |on| edition_at(&all, day(on)).map(|edition| edition.id.0);
        assert_eq!(at("2025-12-31"), None);
        assert_eq!(at("2026-01-01"), Some(1));
        assert_eq!(at("2026-05-31"), Some(1));
        assert_eq!(at("2026-06-01"), Some(2));
        assert_eq!(at("2027-01-01"), Some(2));
    }

    #[test]
    fn a_published_text_is_never_changed() {
        let published = edition(1, "2026-01-01", EditionState::Published);
        assert!(published.clone().edited("甲".into()).is_err());
        assert!(published.publish(&[]).is_err());
        let draft = edition(1, "2026-01-01", EditionState::Draft);
        assert_eq!(draft.edited("甲".into()).unwrap().text, "甲");
    }

    #[test]
    fn no_two_editions_share_a_name_or_a_first_day() {
        let mut first = edition(1, "2026-01-01", EditionState::Published);
        let draft = edition(2, "2026-01-01", EditionState::Draft);
        assert!(matches!(
            draft.clone().publish(std::slice::from_ref(&first)),
            Err(EditionError::DayTaken { .. })
        ));
        first.effective = day("2026-02-01");
        first.name = draft.name.clone();
        assert!(matches!(
            draft.publish(&[first]),
            Err(EditionError::NameTaken { .. })
        ));
    }

    #[test]
    fn the_last_published_edition_is_not_retired() {
        let one = edition(1, "2026-01-01", EditionState::Published);
        let two = edition(2, "2026-02-01", EditionState::Published);
        assert_eq!(
            one.clone().retire(std::slice::from_ref(&one)),
            Err(EditionError::LastOne)
        );
        let retired = one.clone().retire(&[one, two]).unwrap();
        assert_eq!(retired.state, EditionState::Retired);
    }
}
