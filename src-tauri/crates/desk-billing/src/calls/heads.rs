//! What carriers call their columns. Owns the synonyms, and the comparison of
//! heads. A lower rank is a better name: where two columns could be the
//! beginning of a call, 开始时间 goes before 呼叫时间.

mod names;

use super::cell::bare;
use super::{DurationUnit, FeeUnit, Meaning};
use names::{NAMES, PARTS};

/// What a head may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Guess {
    pub(crate) meaning: Meaning,
    /// 0 is the best name for it; from [`LOOSE`] on only a part of the head fits.
    pub(crate) rank: u8,
}

/// Rank of a head that merely contains a known name.
pub(crate) const LOOSE: u8 = 10;

/// Everything a head may mean, the best first. A head like 通话时间 may be a
/// beginning or a length; its values decide.
pub(crate) fn guesses(head: &str) -> Vec<Guess> {
    let (base, _) = parts(head);
    if base.is_empty() || base.chars().count() > 16 {
        return Vec::new();
    }
    let mut found: Vec<Guess> = NAMES
        .iter()
        .filter(|(_, _, names)| names.split(' ').any(|name| name == base))
        .map(|(meaning, rank, _)| Guess {
            meaning: *meaning,
            rank: *rank,
        })
        .collect();
    found.sort_by_key(|guess| guess.rank);
    if found.is_empty() {
        found.extend(loose(&base));
    }
    found
}

fn loose(base: &str) -> Option<Guess> {
    // A 400 number is no head, though 400 stands in it.
    if base.chars().filter(char::is_ascii_digit).count() > 4 {
        return None;
    }
    let part = PARTS.iter().find(|(_, part)| base.contains(part));
    part.map(|(meaning, _)| Guess {
        meaning: *meaning,
        rank: LOOSE,
    })
}

/// Whether the duration it heads is what the carrier bills, not what was spoken.
pub(crate) fn is_billed(head: &str) -> bool {
    let (base, _) = parts(head);
    base.contains("计费") || base.contains("收费") || base.starts_with("bill")
}

/// The unit a head of durations names.
pub(crate) fn duration_unit(head: &str) -> Option<DurationUnit> {
    let (base, unit) = parts(head);
    let (text, seconds, minutes) = if unit.is_empty() {
        (base, ["秒数", "seconds"], ["分钟", "minutes"])
    } else {
        (unit, ["秒", "s"], ["分", "min"])
    };
    let names = |words: [&str; 2]| words.iter().any(|word| text.contains(word));
    match (names(seconds), names(minutes)) {
        (true, false) => Some(DurationUnit::Second),
        (false, true) => Some(DurationUnit::Minute),
        // `时:分:秒` is no unit of a plain number.
        _ => None,
    }
}

/// The unit a head of fees names.
pub(crate) fn fee_unit(head: &str) -> Option<FeeUnit> {
    let (_, unit) = parts(head);
    [
        ("厘", FeeUnit::Li),
        ("分", FeeUnit::Fen),
        ("元", FeeUnit::Yuan),
        ("yuan", FeeUnit::Yuan),
    ]
    .into_iter()
    .find(|(word, _)| unit.contains(word))
    .map(|(_, unit)| unit)
}

/// A head for comparison: narrow, lower case, without spaces and brackets.
pub(crate) fn plain(head: &str) -> String {
    let dropped = |c: &char| !(c.is_whitespace() || "()[]【】:*_-\"".contains(*c));
    bare(head).to_lowercase().chars().filter(dropped).collect()
}

/// Heads up to the last one that says something.
pub(crate) fn trimmed<S: AsRef<str>>(heads: &[S]) -> &[S] {
    let last = heads
        .iter()
        .rposition(|head| !plain(head.as_ref()).is_empty());
    &heads[..last.map_or(0, |last| last + 1)]
}

/// Whether two rows of heads are the same words in the same order.
pub(crate) fn same<A: AsRef<str>, B: AsRef<str>>(one: &[A], other: &[B]) -> bool {
    let (one, other) = (trimmed(one), trimmed(other));
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .all(|(a, b)| plain(a.as_ref()) == plain(b.as_ref()))
}

/// The name of a head, and what stands in brackets or behind a stroke: a unit.
fn parts(head: &str) -> (String, String) {
    let (mut base, mut unit, mut within) = (String::new(), String::new(), false);
    for sign in bare(head).to_lowercase().chars() {
        match sign {
            '(' | '[' | '【' | '/' | '_' | ',' | ':' => within = true,
            ')' | ']' | '】' => {}
            c if c.is_whitespace() || matches!(c, '*' | '"' | '-') => {}
            c if within => unit.push(c),
            c => base.push(c),
        }
    }
    (base, unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(head: &str) -> Option<Meaning> {
        guesses(head).first().map(|guess| guess.meaning)
    }

    #[test]
    fn synonyms_are_understood_with_brackets_units_and_spaces() {
        let told = [
            ("主叫号码", Meaning::Caller),
            ("来 电 号 码", Meaning::Caller),
            ("４００号码", Meaning::Number400),
            ("业务号码", Meaning::Number400),
            ("被叫号码", Meaning::Number400),
            ("目的号码", Meaning::AnsweredBy),
            ("呼叫时间", Meaning::Start),
            ("应答时间", Meaning::Start),
            ("结束时间", Meaning::End),
            ("通话时长（秒）", Meaning::Duration),
            ("计费时长(分)", Meaning::Duration),
            ("话费【元】", Meaning::Fee),
            ("话单类型", Meaning::CallType),
            ("主叫归属地", Meaning::Region),
            ("接通状态", Meaning::Outcome),
            ("本次通话费用_元", Meaning::Fee),
            ("Start Time", Meaning::Start),
        ];
        for (head, meaning) in told {
            assert_eq!(best(head), Some(meaning), "{head}");
        }
        assert_eq!(best("序号"), None);
    }

    #[test]
    fn units_are_taken_from_heads() {
        assert_eq!(duration_unit("通话时长(秒)"), Some(DurationUnit::Second));
        assert_eq!(
            duration_unit("计费时长（分钟）"),
            Some(DurationUnit::Minute)
        );
        assert_eq!(duration_unit("通话秒数"), Some(DurationUnit::Second));
        assert_eq!(duration_unit("通话分钟数"), Some(DurationUnit::Minute));
        assert_eq!(duration_unit("时长(时:分:秒)"), None);
        assert_eq!(duration_unit("通话时长"), None);
        assert_eq!(fee_unit("话费(厘)"), Some(FeeUnit::Li));
        assert_eq!(fee_unit("费用/分"), Some(FeeUnit::Fen));
        assert_eq!(fee_unit("费用（元）"), Some(FeeUnit::Yuan));
        assert_eq!(fee_unit("费用"), None);
    }

    #[test]
    fn heads_are_the_same_whatever_their_brackets_and_trailing_columns() {
        assert!(same(
            &["主叫号码", "时长（秒）"],
            &["主叫号码 ", "时长(秒)", "", " "]
        ));
        assert!(!same(&["主叫号码", "时长(秒)"], &["主叫号码", "时长(分)"]));
        assert!(!same(&["主叫号码", "时长"], &["时长", "主叫号码"]));
    }
}
