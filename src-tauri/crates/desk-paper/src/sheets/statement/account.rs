//! The first pages of a statement: whose it is, how the balances moved, what
//! the minimum added, the calls by kind, the sum in capitals, the slip.

use super::details::{charge, minutes};
use super::{CallLine, EntryKind, NAME, NumberAccount, StatementSheet};
use crate::PaperError;
use crate::layout::{Align, Piece, Row, Style};
use crate::sheets::columns::{Column, Columns, column, fitted};
use crate::sheets::slip::{Slip, slip};
use crate::sheets::stack::{SMALL, Stack};
use crate::sheets::{SheetError, in_full, written};
use desk_domain::{Charge, Money};
use std::collections::BTreeMap;

const SIZE: f32 = 8.5;
const RIGHT: Align = Align::Right;
/// Type of the balances: millions stand in their columns.
const BALANCE_SIZE: f32 = 8.0;
const NUMBER: f32 = 66.5;
const AMOUNT: f32 = (43.0 * 10.5 - NUMBER) / 7.0;

const BALANCES: [Column; 8] = [
    column("400号码", NUMBER, Align::Left),
    column("期初余额", AMOUNT, RIGHT),
    column("本期缴存\n（＋）", AMOUNT, RIGHT),
    column("通话费\n（－）", AMOUNT, RIGHT),
    column("最低消费\n补足（－）", AMOUNT, RIGHT),
    column("功能费\n（－）", AMOUNT, RIGHT),
    column("调整\n（±）", AMOUNT, RIGHT),
    column("期末余额\n（＝）", AMOUNT, RIGHT),
];
const MINIMUM: [Column; 6] = [
    column("400号码", NUMBER, Align::Left),
    column("套餐", 125.0, Align::Left),
    column("话单计费", 65.0, RIGHT),
    column("每月最低消费", 65.0, RIGHT),
    column("应收（取高者）", 65.0, RIGHT),
    column("其中补足", 65.0, RIGHT),
];
const KINDS: [Column; 6] = [
    column("400号码", NUMBER, Align::Left),
    column("话单类型", 125.0, Align::Left),
    column("次数", 52.0, RIGHT),
    column("通话时长", 78.0, RIGHT),
    column("计费分钟", 60.0, RIGHT),
    column("通话费（元）", 70.0, RIGHT),
];
const ENTRIES: [Column; 4] = [
    column("日期", NUMBER, Align::Left),
    column("400号码", 78.0, Align::Left),
    column("摘要", 227.0, Align::Left),
    column("金额（元）", 80.0, RIGHT),
];

/// Sets everything above the slip, and returns the slip.
///
/// # Errors
/// [`SheetError`].
pub(super) fn set(stack: &mut Stack<'_>, sheet: &StatementSheet) -> Result<Row, SheetError> {
    let month = sheet.month_written();
    let (first, last) = (sheet.month.first_day(), sheet.month.last_day());
    stack.title(&format!("{NAME}（{month}）"))?;
    stack.facts(&[
        ("客户名称", &sheet.customer.name),
        (
            "账　　期",
            &format!("{}至{}", written(first), written(last)),
        ),
        ("通信地址", &sheet.customer.address),
        ("出账日期", &written(sheet.issued)),
        ("联系方式", &sheet.customer.contact),
        ("异议截止", &written(sheet.dispute_until)),
    ])?;
    stack.part("一、账户收支（单位：元）")?;
    balances(stack, sheet)?;
    stack.part("二、最低消费（单位：元）")?;
    minimum(stack, sheet)?;
    stack.part("三、通话汇总")?;
    kinds(stack, sheet)?;
    if sheet
        .accounts
        .iter()
        .any(|account| !account.entries.is_empty())
    {
        stack.part("四、收支明细")?;
        entries(stack, sheet)?;
    }
    sums(stack, sheet)?;
    Ok(acknowledgement(stack, sheet)?)
}

fn balances(stack: &mut Stack<'_>, sheet: &StatementSheet) -> Result<(), SheetError> {
    let columns: [fn(&NumberAccount) -> Money; 7] = [
        |account| account.opening,
        |account| account.payments,
        |account| account.calls,
        |account| account.top_up,
        |account| account.fees,
        |account| account.corrections,
        |account| account.closing,
    ];
    let mut rows: Vec<Vec<String>> = Vec::with_capacity(sheet.accounts.len() + 1);
    for account in &sheet.accounts {
        let amounts = columns.iter().map(|of| of(account).to_string());
        rows.push(std::iter::once(account.written()).chain(amounts).collect());
    }
    if sheet.accounts.len() > 1 {
        let mut values = vec!["合计".to_owned()];
        for of in columns {
            values.push(sheet.total(of)?.to_string());
        }
        rows.push(values);
    }
    let fitted = fitted(stack.shelf, &BALANCES, BALANCE_SIZE, &rows);
    let mut table = Columns::new(stack.shelf, &fitted, BALANCE_SIZE, stack.next_table());
    table.head(None)?;
    for (values, i) in rows.iter().zip(0..) {
        if i < sheet.accounts.len() {
            table.row(values, false)?;
        } else {
            table.sum(values)?;
        }
    }
    stack.table(table, 0.0);
    Ok(())
}

/// Calls, minimum and what was taken, side by side (协议四（二）9).
fn minimum(stack: &mut Stack<'_>, sheet: &StatementSheet) -> Result<(), SheetError> {
    let mut table = Columns::new(stack.shelf, &MINIMUM, SIZE, stack.next_table());
    table.head(None)?;
    for account in &sheet.accounts {
        let taken = account.calls.checked_add(account.top_up)?;
        let package = match account.package.trim() {
            "" => "—",
            package => package,
        };
        table.row(
            &[
                account.written(),
                package.to_owned(),
                account.calls.to_string(),
                account.minimum.to_string(),
                taken.to_string(),
                account.top_up.to_string(),
            ],
            false,
        )?;
    }
    stack.table(table, 0.0);
    Ok(())
}

/// Calls of one kind, counted.
#[derive(Default)]
struct Kind {
    calls: u64,
    seconds: u64,
    counted: u64,
    charge: Charge,
}

impl Kind {
    fn count(&mut self, line: &CallLine) -> Result<(), SheetError> {
        self.calls += 1;
        self.seconds += u64::from(line.seconds);
        self.counted += u64::from(line.counted);
        self.charge = self.charge.checked_add(line.charge)?;
        Ok(())
    }

    fn values(&self, number: String, kind: &str, decimals: usize) -> [String; 6] {
        [
            number,
            kind.to_owned(),
            self.calls.to_string(),
            duration(self.seconds),
            minutes(self.counted),
            charge(self.charge, decimals),
        ]
    }
}

/// 1:02:03, and 2:03 below an hour.
fn duration(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

fn kinds(stack: &mut Stack<'_>, sheet: &StatementSheet) -> Result<(), SheetError> {
    let mut table = Columns::new(stack.shelf, &KINDS, SIZE, stack.next_table());
    table.head(None)?;
    let decimals = super::details::decimals(sheet);
    let mut all = Kind::default();
    for account in &sheet.accounts {
        let mut by_kind: BTreeMap<&str, Kind> = BTreeMap::new();
        for line in &account.lines {
            by_kind.entry(line.class.trim()).or_default().count(line)?;
            all.count(line)?;
        }
        let mut number = account.written();
        if by_kind.is_empty() && sheet.accounts.len() > 1 {
            table.row(
                &Kind::default().values(number, "本期无通话", decimals),
                false,
            )?;
            continue;
        }
        for (name, kind) in &by_kind {
            // The number stands before the first of its kinds only.
            table.row(
                &kind.values(std::mem::take(&mut number), name, decimals),
                false,
            )?;
        }
    }
    if all.calls == 0 && sheet.accounts.len() == 1 {
        table.sentence("本期无通话记录")?;
    } else {
        table.sum(&all.values("合计".to_owned(), "", decimals))?;
    }
    stack.table(table, 0.0);
    Ok(())
}

fn entries(stack: &mut Stack<'_>, sheet: &StatementSheet) -> Result<(), SheetError> {
    let mut table = Columns::new(stack.shelf, &ENTRIES, SIZE, stack.next_table());
    table.head(None)?;
    for account in &sheet.accounts {
        for entry in &account.entries {
            let signed = match entry.kind {
                EntryKind::Fee => entry.amount.negated(),
                EntryKind::Payment | EntryKind::Correction => entry.amount,
            };
            let day = entry.day.format("%Y-%m-%d").to_string();
            let what = entry.what.trim().to_owned();
            table.row(&[day, account.written(), what, signed.to_string()], false)?;
        }
    }
    stack.table(table, 0.0);
    Ok(())
}

/// What the month costs and what is left, in figures and capitals.
fn sums(stack: &mut Stack<'_>, sheet: &StatementSheet) -> Result<(), SheetError> {
    let mut charged = Money::ZERO;
    for account in &sheet.accounts {
        charged = charged.checked_add(account.charged()?)?;
    }
    let closing = sheet.total(|account| account.closing)?;
    let bold = Style {
        align: Align::Left,
        ..SMALL
    }
    .bold();
    stack.words(
        &format!("本期费用合计：{}", in_full(charged)),
        &bold,
        10.0,
        true,
    )?;
    let left = if closing.is_negative() {
        format!("期末欠费：{}", in_full(closing.negated()))
    } else {
        format!("期末余额：{}", in_full(closing))
    };
    stack.words(&left, &bold, 0.0, true)?;
    let mut remark = format!(
        "依照服务协议，对话单有异议的，应当在话单产生后三个月内提出复审要求；对本账单所列话单，最迟于{}（含当日）提出，逾期未提出的不再受理。",
        written(sheet.dispute_until)
    );
    if !sheet.firm.phone.trim().is_empty() {
        remark.push_str(&format!("咨询电话：{}。", sheet.firm.phone.trim()));
    }
    stack.words(&remark, &SMALL, 2.0, true)?;
    Ok(())
}

fn acknowledgement(stack: &Stack<'_>, sheet: &StatementSheet) -> Result<Row, PaperError> {
    let numbers: Vec<String> = sheet.accounts.iter().map(NumberAccount::written).collect();
    let numbers = match numbers.as_slice() {
        [first, second, rest @ ..] if !rest.is_empty() => {
            format!("{first}、{second}等{}个号码", numbers.len())
        }
        few => few.join("、"),
    };
    let words = format!(
        "我单位已收到贵公司{}（{numbers}）{NAME}，经核对：",
        sheet.month_written()
    );
    let choice = vec![
        Piece::Tick(false),
        Piece::text("账单无误。　　"),
        Piece::Tick(false),
        Piece::text("有异议，说明如下："),
        Piece::Blank(19.0),
    ];
    let signed = vec![
        Piece::text("客户（盖章）："),
        Piece::Blank(9.0),
        Piece::text("　签收人："),
        Piece::Blank(7.0),
        Piece::text("　日期：　　　年　　月　　日"),
    ];
    let slip_of = Slip {
        title: "账单回执",
        to: &sheet.firm.name,
        words: vec![Piece::text(words)],
        lines: vec![choice],
        signed,
    };
    slip(stack.shelf, &slip_of)
}
