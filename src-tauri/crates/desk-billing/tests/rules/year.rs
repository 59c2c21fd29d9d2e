//! A made-up account over some months: calls, payments, credits and mistakes
//! taken back, charged month by month as the program does it.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use desk_billing::{
    AccountInput, AccountMonth, Addressee, CallLine, CallSum, MonthLine, PastMonth, Statement,
    charge_month, rate,
};
use desk_domain::call::CallRecord;
use desk_domain::form::Feature;
use desk_domain::identifier::{DisplayForm, Number400};
use desk_domain::ledger::{Entry, EntryDraft, EntryId, EntryKind, balance};
use desk_domain::period::CalendarMonth;
use desk_domain::tariff::{
    CallRates, FunctionFee, Increment, LegRates, PartMonth, TariffPlan, TariffVersion,
};
use desk_domain::{Money, Rate};

/// What happens to the account on some day after it was opened.
#[derive(Debug, Clone)]
pub enum Event {
    /// A call at that second of the day, to a mobile or a landline.
    Call {
        second: u32,
        seconds: u32,
        mobile: bool,
    },
    /// A payment, in fen.
    Payment(i64),
    /// A credit, in fen.
    Credit(i64),
    /// The newest entry that is no charge was a mistake.
    Mistake,
}

/// An account and what happened to it, by days since it was opened.
#[derive(Debug, Clone)]
pub struct Account {
    pub opened: NaiveDate,
    pub months: u32,
    pub minimum: i64,
    pub policy: PartMonth,
    pub increment: Increment,
    pub events: Vec<(u32, Event)>,
}

/// What came of it.
pub struct Year {
    pub ledger: Vec<Entry>,
    pub statements: Vec<Statement>,
}

pub fn number() -> Number400 {
    Number400::parse("4001234567").unwrap()
}

/// Two versions, the second from the third month on.
pub fn plan(account: &Account) -> TariffPlan {
    let version = |effective: NaiveDate, units: i64| TariffVersion {
        effective,
        rates: CallRates {
            mobile: LegRates::flat(Rate::from_ten_thousandths(units + 310).unwrap()),
            ..CallRates::flat(Rate::from_ten_thousandths(units).unwrap())
        },
        increment: account.increment,
        function_fees: vec![FunctionFee {
            feature: Feature::Recording,
            monthly: Money::yuan(10),
        }],
        first_month: account.policy,
        last_month: account.policy,
    };
    let change = account.opened + TimeDelta::days(75);
    TariffPlan::new(
        "随机套餐",
        vec![version(account.opened, 1_230), version(change, 990)],
    )
    .unwrap()
}

/// The calls in the order in which they happened to be written down.
pub fn calls(account: &Account) -> Vec<CallRecord> {
    let call = |day: u32, second: u32, seconds: u32, mobile: bool| CallRecord {
        number: number(),
        caller: "02165650001".to_owned(),
        delivered_to: Some(
            if mobile {
                "13900139000"
            } else {
                "037165650000"
            }
            .to_owned(),
        ),
        started: moment(account, day, second),
        seconds,
        answered: seconds > 0,
        caller_class: None,
        leg: None,
        carrier_charge: None,
        caller_place: None,
    };
    let events = account.events.iter();
    events
        .filter_map(|(day, event)| match *event {
            Event::Call {
                second,
                seconds,
                mobile,
            } => Some(call(*day, second, seconds, mobile)),
            _ => None,
        })
        .collect()
}

fn moment(account: &Account, day: u32, second: u32) -> NaiveDateTime {
    let days = TimeDelta::days(i64::from(day));
    (account.opened + days).and_time(chrono::NaiveTime::MIN) + TimeDelta::seconds(i64::from(second))
}

/// Books what happened, month by month, and states each month.
pub fn run(account: &Account) -> Year {
    let plan = plan(account);
    let rated: Vec<CallLine> = calls(account)
        .into_iter()
        .map(|call| CallLine {
            rated: rate(&call, &plan).unwrap(),
            call,
        })
        .collect();
    let mut year = Year {
        ledger: Vec::new(),
        statements: Vec::new(),
    };
    let mut month = CalendarMonth::of(account.opened);
    let mut earlier = Vec::new();
    for _ in 0..account.months {
        let lines: Vec<CallLine> = rated
            .iter()
            .filter(|line| month.contains(line.call.started.date()))
            .cloned()
            .collect();
        close(account, &plan, month, lines, &mut earlier, &mut year);
        month = month.next();
    }
    year
}

fn close(
    account: &Account,
    plan: &TariffPlan,
    month: CalendarMonth,
    calls: Vec<CallLine>,
    earlier: &mut Vec<PastMonth>,
    year: &mut Year,
) {
    let opening = balance(&year.ledger).unwrap();
    book_events(account, month, year);
    let moved = balance(&year.ledger).unwrap().checked_sub(opening).unwrap();
    let line = charge_month(&AccountMonth {
        number: number(),
        month,
        opened: account.opened,
        closed: None,
        suspended: Vec::new(),
        minimum: Money::from_fen(account.minimum).unwrap(),
        plan: Some(plan),
        functions: vec![Feature::Recording],
        calls: CallSum::of(calls.iter().map(|line| &line.rated)).unwrap(),
        unrated: 0,
        opening,
        moved,
        earlier: earlier.clone(),
    })
    .unwrap()
    .unwrap();
    let on = month.next().first_day().and_time(chrono::NaiveTime::MIN);
    for draft in line.entries(on).unwrap() {
        write(year, draft);
    }
    earlier.push(PastMonth {
        month,
        calls: line.sum.calls,
        charge: line.calls,
    });
    state(&line, calls, year);
}

fn state(line: &MonthLine, calls: Vec<CallLine>, year: &mut Year) {
    let of_month = |entry: &&Entry| entry.statement_month() == line.month;
    let input = AccountInput {
        number: number(),
        display: DisplayForm::default(),
        package: "随机套餐".to_owned(),
        minimum: line.minimum,
        opening: line.opening,
        entries: year.ledger.iter().filter(of_month).cloned().collect(),
        calls,
        closing: line.closing,
    };
    let customer = Addressee {
        name: "示例公司".to_owned(),
        code: "91350100M000100Y43".to_owned(),
    };
    year.statements
        .push(Statement::build(customer, line.month, vec![input]).unwrap());
}

fn book_events(account: &Account, month: CalendarMonth, year: &mut Year) {
    for (day, event) in &account.events {
        let on = moment(account, *day, 36_000);
        if !month.contains(on.date()) {
            continue;
        }
        let plain = |kind, fen| {
            let amount = Money::from_fen(fen).unwrap();
            EntryDraft::new(number(), on, None, kind, amount, "随机").ok()
        };
        let draft = match *event {
            Event::Call { .. } => None,
            Event::Payment(fen) => plain(EntryKind::OtherPayment, fen),
            Event::Credit(fen) => plain(EntryKind::Credit, fen),
            Event::Mistake => year
                .ledger
                .iter()
                .rev()
                .find(|entry| !entry.kind.charges_month())
                .and_then(|entry| EntryDraft::reversal_of(entry, &year.ledger, on, "记错").ok()),
        };
        if let Some(draft) = draft {
            write(year, draft);
        }
    }
}

fn write(year: &mut Year, draft: EntryDraft) {
    let id = i64::try_from(year.ledger.len()).unwrap() + 1;
    year.ledger.push(draft.written_as(EntryId(id)));
}
