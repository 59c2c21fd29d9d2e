//! The ruled grid of forms: parts with their names down the left side, rows
//! of labels and values, and the frame drawn when it is known on which page
//! each row stands.

use crate::PaperError;
use crate::font::FontShelf;
use crate::layout::{
    Align, Cell, HAIRLINE, Item, Padding, Piece, PlacedRow, Row, Style, marks, paginate, paragraph,
    row, rows,
};
use crate::sheet::{HEIGHT, LEFT, TOP, WIDTH};
use desk_domain::Money;
use desk_domain::capitals::to_capitals_with_prefix;
use std::sync::Arc;

const TITLE: Style = Style::plain(18.0, 34.0, Align::Centre).bold();

const SIZE: f32 = 9.0;
const LEADING: f32 = 13.0;
/// Width of the column with the parts' names: three characters and their margins.
const NAMES: f32 = 33.0;
/// Width of a label: four characters and their margins.
pub(crate) const LABEL: f32 = 48.0;
/// Width of the rows beside the names.
pub(crate) const CONTENT: f32 = WIDTH - NAMES;
const PADDING: Padding = Padding {
    side: 4.5,
    edge: 3.2,
    least: 19.4,
};
const FRAME: f32 = 0.9;
const PART: f32 = 0.6;
/// A part lower than this is never parted between pages.
const WHOLE_PART: f32 = 230.0;

/// Values: short ones from the left, long ones with both edges straight.
pub(crate) const VALUE: Style = Style::plain(SIZE, LEADING, Align::Left);
pub(crate) const LONG: Style = Style::plain(SIZE, LEADING, Align::Justify);
pub(crate) const CENTRED: Style = Style::plain(SIZE, LEADING, Align::Centre);
const NAME: Style = Style::plain(SIZE, 11.5, Align::Centre).bold();

/// The three columns of values, wide enough for an identity number, a date and
/// a telephone number. Rows with fewer values join columns, so that the rules
/// of all rows stand in line.
const FIRST: f32 = 110.0;
const OTHER: f32 = (CONTENT - 3.0 * LABEL - FIRST) / 2.0;
const COLUMNS: [f32; 3] = [FIRST, OTHER, OTHER];

/// A label and its value, as many columns wide as `span` says.
pub(crate) struct Field<'a> {
    pub label: &'a str,
    pub value: String,
    pub span: usize,
    pub style: Style,
}

impl<'a> Field<'a> {
    /// A short value in one column.
    pub fn new(label: &'a str, value: impl Into<String>) -> Self {
        Self {
            label,
            value: value.into(),
            span: 1,
            style: VALUE,
        }
    }

    /// A longer value in two columns.
    pub fn wide(label: &'a str, value: impl Into<String>) -> Self {
        Self {
            span: 2,
            style: LONG,
            ..Self::new(label, value)
        }
    }
}

/// Collects the rows of the form.
pub(crate) struct Grid<'a> {
    pub shelf: &'a FontShelf,
    rows: Vec<Row>,
    parts: Vec<&'static str>,
    start: usize,
}

impl<'a> Grid<'a> {
    pub fn new(shelf: &'a FontShelf) -> Self {
        Self {
            shelf,
            rows: Vec::new(),
            parts: Vec::new(),
            start: 0,
        }
    }

    /// Begins a part. `with_last` keeps it on the page of the part before.
    pub fn part(&mut self, name: &'static str, with_last: bool) {
        self.end_part();
        if let (true, Some(last)) = (with_last, self.rows.last_mut()) {
            last.keep = true;
        }
        self.parts.push(name);
        self.start = self.rows.len();
    }

    /// A row of labels and values.
    pub fn fields(&mut self, fields: &[Field<'_>]) -> Result<(), PaperError> {
        let mut column = 0;
        let mut cells = Vec::with_capacity(fields.len() * 2);
        for field in fields {
            let values: f32 = COLUMNS[column..column + field.span].iter().sum();
            let width = values + (field.span - 1) as f32 * LABEL;
            cells.push(cell(LABEL, vec![Piece::text(field.label)], CENTRED));
            cells.push(cell(width, vec![Piece::text(&field.value)], field.style));
            column += field.span;
        }
        self.cells(&cells, false)
    }

    /// A label and a value across the whole row.
    pub fn wide(&mut self, label: &str, value: impl Into<String>) -> Result<(), PaperError> {
        self.pieces(label, vec![Piece::Text(value.into())])
    }

    /// As [`Grid::wide`], with ticks and blanks.
    pub fn pieces(&mut self, label: &str, pieces: Vec<Piece>) -> Result<(), PaperError> {
        let label = cell(LABEL, vec![Piece::text(label)], CENTRED);
        self.cells(&[label, cell(CONTENT - LABEL, pieces, LONG)], false)
    }

    /// A row of these cells; `joined` leaves out the rule above it.
    pub fn cells(&mut self, cells: &[Cell], joined: bool) -> Result<(), PaperError> {
        let mut rows = row(self.shelf, cells, LEFT + NAMES, PADDING)?;
        if let (true, Some(first)) = (joined, rows.first_mut()) {
            first.joined = true;
        }
        self.push(rows);
        Ok(())
    }

    /// An amount in figures and in capitals.
    pub fn amount(&mut self, label: &str, amount: Money) -> Result<(), PaperError> {
        self.fields(&[
            Field::new(label, format!("￥{amount}")),
            Field::wide("金额大写", to_capitals_with_prefix(amount)),
        ])
    }

    /// Rows below a head that is set again on every page they reach.
    pub fn table(&mut self, head: &[Cell], body: &[Vec<Cell>]) -> Result<(), PaperError> {
        let mut head = row(self.shelf, head, LEFT + NAMES, PADDING)?;
        for row in &mut head {
            row.keep = true;
        }
        let again = Arc::new(head.clone());
        self.push(head);
        for cells in body {
            let mut rows = row(self.shelf, cells, LEFT + NAMES, PADDING)?;
            for row in &mut rows {
                row.head = Some(Arc::clone(&again));
            }
            self.push(rows);
        }
        Ok(())
    }

    /// Rows made elsewhere.
    pub fn push(&mut self, rows: Vec<Row>) {
        let group = self.parts.len();
        self.rows
            .extend(rows.into_iter().map(|row| Row { group, ..row }));
    }

    fn end_part(&mut self) {
        let rows = &mut self.rows[self.start..];
        let height: f32 = rows.iter().map(|row| row.height).sum();
        let count = rows.len();
        for (i, row) in rows.iter_mut().enumerate() {
            let inner = i + 1 < count;
            row.keep |= inner && (height < WHOLE_PART || i == 0 || i + 2 == count);
        }
    }

    /// The form's pages below its title, each as marks on the sheet.
    ///
    /// # Errors
    /// [`PaperError::GlyphMissing`] for a character that no font has.
    pub fn pages(mut self, title: &str) -> Result<Vec<Vec<Item>>, PaperError> {
        self.end_part();
        let title = paragraph(self.shelf, &[Piece::text(title)], &TITLE, WIDTH)?;
        let mut all = rows(title, &TITLE, LEFT, 0.0, true);
        all.append(&mut self.rows);
        let mut pages = Vec::new();
        for placed in paginate(all, HEIGHT) {
            let lines = frame(self.shelf, &placed, &self.parts)?;
            let mut items: Vec<Item> = marks(placed, 0.0, TOP).collect();
            items.extend(lines.into_iter().map(|item| item.shifted(0.0, TOP)));
            pages.push(items);
        }
        Ok(pages)
    }
}

/// A cell.
pub(crate) fn cell(width: f32, pieces: Vec<Piece>, style: Style) -> Cell {
    Cell {
        width,
        pieces,
        style,
    }
}

/// A cell with words.
pub(crate) fn words(width: f32, words: impl Into<String>, style: Style) -> Cell {
    cell(width, vec![Piece::Text(words.into())], style)
}

/// The frame around the rows of one page, the rules between them, and the
/// parts' names beside them; y counts as in `placed`.
///
/// # Errors
/// None with the fonts of the house.
fn frame(shelf: &FontShelf, placed: &[PlacedRow], parts: &[&str]) -> Result<Vec<Item>, PaperError> {
    let ruled: Vec<&PlacedRow> = placed.iter().filter(|p| p.row.group > 0).collect();
    let (Some(first), Some(last)) = (ruled.first(), ruled.last()) else {
        return Ok(Vec::new());
    };
    let (top, bottom) = (head_of(first), foot_of(last));
    let mut items = vec![
        Item::Frame {
            x: LEFT,
            y: top,
            w: WIDTH,
            h: bottom - top,
            width: FRAME,
        },
        Item::rule((LEFT + NAMES, top), (LEFT + NAMES, bottom), HAIRLINE),
    ];
    for pair in ruled.windows(2) {
        let y = pair[1].y;
        if pair[0].row.group != pair[1].row.group {
            items.push(Item::rule((LEFT, y), (LEFT + WIDTH, y), PART));
        } else if !pair[1].row.joined {
            items.push(Item::rule((LEFT + NAMES, y), (LEFT + WIDTH, y), HAIRLINE));
        }
    }
    for rows in ruled.chunk_by(|a, b| a.row.group == b.row.group) {
        let (first, last) = (rows[0], rows[rows.len() - 1]);
        let name = parts.get(first.row.group - 1).copied().unwrap_or_default();
        items.extend(part_name(shelf, name, first.y, last.y + last.row.height)?);
    }
    Ok(items)
}

/// Top of the first row of a page, with the room above a parted cell.
fn head_of(first: &PlacedRow) -> f32 {
    first.y
        - if first.row.joined {
            first.row.parted.0.min(first.y)
        } else {
            0.0
        }
}

/// Bottom of the last row of a page, with the room below a parted cell.
fn foot_of(last: &PlacedRow) -> f32 {
    last.y + last.row.height + last.row.parted.1
}

/// The name of a part in the middle of its rows: two characters a line, three
/// where one would be left alone.
fn part_name(
    shelf: &FontShelf,
    name: &str,
    top: f32,
    bottom: f32,
) -> Result<Vec<Item>, PaperError> {
    let letters: Vec<char> = name.chars().collect();
    let mut lines: Vec<String> = letters.chunks(2).map(String::from_iter).collect();
    if let Some(lonely) = lines.pop_if(|line| line.chars().count() == 1) {
        match lines.last_mut() {
            Some(line) => line.push_str(&lonely),
            None => lines.push(lonely),
        }
    }
    let mut y = (top + bottom - lines.len() as f32 * NAME.leading) / 2.0;
    let mut items = Vec::new();
    for words in lines {
        for line in paragraph(shelf, &[Piece::Text(words)], &NAME, NAMES)? {
            items.extend(line.lay(LEFT, y + NAME.baseline()));
        }
        y += NAME.leading;
    }
    Ok(items)
}
