//! Seconds or minutes, 元, 分 or 厘: by the head, else by the values. Where
//! neither is certain the likelier unit is proposed, and said to be assumed.

use super::Doubt;
use super::table::Table;
use crate::calls::cell::is_blank;
use crate::calls::heads::{duration_unit, fee_unit, is_billed};
use crate::calls::layout::Plan;
use crate::calls::rows::RawRow;
use crate::calls::value::{duration, fee, is_digits};
use crate::calls::{DurationUnit, FeeUnit, Layout, Meaning, interpret};

/// Sets the units of a layout.
pub(crate) fn settle(mut layout: Layout, table: &Table) -> (Layout, Vec<Doubt>) {
    let rows: Vec<&RawRow> = table.calls().collect();
    let mut doubts = Vec::new();
    if let Some(at) = layout.column(Meaning::Duration) {
        let head = layout.heads.get(at).cloned().unwrap_or_default();
        let (unit, sure) = duration_unit(&head).map_or_else(
            || duration_by_values(&layout, &head, &rows),
            |unit| (unit, true),
        );
        layout.duration_unit = unit;
        doubts.extend((!sure).then_some(Doubt::DurationUnitAssumed));
    }
    if let Some(at) = layout.column(Meaning::Fee) {
        let head = layout.heads.get(at).cloned().unwrap_or_default();
        let (unit, sure) =
            fee_unit(&head).map_or_else(|| fee_by_values(&layout, &rows), |unit| (unit, true));
        layout.fee_unit = unit;
        doubts.extend((!sure).then_some(Doubt::FeeUnitAssumed));
    }
    (layout, doubts)
}

fn values<'r>(layout: &Layout, meaning: Meaning, rows: &[&'r RawRow]) -> Vec<&'r str> {
    let column = layout.column(meaning);
    let cell = |row: &&'r RawRow| row.cells.get(column?).map(String::as_str);
    rows.iter()
        .filter_map(cell)
        .filter(|cell| !is_blank(cell))
        .collect()
}

/// The unit under which more rows fit their start and end.
fn duration_by_values(layout: &Layout, head: &str, rows: &[&RawRow]) -> (DurationUnit, bool) {
    let values = values(layout, Meaning::Duration, rows);
    let plain = |value: &str| {
        value
            .bytes()
            .all(|b| b.is_ascii_digit() || b"., \t".contains(&b))
    };
    let numbers: Vec<&str> = values
        .iter()
        .copied()
        .filter(|value| plain(value))
        .collect();
    if numbers.is_empty() {
        return (DurationUnit::Second, !values.is_empty());
    }
    let fitting = |unit| {
        let layout = Layout {
            duration_unit: unit,
            ..layout.clone()
        };
        let plan = Plan::new(&layout);
        let fits = |row: &&&RawRow| interpret::call(&row.cells, &plan, &|_| true).is_ok();
        rows.iter().filter(fits).count()
    };
    if layout.column(Meaning::End).is_some() {
        let (seconds, minutes) = (fitting(DurationUnit::Second), fitting(DurationUnit::Minute));
        // Short calls may fit either way, so that a few rows more decide nothing.
        if seconds > minutes * 2 || minutes > seconds * 2 {
            let unit = if seconds > minutes {
                DurationUnit::Second
            } else {
                DurationUnit::Minute
            };
            return (unit, true);
        }
    }
    let whole = |value: &str| {
        value
            .split_once('.')
            .is_none_or(|(_, f)| f.trim().bytes().all(|b| b == b'0'))
    };
    let minutes = is_billed(head) || numbers.iter().any(|value| !whole(value));
    (
        if minutes {
            DurationUnit::Minute
        } else {
            DurationUnit::Second
        },
        false,
    )
}

/// Decimals are yuan; whole numbers are what makes a minute cost what it may.
fn fee_by_values(layout: &Layout, rows: &[&RawRow]) -> (FeeUnit, bool) {
    let values = values(layout, Meaning::Fee, rows);
    if values
        .iter()
        .any(|value| value.contains("元") || value.contains("厘"))
    {
        return (FeeUnit::Yuan, true);
    }
    if values.iter().any(|value| value.contains('.')) {
        return (FeeUnit::Yuan, values.len() > 2);
    }
    let cell = |row: &RawRow, meaning| {
        layout
            .column(meaning)
            .and_then(|at| row.cells.get(at).cloned())
            .unwrap_or_default()
    };
    let (mut yuan, mut minutes) = (0_i64, 0_i64);
    for row in rows {
        let fee = fee::fee(&cell(row, Meaning::Fee), FeeUnit::Yuan);
        let length = duration::length(&cell(row, Meaning::Duration), layout.duration_unit);
        if let (Some(fee), Some(length)) = (fee, length) {
            yuan = yuan.saturating_add(fee.ten_thousandths() / 10_000);
            minutes = minutes.saturating_add((length.seconds() + 59) / 60);
        }
    }
    if minutes == 0 || values.iter().all(|value| !is_digits(value.trim())) {
        return (FeeUnit::Yuan, false);
    }
    // No carrier asks two yuan a minute, and none as little as two fen.
    let unit = match yuan / minutes {
        0..2 => FeeUnit::Yuan,
        2..60 => FeeUnit::Fen,
        _ => FeeUnit::Li,
    };
    (unit, false)
}
