//! Bounds around an `.xls`. Its reader reserves as many cells as a sheet says
//! it spans and builds every sheet whole, so a file of a few bytes could ask
//! for all of memory. Only the headers of its records are looked at here;
//! `cfb` opens the container, `calamine` reads what is in it.

use super::Input;
use crate::calls::{CallsError, Limits};
use cfb::CompoundFile;
use std::io::Read;

const END: u16 = 0x000A;
const SHEET: u16 = 0x0085;
const BOUNDS: u16 = 0x0200;
/// Records of one cell: number, label, rich text, boolean, RK, shared text, formula.
const CELLS: [u16; 7] = [0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, 0x00FD, 0x0006];
const CELLS_IN_A_ROW: u16 = 0x00BD;

/// Refuses a container without a workbook, an encrypted one, and one whose
/// sheets span more than the limits allow.
pub(super) fn check(input: &mut dyn Input, limits: &Limits) -> Result<(), CallsError> {
    let stream = workbook(input, limits)?;
    input.rewind()?;
    let mut sheets = Vec::new();
    for (kind, data) in (Records {
        bytes: &stream,
        at: 0,
    })
    .take_while(|(kind, _)| *kind != END)
    {
        if kind == SHEET {
            sheets.push(number(data, 0, 4).unwrap_or(u64::MAX));
        }
    }
    if sheets.len() > limits.max_sheets {
        return Err(CallsError::TooManySheets {
            limit: limits.max_sheets,
        });
    }
    let mut spanned = 0_u64;
    for start in sheets {
        let at = usize::try_from(start).unwrap_or(usize::MAX);
        if at >= stream.len() {
            return Err(CallsError::Damaged(
                "a sheet begins beyond its end".to_owned(),
            ));
        }
        spanned = spanned.saturating_add(span(Records { bytes: &stream, at }));
        if spanned > limits.max_spanned {
            return Err(CallsError::TooHeavy);
        }
    }
    Ok(())
}

fn workbook(input: &mut dyn Input, limits: &Limits) -> Result<Vec<u8>, CallsError> {
    let damaged = |error: std::io::Error| match CallsError::from(error) {
        CallsError::Unreadable(kind) => CallsError::Damaged(kind.to_string()),
        refusal => refusal,
    };
    input.rewind()?;
    let mut file = CompoundFile::open(input).map_err(damaged)?;
    if file.is_stream("/EncryptedPackage") {
        return Err(CallsError::NeedsPassword);
    }
    let name = ["/Workbook", "/Book"]
        .into_iter()
        .find(|name| file.is_stream(name));
    let Some(name) = name else {
        return Err(CallsError::KindRefused("Office 文档"));
    };
    let mut bytes = Vec::new();
    let stream = file.open_stream(name).map_err(damaged)?;
    stream
        .take(limits.max_held_bytes)
        .read_to_end(&mut bytes)
        .map_err(damaged)?;
    Ok(bytes)
}

/// Cells of the smallest rectangle around a sheet, stated or found.
fn span(records: Records<'_>) -> u64 {
    let mut stated = 0;
    let (mut top, mut left, mut bottom, mut right) = (u64::MAX, u64::MAX, 0, 0);
    for (kind, data) in records.take_while(|(kind, _)| *kind != END) {
        if kind == BOUNDS {
            stated = stated_span(data).max(stated);
        }
        let is_row = kind == CELLS_IN_A_ROW;
        if !is_row && !CELLS.contains(&kind) {
            continue;
        }
        let (Some(row), Some(first)) = (number(data, 0, 2), number(data, 2, 2)) else {
            continue;
        };
        let last = if is_row {
            number(data, data.len().saturating_sub(2), 2)
        } else {
            None
        };
        (top, bottom) = (top.min(row), bottom.max(row));
        (left, right) = (left.min(first), right.max(last.unwrap_or(first)).max(right));
    }
    let found = if top == u64::MAX {
        0
    } else {
        (bottom - top + 1) * (right.max(left) - left + 1)
    };
    stated.max(found)
}

/// What the sheet says of itself; an upside-down rectangle is endless.
fn stated_span(data: &[u8]) -> u64 {
    let wide = if data.len() >= 12 { 4 } else { 2 };
    let field = |at, size| number(data, at, size).unwrap_or(0);
    let (top, bottom) = (field(0, wide), field(wide, wide));
    let (left, right) = (field(2 * wide, 2), field(2 * wide + 2, 2));
    // The left edge is read as 0 where it cannot be one.
    let left = if left > 0xFF { 0 } else { left };
    match (bottom.checked_sub(top), right.checked_sub(left)) {
        (Some(rows), Some(columns)) => (rows + 1).saturating_mul(columns + 1),
        _ => u64::MAX,
    }
}

/// Records: two bytes of kind, two of length, then the data.
struct Records<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Iterator for Records<'b> {
    type Item = (u16, &'b [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.bytes.get(self.at..)?;
        let kind = u16::try_from(number(rest, 0, 2)?).ok()?;
        let length = usize::try_from(number(rest, 2, 2)?).ok()?;
        let data = rest.get(4..4 + length)?;
        self.at += 4 + length;
        Some((kind, data))
    }
}

/// An unsigned number, low byte first.
fn number(bytes: &[u8], at: usize, size: usize) -> Option<u64> {
    let field = bytes.get(at..at + size)?;
    Some(
        field
            .iter()
            .rev()
            .fold(0, |value, byte| value << 8 | u64::from(*byte)),
    )
}
