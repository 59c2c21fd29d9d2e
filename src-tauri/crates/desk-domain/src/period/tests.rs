//! Calendar rules by example, and months that leave no day out.

use super::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn months_end_where_the_month_ends() {
    for (from, months, to) in [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-08-31", 3, "2026-11-30"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-03-15", 12, "2027-03-15"),
        ("2026-03-15", 0, "2026-03-15"),
    ] {
        assert_eq!(add_months(day(from), months), day(to), "{from} + {months}");
    }
}

#[test]
fn a_term_ends_the_day_before_its_day_comes_round() {
    assert_eq!(last_day_of_term(day("2026-03-01"), 12), day("2027-02-28"));
    assert_eq!(last_day_of_term(day("2026-11-22"), 12), day("2027-11-21"));
    assert_eq!(last_day_of_term(day("2026-01-31"), 1), day("2026-02-28"));
}

#[test]
fn a_call_record_may_be_disputed_for_three_calendar_months() {
    assert_eq!(last_day_to_dispute(day("2026-11-30")), day("2027-02-28"));
    assert_eq!(last_day_to_dispute(day("2026-05-12")), day("2026-08-12"));
}

#[test]
fn an_accounting_month_is_written_with_its_year() {
    let month = CalendarMonth::parse("2028-02").unwrap();
    assert_eq!(
        (month.first_day(), month.last_day()),
        (day("2028-02-01"), day("2028-02-29"))
    );
    assert_eq!(
        (month.next().to_string(), month.previous().to_string()),
        ("2028-03".into(), "2028-01".into())
    );
    for raw in [
        "2028-13", "2028-2", "28-02", "2028/02", "2028-00", "+028-02", "",
    ] {
        assert_eq!(
            CalendarMonth::parse(raw),
            Err(CalendarMonthError::Form),
            "{raw}"
        );
    }
}

#[test]
fn a_card_lasts_by_the_age_at_which_it_was_issued() {
    let terms = [15, 16, 25, 26, 45, 46].map(CardTerm::for_age);
    let years = CardTerm::Years;
    assert_eq!(
        terms,
        [
            years(5),
            years(10),
            years(10),
            years(20),
            years(20),
            CardTerm::LongTerm
        ]
    );
}

#[test]
fn a_cards_dates_must_fit_the_holders_age() {
    let birth = day("1990-03-07");
    assert!(CardTerm::fits(
        birth,
        day("2016-03-07"),
        Some(day("2036-03-07"))
    ));
    assert!(!CardTerm::fits(
        birth,
        day("2016-03-06"),
        Some(day("2036-03-06"))
    ));
    assert!(!CardTerm::fits(birth, day("2016-03-07"), None));
    assert!(CardTerm::fits(day("1960-01-01"), day("2020-01-01"), None));
    assert!(CardTerm::fits(
        day("2000-01-01"),
        day("2016-02-29"),
        Some(day("2026-03-01"))
    ));
    assert!(!CardTerm::fits(
        birth,
        day("1980-01-01"),
        Some(day("1985-01-01"))
    ));
}

proptest! {
    #[test]
    fn every_day_is_in_exactly_one_month(days in 0_i64..60_000) {
        let today = day("1950-01-01") + chrono::TimeDelta::days(days);
        let month = CalendarMonth::of(today);
        prop_assert!(month.contains(today) && !month.next().contains(today));
        prop_assert!(month.first_day() <= today && today <= month.last_day());
        prop_assert_eq!(month.last_day().succ_opt(), Some(month.next().first_day()));
        prop_assert_eq!(CalendarMonth::parse(&month.to_string()), Ok(month));
    }

    #[test]
    fn terms_one_after_another_leave_no_day_out(days in 0_i64..60_000, months in 1_u32..60) {
        let start = day("1950-01-01") + chrono::TimeDelta::days(days);
        prop_assume!(start.day() <= 28);
        let next = last_day_of_term(start, months).succ_opt().unwrap();
        prop_assert_eq!(next, add_months(start, months));
    }
}
