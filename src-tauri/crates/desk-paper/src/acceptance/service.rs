//! The parts of the form about the service: number, tariff, bound numbers,
//! functions.

use super::{labels, ticks, written};
use crate::PaperError;
use crate::grid::{CENTRED, CONTENT, Field, Grid, LONG, VALUE, cell, words};
use crate::layout::{Cell, Piece};
use desk_domain::form::{BoundNumber, Feature, Form, NumberPart, Rates, Strategy, Tariff};
use desk_domain::identifier::Phone;

pub(super) fn number(grid: &mut Grid<'_>, part: &NumberPart) -> Result<(), PaperError> {
    grid.part("号码用途", false);
    grid.fields(&[
        Field {
            style: VALUE.bold(),
            ..Field::new("400号码", written::number400(part))
        },
        Field::new("运营商", written::carrier(part)),
        Field::new("显示方式", labels::display(part.display)),
    ])?;
    grid.wide("号码用途", part.purpose.trim())
}

pub(super) fn tariff(grid: &mut Grid<'_>, tariff: &Tariff) -> Result<(), PaperError> {
    let term = [&tariff.start, &tariff.end].map(|day| written::date(day));
    let term = if term.iter().all(String::is_empty) {
        String::new()
    } else {
        term.join("至")
    };
    grid.part("套餐资费", false);
    grid.fields(&[
        Field {
            style: LONG,
            ..Field::new("套餐名称", tariff.package.trim())
        },
        Field::wide("服务期限", term),
    ])?;
    amount(grid, "合同金额", &tariff.contract_amount)?;
    amount(grid, "首次预存", &tariff.first_payment)?;
    let minimum = with_unit(&written::amount(&tariff.minimum), "元／月");
    let gifts = if tariff.gifts.trim().is_empty() {
        "无"
    } else {
        tariff.gifts.trim()
    };
    grid.fields(&[
        Field::new("最低消费", minimum),
        Field::wide("赠　　送", gifts),
    ])?;
    grid.wide("通话资费", rates(&tariff.rates))
}

fn amount(grid: &mut Grid<'_>, label: &str, typed: &str) -> Result<(), PaperError> {
    let (figures, capitals) = (written::amount(typed), written::capitals(typed));
    let figures = if capitals.is_empty() {
        figures
    } else {
        format!("￥{figures}")
    };
    grid.fields(&[
        Field::new(label, figures),
        Field {
            style: VALUE,
            ..Field::wide("金额大写", capitals)
        },
    ])
}

fn with_unit(value: &str, unit: &str) -> String {
    if value.is_empty() {
        String::new()
    } else {
        format!("{value} {unit}")
    }
}

fn rates(rates: &Rates) -> String {
    let leg = |name: &str, rate: &str, none: &str| match rate.trim() {
        "" => format!("{name}：{none}"),
        rate => format!("{name}：{rate} 元／分钟"),
    };
    [
        leg("固话接听", &rates.landline, "按套餐"),
        leg("手机接听", &rates.mobile, "按套餐"),
        leg("国际接听", &rates.international, "不开通"),
    ]
    .join("；")
}

/// Widths of the bound numbers' columns but for the hours, which take the rest.
const COLUMNS: [f32; 7] = [27.0, 74.0, 47.0, 73.0, 56.0, 0.0, 31.0];

pub(super) fn bound(grid: &mut Grid<'_>, form: &Form) -> Result<(), PaperError> {
    grid.part("绑定号码", false);
    grid.pieces(
        "接听策略",
        ticks(&labels::STRATEGIES, |kind| kind == form.strategy),
    )?;
    let by_area = form.strategy == Strategy::ByArea;
    let place = if by_area {
        "服务区域"
    } else {
        "接听时段"
    };
    let heads = [
        "序号",
        "绑定号码",
        "所有者",
        "归属证明",
        "证明日期",
        place,
        "并发",
    ];
    let widths = columns();
    let head: Vec<Cell> = heads
        .iter()
        .zip(widths)
        .map(|(head, width)| words(width, *head, CENTRED))
        .collect();
    let mut body: Vec<Vec<Cell>> = form
        .bound
        .iter()
        .enumerate()
        .map(|(i, number)| bound_row(i + 1, number, by_area, widths))
        .collect();
    if body.is_empty() {
        body.push(widths.map(|width| words(width, "", CENTRED)).to_vec());
    }
    grid.table(&head, &body)
}

fn columns() -> [f32; 7] {
    let fixed: f32 = COLUMNS.iter().sum();
    COLUMNS.map(|width| if width > 0.0 { width } else { CONTENT - fixed })
}

fn bound_row(order: usize, number: &BoundNumber, by_area: bool, widths: [f32; 7]) -> Vec<Cell> {
    let shown = Phone::parse(&number.number).map_or_else(
        |_| number.number.trim().to_owned(),
        |phone| phone.as_str().to_owned(),
    );
    let place = match (by_area, number.windows.is_empty()) {
        (true, _) => number.area.trim().to_owned(),
        (false, true) => "全天".to_owned(),
        (false, false) => written::windows(&number.windows),
    };
    let concurrent = match number.concurrent.trim() {
        "" => "不限",
        limit => limit,
    };
    let values = [
        (order.to_string(), CENTRED),
        (shown, CENTRED),
        (labels::owner(number.owner).to_owned(), CENTRED),
        (number.proof.trim().to_owned(), VALUE),
        (number.proof_date.trim().to_owned(), CENTRED),
        (place, VALUE),
        (concurrent.to_owned(), CENTRED),
    ];
    values
        .into_iter()
        .zip(widths)
        .map(|((value, style), width)| words(width, value, style))
        .collect()
}

/// Functions, four to a row.
pub(super) fn features(grid: &mut Grid<'_>, chosen: &[Feature]) -> Result<(), PaperError> {
    grid.part("开通功能", false);
    for (i, row) in labels::FEATURES.chunks(4).enumerate() {
        let cells: Vec<Cell> = row
            .iter()
            .map(|(feature, name)| {
                let pieces = vec![Piece::Tick(chosen.contains(feature)), Piece::text(*name)];
                cell(CONTENT / 4.0, pieces, VALUE)
            })
            .collect();
        grid.cells(&cells, i > 0)?;
    }
    Ok(())
}
