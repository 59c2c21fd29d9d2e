//! What staff typed, as it is written on paper: dates, amounts, numbers and
//! hours in one form. What cannot be read is printed as it was typed, so that a
//! draft shows every keystroke.

use chrono::NaiveDate;
use desk_domain::capitals::to_capitals_with_prefix;
use desk_domain::form::NumberPart;
use desk_domain::form::TimeWindow;
use desk_domain::identifier::Number400;
use desk_domain::money::Money;
use desk_domain::stock::CarrierTable;

/// 2026年11月22日; 长期 for a term without end.
pub(crate) fn date(typed: &str) -> String {
    match typed.trim() {
        "long-term" => "长期".to_owned(),
        typed => match NaiveDate::parse_from_str(typed, "%Y-%m-%d") {
            Ok(day) => day.format("%Y年%-m月%-d日").to_string(),
            Err(_) => typed.to_owned(),
        },
    }
}

/// 1,409.50, without a sign or unit.
pub(crate) fn amount(typed: &str) -> String {
    Money::parse(typed).map_or_else(|_| typed.trim().to_owned(), |money| money.to_string())
}

/// 人民币壹仟肆佰零玖元伍角; empty when the amount cannot be read.
pub(crate) fn capitals(typed: &str) -> String {
    Money::parse(typed)
        .map(to_capitals_with_prefix)
        .unwrap_or_default()
}

/// The 400 number as its owner wants it shown.
pub(crate) fn number400(part: &NumberPart) -> String {
    Number400::parse(&part.number).map_or_else(
        |_| part.number.trim().to_owned(),
        |number| number.shown(part.display),
    )
}

/// The number's carrier: as corrected by hand, else by its prefix.
pub(crate) fn carrier(part: &NumberPart) -> &'static str {
    let derived = || CarrierTable::default().carrier_of(&Number400::parse(&part.number).ok()?);
    part.carrier
        .or_else(derived)
        .map_or("", |carrier| carrier.chinese())
}

/// 周一至周五 09:00–18:00, one stretch a line.
pub(super) fn windows(windows: &[TimeWindow]) -> String {
    let each: Vec<String> = windows
        .iter()
        .map(|window| {
            let days = weekdays(&window.weekdays);
            format!("{days} {}–{}", window.from.trim(), window.until.trim())
        })
        .collect();
    each.join("\n")
}

fn weekdays(days: &[u8]) -> String {
    const NAMES: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
    let mut days: Vec<u8> = days
        .iter()
        .copied()
        .filter(|day| (1..=7).contains(day))
        .collect();
    days.sort_unstable();
    days.dedup();
    let name = |day: u8| NAMES[usize::from(day) - 1];
    match days.as_slice() {
        [] => "每天".to_owned(),
        all if all.len() == 7 => "每天".to_owned(),
        &[day] => format!("周{}", name(day)),
        &[first, .., last] if usize::from(last - first) + 1 == days.len() => {
            format!("周{}至周{}", name(first), name(last))
        }
        days => {
            let names: Vec<&str> = days.iter().map(|&day| name(day)).collect();
            format!("周{}", names.join("、"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_printed_as_typed() {
        assert_eq!(date("2026-02-30"), "2026-02-30");
        assert_eq!(amount("一千"), "一千");
        assert_eq!(capitals("一千"), "");
        assert_eq!(date("2026-02-03"), "2026年2月3日");
        assert_eq!(amount("12800"), "12,800.00");
        assert_eq!(capitals("12800"), "人民币壹万贰仟捌佰元整");
    }

    #[test]
    fn neighbouring_weekdays_are_written_as_a_stretch() {
        let window = |weekdays: &[u8]| TimeWindow {
            weekdays: weekdays.to_vec(),
            from: "09:00".into(),
            until: "18:00".into(),
        };
        assert_eq!(
            windows(&[window(&[5, 1, 2, 3, 4])]),
            "周一至周五 09:00–18:00"
        );
        assert_eq!(
            windows(&[window(&[1, 3])]),
            "周一至周三 09:00–18:00".replace("至周", "、")
        );
        assert_eq!(windows(&[window(&[])]), "每天 09:00–18:00");
        assert_eq!(windows(&[window(&[6, 7])]), "周六至周日 09:00–18:00");
    }
}
