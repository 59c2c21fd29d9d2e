//! Reading capitals. The text is summed up leniently first; then it must be one
//! of the spellings that the rule allows for that sum. What is allowed is thus
//! decided by one list, not by a grammar full of exceptions.

use super::{DIGITS, to_capitals};
use crate::identifier::{TextFault, fold};
use crate::money::{Money, MoneyError};
use crate::refusal::refusal_codes;
use thiserror::Error;

/// Why a text is no amount in capitals.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CapitalsError {
    /// Not even looked at.
    #[error(transparent)]
    Text(#[from] TextFault),
    /// A character that stands in no amount.
    #[error("{found} at position {position} is neither digit nor unit")]
    Character {
        /// Where, from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
    /// Digits and units in no order of an amount.
    #[error("digits and units are out of order")]
    Order,
    /// An amount can be guessed, but it is not written like this.
    #[error("not an allowed spelling; the amount would be {standard}")]
    Spelling {
        /// The form to write.
        standard: String,
    },
    /// More than any contract.
    #[error(transparent)]
    Amount(#[from] MoneyError),
}

refusal_codes!(CapitalsError {
    Character { position, found } => "CapitalsCharacter",
    Order => "CapitalsOrder",
    Spelling { standard } => "CapitalsSpelling",
} within Text, Amount);

/// Reads an amount in capitals, with or without 人民币. Variants of a character
/// (圆, 两, 〇, everyday 一二三, traditional forms) are taken, and so are the
/// spellings that 《支付结算办法》附件一 leaves open: 整 or 正 after 角, 零 or none
/// before 角 and after 万 or 亿, 拾 for 壹拾 at the beginning.
///
/// # Errors
/// [`CapitalsError`]; a spelling that leaves the amount in doubt is refused.
pub fn from_capitals(raw: &str) -> Result<Money, CapitalsError> {
    let text = standard_characters(&fold(raw)?)?;
    let fen = sum(&text).ok_or(CapitalsError::Order)?;
    let amount = Money::from_fen(fen)?;
    let standard = to_capitals(amount);
    if is_allowed(&text, &standard, fen) {
        return Ok(amount);
    }
    Err(CapitalsError::Spelling { standard })
}

/// Without prefix and gaps, every variant turned into the one character used here.
fn standard_characters(text: &str) -> Result<String, CapitalsError> {
    let mut standard = String::new();
    let rest = text.strip_prefix("人民币").unwrap_or(text);
    let skipped = text.chars().count() - rest.chars().count();
    for (i, found) in rest.chars().enumerate() {
        match found {
            ' ' => {}
            ':' if standard.is_empty() => {}
            _ => standard.push(standard_character(found).ok_or(CapitalsError::Character {
                position: skipped + i + 1,
                found,
            })?),
        }
    }
    if standard.is_empty() {
        Err(TextFault::Empty.into())
    } else {
        Ok(standard)
    }
}

fn standard_character(found: char) -> Option<char> {
    Some(match found {
        '零' | '〇' | '○' => '零',
        '壹' | '一' | '弌' | '壱' => '壹',
        '贰' | '二' | '两' | '貳' | '兩' | '弐' | '貮' => '贰',
        '叁' | '三' | '參' | '叄' | '参' => '叁',
        '肆' | '四' => '肆',
        '伍' | '五' => '伍',
        '陆' | '六' | '陸' => '陆',
        '柒' | '七' => '柒',
        '捌' | '八' => '捌',
        '玖' | '九' => '玖',
        '拾' | '十' => '拾',
        '佰' | '百' => '佰',
        '仟' | '千' => '仟',
        '万' | '萬' => '万',
        '亿' | '億' => '亿',
        '元' | '圆' | '圓' => '元',
        '角' | '分' => found,
        '整' | '正' => '整',
        _ => return None,
    })
}

/// The fen that digits and units add up to, whatever the zeros between them.
fn sum(text: &str) -> Option<i64> {
    let mut total = 0_i64;
    let mut section = 0_i64;
    let mut digit: Option<i64> = None;
    for (i, c) in text.chars().enumerate() {
        if let Some(value) = DIGITS.iter().position(|d| *d == c) {
            // 零 may stand alone; any other digit must have met its unit before.
            if digit.is_some_and(|waiting| waiting != 0) {
                return None;
            }
            digit = i64::try_from(value).ok();
            continue;
        }
        let waiting = digit.take();
        match c {
            '拾' | '佰' | '仟' => {
                let factor = if c == '拾' {
                    10
                } else if c == '佰' {
                    100
                } else {
                    1000
                };
                let ten_alone = i == 0 && c == '拾';
                section += waiting.or(ten_alone.then_some(1))? * factor;
            }
            '万' | '亿' | '元' => {
                let factor = if c == '万' {
                    10_000
                } else if c == '亿' {
                    100_000_000
                } else {
                    1
                };
                let value = section + waiting.unwrap_or(0);
                total = total.checked_add(value.checked_mul(factor * 100)?)?;
                section = 0;
            }
            '角' => total += waiting? * 10,
            '分' => total += waiting?,
            '整' => {}
            _ => return None,
        }
    }
    (digit.is_none() && section == 0).then_some(total)
}

/// Whether `text` is the standard spelling or one of those left open.
fn is_allowed(text: &str, standard: &str, fen: i64) -> bool {
    let full = match text.strip_prefix('拾') {
        Some(rest) => format!("壹拾{rest}"),
        None => text.to_owned(),
    };
    let without_end = full.strip_suffix('整').unwrap_or(&full);
    let ends_right = match fen % 100 {
        // 整 is required after 元, allowed after 角, wrong after 分.
        0 => full.ends_with('整'),
        part if part % 10 == 0 => true,
        _ => !full.ends_with('整'),
    };
    ends_right && open_zeros(standard.trim_end_matches('整')).any(|open| open == without_end)
}

/// The standard spelling with each zero that the rule leaves open put or left out.
fn open_zeros(standard: &str) -> impl Iterator<Item = String> + '_ {
    (0_u8..8).map(move |choice| {
        let mut text = standard.to_owned();
        for (bit, unit) in ["万", "亿"].into_iter().enumerate() {
            if choice & (1 << bit) != 0 {
                text = without_zero_after(&text, unit);
            }
        }
        if choice & 4 != 0 {
            text = with_zero_before_jiao(&text);
        }
        text
    })
}

/// 壹拾万零柒仟 → 壹拾万柒仟: open only where 仟 follows, for there no digit is
/// skipped.
fn without_zero_after(text: &str, unit: &str) -> String {
    let zero = format!("{unit}零");
    match text.split_once(&zero) {
        Some((head, tail)) if tail.chars().nth(1) == Some('仟') => format!("{head}{unit}{tail}"),
        _ => text.to_owned(),
    }
}

/// 捌拾元叁角 → 捌拾元零叁角: open where the yuan end with a zero.
fn with_zero_before_jiao(text: &str) -> String {
    match text.split_once('元') {
        Some((head, tail))
            if tail.contains('角') && head.ends_with(['拾', '佰', '仟', '万', '亿']) =>
        {
            format!("{head}元零{tail}")
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
