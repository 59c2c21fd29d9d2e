//! Synthetic sheets of the office, shared by tests and the proof sheets.
#![allow(dead_code, reason = "each test takes what it needs")]

pub mod golden;
pub mod pictures;

use super::sample;
use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use desk_domain::form::Means;
use desk_domain::identifier::{DisplayForm, Number400};
use desk_domain::period::CalendarMonth;
use desk_domain::{Charge, Money, Rate};
use desk_paper::sheets::{
    Addressee, CallLine, DisputeOutcome, DisputeReply, DisputedCall, EntryKind, EntryLine,
    NoticeKind, NoticeSheet, NumberAccount, ReceiptSheet, StatementSheet, SuspensionGround,
};

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

pub fn money(text: &str) -> Money {
    Money::parse_signed(text).expect("an amount")
}

pub fn number(text: &str) -> Number400 {
    Number400::parse(text).expect("a 400 number")
}

pub fn customer() -> Addressee {
    Addressee {
        name: "郑州星海商贸有限公司".into(),
        address: "河南省郑州市中原区桐柏路街道建设西路11号院6号楼东2单元".into(),
        contact: "王晓梅　0371-65551234".into(),
    }
}

/// A call of so many minutes at 0.12, in the manner of a real month.
fn call(i: usize, month: NaiveDate, minutes: u32) -> CallLine {
    let seconds = minutes * 60 - u32::try_from(i % 50).expect("small");
    let kinds = ["固话·市话", "手机·市话", "手机·长途"];
    let start: NaiveDateTime = (month + Days::new((i / 200) as u64 % 28))
        .and_hms_opt(8, 30, 0)
        .expect("a time")
        + TimeDelta::seconds((i % 200) as i64 * 170);
    CallLine {
        start,
        caller: format!("138****{:04}", 1000 + i % 9000),
        answered: if i.is_multiple_of(3) {
            "0371-65551000".into()
        } else {
            "13900000001".into()
        },
        class: kinds[i % 3].into(),
        seconds,
        counted: minutes * 60,
        rate: Rate::parse("0.12").expect("a rate"),
        charge: Rate::parse("0.12")
            .and_then(|rate| rate.times(minutes.into()))
            .expect("a charge"),
    }
}

/// An account whose movements follow from its calls.
pub fn account(number400: &str, opening: &str, month: NaiveDate, minutes: &[u32]) -> NumberAccount {
    let lines: Vec<CallLine> = minutes
        .iter()
        .enumerate()
        .map(|(i, minutes)| call(i, month, *minutes))
        .collect();
    let calls = lines
        .iter()
        .try_fold(Charge::ZERO, |sum, line| sum.checked_add(line.charge))
        .expect("in bounds")
        .round_half_up();
    let minimum = Money::yuan(40);
    let top_up = minimum
        .checked_sub(calls)
        .expect("in bounds")
        .max(Money::ZERO);
    let opening = money(opening);
    let closing = Money::sum([opening, calls.negated(), top_up.negated()]).expect("in bounds");
    NumberAccount {
        number: number(number400),
        shown: DisplayForm::default(),
        package: "商务一号（年付）".into(),
        opening,
        payments: Money::ZERO,
        calls,
        top_up,
        fees: Money::ZERO,
        corrections: Money::ZERO,
        closing,
        minimum,
        entries: Vec::new(),
        lines,
    }
}

pub fn statement(month: NaiveDate, accounts: Vec<NumberAccount>) -> StatementSheet {
    let month = CalendarMonth::of(month);
    StatementSheet {
        firm: sample::firm(),
        number: format!("ZD-{month}-00012"),
        customer: customer(),
        month,
        issued: month.next().first_day(),
        dispute_until: desk_domain::period::last_day_to_dispute(month.next().first_day()),
        accounts,
    }
}

/// April of the worked account: 280 minutes, 33.60 and a top-up of 6.40.
pub fn april() -> StatementSheet {
    let month = day(2026, 4, 1);
    let account = account("4001234567", "476.40", month, &[7; 40]);
    statement(month, vec![account])
}

/// A month without a call.
pub fn silent() -> StatementSheet {
    let month = day(2026, 6, 1);
    statement(month, vec![account("4001234567", "384.32", month, &[])])
}

/// Three numbers, one of them silent, one in debt, with payments, fees and corrections.
pub fn several() -> StatementSheet {
    let month = day(2026, 5, 1);
    let mut first = account("4001234567", "436.40", month, &[7; 62]);
    let entry = |day, kind, what: &str, amount: &str| EntryLine {
        day,
        kind,
        what: what.into(),
        amount: money(amount),
    };
    first.payments = money("12800");
    first.fees = money("30");
    first.corrections = money("-6.40");
    first.closing = Money::sum([
        first.closing,
        first.payments,
        first.fees.negated(),
        first.corrections,
    ])
    .expect("in bounds");
    first.entries = vec![
        entry(
            day(2026, 5, 6),
            EntryKind::Payment,
            "续费（银行转账）",
            "12800",
        ),
        entry(day(2026, 5, 31), EntryKind::Fee, "企业彩铃功能费", "10"),
        entry(day(2026, 5, 31), EntryKind::Fee, "通话录音功能费", "20"),
        entry(
            day(2026, 5, 12),
            EntryKind::Correction,
            "冲正：四月误记的退费，按经理批准的更正单办理，原凭证号 2026-04-0031",
            "-6.40",
        ),
    ];
    let second = account("4006001234", "12.00", month, &[3; 9]);
    let third = account("4008123456", "1234567.89", month, &[]);
    statement(month, vec![first, second, third])
}

/// Many calls of one number.
pub fn busy(calls: usize) -> StatementSheet {
    let month = day(2026, 5, 1);
    let minutes: Vec<u32> = (0..calls).map(|i| 1 + (i % 9) as u32).collect();
    statement(
        month,
        vec![account("4001234567", "99999.00", month, &minutes)],
    )
}

pub fn receipt() -> ReceiptSheet {
    ReceiptSheet {
        firm: sample::firm(),
        number: "SJ-2026-000087".into(),
        day: day(2026, 11, 22),
        from: customer().name,
        amount: money("12800"),
        means: Means::Transfer,
        purpose: "400业务首次预存款".into(),
        number400: number("4001234567"),
        shown: DisplayForm::default(),
        agreement: "QF-2026-000123".into(),
        received_by: "张敏".into(),
        remark: String::new(),
    }
}

pub fn notice(kind: NoticeKind) -> NoticeSheet {
    NoticeSheet {
        firm: sample::firm(),
        number: "TZ-2026-000031".into(),
        customer: customer(),
        agreement: "QF-2026-000123".into(),
        number400: number("4001234567"),
        shown: DisplayForm::default(),
        day: day(2026, 11, 22),
        kind,
    }
}

/// A letter of every kind, with a name for its golden file.
pub fn notices() -> Vec<(&'static str, NoticeSheet)> {
    let suspension = |ground| NoticeKind::Suspension {
        from: day(2026, 12, 2),
        ground,
    };
    let owed = money("-23.40");
    [
        (
            "notice-arrears",
            NoticeKind::Arrears {
                balance: owed,
                due: money("103.40"),
                pay_by: day(2026, 12, 1),
            },
        ),
        (
            "notice-suspension",
            suspension(SuspensionGround::Arrears { balance: owed }),
        ),
        (
            "notice-suspension-data",
            suspension(SuspensionGround::UntrueData),
        ),
        (
            "notice-suspension-use",
            suspension(SuspensionGround::Violation),
        ),
        (
            "notice-suspension-request",
            suspension(SuspensionGround::Request),
        ),
        (
            "notice-resumption",
            NoticeKind::Resumption {
                from: day(2026, 12, 8),
            },
        ),
        (
            "notice-closing",
            NoticeKind::Closing {
                ended: day(2026, 11, 30),
                balance: money("384.32"),
                refund: money("300"),
            },
        ),
        (
            "notice-expiry",
            NoticeKind::Expiry {
                ends: day(2026, 12, 31),
                floor: money("12800"),
            },
        ),
        (
            "notice-termination",
            NoticeKind::Termination {
                suspended: day(2026, 10, 23),
                ends: day(2026, 11, 29),
            },
        ),
    ]
    .map(|(name, kind)| (name, notice(kind)))
    .into()
}

pub fn upheld() -> DisputeReply {
    let month = day(2026, 5, 1);
    let calls = (0..3)
        .map(|i| call(i * 7, month, 4))
        .map(|line| DisputedCall {
            start: line.start,
            caller: line.caller,
            answered: line.answered,
            seconds: line.seconds,
            charge: line.charge,
        });
    DisputeReply {
        firm: sample::firm(),
        number: "YY-2026-000004".into(),
        customer: customer(),
        agreement: "QF-2026-000123".into(),
        number400: number("4001234567"),
        shown: DisplayForm::default(),
        raised: day(2026, 6, 15),
        day: day(2026, 6, 22),
        calls: calls.collect(),
        outcome: DisputeOutcome::Upheld {
            credit: money("1.44"),
            booked: day(2026, 6, 20),
            finding: "上述通话在接听方挂断后未及时拆线，多计时长不应收取".into(),
        },
    }
}

pub fn rejected() -> DisputeReply {
    DisputeReply {
        outcome: DisputeOutcome::Rejected {
            reason: "运营商的原始话单显示，上述通话的主叫、接听号码和起止时间完整，计费时长与资费标准一致，未发现重复计费".into(),
        },
        ..upheld()
    }
}
