//! Workbooks of Excel 2007 and later.

use super::{Cell, cells::serial};
use rust_xlsxwriter::{Format, Workbook};
use std::error::Error;

/// A workbook with a sheet for each table.
pub(super) fn workbook(tables: &[(&str, Vec<Vec<Cell>>)]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut book = Workbook::new();
    let moment = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
    let span = Format::new().set_num_format("[h]:mm:ss");
    for (name, rows) in tables {
        let sheet = book.add_worksheet().set_name(*name)?;
        for (at, row) in rows.iter().enumerate() {
            let at = u32::try_from(at)?;
            for (column, cell) in row.iter().enumerate() {
                let column = u16::try_from(column)?;
                match cell {
                    Cell::Text(text) if text.is_empty() => {}
                    Cell::Text(text) => {
                        sheet.write_string(at, column, text)?;
                    }
                    Cell::Number(number, _) => {
                        sheet.write_number(at, column, *number)?;
                    }
                    Cell::Moment(when, _) => {
                        sheet.write_number_with_format(at, column, serial(*when), &moment)?;
                    }
                    Cell::Span(seconds, _) => {
                        let days = f64::from(*seconds) / 86_400.0;
                        sheet.write_number_with_format(at, column, days, &span)?;
                    }
                }
            }
        }
    }
    Ok(book.save_to_buffer()?)
}
