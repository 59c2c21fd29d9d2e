//! Lines with a separator, by `csv-core`. Owns that a stray quotation mark
//! costs its own row and not the rest of the file: a quoted cell may run over
//! a few lines, but one that is never closed is given back.

use super::lines::Lines;
use super::{Each, Input, Onward, RawRow, decoded};
use crate::calls::record::Place;
use crate::calls::{CallsError, Encoding, Limits, Separator};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};

/// Most lines a quoted cell may run over.
const LONGEST_QUOTE: usize = 20;

pub(super) fn walk(
    input: &mut dyn Input,
    encoding: Encoding,
    separator: Separator,
    limits: &Limits,
    each: Each<'_>,
) -> Result<Vec<String>, CallsError> {
    let mut lines = Lines::new(decoded(input, encoding), limits);
    let mut parser = Parser::new(separator, limits.max_columns);
    let mut row = RawRow {
        line: Some(String::new()),
        ..RawRow::default()
    };
    while record(&mut row, &mut lines, &mut parser, limits)? {
        if each(&row)? != Onward::Row {
            break;
        }
    }
    Ok(vec![String::new()])
}

/// Reads one record, which may run over several lines, into `row`; says
/// whether there was one. The row's texts are used again and again, for there
/// are millions.
fn record<R: std::io::Read>(
    row: &mut RawRow,
    lines: &mut Lines<R>,
    parser: &mut Parser,
    limits: &Limits,
) -> Result<bool, CallsError> {
    let line = row.line.get_or_insert_default();
    let number = loop {
        let Some(number) = lines.next(line)? else {
            return Ok(false);
        };
        // Some systems end a file with the old end-of-file sign.
        if !line.trim_matches('\u{1a}').is_empty() {
            break number;
        }
    };
    row.place = Place {
        sheet: 1,
        row: number,
    };
    row.unclosed = false;
    let parsed = match parser.parse(line, true, &mut row.cells) {
        Parsed::Open => {
            row.unclosed = !run_on(line, number, &mut row.cells, lines, parser, limits)?;
            match row.unclosed {
                true => parser.parse(line, false, &mut row.cells),
                false => Parsed::Cells,
            }
        }
        parsed => parsed,
    };
    match parsed {
        Parsed::Cells => Ok(true),
        _ => Err(CallsError::TooManyColumns {
            row: number,
            limit: limits.max_columns,
        }),
    }
}

/// Takes further lines until the open quotation is closed; gives them back and
/// says no where it never is.
fn run_on<R: std::io::Read>(
    line: &mut String,
    number: u64,
    cells: &mut Vec<String>,
    lines: &mut Lines<R>,
    parser: &mut Parser,
    limits: &Limits,
) -> Result<bool, CallsError> {
    let first = line.len();
    let mut taken = Vec::new();
    while taken.len() < LONGEST_QUOTE && line.len() <= limits.max_line {
        let mut next = String::new();
        let Some(at) = lines.next(&mut next)? else {
            break;
        };
        line.push('\n');
        line.push_str(&next);
        taken.push((at, next));
        match parser.parse(line, true, cells) {
            Parsed::Cells => return Ok(true),
            Parsed::TooMany => break,
            Parsed::Open => {}
        }
    }
    debug_assert!(taken.iter().all(|(at, _)| *at > number));
    line.truncate(first);
    lines.give_back(taken);
    Ok(false)
}

/// Cells of one line kept from a file.
pub(crate) fn split(line: &str, separator: Separator) -> Vec<String> {
    let mut parser = Parser::new(separator, usize::from(u16::MAX));
    let mut cells = Vec::new();
    let parsed = [true, false]
        .into_iter()
        .any(|quoted| matches!(parser.parse(line, quoted, &mut cells), Parsed::Cells));
    if parsed { cells } else { vec![line.to_owned()] }
}

enum Parsed {
    /// The cells are there.
    Cells,
    /// A quotation mark is still open at the end.
    Open,
    TooMany,
}

struct Parser {
    quoted: Reader,
    plain: Reader,
    input: Vec<u8>,
    output: Vec<u8>,
    ends: Vec<usize>,
}

impl Parser {
    fn new(separator: Separator, columns: usize) -> Self {
        let build = |quoting| {
            ReaderBuilder::new()
                .delimiter(separator.byte())
                .quoting(quoting)
                .terminator(Terminator::Any(b'\n'))
                .build()
        };
        Self {
            quoted: build(true),
            plain: build(false),
            input: Vec::new(),
            output: Vec::new(),
            ends: vec![0; columns + 1],
        }
    }

    /// Parses one record without its end of line into `cells`.
    fn parse(&mut self, text: &str, quoting: bool, cells: &mut Vec<String>) -> Parsed {
        // A mark of the byte order in the middle of nowhere is no cell's.
        let text = text.trim_start_matches('\u{feff}');
        self.input.clear();
        self.input.extend_from_slice(text.as_bytes());
        self.input.push(b'\n');
        if self.output.len() < self.input.len() {
            self.output.resize(self.input.len(), 0);
        }
        let reader = if quoting {
            &mut self.quoted
        } else {
            &mut self.plain
        };
        reader.reset();
        let (outcome, _, _, ended) =
            reader.read_record(&self.input, &mut self.output, &mut self.ends);
        match outcome {
            ReadRecordResult::Record => self.put(ended, cells),
            ReadRecordResult::OutputEndsFull => return Parsed::TooMany,
            _ => return Parsed::Open,
        }
        Parsed::Cells
    }

    /// The cells of the record, in texts that are there already.
    fn put(&self, ended: usize, cells: &mut Vec<String>) {
        cells.resize_with(ended, String::new);
        let mut start = 0;
        for (cell, end) in cells.iter_mut().zip(&self.ends) {
            let bytes = &self.output[start..*end];
            start = *end;
            cell.clear();
            match std::str::from_utf8(bytes) {
                Ok(text) => cell.push_str(text),
                Err(_) => cell.push_str(&String::from_utf8_lossy(bytes)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn rows(text: &str) -> Vec<RawRow> {
        let mut found = Vec::new();
        walk(
            &mut Cursor::new(text.as_bytes()),
            Encoding::Utf8,
            Separator::Comma,
            &Limits::default(),
            &mut |row| {
                found.push(row.clone());
                Ok(Onward::Row)
            },
        )
        .unwrap();
        found
    }

    #[test]
    fn rows_keep_the_numbers_of_their_lines() {
        let found = rows("\n\ra,b\r\n\n\"c\nd\",e\nf,g\u{1a}");
        let told: Vec<_> = found
            .iter()
            .map(|r| (r.place.row, r.cells.clone()))
            .collect();
        let cells = |a: &str, b: &str| vec![a.to_owned(), b.to_owned()];
        assert_eq!(
            told,
            [
                (3, cells("a", "b")),
                (5, cells("c\nd", "e")),
                (7, cells("f", "g\u{1a}"))
            ]
        );
    }

    #[test]
    fn a_stray_quotation_mark_costs_its_own_row_only() {
        let text = format!("a,b\n\"c,d\n{}", "e,f\n".repeat(100));
        let found = rows(&text);
        assert_eq!(found.len(), 102);
        assert!(found[1].unclosed && !found[2].unclosed);
        assert_eq!(found[1].cells, ["\"c", "d"]);
    }

    #[test]
    fn a_formula_that_holds_a_number_is_one_cell() {
        let found = rows("=\"0371,1\",\"=\"\"138\"\"\",x\n");
        assert_eq!(found[0].cells, ["=\"0371", "1\"", "=\"138\"", "x"]);
    }
}
