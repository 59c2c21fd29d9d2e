//! 四（一）6、7, 四（二）2, 3, 6, 8, 五（一）, 五（二）: what the clauses about
//! money promise, on a real store.

use crate::billing::{accounts, calls_file, close, import, named, pay, worked};
use crate::desk::day;
use crate::office::Office;
use desk_app::Desk;
use desk_app::flow::billing::{
    AccountClose, AccountRef, AccountState, AccountSuspend, ArrearsStep, CallList, DisputeOpen,
    DisputeSettle, EntryAdd, PaymentAdd, TariffRate, TariffSave, TariffTerms,
};
use desk_app::flow::billing::{account, arrears, call_line, dispute, entry, month, plan};
use desk_domain::dispute::DisputeState;
use desk_domain::form::Means;
use desk_domain::ledger::{EntryKind, PaymentKind};
use desk_domain::suspension::SuspensionReason;
use desk_domain::tariff::{CallerClass, Leg};
use desk_tests::sample;

fn accounts_at(office: &Office, year: i32, month: u32, on: u32) -> Desk {
    let (name, password) = (sample::ACCOUNTS, sample::ACCOUNTS_PASSWORD);
    office
        .try_window(day(year, month, on), name, password)
        .unwrap()
}

/// March closed with two calls of a minute, and the numbers of those calls.
fn march_closed() -> (Office, Desk, i64, Vec<i64>) {
    let (office, line) = worked();
    let desk = accounts_at(&office, 2026, 4, 2);
    let text = calls_file(&line.number, "2026-03", &[(12, 60), (20, 60)]);
    import(&desk, "三月.csv", &text).unwrap();
    close(&desk, "2026-03").unwrap();
    let wanted = CallList {
        account: line.account,
        month: "2026-03".to_owned(),
        leg: None,
        caller_class: None,
        offset: 0,
        limit: 0,
    };
    let calls = call_line::list(&desk, wanted).unwrap().lines;
    let ids = calls.iter().map(|call| call.id).collect();
    (office, desk, line.account, ids)
}

fn disputed(desk: &Desk, account: i64, calls: &[i64]) -> Result<i64, String> {
    let request = DisputeOpen {
        account,
        calls: calls.to_vec(),
        claim: "没有打过这个电话".to_owned(),
    };
    dispute::open(desk, request)
        .map(|view| view.id)
        .map_err(|failure| failure.code)
}

#[test]
fn clause_4_1_6_calls_are_disputed_within_three_months_and_not_after() {
    let (office, _, account, calls) = march_closed();
    let late = accounts_at(&office, 2026, 6, 13);
    assert_eq!(
        disputed(&late, account, &calls),
        Err("DisputeLapsed".to_owned())
    );
    let last = accounts_at(&office, 2026, 6, 12);
    let id = disputed(&last, account, &calls).unwrap();
    assert_eq!(
        disputed(&last, account, &calls[..1]),
        Err("CallDisputedAlready".to_owned())
    );
    let upheld = DisputeSettle {
        dispute: id,
        upheld: true,
        credit: String::new(),
        reply: "经核实，退还话费。".to_owned(),
    };
    let view = dispute::settle(&last, upheld).unwrap();
    assert_eq!(view.state, DisputeState::Upheld);
    assert_eq!(view.credit.map(desk_domain::Money::fen), Some(24));
    let entries = account::show(&last, AccountRef { account })
        .unwrap()
        .entries;
    assert_eq!(entries[0].kind, EntryKind::Credit);
}

/// April with so many calls of a minute, closed in May; their numbers.
fn april_closed(office: &Office, calls: u32) -> (Desk, i64, Vec<i64>) {
    let desk = accounts_at(office, 2026, 5, 2);
    let line = accounts(&desk).remove(0);
    let minutes: Vec<(u32, u32)> = (0..calls).map(|at| (1 + at % 28, 60)).collect();
    let text = calls_file(&line.number, "2026-04", &minutes);
    import(&desk, "四月.csv", &text).unwrap();
    close(&desk, "2026-04").unwrap();
    let wanted = CallList {
        account: line.account,
        month: "2026-04".to_owned(),
        leg: None,
        caller_class: None,
        offset: 0,
        limit: 0,
    };
    let calls = call_line::list(&desk, wanted).unwrap().lines;
    (
        desk,
        line.account,
        calls.iter().map(|call| call.id).collect(),
    )
}

fn uphold(desk: &Desk, dispute: i64, credit: &str) -> Result<i64, String> {
    let upheld = DisputeSettle {
        dispute,
        upheld: true,
        credit: credit.to_owned(),
        reply: "经核实，退还话费。".to_owned(),
    };
    let view = dispute::settle(desk, upheld).map_err(|failure| failure.code)?;
    Ok(view.credit.map_or(0, desk_domain::Money::fen))
}

#[test]
fn clause_4_1_6_and_4_2_9_a_credit_is_no_more_than_the_month_charged_above_the_minimum() {
    // 350 minutes are 42.00: two more than the minimum.
    let (office, _, _, _) = march_closed();
    let (may, account, calls) = april_closed(&office, 350);
    let first = disputed(&may, account, &calls[..10]).unwrap();
    assert_eq!(
        uphold(&may, first, ""),
        Ok(120),
        "ten calls wholly above it"
    );
    let second = disputed(&may, account, &calls[10..40]).unwrap();
    assert_eq!(
        uphold(&may, second, "3.60"),
        Err("DisputeCreditAboveCharge".to_owned())
    );
    assert_eq!(uphold(&may, second, ""), Ok(80), "what is left above it");
    let third = disputed(&may, account, &calls[40..50]).unwrap();
    assert_eq!(
        uphold(&may, third, ""),
        Err("DisputeWithinMinimum".to_owned())
    );
}

#[test]
fn clause_4_1_6_nothing_is_given_back_that_no_month_has_charged() {
    let (office, _, account, _) = march_closed();
    let april = accounts_at(&office, 2026, 4, 20);
    let number = accounts(&april).remove(0).number;
    let text = calls_file(&number, "2026-04", &[(2, 60)]);
    import(&april, "四月.csv", &text).unwrap();
    let wanted = CallList {
        account,
        month: "2026-04".to_owned(),
        leg: None,
        caller_class: None,
        offset: 0,
        limit: 0,
    };
    let call = call_line::list(&april, wanted).unwrap().lines.remove(0).id;
    let id = disputed(&april, account, &[call]).unwrap();
    assert_eq!(uphold(&april, id, ""), Err("DisputeMonthOpen".to_owned()));
}

#[test]
fn clause_4_2_8_a_renewal_below_the_floor_needs_a_managers_reason() {
    let (office, line) = worked();
    let desk = office.accounts();
    let refused = pay(&desk, line.account, PaymentKind::Renewal, "479.99").unwrap_err();
    assert_eq!(refused.code, "RenewalBelowFloor");
    let request = PaymentAdd {
        account: line.account,
        kind: PaymentKind::Renewal,
        amount: "300".to_owned(),
        means: Means::Cash,
        note: String::new(),
        override_reason: Some("老客户优惠，总经理同意".to_owned()),
    };
    let refused = entry::pay(&desk, request.clone()).unwrap_err();
    assert_eq!(refused.code, "RenewalBelowFloor", "accounts staff cannot");
    let view = entry::pay(&office.desk, request).unwrap();
    assert_eq!(view.line.balance.fen(), 30_000);
}

#[test]
fn clause_4_2_6_a_suspended_number_is_charged_its_minimum() {
    let (office, _, account, _) = march_closed();
    let april = accounts_at(&office, 2026, 4, 3);
    let request = AccountSuspend {
        account,
        reason: SuspensionReason::Arrears,
        note: "余额不足，已通知".to_owned(),
    };
    let view = account::suspend(&april, request).unwrap();
    assert_eq!(view.line.state, AccountState::Suspended);
    let may = accounts_at(&office, 2026, 5, 2);
    let sheet = close(&may, "2026-04").unwrap();
    assert_eq!(sheet.total.top_up.fen(), 4_000);
}

#[test]
fn clause_5_2_thirty_days_without_renewal_are_on_the_list_the_day_they_are_due() {
    let (office, _, account, _) = march_closed();
    let april = accounts_at(&office, 2026, 4, 3);
    let request = AccountSuspend {
        account,
        reason: SuspensionReason::Arrears,
        note: "余额不足，已通知".to_owned(),
    };
    account::suspend(&april, request).unwrap();
    let due = |month, on| {
        let lines = arrears::list(&accounts_at(&office, 2026, month, on), ()).unwrap();
        lines[0].due
    };
    assert_eq!(due(5, 2), ArrearsStep::Wait);
    assert_eq!(due(5, 3), ArrearsStep::Terminate);
}

#[test]
fn clause_4_2_2_a_change_of_price_never_alters_a_closed_month() {
    let (office, _, _, _) = march_closed();
    let manager = office.manager_at(day(2026, 4, 5));
    let plan_name = accounts(&manager).remove(0).plan;
    let rate = |leg| TariffRate {
        leg,
        caller_class: CallerClass::Local,
        rate: "0.20".to_owned(),
    };
    let save = |effective: &str| TariffSave {
        plan: plan_name.clone(),
        effective: effective.to_owned(),
        terms: TariffTerms {
            rates: vec![rate(Leg::Landline), rate(Leg::Mobile)],
            ..TariffTerms::default()
        },
    };
    let refused = plan::save(&manager, save("2026-03-15")).unwrap_err();
    assert_eq!(refused.code, "TariffClosedMonth");
    plan::save(&manager, save("2026-04-01")).unwrap();
    let sheet = month::show(&manager, named("2026-03")).unwrap();
    assert_eq!(sheet.total.rated.fen(), 24);
    let number = accounts(&manager).remove(0).number;
    let text = calls_file(&number, "2026-04", &[(2, 60)]);
    import(&manager, "四月.csv", &text).unwrap();
    let sheet = month::show(&manager, named("2026-04")).unwrap();
    assert_eq!(
        sheet.total.rated.fen(),
        20,
        "the version in force when it started"
    );
}

#[test]
fn clause_5_1_an_agreement_ends_when_everything_is_settled() {
    let (office, _, account, _) = march_closed();
    let april = accounts_at(&office, 2026, 4, 10);
    pay(&april, account, PaymentKind::First, "100").unwrap();
    let request = AccountClose {
        account,
        last_day: "2026-04-10".to_owned(),
        reason: "客户不再使用".to_owned(),
    };
    account::close(&april, request).unwrap();
    let end = |desk: &Desk| account::end(desk, AccountRef { account });
    assert_eq!(end(&april).unwrap_err().code, "ClosingLastMonthOpen");
    let may = accounts_at(&office, 2026, 5, 2);
    close(&may, "2026-04").unwrap();
    assert_eq!(end(&may).unwrap_err().code, "ClosingRestUndecided");
    let rest = account::show(&may, AccountRef { account })
        .unwrap()
        .line
        .balance;
    let refund = EntryAdd {
        account,
        kind: EntryKind::Refund,
        amount: rest.to_string(),
        reason: "销户退余额".to_owned(),
    };
    entry::add(&may, refund).unwrap();
    assert_eq!(end(&may).unwrap().line.state, AccountState::Closed);
    let stock = crate::desk::stock(&office.desk, &accounts(&may)[0].number);
    assert_eq!(stock.state, desk_domain::stock::NumberState::Closed);
}

#[test]
fn clause_4_1_2_the_front_desk_sees_no_calls() {
    let (office, _, account, _) = march_closed();
    let wanted = CallList {
        account,
        month: "2026-03".to_owned(),
        leg: None,
        caller_class: None,
        offset: 0,
        limit: 0,
    };
    let refused = call_line::list(&office.front_desk(), wanted).unwrap_err();
    assert_eq!(refused.code, "NotPermitted");
}
