//! Workbooks of Excel 2007 and later, cell by cell, by `calamine`. Its table
//! of shared texts is held in memory; the sheets are not.

use super::typed::text_of;
use super::{Each, Input, Onward, RawRow, contained, unpacked};
use crate::calls::{CallsError, Limits};
use calamine::{Reader, Xlsx, XlsxError};
use std::io::BufReader;

pub(super) fn walk(
    input: &mut dyn Input,
    limits: &Limits,
    each: Each<'_>,
) -> Result<Vec<String>, CallsError> {
    unpacked::check(input, limits)?;
    let mut book: Xlsx<_> = contained(|| Xlsx::new(BufReader::new(input)).map_err(refusal))?;
    let names = book.sheet_names();
    if names.len() > limits.max_sheets {
        return Err(CallsError::TooManySheets {
            limit: limits.max_sheets,
        });
    }
    for (index, name) in names.iter().enumerate() {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        if sheet(&mut book, name, number, limits, each)? == Onward::Enough {
            break;
        }
    }
    Ok(names)
}

fn sheet<R: std::io::Read + std::io::Seek>(
    book: &mut Xlsx<R>,
    name: &str,
    number: u32,
    limits: &Limits,
    each: Each<'_>,
) -> Result<Onward, CallsError> {
    let opened = contained(|| match book.worksheet_cells_reader(name) {
        // A sheet of charts has no cells.
        Err(XlsxError::NotAWorksheet(_)) => Ok(None),
        other => other.map(Some).map_err(refusal),
    })?;
    let Some(mut reader) = opened else {
        return Ok(Onward::Row);
    };
    let mut row: Option<(u32, Vec<String>)> = None;
    loop {
        let cell = contained(|| {
            let cell = reader.next_cell().map_err(refusal)?;
            Ok(cell.map(|cell| (cell.get_position(), text_of(cell.get_value()))))
        })?;
        let at = cell.as_ref().map(|((row, _), _)| *row);
        if let Some((index, cells)) = row.take_if(|(index, _)| Some(*index) != at) {
            let onward = each(&RawRow::of_sheet(number, u64::from(index) + 1, cells))?;
            if onward != Onward::Row {
                return Ok(onward);
            }
        }
        let Some(((index, column), text)) = cell else {
            return Ok(Onward::Row);
        };
        let (_, cells) = row.get_or_insert_with(|| (index, Vec::new()));
        put(cells, column as usize, text, index, limits)?;
    }
}

/// Sets one cell, with empty ones before it where the file leaves a gap.
fn put(
    cells: &mut Vec<String>,
    column: usize,
    text: String,
    row: u32,
    limits: &Limits,
) -> Result<(), CallsError> {
    if text.is_empty() {
        return Ok(());
    }
    if column >= limits.max_columns {
        let row = u64::from(row) + 1;
        return Err(CallsError::TooManyColumns {
            row,
            limit: limits.max_columns,
        });
    }
    if cells.len() <= column {
        cells.resize(column + 1, String::new());
    }
    cells[column] = text;
    Ok(())
}

fn refusal(error: XlsxError) -> CallsError {
    match error {
        XlsxError::Password => CallsError::NeedsPassword,
        XlsxError::Io(error) => match CallsError::from(error) {
            CallsError::Unreadable(kind) => CallsError::Damaged(kind.to_string()),
            refusal => refusal,
        },
        other => CallsError::Damaged(other.to_string()),
    }
}
