//! The worked account to the fen, part-months, suspension, and what is odd.

use super::*;
use crate::sample::{day, fen, month, number, plan, version};
use desk_domain::tariff::FunctionFee;
use proptest::prelude::*;

/// Opened on 12 March 2026 at a minimum of 40 yuan, so many minutes at 0.12.
fn account<'a>(plan: &'a TariffPlan, of: &str, minutes: u64) -> AccountMonth<'a> {
    AccountMonth {
        number: number(),
        month: month(of),
        opened: day("2026-03-12"),
        closed: None,
        suspended: Vec::new(),
        minimum: Money::yuan(40),
        plan: Some(plan),
        functions: Vec::new(),
        calls: minutes_of(minutes),
        unrated: 0,
        opening: Money::yuan(480),
        moved: Money::ZERO,
        earlier: Vec::new(),
    }
}

fn minutes_of(minutes: u64) -> CallSum {
    let units = i64::try_from(minutes).unwrap() * 1_200;
    CallSum {
        calls: minutes,
        minutes,
        charge: Charge::from_ten_thousandths(units).unwrap(),
    }
}

fn line(account: &AccountMonth<'_>) -> MonthLine {
    charge_month(account).unwrap().unwrap()
}

fn with_policies(first_month: PartMonth, last_month: PartMonth) -> TariffPlan {
    let version = TariffVersion {
        first_month,
        last_month,
        ..version("2026-01-01", "0.12")
    };
    TariffPlan::new("标准套餐", vec![version]).unwrap()
}

/// The worked account: prepaid 480, opened 12 March, opening month actual only.
#[test]
fn clause_4_2_9_a_month_is_charged_its_calls_or_its_minimum() {
    let plan = plan();
    let mut opening = Money::yuan(480);
    let months = [
        ("2026-03", 30, 360, 0, 47_640),
        ("2026-04", 280, 3_360, 640, 43_640),
        ("2026-05", 434, 5_208, 0, 38_432),
    ];
    for (of, minutes, calls, top_up, closing) in months {
        let mut account = account(&plan, of, minutes);
        account.opening = opening;
        let line = line(&account);
        let found = (line.calls, line.top_up, line.closing);
        assert_eq!(found, (fen(calls), fen(top_up), fen(closing)), "{of}");
        opening = line.closing;
    }
}

#[test]
fn clause_4_2_9_the_top_up_is_what_the_calls_lack() {
    let minimum = Money::yuan(40);
    let charged = |units| {
        let calls = Charge::from_ten_thousandths(units).unwrap();
        let (charged, top_up) = monthly_charge(calls, minimum).unwrap();
        (charged.fen(), top_up.fen())
    };
    assert_eq!(charged(399_949), (4_000, 1), "39.99 and a top-up of 0.01");
    assert_eq!(charged(399_950), (4_000, 0), "rounds up to 40.00");
    assert_eq!(charged(400_050), (4_001, 0));
}

#[test]
fn clause_4_2_6_a_suspended_number_is_charged_its_minimum() {
    let plan = plan();
    let mut account = account(&plan, "2026-04", 0);
    account.suspended = vec![SuspendedDays {
        from: day("2026-03-20"),
        until: None,
    }];
    let line = line(&account);
    assert_eq!((line.top_up, line.suspended_days), (Money::yuan(40), 30));
    assert_eq!(line.oddities, [], "silence is what suspension brings");
}

#[test]
fn clause_4_2_6_a_closed_number_is_charged_its_last_part_month_and_nothing_after() {
    for (policy, top_up) in [
        (PartMonth::ActualOnly, 0),
        (PartMonth::FullMinimum, 4_000 - 1_200),
        // 40.00 × 12 ÷ 31 = 15.4838…
        (PartMonth::ByDays, 1_548 - 1_200),
    ] {
        let plan = with_policies(PartMonth::FullMinimum, policy);
        let mut account = account(&plan, "2026-05", 100);
        account.closed = Some(day("2026-05-12"));
        let line = line(&account);
        assert_eq!((line.days, line.top_up), (12, fen(top_up)), "{policy:?}");
        account.month = month("2026-06");
        assert_eq!(charge_month(&account), Ok(None));
    }
}

#[test]
fn the_first_part_month_follows_its_own_policy() {
    // 20 of 31 days: 40.00 × 20 ÷ 31 = 25.8064…
    for (policy, minimum) in [
        (PartMonth::ActualOnly, 0),
        (PartMonth::FullMinimum, 4_000),
        (PartMonth::ByDays, 2_581),
    ] {
        let plan = with_policies(policy, PartMonth::FullMinimum);
        let line = line(&account(&plan, "2026-03", 0));
        assert_eq!(line.minimum, fen(minimum), "{policy:?}");
        assert_eq!(line.minimum_basis, MinimumBasis::PartMonth(policy));
    }
}

#[test]
fn a_month_open_from_its_first_to_its_last_day_is_a_whole_one() {
    let plan = with_policies(PartMonth::ActualOnly, PartMonth::ActualOnly);
    let mut account = account(&plan, "2026-03", 0);
    account.opened = day("2026-03-01");
    account.closed = Some(day("2026-03-31"));
    assert_eq!(line(&account).minimum_basis, MinimumBasis::WholeMonth);
}

#[test]
fn a_month_both_first_and_last_follows_the_milder_policy() {
    let plan = with_policies(PartMonth::FullMinimum, PartMonth::ByDays);
    let mut account = account(&plan, "2026-03", 0);
    account.closed = Some(day("2026-03-12"));
    // One day of 31: 40.00 ÷ 31 = 1.2903…
    assert_eq!(line(&account).minimum, fen(129));
}

#[test]
fn a_month_before_the_first_day_of_service_is_not_charged() {
    let plan = plan();
    assert_eq!(charge_month(&account(&plan, "2026-02", 10)), Ok(None));
}

#[test]
fn function_fees_are_whole_and_do_not_count_towards_the_minimum() {
    let mut priced = version("2026-01-01", "0.12");
    let fee = |feature, yuan| FunctionFee {
        feature,
        monthly: Money::yuan(yuan),
    };
    priced.function_fees = vec![fee(Feature::Recording, 10), fee(Feature::Ivr, 20)];
    let plan = TariffPlan::new("标准套餐", vec![priced]).unwrap();
    let mut account = account(&plan, "2026-04", 280);
    account.functions = vec![
        Feature::Recording,
        Feature::ColourRing,
        Feature::Ivr,
        Feature::Recording,
    ];
    let line = line(&account);
    assert_eq!((line.fees, line.top_up), (Money::yuan(30), fen(640)));
    assert_eq!(line.closing, fen(48_000 - 4_000 - 3_000));
    let entries = line
        .entries("2026-05-02T09:00:00".parse().unwrap())
        .unwrap();
    let booked: Vec<_> = entries
        .iter()
        .map(|entry| (entry.kind(), entry.amount().fen(), entry.note()))
        .collect();
    assert_eq!(
        booked,
        [
            (EntryKind::Calls, -3_360, ""),
            (EntryKind::TopUp, -640, ""),
            (EntryKind::FunctionFee, -2_000, "语音导航（IVR）"),
            (EntryKind::FunctionFee, -1_000, "通话录音"),
        ]
    );
}

#[test]
fn calls_without_a_tariff_are_shown_as_not_billed() {
    let plan = plan();
    let mut account = account(&plan, "2026-04", 0);
    account.plan = None;
    account.unrated = 7;
    let line = line(&account);
    assert_eq!(line.oddities, [Oddity::NotBilled { calls: 7 }]);
    assert_eq!(line.top_up, Money::yuan(40), "the contract's minimum holds");
}

#[test]
fn two_months_of_silence_are_odd_and_one_is_not() {
    let plan = plan();
    let mut account = account(&plan, "2026-05", 0);
    let past = |of, calls| PastMonth {
        month: month(of),
        calls,
        charge: Money::ZERO,
    };
    account.earlier = vec![past("2026-04", 1)];
    assert_eq!(line(&account).oddities, []);
    account.earlier = vec![past("2026-03", 0)];
    assert_eq!(line(&account).oddities, [], "not the month before");
    account.earlier = vec![past("2026-04", 0)];
    assert_eq!(line(&account).oddities, [Oddity::NoCallsForTwoMonths]);
}

#[test]
fn more_than_five_times_the_average_of_three_months_is_odd() {
    let plan = plan();
    let mut account = account(&plan, "2026-06", 250);
    account.earlier = ["2026-03", "2026-04", "2026-05"]
        .map(|of| PastMonth {
            month: month(of),
            calls: 50,
            charge: Money::yuan(6),
        })
        .to_vec();
    assert_eq!(line(&account).oddities, [], "30.00 is five times, not more");
    account.calls = minutes_of(251);
    let average = Money::yuan(6);
    assert_eq!(
        line(&account).oddities,
        [Oddity::FiveTimesAverageOfThreeMonths { average }]
    );
    account.earlier.pop();
    assert_eq!(line(&account).oddities, [], "two months are no average");
}

#[test]
fn clause_4_2_3_a_balance_below_nothing_is_shown_before_the_month_is_closed() {
    let plan = plan();
    let mut account = account(&plan, "2026-04", 0);
    account.opening = fen(3_900);
    let owed = fen(100);
    assert_eq!(line(&account).oddities, [Oddity::NegativeBalance { owed }]);
    account.moved = fen(100);
    assert_eq!(line(&account).oddities, []);
}

#[test]
fn clause_4_1_6_what_is_due_back_is_what_the_month_would_have_cost_less() {
    let charge = |minutes| minutes_of(minutes).charge;
    let minimum = Money::yuan(40);
    let due = |all, disputed| credit_due(charge(all), minimum, charge(disputed));
    assert_eq!(due(434, 100), Ok(fen(1_200)), "52.08 to 40.08");
    assert_eq!(due(434, 200), Ok(fen(1_208)), "52.08 to the minimum");
    assert_eq!(due(280, 100), Ok(Money::ZERO), "the minimum either way");
}

proptest! {
    #[test]
    fn a_month_never_costs_less_than_its_calls_or_its_minimum(
        units in 0..100_000_000_i64,
        minimum in 0..1_000_000_i64,
    ) {
        let calls = Charge::from_ten_thousandths(units).unwrap();
        let (charged, top_up) = monthly_charge(calls, fen(minimum)).unwrap();
        prop_assert_eq!(charged, calls.round_half_up().max(fen(minimum)));
        prop_assert_eq!(charged.checked_sub(top_up), Ok(calls.round_half_up()));
    }

    #[test]
    fn by_days_no_part_costs_more_than_the_whole(opened in 1..=30_u32, minimum in 0..1_000_000_i64) {
        let plan = with_policies(PartMonth::ByDays, PartMonth::ByDays);
        let mut account = account(&plan, "2026-04", 0);
        account.opened = day(&format!("2026-04-{opened:02}"));
        account.minimum = fen(minimum);
        let line = line(&account);
        prop_assert!(line.minimum <= account.minimum);
        prop_assert_eq!(line.opening.checked_sub(line.charged), Ok(line.closing));
    }
}
