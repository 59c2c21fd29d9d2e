//! 接听时间 of a bound number: stretches of the day that run forward and do not
//! overlap on the same weekday.

use super::fault::Fault;
use super::notes::Notes;
use crate::form::{Strategy, TimeWindow};

/// A window read: weekdays 1–7, minutes of the day.
struct Span {
    weekdays: Vec<u8>,
    from: u16,
    until: u16,
}

pub(super) fn review(notes: &mut Notes, strategy: Strategy, path: &str, windows: &[TimeWindow]) {
    if strategy != Strategy::ByTime && !windows.is_empty() {
        notes.warn(&format!("{path}.windows"), &Fault::WindowsUnused);
    }
    let mut spans: Vec<(usize, Span)> = Vec::new();
    for (index, window) in windows.iter().enumerate() {
        let field = format!("{path}.windows.{index}");
        match read(window) {
            Err((part, fault)) => notes.wrong(&format!("{field}.{part}"), &fault),
            Ok(span) => {
                if let Some((first, _)) = spans.iter().find(|(_, other)| overlap(other, &span)) {
                    let fault = Fault::WindowsOverlap { first: *first };
                    notes.wrong(&format!("{field}.from"), &fault);
                }
                spans.push((index + 1, span));
            }
        }
    }
}

fn read(window: &TimeWindow) -> Result<Span, (&'static str, Fault)> {
    let in_week = |day: &u8| (1..=7).contains(day);
    let mut weekdays = window.weekdays.clone();
    weekdays.sort_unstable();
    weekdays.dedup();
    if weekdays.len() != window.weekdays.len() || !weekdays.iter().all(in_week) {
        return Err(("weekdays", Fault::WindowWeekday));
    }
    if weekdays.is_empty() {
        weekdays = (1..=7).collect();
    }
    let from = minutes(&window.from).ok_or(("from", Fault::WindowTime))?;
    let until = minutes(&window.until).ok_or(("until", Fault::WindowTime))?;
    if until <= from {
        return Err(("until", Fault::WindowOrder));
    }
    Ok(Span {
        weekdays,
        from,
        until,
    })
}

/// `HH:MM` up to `24:00`, in minutes from midnight.
fn minutes(text: &str) -> Option<u16> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let number = |part: &str| {
        let digits = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse::<u16>().ok()).flatten()
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    let total = hours * 60 + minutes;
    (minutes < 60 && total <= 24 * 60).then_some(total)
}

fn overlap(a: &Span, b: &Span) -> bool {
    a.from < b.until && b.from < a.until && a.weekdays.iter().any(|day| b.weekdays.contains(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn times_are_written_with_two_digits_and_end_at_24() {
        assert_eq!(minutes("00:00"), Some(0));
        assert_eq!(minutes("09:30"), Some(570));
        assert_eq!(minutes("24:00"), Some(1440));
        for text in [
            "24:01", "9:30", "09:60", "0930", "", "25:00", "+9:30", "09:3０",
        ] {
            assert_eq!(minutes(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn windows_overlap_when_they_share_a_minute_of_a_weekday(
            a in (0_u16..47, 1_u16..48), b in (0_u16..47, 1_u16..48),
            days_a in prop::collection::vec(1_u8..8, 1..4), days_b in prop::collection::vec(1_u8..8, 1..4),
        ) {
            let span = |(from, length): (u16, u16), weekdays: &[u8]| Span {
                weekdays: weekdays.to_vec(),
                from: from * 30,
                until: ((from + length) * 30).min(1440),
            };
            let (a, b) = (span(a, &days_a), span(b, &days_b));
            let rings = |span: &Span, day: u8, minute: u16| {
                span.weekdays.contains(&day) && (span.from..span.until).contains(&minute)
            };
            let shared = (1..=7).any(|day| {
                (0..1440).any(|minute| rings(&a, day, minute) && rings(&b, day, minute))
            });
            prop_assert_eq!(overlap(&a, &b), shared);
            prop_assert_eq!(overlap(&b, &a), shared);
        }
    }
}
