//! A statement as CSV in UTF-8 with a byte order mark, which spreadsheets need
//! to read Chinese. One table: each row has the same columns and adds its
//! amount, with its sign, to the balance; so the amounts of a number from 期初余额
//! down to the row before 期末余额 sum up to 期末余额, to the last of four
//! decimals.

use super::ExportError;
use super::cell::{answered, caller, delivered_to, inert, place};
use crate::statement::{AccountStatement, CallLine, Statement};
use ::csv::{Terminator, WriterBuilder};
use desk_domain::{Charge, Money};

const HEAD: [&str; 14] = [
    "400号码",
    "项目",
    "时间",
    "主叫号码",
    "归属地",
    "接听号码",
    "接通状态",
    "接听类型",
    "通话类型",
    "通话时长(秒)",
    "计费分钟",
    "费率(元/分钟)",
    "金额(元)",
    "说明",
];

const ITEM: usize = 1;
const TIME: usize = 2;
const AMOUNT: usize = 12;
const NOTE: usize = 13;

type Row = [String; HEAD.len()];

/// The statement as CSV.
///
/// # Errors
/// [`ExportError::Rows`]; memory is all that can fail.
pub fn csv(statement: &Statement) -> Result<Vec<u8>, ExportError> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    let failed = |error: ::csv::Error| ExportError::Rows(error.to_string());
    writer.write_record(HEAD).map_err(failed)?;
    for account in &statement.accounts {
        for row in rows_of(account) {
            writer.write_record(&row).map_err(failed)?;
        }
    }
    writer
        .into_inner()
        .map_err(|error| ExportError::Rows(error.to_string()))
}

fn rows_of(account: &AccountStatement) -> impl Iterator<Item = Row> {
    let equation = account.equation;
    let blank = || -> Row { std::array::from_fn(|_| String::new()) };
    let plain = move |item: &str, amount: Money, note: &str| -> Row {
        let mut row = blank();
        row[0] = account.number.to_string();
        row[ITEM] = item.to_owned();
        row[AMOUNT] = money(amount);
        row[NOTE] = inert(note);
        row
    };
    let moved = account.movements.iter().map(move |movement| {
        let mut row = plain(movement.kind.chinese(), movement.amount, &movement.note);
        row[TIME] = movement.on.to_string();
        row
    });
    let rounding = rounding_of(account);
    let mut rounded = plain("通话费取整", Money::ZERO, "话单合计四舍五入到分");
    rounded[AMOUNT] = rounding.to_string();
    let rounded = (rounding != Charge::ZERO).then_some(rounded);
    let minimum = format!("每月最低消费 {} 元", money(account.minimum));
    let top_up = (!equation.top_up.is_zero())
        .then(|| plain("补足最低消费", equation.top_up.negated(), &minimum));
    let fees = account
        .fees
        .iter()
        .map(move |fee| plain("功能费", fee.fee.negated(), &fee.name));
    std::iter::once(plain("期初余额", equation.opening, ""))
        .chain(moved)
        .chain(
            account
                .calls
                .iter()
                .map(move |line| call_row(account, line)),
        )
        .chain(rounded)
        .chain(top_up)
        .chain(fees)
        .chain(std::iter::once(plain("期末余额", equation.closing, "")))
}

/// What rounding the calls once took off, or gave: added to the calls' own
/// amounts it makes the 通话费 that was charged.
fn rounding_of(account: &AccountStatement) -> Charge {
    let exact = account.sum.charge.ten_thousandths();
    let charged = account.equation.calls.fen() * 100;
    Charge::from_ten_thousandths(exact - charged).unwrap_or(Charge::ZERO)
}

fn call_row(account: &AccountStatement, line: &CallLine) -> Row {
    let CallLine { call, rated } = line;
    let charge = rated.charge.to_string();
    let taken = if rated.charge == Charge::ZERO {
        charge
    } else {
        format!("-{charge}")
    };
    [
        account.number.to_string(),
        "通话".to_owned(),
        call.started.to_string(),
        inert(&caller(line)),
        inert(&place(line)),
        inert(&delivered_to(line)),
        answered(line).to_owned(),
        rated.leg.chinese().to_owned(),
        rated.class.chinese().to_owned(),
        call.seconds.to_string(),
        rated.minutes.to_string(),
        rated.rate.to_string(),
        taken,
        String::new(),
    ]
}

/// Without separators, which would make a text of it.
fn money(amount: Money) -> String {
    amount.to_decimal().to_string()
}
