//! One sheet of a workbook: a title, a frozen head, typed columns, and a row of
//! sums that are formulas. A formula carries its result too, so that a viewer
//! which does not calculate shows the same figures.

use chrono::NaiveDateTime;
use desk_domain::{Charge, Money, Rate};
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Color, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

/// Rows that fit on a sheet below title, head and sums, of its 1 048 576.
pub(super) const ROWS: usize = 1_000_000;

/// The row of the head; above it stand the title and the note.
const HEAD: u32 = 2;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Time,
    Count,
    Yuan,
    Exact,
}

/// A column: its head, what it holds, how wide it is in characters.
pub(super) type Column = (&'static str, Kind, u16);

/// What a cell holds.
pub(super) enum Cell {
    Text(String),
    Time(NaiveDateTime),
    Count(u64),
    Amount(Decimal),
    /// A formula, with `{row}` for the row it stands in, and its result.
    Formula(&'static str, Decimal),
}

/// What stands in the sum row of a column.
pub(super) enum Sum {
    None,
    /// The sum of the column; what it comes to.
    Of(Decimal),
}

/// A sheet that is being filled.
pub(super) struct Sheet<'a> {
    sheet: &'a mut Worksheet,
    formats: Vec<Format>,
    row: u32,
}

impl<'a> Sheet<'a> {
    /// A sheet with its title, a line beneath, and its head, which stays when
    /// the rest is scrolled and comes again on every printed page.
    pub(super) fn new(
        book: &'a mut Workbook,
        name: &str,
        title: &str,
        note: &str,
        columns: &[Column],
    ) -> Result<Self, XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        let large = Format::new().set_bold().set_font_size(14.0);
        sheet.write_string_with_format(0, 0, title, &large)?;
        sheet.write_string(1, 0, note)?;
        let head = Format::new()
            .set_bold()
            .set_align(FormatAlign::Center)
            .set_border_bottom(FormatBorder::Thin)
            .set_background_color(Color::RGB(0xEE_F2_F7));
        for (at, (label, _, width)) in (0..).zip(columns) {
            sheet.write_string_with_format(HEAD, at, *label, &head)?;
            sheet.set_column_width(at, *width)?;
        }
        sheet.set_freeze_panes(HEAD + 1, 0)?;
        sheet.set_repeat_rows(HEAD, HEAD)?;
        sheet.set_landscape().set_paper_size(9);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_footer("&C第 &P 页，共 &N 页");
        let formats = columns
            .iter()
            .map(|(_, kind, _)| format_of(*kind))
            .collect();
        let row = HEAD + 1;
        Ok(Self {
            sheet,
            formats,
            row,
        })
    }

    /// One more row.
    pub(super) fn push(&mut self, cells: Vec<Cell>) -> Result<(), XlsxError> {
        for ((at, cell), format) in (0..).zip(cells).zip(&self.formats) {
            write(self.sheet, self.row, at, cell, format)?;
        }
        self.row += 1;
        Ok(())
    }

    /// The row of sums, below everything.
    pub(super) fn sums(&mut self, label: &str, sums: Vec<Sum>) -> Result<(), XlsxError> {
        // Rows are counted from 1 in formulas.
        let (first, last) = (HEAD + 2, self.row);
        for ((at, sum), format) in (0_u16..).zip(sums).zip(&self.formats) {
            let format = format.clone().set_bold().set_border_top(FormatBorder::Thin);
            match sum {
                Sum::Of(result) if last >= first => {
                    let column = rust_xlsxwriter::utility::column_number_to_name(at);
                    let formula = format!("=SUM({column}{first}:{column}{last})");
                    let formula = Formula::new(formula).set_result(result.to_string());
                    self.sheet
                        .write_formula_with_format(self.row, at, formula, &format)?;
                }
                Sum::Of(result) => {
                    self.sheet
                        .write_with_format(self.row, at, result, &format)?;
                }
                Sum::None if at == 0 => {
                    self.sheet
                        .write_string_with_format(self.row, at, label, &format)?;
                }
                Sum::None => {
                    self.sheet.write_blank(self.row, at, &format)?;
                }
            }
        }
        self.row += 1;
        Ok(())
    }
}

fn format_of(kind: Kind) -> Format {
    match kind {
        // `@` keeps a telephone a text even after somebody edits the cell.
        Kind::Text => Format::new().set_num_format("@").set_indent(1),
        Kind::Time => Format::new()
            .set_num_format("yyyy-mm-dd hh:mm:ss")
            .set_align(FormatAlign::Center),
        Kind::Count => Format::new().set_num_format("0"),
        Kind::Yuan => Format::new().set_num_format("#,##0.00"),
        Kind::Exact => Format::new().set_num_format("#,##0.00##"),
    }
}

fn write(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    cell: Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => sheet.write_string_with_format(row, at, text, format),
        Cell::Time(time) => sheet.write_datetime_with_format(row, at, time, format),
        Cell::Count(count) => sheet.write_with_format(row, at, Decimal::from(count), format),
        Cell::Amount(amount) => sheet.write_with_format(row, at, amount, format),
        Cell::Formula(formula, result) => {
            let formula = formula.replace("{row}", &(row + 1).to_string());
            let formula = Formula::new(formula).set_result(result.to_string());
            sheet.write_formula_with_format(row, at, formula, format)
        }
    }
    .map(|_| ())
}

/// A text cell.
pub(super) fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// Yuan with two decimals.
pub(super) fn yuan(amount: Money) -> Cell {
    Cell::Amount(amount.to_decimal())
}

/// Yuan with up to four decimals.
pub(super) fn exact(charge: Charge) -> Cell {
    Cell::Amount(ten_thousandths(charge.ten_thousandths()))
}

/// A rate, in yuan a minute.
pub(super) fn per_minute(rate: Rate) -> Cell {
    Cell::Amount(ten_thousandths(rate.ten_thousandths()))
}

/// That many ten-thousandths of a yuan as yuan.
pub(super) fn ten_thousandths(units: i64) -> Decimal {
    Decimal::new(units, 4)
}
