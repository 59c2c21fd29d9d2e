//! The rows of a form that tell what happens, and what is agreed on with it.

use super::{Changed, Matter, words};
use crate::PaperError;
use crate::acceptance::{labels, ticks, written};
use crate::bundle::Contents;
use crate::grid::{CENTRED, CONTENT, Field, Grid, LONG, VALUE, cell, words as said};
use crate::layout::{Align, Cell, Piece, Style};
use desk_domain::Money;
use desk_domain::capitals::to_capitals_with_prefix;
use desk_domain::form::{Collection, Means, Payment};
use desk_domain::suspension::SuspensionReason;

/// What stands where nothing stood or stands.
const NOTHING: &str = "（无）";

pub(super) fn number(grid: &mut Grid<'_>, contents: &Contents) -> Result<(), PaperError> {
    let part = &contents.form.number;
    grid.part("号码", false);
    grid.fields(&[
        Field {
            style: VALUE.bold(),
            ..Field::new("400号码", written::number400(part))
        },
        Field::wide("运营商", written::carrier(part)),
    ])
}

pub(super) fn matter(
    grid: &mut Grid<'_>,
    contents: &Contents,
    matter: &Matter,
) -> Result<(), PaperError> {
    grid.part(words::part(matter.business()), false);
    match matter {
        Matter::Change { rows, note } => {
            changes(grid, rows)?;
            remark(grid, note)
        }
        Matter::Supplement { .. } => Ok(()),
        Matter::Transfer { .. } => transfer(grid, matter),
        Matter::Renewal { .. } => renewal(grid, matter, &contents.form.payment),
        Matter::Suspension { reason, from, note } => {
            reasons(grid, *reason)?;
            grid.wide("停机日期", words::day(*from))?;
            remark(grid, note)
        }
        Matter::Resumption { since, reason, day } => {
            grid.wide("停机原因", words::reason(*reason))?;
            grid.fields(&[
                Field::new("停机日期", words::day(*since)),
                Field::wide("复机日期", words::day(*day)),
            ])
        }
        Matter::Closing { .. } => settlement(grid, matter),
    }
}

fn transfer(grid: &mut Grid<'_>, matter: &Matter) -> Result<(), PaperError> {
    let Matter::Transfer {
        balance,
        disposal,
        effective,
        ..
    } = matter
    else {
        return Ok(());
    };
    grid.amount("账户余额", *balance)?;
    let chosen = ticks(&words::DISPOSALS, |kind| kind == *disposal);
    grid.pieces("余额处理", chosen)?;
    grid.wide("生效日期", words::day(*effective))
}

fn renewal(grid: &mut Grid<'_>, matter: &Matter, paid: &Payment) -> Result<(), PaperError> {
    let Matter::Renewal {
        amount,
        floor,
        from,
        to,
    } = matter
    else {
        return Ok(());
    };
    grid.amount("续费金额", *amount)?;
    if let Some(floor) = floor {
        grid.amount("最低续费", *floor)?;
    }
    let term = format!("{}至{}", words::day(*from), words::day(*to));
    grid.wide("服务期限", term)?;
    payment(grid, paid)
}

fn remark(grid: &mut Grid<'_>, note: &str) -> Result<(), PaperError> {
    match note.trim() {
        "" => grid.wide("备　　注", "无"),
        note => grid.wide("备　　注", note),
    }
}

fn changes(grid: &mut Grid<'_>, rows: &[Changed]) -> Result<(), PaperError> {
    const WIDTHS: [f32; 2] = [30.0, 92.0];
    let rest = (CONTENT - WIDTHS[0] - WIDTHS[1]) / 2.0;
    let widths = [WIDTHS[0], WIDTHS[1], rest, rest];
    let row = |values: [&str; 4], styles: [Style; 4]| -> Vec<Cell> {
        let cells = values.into_iter().zip(widths).zip(styles);
        cells
            .map(|((value, width), style)| said(width, value, style))
            .collect()
    };
    let or = |value: &str| match value.trim() {
        "" => NOTHING.to_owned(),
        value => value.to_owned(),
    };
    let mut body: Vec<Vec<Cell>> = rows
        .iter()
        .enumerate()
        .map(|(i, changed)| {
            let (order, before, after) =
                ((i + 1).to_string(), or(&changed.before), or(&changed.after));
            let values = [&order, changed.item.trim(), &before, &after];
            row(values, [CENTRED, VALUE, VALUE, VALUE])
        })
        .collect();
    if body.is_empty() {
        body.push(row([""; 4], [CENTRED; 4]));
    }
    let head = row(["序号", "变更项目", "变更前", "变更后"], [CENTRED; 4]);
    grid.table(&head, &body)
}

/// Every reason there is, the one that holds ticked.
fn reasons(grid: &mut Grid<'_>, chosen: Option<SuspensionReason>) -> Result<(), PaperError> {
    let all = SuspensionReason::ALL.into_iter().map(Some);
    let mut pieces = Vec::new();
    for reason in std::iter::once(None).chain(all) {
        let above = if pieces.is_empty() { "" } else { "\n" };
        pieces.extend([
            Piece::text(above),
            Piece::Tick(reason == chosen),
            Piece::Text(words::reason(reason)),
        ]);
    }
    grid.pieces("停机原因", pieces)
}

fn payment(grid: &mut Grid<'_>, payment: &Payment) -> Result<(), PaperError> {
    let means = ticks(&labels::MEANS, |means| means == payment.means);
    grid.pieces("付款方式", means)?;
    if payment.means == Means::Collection {
        account(grid, &payment.collection)?;
    }
    Ok(())
}

fn account(grid: &mut Grid<'_>, account: &Collection) -> Result<(), PaperError> {
    grid.wide("账户名称", account.account_name.trim())?;
    grid.wide("开户银行", account.bank.trim())?;
    grid.wide("银行账号", account.account.trim())
}

/// From the balance before the last charges to nothing.
fn settlement(grid: &mut Grid<'_>, matter: &Matter) -> Result<(), PaperError> {
    let Matter::Closing {
        last_day,
        opening,
        charges,
        refund,
        forfeited,
        balance,
        account: to,
    } = matter
    else {
        return Ok(());
    };
    grid.wide("终止日期", words::day(*last_day))?;
    let lines = [
        ("结算前账户余额", *opening),
        ("减：末期费用", *charges),
        ("减：退还客户", *refund),
        ("减：不予退还", *forfeited),
        ("结算后账户余额", *balance),
    ];
    let head = sums(["结算项目", "金额（元）", "金额大写"], [CENTRED; 3]);
    let body: Vec<Vec<Cell>> = lines.into_iter().map(sum).collect();
    grid.table(&head, &body)?;
    if !refund.is_zero() {
        account(grid, to)?;
    }
    Ok(())
}

fn sum((name, amount): (&str, Money)) -> Vec<Cell> {
    let figures = Style {
        align: Align::Right,
        ..VALUE
    };
    let figures = Style {
        face: crate::layout::Type {
            tabular: true,
            ..figures.face
        },
        ..figures
    };
    let (written, capitals) = (amount.to_string(), to_capitals_with_prefix(amount));
    sums([name, &written, &capitals], [VALUE, figures, VALUE])
}

fn sums(values: [&str; 3], styles: [Style; 3]) -> Vec<Cell> {
    const WIDTHS: [f32; 2] = [110.0, 92.0];
    let widths = [WIDTHS[0], WIDTHS[1], CONTENT - WIDTHS[0] - WIDTHS[1]];
    let cells = values.into_iter().zip(widths).zip(styles);
    cells
        .map(|((value, width), style)| said(width, value, style))
        .collect()
}

/// Numbered lines without rules between them.
pub(super) fn terms(grid: &mut Grid<'_>, terms: &[String]) -> Result<(), PaperError> {
    grid.part("约定事项", false);
    for (i, term) in terms.iter().enumerate() {
        let style = Style { hang: 1.5, ..LONG };
        let words = vec![Piece::Text(format!("{}．{term}", i + 1))];
        grid.cells(&[cell(CONTENT, words, style)], i > 0)?;
    }
    Ok(())
}
