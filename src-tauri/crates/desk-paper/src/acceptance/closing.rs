//! The last parts of the form: papers, payment, what the customer declares,
//! seals and signatures.

use super::{labels, ticks};
use crate::PaperError;
use crate::bundle::{Contents, PaperLine};
use crate::grid::{CENTRED, CONTENT, Field, Grid, LONG, VALUE, cell, words};
use crate::layout::{Align, Cell, HAIRLINE, Item, Piece, Row, Style, paragraph};
use crate::sheet::{LEFT, WIDTH};
use desk_domain::form::{Collection, Confirmations, Form, Means};

pub(super) fn papers(grid: &mut Grid<'_>, papers: &[PaperLine]) -> Result<(), PaperError> {
    let widths = [30.0, CONTENT - 30.0 - 3.0 * 62.0, 62.0, 62.0, 62.0];
    let row = |values: [String; 5], name: Style| -> Vec<Cell> {
        let styles = [CENTRED, name, CENTRED, CENTRED, CENTRED];
        let cells = values.into_iter().zip(widths).zip(styles);
        cells
            .map(|((value, width), style)| words(width, value, style))
            .collect()
    };
    let head = ["序号", "资料名称", "提交方式", "加盖公章", "核验情况"].map(str::to_owned);
    let mut body: Vec<Vec<Cell>> = papers
        .iter()
        .enumerate()
        .map(|(i, paper)| {
            let values = [
                (i + 1).to_string(),
                labels::paper(paper.kind).to_owned(),
                labels::arrival(paper.arrival).to_owned(),
                if paper.sealed { "是" } else { "—" }.to_owned(),
                labels::verification(paper.verification).to_owned(),
            ];
            row(values, VALUE)
        })
        .collect();
    if body.is_empty() {
        body.push(row(Default::default(), VALUE));
    }
    grid.part("资料清单", false);
    grid.table(&row(head, CENTRED), &body)
}

pub(super) fn payment(grid: &mut Grid<'_>, form: &Form) -> Result<(), PaperError> {
    let payment = &form.payment;
    grid.part("付款发票", false);
    grid.pieces(
        "付款方式",
        ticks(&labels::MEANS, |means| means == payment.means),
    )?;
    if payment.means == Means::Collection {
        collection(grid, &payment.collection)?;
    } else {
        grid.wide("托收账户", "无")?;
    }
    let or = |own: &str, usual: &str| {
        if own.trim().is_empty() {
            usual.trim().to_owned()
        } else {
            own.trim().to_owned()
        }
    };
    grid.fields(&[
        Field::new(
            "纳税人\n识别号",
            or(&payment.tax_number, &form.company.code),
        ),
        Field::wide("发票抬头", or(&payment.invoice_title, &form.company.name)),
    ])
}

fn collection(grid: &mut Grid<'_>, account: &Collection) -> Result<(), PaperError> {
    grid.wide("账户名称", account.account_name.trim())?;
    grid.fields(&[
        Field::new("银行账号", account.account.trim()),
        Field::wide("开户银行", account.bank.trim()),
    ])
}

/// What the customer declares, with a line to sign. With `anew`, the uses
/// of the number, the agreement is consented to (四（一）3–5), and not only are the
/// data true.
pub(crate) fn declarations(
    grid: &mut Grid<'_>,
    said: &Confirmations,
    anew: Option<&str>,
) -> Result<(), PaperError> {
    let line = |checked: bool, pieces: Vec<Piece>| {
        let pieces = [vec![Piece::Tick(checked)], pieces].concat();
        cell(CONTENT, pieces, Style { hang: 1.12, ..LONG })
    };
    grid.part("声明确认", false);
    let truth = "客户声明：所提交的登记资料真实、准确、完整，并对其真实性、准确性承担法律责任。";
    grid.cells(&[line(said.declares_true, vec![Piece::text(truth)])], false)?;
    if let Some(uses) = anew {
        let explained = vec![
            Piece::text("客户确认：《400用户入网服务协议》及用户注册使用须知已详细阅读，受理人"),
            Piece::fill(&said.explained_by, 5.0),
            Piece::text("已作详细的说明和解释。"),
        ];
        let lawful = format!(
            "客户承诺：400号码仅用于{uses}，不从事网络电话、直拨、回拨等转接业务，\
             不用于法律、法规禁止的活动。"
        );
        grid.cells(&[line(said.read_and_explained, explained)], true)?;
        grid.cells(&[line(said.lawful_use, vec![Piece::text(lawful)])], true)?;
    }
    let sign = vec![
        Piece::text("客户签字："),
        Piece::Blank(11.0),
        Piece::text("　日期：　　　　年　　月　　日"),
    ];
    let style = Style {
        align: Align::Right,
        leading: 20.0,
        ..VALUE
    };
    grid.cells(&[cell(CONTENT, sign, style)], true)
}

pub(crate) fn remarks(grid: &mut Grid<'_>, remarks: &str) -> Result<(), PaperError> {
    let remarks = if remarks.trim().is_empty() {
        "无"
    } else {
        remarks.trim()
    };
    grid.part("备注", true);
    grid.cells(&[words(CONTENT, remarks, LONG)], false)
}

/// Height of the cells for the seals: a seal of 42 mm has room in them.
const SEALS: f32 = 122.0;

/// A column for each side, with its label and name, its seal, its signature and
/// the date of it.
pub(crate) fn seals(
    grid: &mut Grid<'_>,
    part: &'static str,
    sides: &[(&str, &str)],
) -> Result<(), PaperError> {
    grid.part(part, true);
    let width = CONTENT / sides.len() as f32;
    let start = LEFT + WIDTH - CONTENT;
    let column = |i: usize| start + i as f32 * width;
    let (signed, dated) = if sides.len() > 2 {
        ("代表人签字：", "日期：　　　年　　月　　日")
    } else {
        ("代表人（经办人）签字：", "日期：　　　　年　　　月　　　日")
    };
    let mut items = Vec::new();
    let mut lay = |words: &str, x: f32, y: f32| -> Result<f32, PaperError> {
        let lines = paragraph(grid.shelf, &[Piece::text(words)], &LONG, width - 12.0)?;
        let height = lines.len() as f32 * LONG.leading;
        for (i, line) in lines.into_iter().enumerate() {
            let down = y + i as f32 * LONG.leading + LONG.baseline();
            items.extend(line.lay(x + 6.0, down));
        }
        Ok(height)
    };
    let mut names = 0.0_f32;
    for (i, (label, name)) in sides.iter().enumerate() {
        names = names.max(lay(&format!("{label}{}", name.trim()), column(i), 5.0)?);
    }
    let height = SEALS + names - LONG.leading;
    for i in 0..sides.len() {
        lay(signed, column(i), height - 66.0)?;
        lay(dated, column(i), height - 32.0)?;
    }
    items.extend((1..sides.len()).map(|i| {
        let x = column(i);
        Item::rule((x, 0.0), (x, height), HAIRLINE)
    }));
    grid.push(vec![Row {
        height,
        items,
        ..Row::default()
    }]);
    Ok(())
}

pub(crate) fn desk(grid: &mut Grid<'_>, contents: &Contents) -> Result<(), PaperError> {
    grid.part("受理", true);
    grid.fields(&[
        Field::new("受理人", contents.staff_name.trim()),
        Field::new("工　　号", contents.staff_number.to_string()),
        Field::new("审核人", ""),
    ])
}
