//! `month` and `statement`: closing months and writing statements.

use crate::answer::{Answer, table};
use crate::args::{MonthCommand, StatementCommand};
use crate::ledger::account_of;
use crate::refused::Refused;
use crate::sign_in::sign_in;
use desk_app::flow::billing::{MonthLine, MonthRef, MonthSheet, StatementExport};
use desk_app::Place;
use desk_app::flow::billing::{export, month};
use serde_json::json;
use std::time::Instant;

/// Does what was asked for with months.
pub fn obey(place: Place, command: &MonthCommand) -> Result<Answer, Refused> {
    match command {
        MonthCommand::Close { month, dry_run } => {
            let desk = sign_in(place)?;
            let since = Instant::now();
            let request = MonthRef {
                month: month.clone(),
            };
            let sheet = match dry_run {
                true => month::show(&desk, request)?,
                false => month::close(&desk, request)?,
            };
            told(&sheet, since.elapsed().as_secs_f64())
        }
        MonthCommand::Status => {
            let months = month::list(&sign_in(place)?, ())?;
            let words = lines(&months);
            Answer::new(months, words)
        }
    }
}

fn told(sheet: &MonthSheet, seconds: f64) -> Result<Answer, Refused> {
    let odd = |code: &str| {
        let lines = sheet.lines.iter();
        let found = lines.filter(|line| line.oddities.iter().any(|odd| odd.code == code));
        found.map(|line| line.shown.clone()).collect::<Vec<_>>()
    };
    let total = &sheet.total;
    let charged = total.rated.fen() + total.top_up.fen() + total.fees.fen();
    let document = json!({
        "month": sheet.month,
        "closed": sheet.closed,
        "numbers": sheet.lines.len(),
        "charged": yuan(charged),
        "top_up": yuan(total.top_up.fen()),
        "fees": yuan(total.fees.fen()),
        "not_billed": odd("OddNotBilled"),
        "no_calls": odd("OddNoCallsForTwoMonths"),
        "five_times": odd("OddFiveTimesAverage"),
        "negative": odd("OddNegativeBalance"),
        "quarantined": sheet.quarantined,
        "seconds": seconds,
    });
    let state = if sheet.closed { "已结账" } else { "试算" };
    let mut words = format!(
        "{} {state}：{} 个号码，通话费 {}，补足最低消费 {}，功能费 {}。",
        sheet.month,
        sheet.lines.len(),
        total.rated,
        total.top_up,
        total.fees
    );
    for line in &sheet.lines {
        for oddity in &line.oddities {
            words.push_str(&format!("\n  {} {}", line.shown, oddity.message));
        }
    }
    Answer::new(document, words)
}

/// Fen as yuan with two decimals, as scripts read it.
fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", fen.abs() / 100, fen.abs() % 100)
}

fn lines(months: &[MonthLine]) -> String {
    table(
        &["月份", "状态", "号码", "话单", "扣费", "补足", "结账时间", "结账人"],
        months.iter().map(|month| {
            vec![
                month.month.clone(),
                if month.closed { "已结账" } else { "未结账" }.to_owned(),
                month.numbers.to_string(),
                month.calls.to_string(),
                month.charged.to_string(),
                month.top_up.to_string(),
                month.closed_at.clone().unwrap_or_default(),
                month.closed_by.clone().unwrap_or_default(),
            ]
        }),
    )
}

/// Writes statements.
pub fn statement(place: Place, command: &StatementCommand) -> Result<Answer, Refused> {
    let StatementCommand::Export {
        month,
        number,
        format,
        out,
    } = command;
    let desk = sign_in(place)?;
    let customer = match number {
        Some(number) => Some(account_of(&desk, number)?.customer),
        None => None,
    };
    let request = StatementExport {
        month: month.clone(),
        customer,
        formats: vec![*format],
    };
    let run = export::write_all(&desk, request, out)?;
    let words = format!("写出 {} 份账单，在 {}。", run.done, run.folder);
    Answer::new(run, words)
}
