//! A driver's options and the values they take.

use std::ffi::c_int;

/// `SANE_Value_Type`.
const BOOL: c_int = 0;
const INT: c_int = 1;
const FIXED: c_int = 2;
const STRING: c_int = 3;

/// One in SANE's fixed-point numbers.
const ONE: f64 = 65536.0;

/// Longest option value, in bytes; options of a driver that says more are
/// left alone.
const LONGEST: usize = 64 * 1024;

/// An option that can be set.
#[derive(Debug, Clone)]
pub struct Setting {
    /// Its place in the driver's list.
    pub at: c_int,
    /// Its name, such as `resolution`.
    pub name: String,
    /// `SANE_Value_Type`.
    pub kind: c_int,
    /// Bytes a value takes.
    pub size: usize,
    /// What its numbers count.
    pub unit: Unit,
    /// What it can be set to.
    pub limit: Limit,
}

/// What an option's numbers count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Pixels at the resolution set.
    Pixel,
    /// Millimetres.
    Millimetre,
    /// Anything else, or nothing.
    Other,
}

/// What an option can be set to.
#[derive(Debug, Clone, PartialEq)]
pub enum Limit {
    /// It does not say.
    Free,
    /// From here to there.
    Range(f64, f64),
    /// One of these numbers.
    Numbers(Vec<f64>),
    /// One of these words.
    Words(Vec<String>),
}

/// A value for an option.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// A number, whole or not as the option has it.
    Number(f64),
    /// A word.
    Word(String),
}

/// A number out of a word of SANE's.
pub fn number(kind: c_int, word: c_int) -> f64 {
    if kind == FIXED {
        f64::from(word) / ONE
    } else {
        f64::from(word)
    }
}

impl Setting {
    /// The number that a word means here.
    pub fn number(&self, word: c_int) -> f64 {
        number(self.kind, word)
    }

    /// Words of 32 bits that a value takes.
    pub fn room(&self) -> usize {
        self.size.clamp(4, LONGEST).div_ceil(4)
    }

    /// The value as the driver takes it; nothing if it is of another kind or
    /// too long.
    pub fn words(&self, value: &Value) -> Option<Vec<i32>> {
        if self.size > LONGEST {
            return None;
        }
        let mut words = vec![0; self.room()];
        let first = words.first_mut()?;
        match (self.kind, value) {
            (BOOL, Value::Bool(yes)) => *first = i32::from(*yes),
            #[allow(clippy::cast_possible_truncation, reason = "saturates")]
            (INT, Value::Number(number)) => *first = number.round() as i32,
            #[allow(clippy::cast_possible_truncation, reason = "saturates")]
            (FIXED, Value::Number(number)) => *first = (number * ONE).round() as i32,
            // A zero ends it.
            (STRING, Value::Word(word)) if word.len() < self.size => {
                let bytes: Vec<u8> = word.bytes().collect();
                for (place, four) in words.iter_mut().zip(bytes.chunks(4)) {
                    let mut whole = [0; 4];
                    whole[..four.len()].copy_from_slice(four);
                    *place = i32::from_ne_bytes(whole);
                }
            }
            _ => return None,
        }
        Some(words)
    }

    /// The nearest it can be set to.
    pub fn nearest(&self, wished: f64) -> f64 {
        match &self.limit {
            Limit::Range(least, most) => wished.min(*most).max(*least),
            Limit::Numbers(listed) => listed
                .iter()
                .copied()
                .min_by(|a, b| (a - wished).abs().total_cmp(&(b - wished).abs()))
                .unwrap_or(wished),
            Limit::Free | Limit::Words(_) => wished,
        }
    }

    /// The words it can be set to.
    pub fn listed(&self) -> &[String] {
        match &self.limit {
            Limit::Words(words) => words,
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setting(kind: c_int, size: usize) -> Setting {
        Setting {
            at: 1,
            name: "x".to_owned(),
            kind,
            size,
            unit: Unit::Other,
            limit: Limit::Free,
        }
    }

    #[test]
    fn a_word_is_set_with_room_for_the_zero_that_ends_it() {
        let word = |text: &str| Value::Word(text.to_owned());
        let words = setting(STRING, 6).words(&word("Color")).unwrap();
        let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_ne_bytes()).collect();
        assert_eq!(bytes, b"Color\0\0\0");
        assert_eq!(setting(STRING, 5).words(&word("Color")), None);
    }

    #[test]
    fn numbers_go_in_as_the_option_has_them() {
        assert_eq!(
            setting(INT, 4).words(&Value::Number(300.4)),
            Some(vec![300])
        );
        assert_eq!(
            setting(FIXED, 4).words(&Value::Number(1.5)),
            Some(vec![98304])
        );
        assert_eq!(setting(BOOL, 4).words(&Value::Number(1.0)), None);
    }
}
