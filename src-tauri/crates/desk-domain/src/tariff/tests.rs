//! Prices by step, versions by day, and what a package refuses.

use super::*;
use crate::form::Feature;
use crate::money::Money;
use crate::period::CalendarMonth;
use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn version(effective: &str, rate: &str) -> TariffVersion {
    TariffVersion {
        effective: day(effective),
        rates: CallRates::flat(Rate::parse(rate).unwrap()),
        increment: Increment::Minute,
        function_fees: Vec::new(),
        first_month: PartMonth::ActualOnly,
        last_month: PartMonth::ActualOnly,
    }
}

fn plan(versions: Vec<TariffVersion>) -> Result<TariffPlan, TariffError> {
    TariffPlan::new("标准套餐", versions)
}

#[test]
fn clause_4_2_2_the_version_in_force_is_told_by_the_moment_to_the_second() {
    let plan = plan(vec![
        version("2026-04-01", "0.15"),
        version("2026-01-01", "0.12"),
    ])
    .unwrap();
    let rate = |moment| {
        plan.version_at(at(moment))
            .map(|version| version.rates.landline.local.to_string())
    };
    assert_eq!(rate("2025-12-31T23:59:59"), None, "before the first");
    assert_eq!(rate("2026-01-01T00:00:00").as_deref(), Some("0.12"));
    assert_eq!(rate("2026-03-31T23:59:59").as_deref(), Some("0.12"));
    assert_eq!(rate("2026-04-01T00:00:00").as_deref(), Some("0.15"));
}

#[test]
fn clause_4_2_2_no_version_comes_or_goes_inside_a_closed_month() {
    let plan = plan(vec![
        version("2026-01-01", "0.12"),
        version("2026-04-01", "0.15"),
    ])
    .unwrap();
    let march = CalendarMonth::parse("2026-03").unwrap();
    let refused = TariffError::ClosedMonth {
        effective: day("2026-03-31"),
        month: march,
    };
    assert_eq!(
        plan.with_version(version("2026-03-31", "0.10"), Some(march)),
        Err(refused)
    );
    let withdrawn = plan.without_version(day("2026-01-01"), Some(march));
    assert!(matches!(withdrawn, Err(TariffError::ClosedMonth { .. })));
    let planned = plan.with_version(version("2026-05-01", "0.10"), Some(march));
    assert_eq!(planned.unwrap().versions().len(), 3);
    let kept = plan
        .without_version(day("2026-04-01"), Some(march))
        .unwrap();
    assert_eq!(kept.versions().len(), 1);
}

#[test]
fn a_package_has_a_name_and_versions_on_days_of_their_own() {
    let one = || version("2026-01-01", "0.12");
    assert_eq!(
        TariffPlan::new(" ", vec![one()]),
        Err(TariffError::NameMissing)
    );
    let long = TariffPlan::new(&"套".repeat(41), vec![one()]);
    assert!(matches!(long, Err(TariffError::NameLength { .. })));
    assert_eq!(plan(Vec::new()), Err(TariffError::VersionMissing));
    let effective = day("2026-01-01");
    assert_eq!(
        plan(vec![one(), one()]),
        Err(TariffError::SameDay { effective })
    );
    let only = plan(vec![one()]).unwrap();
    assert_eq!(
        only.without_version(effective, None),
        Err(TariffError::VersionMissing)
    );
    let effective = day("2026-02-01");
    assert_eq!(
        only.without_version(effective, None),
        Err(TariffError::VersionUnknown { effective })
    );
}

#[test]
fn a_rate_that_has_no_exact_increment_is_refused() {
    let mut sixes = version("2026-01-01", "0.12");
    sixes.increment = Increment::SixSeconds;
    assert_eq!(sixes.check(), Ok(()), "0.012 yuan each");
    sixes.rates.mobile.long_distance = Rate::parse("0.1201").unwrap();
    let refused = TariffError::RateNotExact {
        leg: "手机",
        class: "长途",
        rate: Rate::parse("0.1201").unwrap(),
        seconds: 6,
    };
    assert_eq!(sixes.check(), Err(refused));
}

#[test]
fn a_function_has_one_fee_and_it_is_not_negative() {
    let mut priced = version("2026-01-01", "0.12");
    let fee = |fen| FunctionFee {
        feature: Feature::Recording,
        monthly: Money::from_fen(fen).unwrap(),
    };
    priced.function_fees = vec![fee(1_000)];
    assert_eq!(priced.check(), Ok(()));
    assert_eq!(priced.fee_of(Feature::Recording), Money::yuan(10));
    assert_eq!(priced.fee_of(Feature::Ivr), Money::ZERO);
    priced.function_fees.push(fee(2_000));
    let feature = "通话录音";
    assert_eq!(priced.check(), Err(TariffError::FeeTwice { feature }));
    priced.function_fees = vec![fee(-1)];
    assert!(matches!(
        priced.check(),
        Err(TariffError::FeeNegative { .. })
    ));
}

#[test]
fn a_package_without_rates_abroad_has_none_there() {
    let rates = version("2026-01-01", "0.12").rates;
    assert_eq!(rates.of(Leg::International, CallerClass::Local), None);
    assert!(rates.of(Leg::Mobile, CallerClass::LongDistance).is_some());
}

#[test]
fn a_package_reads_back_from_what_it_writes_and_nothing_unsound_comes_in() {
    let whole = plan(vec![version("2026-01-01", "0.12")]).unwrap();
    let json = serde_json::to_string(&whole).unwrap();
    assert_eq!(serde_json::from_str::<TariffPlan>(&json).unwrap(), whole);
    let nameless = json.replace("标准套餐", "");
    assert!(serde_json::from_str::<TariffPlan>(&nameless).is_err());
}

#[test]
fn of_two_policies_the_milder_one_holds() {
    use PartMonth::{ActualOnly, ByDays, FullMinimum};
    assert_eq!(FullMinimum.milder(ByDays), ByDays);
    assert_eq!(ByDays.milder(ActualOnly), ActualOnly);
    assert_eq!(FullMinimum.milder(FullMinimum), FullMinimum);
}

proptest! {
    #[test]
    fn begun_increments_cover_the_call_and_no_more(seconds in 0..100_000_u32) {
        for increment in Increment::ALL {
            let begun = increment.begun(seconds);
            let counted = begun * increment.seconds();
            prop_assert!(counted >= seconds && counted < seconds + increment.seconds());
        }
    }

    #[test]
    fn shorter_increments_never_cost_more(seconds in 0..100_000_u32, tens in 0..10_000_i64) {
        let rate = Rate::from_ten_thousandths(tens * 10).unwrap();
        let cost = |increment: Increment| increment.charge(rate, seconds).unwrap().unwrap();
        prop_assert!(cost(Increment::SixSeconds) <= cost(Increment::HalfMinute));
        prop_assert!(cost(Increment::HalfMinute) <= cost(Increment::Minute));
    }
}
