//! Workbooks of Excel 97–2003 by `calamine`, which holds them in memory.

use super::typed::text_of;
use super::{Each, Input, Onward, RawRow, contained, xls_bounds};
use crate::calls::{CallsError, Limits};
use calamine::{Data, Range, Reader, Xls, XlsError};
use std::io::BufReader;

pub(super) fn walk(
    input: &mut dyn Input,
    limits: &Limits,
    each: Each<'_>,
) -> Result<Vec<String>, CallsError> {
    let bytes = input.seek(std::io::SeekFrom::End(0))?;
    if bytes > limits.max_held_bytes {
        return Err(CallsError::TooLarge {
            bytes,
            limit: limits.max_held_bytes,
        });
    }
    xls_bounds::check(input, limits)?;
    let mut book: Xls<_> = contained(|| Xls::new(BufReader::new(input)).map_err(refusal))?;
    let names = book.sheet_names();
    for (index, name) in names.iter().enumerate() {
        let range = contained(|| book.worksheet_range(name).map_err(refusal))?;
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        if sheet(&range, number, limits, each)? == Onward::Enough {
            break;
        }
    }
    Ok(names)
}

fn sheet(
    range: &Range<Data>,
    number: u32,
    limits: &Limits,
    each: Each<'_>,
) -> Result<Onward, CallsError> {
    let Some((top, left)) = range.start() else {
        return Ok(Onward::Row);
    };
    for (at, row) in range.rows().enumerate() {
        let place = u64::from(top) + at as u64 + 1;
        let used = row
            .iter()
            .rposition(|cell| *cell != Data::Empty)
            .map_or(0, |last| last + 1);
        let left = left as usize;
        if used == 0 {
            continue;
        }
        if left + used > limits.max_columns {
            return Err(CallsError::TooManyColumns {
                row: place,
                limit: limits.max_columns,
            });
        }
        let mut cells = vec![String::new(); left];
        cells.extend(row[..used].iter().map(text_of));
        let onward = each(&RawRow::of_sheet(number, place, cells))?;
        if onward != Onward::Row {
            return Ok(onward);
        }
    }
    Ok(Onward::Row)
}

fn refusal(error: XlsError) -> CallsError {
    match error {
        XlsError::Password => CallsError::NeedsPassword,
        other => CallsError::Damaged(other.to_string()),
    }
}
