//! Tables of an HTML page, token by token, by `html5gum`. Each table counts as
//! a sheet. A cell that spans columns is followed by empty ones, one that
//! spans rows is repeated, so that values stay beneath their heads.

use super::unpacked::longest_run;
use super::{Each, Input, Onward, RawRow, decoded};
use crate::calls::{CallsError, Encoding, Limits};
use html5gum::{DefaultEmitter, IoReader, StartTag, Token, Tokenizer};
use std::io::Read;

pub(super) fn walk(
    input: &mut dyn Input,
    encoding: Encoding,
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
    input.rewind()?;
    let bounded = Bounded {
        inner: decoded(input, encoding),
        run: 0,
        limit: limits.max_run,
    };
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut page = Page {
        limits,
        each,
        open: Vec::new(),
        tables: 0,
        enough: false,
    };
    for token in Tokenizer::new_with_emitter(IoReader::new(bounded), emitter) {
        match token? {
            Token::StartTag(tag) => page.start(&tag)?,
            Token::EndTag(tag) => page.end(&tag.name)?,
            Token::String(text) => page.text(&String::from_utf8_lossy(&text))?,
            _ => {}
        }
        if page.enough {
            break;
        }
    }
    while !page.enough && !page.open.is_empty() {
        page.end(b"table")?;
    }
    Ok((1..=page.tables)
        .map(|number| format!("表{number}"))
        .collect())
}

/// Refuses a page whose text runs on without a tag.
struct Bounded<R> {
    inner: R,
    run: usize,
    limit: usize,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.run = longest_run(&buffer[..read], self.run, self.limit)?;
        Ok(read)
    }
}

/// A table that is not closed yet.
#[derive(Default)]
struct Table {
    number: u32,
    rows: u64,
    row: Option<Vec<String>>,
    cell: Option<Cell>,
    /// Cells that reach down into the rows to come: rows left, and the text.
    reaching: Vec<(u32, String)>,
    /// Nothing more of it is wanted.
    left: bool,
}

struct Cell {
    text: String,
    /// The number itself, where the page shows a rounded one.
    exact: Option<String>,
    columns: usize,
    rows: u32,
}

struct Page<'a> {
    limits: &'a Limits,
    each: Each<'a>,
    open: Vec<Table>,
    tables: u32,
    enough: bool,
}

impl Page<'_> {
    fn start(&mut self, tag: &StartTag<()>) -> Result<(), CallsError> {
        match &tag.name[..] {
            b"table" => self.open_table(),
            b"tr" => {
                self.close_row()?;
                if let Some(table) = self.open.last_mut() {
                    table.rows += 1;
                    table.row = Some(Vec::new());
                }
                Ok(())
            }
            b"td" | b"th" => {
                self.close_cell()?;
                if let Some(table) = self.open.last_mut().filter(|table| table.row.is_some()) {
                    table.cell = Some(Cell::of(tag));
                }
                Ok(())
            }
            b"br" | b"p" | b"div" => self.text(" "),
            _ => Ok(()),
        }
    }

    fn end(&mut self, name: &[u8]) -> Result<(), CallsError> {
        match name {
            b"td" | b"th" => self.close_cell(),
            b"tr" => self.close_row(),
            b"table" => {
                self.close_row()?;
                self.open.pop();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn text(&mut self, text: &str) -> Result<(), CallsError> {
        let limit = self.limits.max_cell;
        let Some(table) = self.open.last_mut() else {
            return Ok(());
        };
        let row = table.rows;
        let Some(cell) = &mut table.cell else {
            return Ok(());
        };
        if cell.text.len() + text.len() > limit.saturating_mul(4) {
            return Err(CallsError::CellTooLong { row, limit });
        }
        cell.text.push_str(text);
        Ok(())
    }

    fn open_table(&mut self) -> Result<(), CallsError> {
        let (depth, tables) = (self.limits.max_depth, self.limits.max_sheets);
        if self.open.len() >= depth {
            return Err(CallsError::TooDeep { limit: depth });
        }
        self.tables += 1;
        if self.tables as usize > tables {
            return Err(CallsError::TooManySheets { limit: tables });
        }
        self.open.push(Table {
            number: self.tables,
            ..Table::default()
        });
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), CallsError> {
        let limit = self.limits.max_columns;
        let Some(table) = self.open.last_mut() else {
            return Ok(());
        };
        let (Some(cell), Some(row)) = (table.cell.take(), &mut table.row) else {
            return Ok(());
        };
        reach_down(row, &mut table.reaching);
        if row.len() + cell.columns > limit {
            return Err(CallsError::TooManyColumns {
                row: table.rows,
                limit,
            });
        }
        let (columns, rows, text) = (cell.columns, cell.rows, cell.shown());
        let end = row.len() + columns;
        if rows > 1 {
            table
                .reaching
                .resize(table.reaching.len().max(end), (0, String::new()));
            table.reaching[row.len()] = (rows, text.clone());
        }
        row.push(text);
        row.resize(end, String::new());
        Ok(())
    }

    fn close_row(&mut self) -> Result<(), CallsError> {
        self.close_cell()?;
        let Some(table) = self.open.last_mut() else {
            return Ok(());
        };
        let Some(mut row) = table.row.take() else {
            return Ok(());
        };
        reach_down(&mut row, &mut table.reaching);
        for (left, _) in &mut table.reaching {
            *left = left.saturating_sub(1);
        }
        if table.left || row.iter().all(String::is_empty) {
            return Ok(());
        }
        match (self.each)(&RawRow::of_sheet(table.number, table.rows, row))? {
            Onward::Row => {}
            Onward::Sheet => table.left = true,
            Onward::Enough => self.enough = true,
        }
        Ok(())
    }
}

/// Fills in the cells that reach down into this row from above.
fn reach_down(row: &mut Vec<String>, reaching: &mut [(u32, String)]) {
    while let Some((left, text)) = reaching.get(row.len()).filter(|(left, _)| *left > 0) {
        debug_assert!(*left > 0);
        let text = text.clone();
        row.push(text);
    }
}

impl Cell {
    fn of(tag: &StartTag<()>) -> Self {
        let attribute = |name: &[u8]| {
            tag.attributes
                .get(name)
                .map(|value| String::from_utf8_lossy(value).into_owned())
        };
        let number = |name: &[u8]| attribute(name)?.trim().parse::<u32>().ok();
        Self {
            text: String::new(),
            exact: attribute(b"x:num").filter(|number| !number.is_empty()),
            columns: number(b"colspan").unwrap_or(1).clamp(1, 1000) as usize,
            rows: number(b"rowspan").unwrap_or(1).clamp(1, 1 << 20),
        }
    }

    /// The text with single spaces, or the number behind it where the page
    /// shows only its first digits.
    fn shown(self) -> String {
        let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let rounded = text.contains(['E', 'e']) && text.parse::<f64>().is_ok();
        match self.exact {
            Some(exact) if rounded => exact,
            _ => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn rows(page: &str) -> Result<Vec<(u32, u64, Vec<String>)>, CallsError> {
        let mut found = Vec::new();
        let limits = Limits::default();
        walk(
            &mut Cursor::new(page.as_bytes()),
            Encoding::Utf8,
            &limits,
            &mut |row| {
                found.push((row.place.sheet, row.place.row, row.cells.clone()));
                Ok(Onward::Row)
            },
        )?;
        Ok(found)
    }

    fn cells(found: &[(u32, u64, Vec<String>)]) -> Vec<String> {
        found.iter().map(|(_, _, cells)| cells.join("|")).collect()
    }

    #[test]
    fn values_stay_beneath_their_heads_when_cells_span() {
        let found = rows(
            "<table><tr><th rowspan=2>号码</th><th colspan=2>时间</th></tr>
             <tr><th>开始</th><th>结束</th></tr>
             <tr><td rowspan='2'>400</td><td>1</td><td>2</td></tr><tr><td>3<td>4</table>",
        )
        .unwrap();
        assert_eq!(
            cells(&found),
            ["号码|时间|", "号码|开始|结束", "400|1|2", "400|3|4"]
        );
    }

    #[test]
    fn each_table_is_a_sheet_and_styles_are_no_text() {
        let found = rows(
            "<style>td{color:red}</style><table><tr><td>外<table><tr><td>内&amp;<br>层</table></td>
             <td>后</td></tr></table><p>x</p><table><tr><td x:num=\"13800138000\">1.38E+10</table>",
        )
        .unwrap();
        assert_eq!(found[0], (2, 1, vec!["内& 层".to_owned()]));
        assert_eq!(found[1].0, 1);
        assert_eq!(found[2], (3, 1, vec!["13800138000".to_owned()]));
    }

    #[test]
    fn tables_within_tables_without_end_are_refused() {
        let page = "<table><tr><td>".repeat(1000);
        assert_eq!(rows(&page), Err(CallsError::TooDeep { limit: 8 }));
        let wide = format!("<table><tr>{}", "<td colspan=1000>x".repeat(1000));
        assert!(matches!(
            rows(&wide),
            Err(CallsError::TooManyColumns { .. })
        ));
        let run = format!("<table><tr><td>{}", "字".repeat(1_000_000));
        assert!(matches!(rows(&run), Err(CallsError::RowTooLong { .. })));
    }
}
