//! Rows out of bytes. Each format's own crate does the reading; owned here is
//! that all of them give the same thing, a row of texts with its place, and
//! that none uses more memory than a row needs (an `.xls` excepted).

mod html;
mod lines;
mod text;
mod typed;
mod unpacked;
mod watched;
mod xls;
mod xls_bounds;
mod xlsx;

pub(crate) use text::split;
pub(crate) use watched::Watched;

use super::record::Place;
use super::{CallsError, Encoding, Format, Limits, Separator, Source};
use std::io::{Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Anything a file's bytes can come from.
pub(crate) trait Input: Read + Seek {}
impl<T: Read + Seek + ?Sized> Input for T {}

/// One row as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct RawRow {
    pub(crate) place: Place,
    pub(crate) cells: Vec<String>,
    /// The line it came from, where the file has lines.
    pub(crate) line: Option<String>,
    /// A quotation mark was opened and never closed.
    pub(crate) unclosed: bool,
}

impl RawRow {
    fn of_sheet(sheet: u32, row: u64, cells: Vec<String>) -> Self {
        Self {
            place: Place { sheet, row },
            cells,
            line: None,
            unclosed: false,
        }
    }

    /// The row as it came, to be kept.
    pub(crate) fn raw(&self) -> String {
        match &self.line {
            Some(line) => line.clone(),
            None => joined(&self.cells),
        }
    }
}

/// Cells of a sheet in one line.
fn joined(cells: &[String]) -> String {
    let flat = |cell: &String| cell.replace(['\t', '\r', '\n'], " ");
    cells.iter().map(flat).collect::<Vec<_>>().join("\t")
}

/// Cells of a row that was kept as [`RawRow::raw`].
pub(crate) fn cells_of(raw: &str, source: &Source) -> Vec<String> {
    match source.format {
        Format::Text => split(raw, source.separator.unwrap_or(Separator::Comma)),
        _ => raw.split('\t').map(str::to_owned).collect(),
    }
}

/// What is to be done after a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Onward {
    /// Give the next row.
    Row,
    /// Go to the next sheet or table.
    Sheet,
    /// It is enough.
    Enough,
}

/// Takes the rows as they come.
pub(crate) type Each<'a> = &'a mut dyn FnMut(&RawRow) -> Result<Onward, CallsError>;

/// Gives every row of a file to `each`, in order. Returns the names of the
/// sheets, the first for sheet 1.
pub(crate) fn walk(
    input: &mut dyn Input,
    source: &Source,
    limits: &Limits,
    each: Each<'_>,
) -> Result<Vec<String>, CallsError> {
    let mut count = 0;
    let mut counted = |row: &RawRow| {
        count += 1;
        if count > limits.max_rows {
            return Err(CallsError::TooManyRows {
                limit: limits.max_rows,
            });
        }
        check_cells(row, limits)?;
        each(row)
    };
    input.rewind()?;
    match source.format {
        Format::Text => {
            let separator = source.separator.unwrap_or(Separator::Comma);
            text::walk(input, source.encoding, separator, limits, &mut counted)
        }
        Format::Html => html::walk(input, source.encoding, limits, &mut counted),
        Format::Xls => xls::walk(input, limits, &mut counted),
        Format::Xlsx => xlsx::walk(input, limits, &mut counted),
    }
}

fn check_cells(row: &RawRow, limits: &Limits) -> Result<(), CallsError> {
    let place = row.place.row;
    if row.cells.len() > limits.max_columns {
        return Err(CallsError::TooManyColumns {
            row: place,
            limit: limits.max_columns,
        });
    }
    if row.cells.iter().any(|cell| cell.len() > limits.max_cell) {
        return Err(CallsError::CellTooLong {
            row: place,
            limit: limits.max_cell,
        });
    }
    Ok(())
}

/// A reader of UTF-8 over the bytes of a text, its mark taken off.
fn decoded<'a>(input: &'a mut dyn Input, encoding: Encoding) -> impl Read + 'a {
    encoding_rs_io::DecodeReaderBytesBuilder::new()
        .encoding(Some(super::sniff::decoder(encoding)))
        .strip_bom(true)
        .build(input)
}

/// Runs a piece of a workbook reader where a panic of its own refuses the
/// file and not the program.
fn contained<T>(work: impl FnOnce() -> Result<T, CallsError>) -> Result<T, CallsError> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(CallsError::Damaged("its reader gave up".to_owned())))
}
