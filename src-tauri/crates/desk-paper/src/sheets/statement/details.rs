//! Every call of the month, a table for each number, as many pages as needed
//! with the number and the heads again on each.

use super::{CallLine, NumberAccount, StatementSheet};
use crate::layout::Align;
use crate::sheets::SheetError;
use crate::sheets::columns::{Column, Columns, column};
use crate::sheets::stack::Stack;
use desk_domain::Charge;

const SIZE: f32 = 8.0;
const RIGHT: Align = Align::Right;

const CALLS: [Column; 9] = [
    column("序号", 27.0, RIGHT),
    column("通话时间", 75.0, Align::Centre),
    column("主叫号码", 65.0, Align::Left),
    column("接听号码", 68.0, Align::Left),
    column("话单类型", 49.0, Align::Left),
    column("时长\n（秒）", 38.0, RIGHT),
    column("计费\n分钟", 38.0, RIGHT),
    column("费率\n（元/分）", 41.5, RIGHT),
    column("通话费\n（元）", 50.0, RIGHT),
];

/// Rows between two guiding rules.
const GUIDED: usize = 5;

/// Sets the calls of every number that has any.
///
/// # Errors
/// [`SheetError`].
pub(super) fn set(stack: &mut Stack<'_>, sheet: &StatementSheet) -> Result<(), SheetError> {
    let decimals = decimals(sheet);
    let called = sheet.accounts.iter().filter(|a| !a.lines.is_empty());
    for account in called {
        let mut table = Columns::new(stack.shelf, &CALLS, SIZE, stack.next_table());
        let caption = format!("{}　{}通话明细", account.written(), sheet.month_written());
        table.head(Some(&caption))?;
        let count = account.lines.len();
        for (i, line) in account.lines.iter().enumerate() {
            let guided = (i + 1).is_multiple_of(GUIDED) && i + 1 < count;
            table.row(&values(i + 1, line, decimals), guided)?;
        }
        table.sum(&sums(account, decimals)?)?;
        stack.table(table, 16.0);
    }
    Ok(())
}

fn values(order: usize, line: &CallLine, decimals: usize) -> [String; 9] {
    let answered = match line.answered.trim() {
        "" => "未接通",
        answered => answered,
    };
    [
        order.to_string(),
        line.start.format("%m-%d %H:%M:%S").to_string(),
        line.caller.trim().to_owned(),
        answered.to_owned(),
        line.class.trim().to_owned(),
        line.seconds.to_string(),
        minutes(line.counted.into()),
        line.rate.to_string(),
        charge(line.charge, decimals),
    ]
}

fn sums(account: &NumberAccount, decimals: usize) -> Result<[String; 9], SheetError> {
    let (mut seconds, mut counted, mut sum) = (0_u64, 0_u64, Charge::ZERO);
    for line in &account.lines {
        seconds += u64::from(line.seconds);
        counted += u64::from(line.counted);
        sum = sum.checked_add(line.charge)?;
    }
    let empty = String::new;
    Ok([
        empty(),
        format!("合计 {} 次", account.lines.len()),
        empty(),
        empty(),
        empty(),
        seconds.to_string(),
        minutes(counted),
        empty(),
        charge(sum, decimals),
    ])
}

/// Minutes of the seconds counted: whole ones plainly, parts with the one
/// decimal that increments of six seconds need.
pub(super) fn minutes(counted: u64) -> String {
    if counted.is_multiple_of(60) {
        (counted / 60).to_string()
    } else {
        let tenths = counted.div_ceil(6);
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

/// Decimals that all charges of the statement can be written with, two to four.
pub(super) fn decimals(sheet: &StatementSheet) -> usize {
    let lines = sheet.accounts.iter().flat_map(|account| &account.lines);
    let needed = |line: &CallLine| match line.charge.ten_thousandths() {
        units if units % 100 == 0 => 2,
        units if units % 10 == 0 => 3,
        _ => 4,
    };
    lines.map(needed).max().unwrap_or(2)
}

/// A charge with so many decimals, so that points stand under each other.
pub(super) fn charge(charge: Charge, decimals: usize) -> String {
    let units = charge.ten_thousandths();
    let sign = if units < 0 { "-" } else { "" };
    let (yuan, part) = (units.unsigned_abs() / 10_000, units.unsigned_abs() % 10_000);
    let part = format!("{part:04}");
    let part = part.get(..decimals).unwrap_or(&part);
    format!("{sign}{yuan}.{part}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_have_a_decimal_only_where_parts_are_counted() {
        let shown: Vec<String> = [0, 60, 3660, 6, 30, 66].map(minutes).to_vec();
        assert_eq!(shown, ["0", "1", "61", "0.1", "0.5", "1.1"]);
    }

    #[test]
    fn charges_of_one_statement_have_the_same_decimals() {
        let units = |units| Charge::from_ten_thousandths(units).unwrap();
        assert_eq!(charge(units(1200), 2), "0.12");
        assert_eq!(charge(units(1200), 4), "0.1200");
        assert_eq!(charge(units(-1230), 3), "-0.123");
        assert_eq!(charge(units(123_456_700), 2), "12345.67");
    }
}
