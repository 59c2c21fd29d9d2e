//! Workbooks of Excel 97–2003, written record by record (MS-XLS) into a
//! compound file. Only what a list of calls needs: texts, numbers, and two
//! formats for moments and lengths of time.

use super::{Cell, cells::serial};
use std::error::Error;
use std::io::{Cursor, Write};

/// Cell styles in the order they are written: plain, moment, length of time.
const FORMATS: [u16; 3] = [0, 164, 165];
const MOMENT: &str = "yyyy\\-mm\\-dd\\ hh:mm:ss";
const SPAN: &str = "[h]:mm:ss";

/// A workbook with a sheet for each table.
pub(super) fn workbook(tables: &[(&str, Vec<Vec<Cell>>)]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut sheets = Vec::new();
    for (_, rows) in tables {
        sheets.push(sheet(rows)?);
    }
    let names: Vec<&str> = tables.iter().map(|(name, _)| *name).collect();
    let length = globals(&names, &vec![0; names.len()]).len();
    let mut starts = Vec::new();
    let mut at = length;
    for sheet in &sheets {
        starts.push(u32::try_from(at)?);
        at += sheet.len();
    }
    let mut stream = globals(&names, &starts);
    sheets.iter().for_each(|sheet| stream.extend(sheet));
    // Below 4096 bytes a stream goes another way; real workbooks never do.
    stream.resize(stream.len().max(4096), 0);
    container("Workbook", &stream)
}

/// A compound file with one stream.
pub(super) fn container(name: &str, bytes: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut file =
        cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new()))?;
    file.create_stream(format!("/{name}"))?.write_all(bytes)?;
    file.flush()?;
    Ok(file.into_inner().into_inner())
}

/// Records one after another.
#[derive(Default)]
pub struct Biff(pub Vec<u8>);

impl Biff {
    /// Adds a record.
    pub fn record(&mut self, kind: u16, data: &[u8]) -> &mut Self {
        let length = u16::try_from(data.len()).unwrap_or(u16::MAX);
        self.0.extend(kind.to_le_bytes());
        self.0.extend(length.to_le_bytes());
        self.0.extend(&data[..usize::from(length)]);
        self
    }

    /// Adds the beginning of the globals (5) or of a sheet (16).
    pub fn begin(&mut self, kind: u16) -> &mut Self {
        let mut data = Vec::new();
        for field in [0x0600, kind, 0x0DBB, 0x07CC] {
            data.extend(field.to_le_bytes());
        }
        data.extend([0x41, 0, 0, 0, 6, 0, 0, 0]);
        self.record(0x0809, &data)
    }

    /// Adds a cell of text.
    pub fn label(&mut self, row: u16, column: u16, text: &str) -> &mut Self {
        let data = [cell(row, column, 0), unicode(text)].concat();
        self.record(0x0204, &data)
    }

    /// Adds a cell with a number, in one of the styles.
    pub fn number(&mut self, row: u16, column: u16, style: u16, value: f64) -> &mut Self {
        let data = [cell(row, column, style), value.to_le_bytes().to_vec()].concat();
        self.record(0x0203, &data)
    }

    /// Ends the globals or a sheet.
    pub fn end(&mut self) -> &mut Self {
        self.record(0x000A, &[])
    }
}

/// Place and style of a cell; the styles follow fifteen of Excel's own.
fn cell(row: u16, column: u16, style: u16) -> Vec<u8> {
    [row, column, 15 + style]
        .iter()
        .flat_map(|field| field.to_le_bytes())
        .collect()
}

/// A text with its length in characters before it.
fn unicode(text: &str) -> Vec<u8> {
    let wide: Vec<u16> = text.encode_utf16().collect();
    let mut data = u16::try_from(wide.len())
        .unwrap_or(u16::MAX)
        .to_le_bytes()
        .to_vec();
    data.push(1);
    data.extend(wide.iter().flat_map(|unit| unit.to_le_bytes()));
    data
}

fn globals(names: &[&str], starts: &[u32]) -> Vec<u8> {
    let mut biff = Biff::default();
    biff.begin(5)
        .record(0x0042, &1200_u16.to_le_bytes())
        .record(0x0022, &[0, 0]);
    let window = [
        0, 0, 0, 0, 0x40, 0x38, 0xE0, 0x2B, 0x38, 0, 0, 0, 0, 0, 1, 0, 0x58, 2,
    ];
    biff.record(0x003D, &window);
    for _ in 0..4 {
        let mut font = vec![0xC8, 0, 0, 0, 0xFF, 0x7F, 0x90, 1, 0, 0, 0, 0, 0, 0, 5, 0];
        font.extend("Arial".bytes());
        biff.record(0x0031, &font);
    }
    for (index, format) in [(164_u16, MOMENT), (165, SPAN)] {
        let data = [index.to_le_bytes().to_vec(), unicode(format)].concat();
        biff.record(0x041E, &data);
    }
    for _ in 0..15 {
        biff.record(0x00E0, &style(0, 0xFFF5));
    }
    for format in FORMATS {
        biff.record(0x00E0, &style(format, 1));
    }
    biff.record(0x0293, &[0, 0x80, 0, 0xFF]);
    for (name, start) in names.iter().zip(starts) {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut data = start.to_le_bytes().to_vec();
        data.extend([0, 0, u8::try_from(wide.len() / 2).unwrap_or(u8::MAX), 1]);
        data.extend(wide);
        biff.record(0x0085, &data);
    }
    biff.end();
    biff.0
}

/// A style: font, number format, kind and parent, then how it looks.
fn style(format: u16, kind: u16) -> Vec<u8> {
    let mut data: Vec<u8> = [0, format, kind]
        .iter()
        .flat_map(|f: &u16| f.to_le_bytes())
        .collect();
    data.extend([0x20, 0, 0, 0xF8, 0, 0, 0, 0, 0, 0, 0, 0, 0xC0, 0x20]);
    data
}

fn sheet(rows: &[Vec<Cell>]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut biff = Biff::default();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut bounds = 0_u32.to_le_bytes().to_vec();
    bounds.extend(u32::try_from(rows.len())?.to_le_bytes());
    bounds.extend([0, 0]);
    bounds.extend(u16::try_from(columns)?.to_le_bytes());
    bounds.extend([0, 0]);
    biff.begin(16).record(0x0200, &bounds);
    for (row, cells) in rows.iter().enumerate() {
        let row = u16::try_from(row)?;
        for (column, cell) in cells.iter().enumerate() {
            let column = u16::try_from(column)?;
            match cell {
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) => {
                    biff.label(row, column, text);
                }
                Cell::Number(number, _) => {
                    biff.number(row, column, 0, *number);
                }
                Cell::Moment(at, _) => {
                    biff.number(row, column, 1, serial(*at));
                }
                Cell::Span(seconds, _) => {
                    biff.number(row, column, 2, f64::from(*seconds) / 86_400.0);
                }
            }
        }
    }
    let view = [0xB6, 6, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    biff.record(0x023E, &view).end();
    Ok(biff.0)
}
