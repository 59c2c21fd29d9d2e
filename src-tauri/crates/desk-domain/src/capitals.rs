//! 人民币大写, after 《支付结算办法》附件一, always in one form. Out of the several
//! spellings that the rule allows this one is written: a run of zeros between
//! two digits is one 零; 零 after 元 only when 角 is empty; 整 after 元 only.
//! Reading takes every allowed spelling and refuses the others, naming the
//! right one, because a doubtful amount on a contract is no amount.

mod read;

pub use read::{CapitalsError, from_capitals};

use crate::money::Money;

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const UNITS: [&str; 4] = ["", "拾", "佰", "仟"];

/// The amount in capitals: `壹仟肆佰零玖元伍角`. A negative amount begins with 负.
#[must_use]
pub fn to_capitals(amount: Money) -> String {
    let fen = amount.fen().unsigned_abs();
    let mut text = String::new();
    if amount.is_negative() {
        text.push('负');
    }
    text.push_str(&whole(fen / 100));
    text.push_str(&part(fen % 100, fen >= 100));
    text
}

/// As [`to_capitals`] with 人民币 in front, without a gap, as the rule demands.
#[must_use]
pub fn to_capitals_with_prefix(amount: Money) -> String {
    format!("人民币{}", to_capitals(amount))
}

/// The yuan with 元; empty for none.
fn whole(yuan: u64) -> String {
    if yuan == 0 {
        return String::new();
    }
    let digits: Vec<u32> = yuan
        .to_string()
        .chars()
        .filter_map(|c| c.to_digit(10))
        .collect();
    let mut text = String::new();
    let mut zero_waits = false;
    let mut section_has_digit = false;
    for (i, digit) in digits.iter().enumerate() {
        let place = digits.len() - 1 - i;
        if *digit == 0 {
            zero_waits = true;
        } else {
            if zero_waits {
                text.push('零');
            }
            zero_waits = false;
            section_has_digit = true;
            text.push(DIGITS[*digit as usize]);
            text.push_str(UNITS[place % 4]);
        }
        if place.is_multiple_of(4) {
            if section_has_digit {
                text.push_str(
                    ["元", "万", "亿"]
                        .get(place / 4)
                        .copied()
                        .unwrap_or_default(),
                );
            } else if place == 0 {
                text.push('元');
            }
            section_has_digit = false;
        }
    }
    text
}

/// 角 and 分, or 整 when there are none.
fn part(fen: u64, after_yuan: bool) -> String {
    let digit = |value: u64| DIGITS[usize::try_from(value).unwrap_or_default()];
    match (fen / 10, fen % 10) {
        (0, 0) if after_yuan => "整".to_owned(),
        (0, 0) => "零元整".to_owned(),
        (0, fen) if after_yuan => format!("零{}分", digit(fen)),
        (0, fen) => format!("{}分", digit(fen)),
        (jiao, 0) => format!("{}角", digit(jiao)),
        (jiao, fen) => format!("{}角{}分", digit(jiao), digit(fen)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn capitals(amount: &str) -> String {
        to_capitals(Money::parse(amount).unwrap())
    }

    #[test]
    fn the_examples_are_written_in_the_one_form() {
        for (amount, expected) in EXAMPLES {
            assert_eq!(capitals(amount), *expected, "{amount}");
        }
    }

    #[test]
    fn the_examples_are_read_back() {
        for (amount, text) in EXAMPLES {
            assert_eq!(
                from_capitals(text),
                Ok(Money::parse(amount).unwrap()),
                "{text}"
            );
        }
    }

    #[test]
    fn the_prefix_stands_without_a_gap() {
        assert_eq!(to_capitals_with_prefix(Money::yuan(10)), "人民币壹拾元整");
    }

    #[test]
    fn a_negative_amount_says_so() {
        assert_eq!(to_capitals(Money::yuan(10).negated()), "负壹拾元整");
    }

    pub(super) const EXAMPLES: &[(&str, &str)] = &[
        ("1,409.50", "壹仟肆佰零玖元伍角"),
        ("6,007.14", "陆仟零柒元壹角肆分"),
        ("1,680.32", "壹仟陆佰捌拾元叁角贰分"),
        ("107,000.53", "壹拾万零柒仟元伍角叁分"),
        ("16,409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("10.00", "壹拾元整"),
        ("0.50", "伍角"),
        ("0.05", "伍分"),
        ("100.01", "壹佰元零壹分"),
        ("10,005", "壹万零伍元整"),
        ("100,010,000", "壹亿零壹万元整"),
        ("100,000,500", "壹亿零伍佰元整"),
        ("0", "零元整"),
        ("1", "壹元整"),
        ("0.15", "壹角伍分"),
        ("1,010,000,000", "壹拾亿零壹仟万元整"),
        ("100,000,000,000", "壹仟亿元整"),
        ("20,000,003.20", "贰仟万零叁元贰角"),
    ];

    /// The rule spelled out: every digit with its unit, zeros and all, then the
    /// zeros struck out one rule after another until nothing changes.
    fn spelled_out(fen: u64) -> String {
        if fen == 0 {
            return "零元整".to_owned();
        }
        let units = "分角元拾佰仟万拾佰仟亿拾佰仟";
        let digits: Vec<char> = fen.to_string().chars().rev().collect();
        let mut text: String = digits
            .iter()
            .zip(units.chars())
            .flat_map(|(digit, unit)| [unit, DIGITS[digit.to_digit(10).unwrap() as usize]])
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        if fen.is_multiple_of(100) {
            text = text.replace("零角零分", "整");
        }
        let rules = [
            ("零仟", "零"),
            ("零佰", "零"),
            ("零拾", "零"),
            ("零零", "零"),
            ("零亿", "亿零"),
            ("零万", "万零"),
            ("亿万", "亿"),
            ("亿零万", "亿零"),
            ("零元", "元"),
            ("零分", ""),
        ];
        loop {
            let before = text.clone();
            for (from, to) in rules {
                text = text.replace(from, to);
            }
            if text == before {
                break;
            }
        }
        // What remains is 零角: with fen behind it a 零, in front of nothing else.
        text.replace("零角", "零")
            .trim_start_matches(['元', '零'])
            .to_owned()
    }

    #[test]
    fn the_spelled_out_rule_agrees_with_the_examples() {
        for (amount, expected) in EXAMPLES {
            let fen = Money::parse(amount).unwrap().fen().unsigned_abs();
            assert_eq!(spelled_out(fen), *expected);
        }
    }

    prop_compose! {
        /// Amounts with many zeros, where the rule is hard.
        fn sparse()(digits in "[1-9](0|0|0|[0-9]){0,12}") -> i64 {
            digits.parse().unwrap()
        }
    }

    proptest! {
        #[test]
        fn writing_follows_the_spelled_out_rule(fen in prop_oneof![sparse(), 0_i64..10_000_000_000_000]) {
            let amount = Money::from_fen(fen).unwrap();
            prop_assert_eq!(to_capitals(amount), spelled_out(fen.unsigned_abs()));
        }

        #[test]
        fn every_amount_reads_back_from_its_capitals(fen in prop_oneof![sparse(), 0_i64..10_000_000_000_000]) {
            let amount = Money::from_fen(fen).unwrap();
            prop_assert_eq!(from_capitals(&to_capitals(amount)), Ok(amount));
            prop_assert_eq!(from_capitals(&to_capitals_with_prefix(amount)), Ok(amount));
        }
    }
}
