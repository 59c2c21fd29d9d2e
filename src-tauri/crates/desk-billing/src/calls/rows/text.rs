//! Lines with a separator, by `csv-core`. Owns that a stray quotation mark
//! costs its own row and not the rest of the file: a quoted cell may run over
//! a few lines, but one that is never closed is given back.

use super::lines::{Line, Lines};
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
    while let Some(line) = lines.next()? {
        // Some systems end a file with the old end-of-file sign.
        if line.text.trim_matches('\u{1a}').is_empty() {
            continue;
        }
        let row = record(line, &mut lines, &mut parser, limits)?;
        if each(row)? != Onward::Row {
            break;
        }
    }
    Ok(vec![String::new()])
}

/// One record, which may run over the lines that follow.
fn record<R: std::io::Read>(
    first: Line,
    lines: &mut Lines<R>,
    parser: &mut Parser,
    limits: &Limits,
) -> Result<RawRow, CallsError> {
    let too_wide = |row| CallsError::TooManyColumns {
        row,
        limit: limits.max_columns,
    };
    let place = Place {
        sheet: 1,
        row: first.number,
    };
    match parser.parse(&first.text, true) {
        Parsed::Cells(cells) => return Ok(row(place, cells, first.text, false)),
        Parsed::TooMany => return Err(too_wide(first.number)),
        Parsed::Open => {}
    }
    let (mut text, mut taken) = (first.text.clone(), Vec::new());
    while taken.len() < LONGEST_QUOTE {
        let Some(next) = lines.next()? else { break };
        text.push('\n');
        text.push_str(&next.text);
        taken.push(next);
        if text.len() > limits.max_line {
            break;
        }
        match parser.parse(&text, true) {
            Parsed::Cells(cells) => return Ok(row(place, cells, text, false)),
            Parsed::TooMany => break,
            Parsed::Open => {}
        }
    }
    lines.give_back(taken);
    match parser.parse(&first.text, false) {
        Parsed::Cells(cells) => Ok(row(place, cells, first.text, true)),
        _ => Err(too_wide(place.row)),
    }
}

fn row(place: Place, cells: Vec<String>, line: String, unclosed: bool) -> RawRow {
    RawRow {
        place,
        cells,
        line: Some(line),
        unclosed,
    }
}

/// Cells of one line kept from a file.
pub(crate) fn split(line: &str, separator: Separator) -> Vec<String> {
    let mut parser = Parser::new(separator, usize::from(u16::MAX));
    [true, false]
        .into_iter()
        .find_map(|quoted| match parser.parse(line, quoted) {
            Parsed::Cells(cells) => Some(cells),
            _ => None,
        })
        .unwrap_or_else(|| vec![line.to_owned()])
}

enum Parsed {
    Cells(Vec<String>),
    /// A quotation mark is still open at the end.
    Open,
    TooMany,
}

struct Parser {
    quoted: Reader,
    plain: Reader,
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
            output: Vec::new(),
            ends: vec![0; columns + 1],
        }
    }

    /// Parses one record without its end of line.
    fn parse(&mut self, text: &str, quoting: bool) -> Parsed {
        let reader = if quoting {
            &mut self.quoted
        } else {
            &mut self.plain
        };
        reader.reset();
        // A mark of the byte order in the middle of nowhere is no cell's.
        let text = text.trim_start_matches('\u{feff}');
        let mut input = Vec::with_capacity(text.len() + 1);
        input.extend_from_slice(text.as_bytes());
        input.push(b'\n');
        self.output.resize(input.len() + 1, 0);
        let (outcome, _, written, ended) =
            reader.read_record(&input, &mut self.output, &mut self.ends);
        match outcome {
            ReadRecordResult::Record => Parsed::Cells(self.cells(written, ended)),
            ReadRecordResult::OutputEndsFull => Parsed::TooMany,
            _ => Parsed::Open,
        }
    }

    fn cells(&self, written: usize, ended: usize) -> Vec<String> {
        let mut start = 0;
        self.ends[..ended]
            .iter()
            .map(|end| {
                let cell = &self.output[start..(*end).min(written)];
                start = *end;
                String::from_utf8_lossy(cell).into_owned()
            })
            .collect()
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
                found.push(row);
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
