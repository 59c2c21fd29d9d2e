//! The worked charges, the version in force, and what is not charged by guess.

use super::*;
use crate::sample::{call, plan, version};
use desk_domain::tariff::LegRates;

fn at_twelve_fen(seconds: u32) -> i64 {
    let rate = Rate::parse("0.12").unwrap();
    charge(seconds, rate, Increment::Minute)
        .unwrap()
        .round_half_up()
        .fen()
}

#[test]
fn a_started_minute_counts_as_whole_and_an_unanswered_call_is_free() {
    let worked = [(0, 0), (1, 12), (60, 12), (61, 24), (3601, 732)];
    for (seconds, fen) in worked {
        assert_eq!(at_twelve_fen(seconds), fen, "{seconds} s");
    }
    let mut rung = call("2026-03-12T09:00:00", 35);
    rung.answered = false;
    let rated = rate(&rung, &plan()).unwrap();
    assert_eq!((rated.increments, rated.charge), (0, Charge::ZERO));
}

#[test]
fn six_second_increments_split_a_minute_exactly() {
    let rate = Rate::parse("0.12").unwrap();
    let units = charge(7, rate, Increment::SixSeconds)
        .unwrap()
        .ten_thousandths();
    assert_eq!(units, 240, "two started increments of 0.012 yuan");
}

#[test]
fn a_rate_that_has_no_exact_increment_is_refused() {
    let rate = Rate::from_ten_thousandths(1_201).unwrap();
    let refused = charge(1, rate, Increment::SixSeconds);
    assert_eq!(refused, Err(RatingError::RateNotDivisible));
}

#[test]
fn clause_4_2_2_a_call_is_rated_by_the_version_in_force_when_it_started() {
    let changed = plan()
        .with_version(version("2026-04-01", "0.15"), None)
        .unwrap();
    let over_midnight = call("2026-03-31T23:59:30", 61);
    let rated = rate(&over_midnight, &changed).unwrap();
    assert_eq!(rated.version.to_string(), "2026-01-01");
    assert_eq!(rated.charge.to_string(), "0.24");
    let after = rate(&call("2026-04-01T00:00:00", 61), &changed).unwrap();
    assert_eq!(after.charge.to_string(), "0.30");
}

#[test]
fn clause_4_2_2_a_call_before_the_first_version_is_not_charged_by_guess() {
    let early = call("2025-12-31T23:59:59", 61);
    let day = early.started.date();
    assert_eq!(rate(&early, &plan()), Err(RatingError::NoVersion { day }));
}

#[test]
fn a_call_delivered_where_the_package_has_no_rate_is_not_charged() {
    let mut abroad = call("2026-03-12T09:00:00", 61);
    abroad.delivered_to = Some("0085223456789".to_owned());
    let refused = rate(&abroad, &plan());
    assert!(matches!(
        refused,
        Err(RatingError::NoRate { leg: "国际", .. })
    ));
}

#[test]
fn how_a_charge_was_reached_is_kept() {
    let mut dear = version("2026-01-01", "0.12");
    dear.increment = Increment::SixSeconds;
    dear.rates.mobile = LegRates {
        local: Rate::parse("0.15").unwrap(),
        long_distance: Rate::parse("0.20").unwrap(),
    };
    let plan = TariffPlan::new("标准套餐", vec![dear]).unwrap();
    let mut call = call("2026-03-12T09:00:00", 67);
    call.delivered_to = Some("13900139000".to_owned());
    let rated = rate(&call, &plan).unwrap();
    assert_eq!((rated.leg, rated.leg_basis), (Leg::Mobile, Basis::Numbers));
    assert_eq!(
        (rated.class, rated.class_basis),
        (CallerClass::Local, Basis::Assumed)
    );
    assert_eq!((rated.increments, rated.minutes), (12, 2), "72 s counted");
    assert_eq!(rated.charge.to_string(), "0.18");
}

#[test]
fn the_longest_call_a_file_can_write_is_counted_without_overflow() {
    let rated = rate(&call("2026-03-12T09:00:00", u32::MAX), &plan()).unwrap();
    assert_eq!(rated.increments, u32::MAX.div_ceil(60));
    assert_eq!(rated.minutes, rated.increments);
}
