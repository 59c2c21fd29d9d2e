//! A statement as a workbook of four sheets: 账单 (the equation of each number),
//! 分类汇总, 收支明细 and 话单. The closing balance and all sums are formulas.

use super::ExportError;
use super::cell::{answered, caller, clean, delivered_to, place};
use super::sheet::{
    Cell, Column, Kind, ROWS, Sheet, Sum, exact, per_minute, ten_thousandths, text, yuan,
};
use crate::statement::{AccountStatement, CallLine, Statement};
use desk_domain::Money;
use rust_decimal::Decimal;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

const OVERVIEW: [Column; 10] = [
    ("400号码", Kind::Text, 16),
    ("套餐", Kind::Text, 20),
    ("每月最低消费", Kind::Yuan, 14),
    ("期初余额", Kind::Yuan, 14),
    ("本期缴费", Kind::Yuan, 14),
    ("通话费", Kind::Yuan, 14),
    ("补足最低消费", Kind::Yuan, 14),
    ("功能费", Kind::Yuan, 12),
    ("其他增减", Kind::Yuan, 14),
    ("期末余额", Kind::Yuan, 14),
];

const TYPES: [Column; 6] = [
    ("400号码", Kind::Text, 16),
    ("接听类型", Kind::Text, 12),
    ("通话类型", Kind::Text, 12),
    ("通话次数", Kind::Count, 12),
    ("计费分钟", Kind::Count, 12),
    ("话费(元)", Kind::Exact, 14),
];

const MOVEMENTS: [Column; 5] = [
    ("400号码", Kind::Text, 16),
    ("时间", Kind::Time, 20),
    ("项目", Kind::Text, 16),
    ("金额(元)", Kind::Yuan, 14),
    ("说明", Kind::Text, 40),
];

const CALLS: [Column; 13] = [
    ("400号码", Kind::Text, 14),
    ("主叫号码", Kind::Text, 16),
    ("归属地", Kind::Text, 14),
    ("接听号码", Kind::Text, 18),
    ("开始时间", Kind::Time, 20),
    ("接通状态", Kind::Text, 10),
    ("接听类型", Kind::Text, 10),
    ("通话类型", Kind::Text, 10),
    ("通话时长(秒)", Kind::Count, 14),
    ("计费分钟", Kind::Count, 10),
    ("费率(元/分钟)", Kind::Exact, 14),
    ("话费(元)", Kind::Exact, 12),
    ("资费版本", Kind::Text, 13),
];

/// The statement as a workbook.
///
/// # Errors
/// [`ExportError::Workbook`].
pub fn xlsx(statement: &Statement) -> Result<Vec<u8>, ExportError> {
    let mut book = Workbook::new();
    // The file's own date would make two files of one statement differ.
    let day = statement.month.last_day();
    let made = ExcelDateTime::parse_from_str(&day.to_string())?;
    let title = format!("400电话服务账单 {}", statement.month);
    let properties = DocProperties::new()
        .set_title(&title)
        .set_creation_datetime(&made);
    book.set_properties(&properties);
    let note = note_of(statement);
    overview(&mut book, statement, &title, &note)?;
    types(&mut book, statement, &note)?;
    movements(&mut book, statement, &note)?;
    calls(&mut book, statement, &note)?;
    Ok(book.save_to_buffer()?)
}

fn note_of(statement: &Statement) -> String {
    let customer = &statement.customer;
    let (name, code) = (clean(&customer.name), clean(&customer.code));
    format!("客户：{name}（{code}）　账期：{}", statement.month)
}

fn overview(
    book: &mut Workbook,
    statement: &Statement,
    title: &str,
    note: &str,
) -> Result<(), XlsxError> {
    let mut sheet = Sheet::new(book, "账单", title, note, &OVERVIEW)?;
    for account in &statement.accounts {
        let equation = &account.equation;
        sheet.push(vec![
            text(account.shown.clone()),
            text(clean(&account.package)),
            yuan(account.minimum),
            yuan(equation.opening),
            yuan(equation.payments),
            yuan(equation.calls),
            yuan(equation.top_up),
            yuan(equation.fees),
            yuan(equation.corrections),
            Cell::Formula(
                "=D{row}+E{row}-F{row}-G{row}-H{row}+I{row}",
                equation.closing.to_decimal(),
            ),
        ])?;
    }
    let total = &statement.total;
    let mut sums = vec![Sum::None, Sum::None, Sum::None];
    let terms = [
        total.opening,
        total.payments,
        total.calls,
        total.top_up,
        total.fees,
        total.corrections,
        total.closing,
    ];
    sums.extend(terms.map(|term| Sum::Of(term.to_decimal())));
    sheet.sums("合计", sums)
}

fn types(book: &mut Workbook, statement: &Statement, note: &str) -> Result<(), XlsxError> {
    let mut sheet = Sheet::new(book, "分类汇总", "话费分类汇总", note, &TYPES)?;
    let (mut calls, mut minutes, mut charge) = (0, 0, 0);
    for account in &statement.accounts {
        for kind in &account.types {
            sheet.push(vec![
                text(account.shown.clone()),
                text(kind.leg.chinese()),
                text(kind.class.chinese()),
                Cell::Count(kind.sum.calls),
                Cell::Count(kind.sum.minutes),
                exact(kind.sum.charge),
            ])?;
        }
        calls += account.sum.calls;
        minutes += account.sum.minutes;
        charge += account.sum.charge.ten_thousandths();
    }
    sheet.sums(
        "合计",
        vec![
            Sum::None,
            Sum::None,
            Sum::None,
            Sum::Of(Decimal::from(calls)),
            Sum::Of(Decimal::from(minutes)),
            Sum::Of(ten_thousandths(charge)),
        ],
    )
}

fn movements(book: &mut Workbook, statement: &Statement, note: &str) -> Result<(), XlsxError> {
    let mut sheet = Sheet::new(book, "收支明细", "缴费、功能费及其他增减", note, &MOVEMENTS)?;
    let mut sum = 0;
    for account in &statement.accounts {
        for movement in &account.movements {
            sheet.push(vec![
                text(account.shown.clone()),
                Cell::Time(movement.on),
                text(movement.kind.chinese()),
                yuan(movement.amount),
                text(clean(&movement.note)),
            ])?;
            sum += movement.amount.fen();
        }
        for fee in &account.fees {
            sheet.push(vec![
                text(account.shown.clone()),
                text(""),
                text("功能费"),
                yuan(fee.fee.negated()),
                text(clean(&fee.name)),
            ])?;
            sum -= fee.fee.fen();
        }
    }
    let sum = Money::from_fen(sum).unwrap_or(Money::ZERO);
    let mut sums = vec![Sum::None, Sum::None, Sum::None];
    sums.extend([Sum::Of(sum.to_decimal()), Sum::None]);
    sheet.sums("合计", sums)
}

/// As many sheets as the calls need; most statements need one.
fn calls(book: &mut Workbook, statement: &Statement, note: &str) -> Result<(), XlsxError> {
    let lines: Vec<(&AccountStatement, &CallLine)> = statement
        .accounts
        .iter()
        .flat_map(|account| account.calls.iter().map(move |line| (account, line)))
        .collect();
    let parts = lines.len().div_ceil(ROWS).max(1);
    for part in 1..=parts {
        let name = match part {
            1 => "话单".to_owned(),
            more => format!("话单{more}"),
        };
        let from = (part - 1) * ROWS;
        let until = (part * ROWS).min(lines.len());
        calls_on(book, &name, note, &lines[from..until])?;
    }
    Ok(())
}

fn calls_on(
    book: &mut Workbook,
    name: &str,
    note: &str,
    lines: &[(&AccountStatement, &CallLine)],
) -> Result<(), XlsxError> {
    let mut sheet = Sheet::new(book, name, "话单明细", note, &CALLS)?;
    let (mut seconds, mut minutes, mut charge) = (0, 0, 0);
    for (account, line) in lines {
        sheet.push(call_cells(account, line))?;
        seconds += u64::from(line.call.seconds);
        minutes += u64::from(line.rated.minutes);
        charge += line.rated.charge.ten_thousandths();
    }
    let mut sums: Vec<Sum> = CALLS.iter().map(|_| Sum::None).collect();
    sums[8] = Sum::Of(Decimal::from(seconds));
    sums[9] = Sum::Of(Decimal::from(minutes));
    sums[11] = Sum::Of(ten_thousandths(charge));
    sheet.sums("合计", sums)
}

fn call_cells(account: &AccountStatement, line: &CallLine) -> Vec<Cell> {
    let CallLine { call, rated } = line;
    vec![
        text(account.shown.clone()),
        text(caller(line)),
        text(place(line)),
        text(delivered_to(line)),
        Cell::Time(call.started),
        text(answered(line)),
        text(rated.leg.chinese()),
        text(rated.class.chinese()),
        Cell::Count(u64::from(call.seconds)),
        Cell::Count(u64::from(rated.minutes)),
        per_minute(rated.rate),
        exact(rated.charge),
        text(rated.version.to_string()),
    ]
}
