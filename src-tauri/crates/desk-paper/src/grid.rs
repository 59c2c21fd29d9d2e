//! The ruled grid of forms: parts with their names down the left side, rows
//! of labels and values.

mod frame;

use crate::PaperError;
use crate::font::FontShelf;
use crate::layout::{
    Align, Cell, Item, Padding, Piece, Row, Style, marks, paginate, paragraph, row, rows,
};
use crate::sheet::{HEIGHT, LEFT, TOP, WIDTH};
use desk_domain::Money;
use desk_domain::capitals::to_capitals_with_prefix;
use frame::frame;
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
/// The same where it saves a page, in steps: no closer than the page asks for.
const CLOSER: [Padding; 2] = [
    Padding {
        edge: 2.65,
        least: 18.3,
        ..PADDING
    },
    CLOSEST,
];
const CLOSEST: Padding = Padding {
    edge: 2.1,
    least: 17.2,
    ..PADDING
};
/// A part lower than this is never parted between pages.
const WHOLE_PART: f32 = 230.0;

/// Values: short ones from the left, long ones with both edges straight.
pub(crate) const VALUE: Style = Style::plain(SIZE, LEADING, Align::Left);
pub(crate) const LONG: Style = Style::plain(SIZE, LEADING, Align::Justify);
pub(crate) const CENTRED: Style = Style::plain(SIZE, LEADING, Align::Centre);

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

/// The pages of a form below its title, each as marks on the sheet. A form that
/// misses a page less by the room between its rows gives that room up: a table
/// somewhat closer is easier to read than one with its end on another sheet.
///
/// # Errors
/// Those of `fill`; [`PaperError::GlyphMissing`] for a character that no font has.
pub(crate) fn form<'a>(
    shelf: &'a FontShelf,
    title: &str,
    fill: impl Fn(&mut Grid<'a>) -> Result<(), PaperError>,
) -> Result<Vec<Vec<Item>>, PaperError> {
    let set = |padding: Padding| {
        let mut grid = Grid::new(shelf, padding);
        fill(&mut grid)?;
        let saved = grid.rows.len() as f32 * (PADDING.least - CLOSEST.least);
        let height: f32 = grid.rows.iter().map(|row| row.height).sum();
        Ok((grid.pages(title)?, height - saved))
    };
    let (pages, at_best) = set(PADDING)?;
    let fewer = pages.len().saturating_sub(1);
    if fewer == 0 || at_best + TITLE.leading > fewer as f32 * HEIGHT {
        return Ok(pages);
    }
    for padding in CLOSER {
        let (closer, _) = set(padding)?;
        if closer.len() < pages.len() {
            return Ok(closer);
        }
    }
    Ok(pages)
}

/// Collects the rows of the form.
pub(crate) struct Grid<'a> {
    pub shelf: &'a FontShelf,
    padding: Padding,
    rows: Vec<Row>,
    parts: Vec<&'static str>,
    start: usize,
}

impl<'a> Grid<'a> {
    fn new(shelf: &'a FontShelf, padding: Padding) -> Self {
        Self {
            shelf,
            padding,
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
        let mut rows = row(self.shelf, cells, LEFT + NAMES, self.padding)?;
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
            Field {
                style: VALUE,
                ..Field::wide("金额大写", to_capitals_with_prefix(amount))
            },
        ])
    }

    /// Rows below a head that is set again on every page they reach.
    pub fn table(&mut self, head: &[Cell], body: &[Vec<Cell>]) -> Result<(), PaperError> {
        let mut head = row(self.shelf, head, LEFT + NAMES, self.padding)?;
        for row in &mut head {
            row.keep = true;
        }
        let again = Arc::new(head.clone());
        self.push(head);
        for cells in body {
            let mut rows = row(self.shelf, cells, LEFT + NAMES, self.padding)?;
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

    fn pages(mut self, title: &str) -> Result<Vec<Vec<Item>>, PaperError> {
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
