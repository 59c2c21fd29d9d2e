//! Tables of figures: a rule above the head, one below it, one below the last
//! row of a page, and none between columns. Words wrap inside their column;
//! figures of one width stand under each other from the right.

use crate::PaperError;
use crate::font::FontShelf;
use crate::layout::{Align, Item, Piece, PlacedRow, Row, Style, Type, paragraph};
use crate::sheet::LEFT;
use std::sync::Arc;

/// Above the head and below the last row.
const STRONG: f32 = 0.8;
/// Below the head and above a sum.
const FINE: f32 = 0.4;
/// Between every few rows of a long table, to guide the eye.
const GUIDE: f32 = 0.2;
/// Left and right of the words of a column.
const SIDE: f32 = 2.0;

/// A column.
pub(super) struct Column {
    /// Its head; `\n` parts lines.
    pub head: &'static str,
    /// Width in points.
    pub width: f32,
    /// Where its values stand; the head stands there too.
    pub align: Align,
}

/// A column with this head.
pub(super) const fn column(head: &'static str, width: f32, align: Align) -> Column {
    Column { head, width, align }
}

/// Columns wide enough that none of `rows` breaks a figure: as they are where
/// that is so already, else each as wide as it needs, with what is left shared.
pub(super) fn fitted(
    shelf: &FontShelf,
    columns: &[Column],
    size: f32,
    rows: &[Vec<String>],
) -> Vec<Column> {
    let wide = |words: &str| -> f32 {
        let found = words.chars().filter_map(|c| shelf.find(c, true));
        found.map(|(_, glyph)| glyph.advance * size).sum()
    };
    let needs: Vec<f32> = columns
        .iter()
        .enumerate()
        .map(|(i, column)| {
            let values = rows.iter().filter_map(|row| row.get(i));
            let words = values.map(String::as_str).chain(column.head.lines());
            // Rounding must not break what just fits.
            words.map(wide).fold(0.0, f32::max) + 2.0 * SIDE + 0.5
        })
        .collect();
    let all: f32 = columns.iter().map(|column| column.width).sum();
    let left = all - needs.iter().sum::<f32>();
    let enough = columns.iter().zip(&needs).all(|(c, need)| *need <= c.width);
    let kept = enough || left < 0.0;
    let share = left / columns.len() as f32;
    let fit = |(own, need): (&Column, &f32)| Column {
        width: if kept { own.width } else { need + share },
        ..*own
    };
    columns.iter().zip(&needs).map(fit).collect()
}

/// A table being set.
pub(super) struct Columns<'a> {
    shelf: &'a FontShelf,
    columns: &'a [Column],
    size: f32,
    leading: f32,
    /// Left and right of the words, above and below them.
    padding: (f32, f32),
    group: usize,
    head: Option<Arc<Vec<Row>>>,
    rows: Vec<Row>,
    left: f32,
}

impl<'a> Columns<'a> {
    /// A table of this type size from the left edge of the text. `group` is its
    /// number on the sheet, from 1.
    pub fn new(shelf: &'a FontShelf, columns: &'a [Column], size: f32, group: usize) -> Self {
        Self {
            shelf,
            columns,
            size,
            leading: size * 1.35,
            padding: (SIDE, size * 0.24),
            group,
            head: None,
            rows: Vec::new(),
            left: LEFT,
        }
    }

    /// The head, set again on every page that the table reaches. `caption` is a
    /// line above it that comes again too.
    pub fn head(&mut self, caption: Option<&str>) -> Result<(), PaperError> {
        let heads: Vec<&str> = self.columns.iter().map(|column| column.head).collect();
        let mut row = self.set(&heads, true, true)?;
        let (left, right) = self.edges();
        row.items
            .push(Item::rule((left, 0.0), (right, 0.0), STRONG));
        row.items
            .push(Item::rule((left, row.height), (right, row.height), FINE));
        row.keep = true;
        let mut head = Vec::new();
        if let Some(caption) = caption {
            head.push(self.caption(caption)?);
        }
        head.push(row);
        self.head = Some(Arc::new(head.clone()));
        self.rows.extend(head);
        Ok(())
    }

    fn caption(&self, words: &str) -> Result<Row, PaperError> {
        let style = Style::plain(self.size + 1.0, self.leading + 6.0, Align::Left).bold();
        let (left, right) = self.edges();
        let lines = paragraph(self.shelf, &[Piece::text(words)], &style, right - left)?;
        let height = lines.len() as f32 * style.leading;
        let mut items = Vec::new();
        for (i, line) in lines.into_iter().enumerate() {
            items.extend(line.lay(left, i as f32 * style.leading + style.baseline()));
        }
        Ok(Row {
            height,
            items,
            keep: true,
            ..Row::default()
        })
    }

    /// A row of values, one for each column. `guided` puts a thin rule under it.
    pub fn row<S: AsRef<str>>(&mut self, values: &[S], guided: bool) -> Result<(), PaperError> {
        let mut row = self.set(values, false, false)?;
        if guided {
            let (left, right) = self.edges();
            let line = Item::rule((left, row.height), (right, row.height), GUIDE);
            row.items.push(line);
        }
        self.push(row);
        Ok(())
    }

    /// A row of sums in bold, kept on the page of the row above.
    pub fn sum<S: AsRef<str>>(&mut self, values: &[S]) -> Result<(), PaperError> {
        if let Some(last) = self.rows.last_mut() {
            last.keep = true;
        }
        let mut row = self.set(values, true, false)?;
        let (left, right) = self.edges();
        row.items.push(Item::rule((left, 0.0), (right, 0.0), FINE));
        self.push(row);
        Ok(())
    }

    /// One sentence in the place of rows.
    pub fn sentence(&mut self, words: &str) -> Result<(), PaperError> {
        let style = Style::plain(self.size, self.leading, Align::Centre);
        let (left, right) = self.edges();
        let lines = paragraph(self.shelf, &[Piece::text(words)], &style, right - left)?;
        let mut items = Vec::new();
        for (i, line) in lines.into_iter().enumerate() {
            let baseline = self.padding.1 + i as f32 * self.leading + style.baseline();
            items.extend(line.lay(left, baseline));
        }
        self.push(Row {
            height: self.leading + 2.0 * self.padding.1,
            items,
            ..Row::default()
        });
        Ok(())
    }

    /// The rows.
    pub fn finish(mut self) -> Vec<Row> {
        let group = self.group;
        // A head with but one row under it reads like a mistake of the page's.
        let mut body = self.rows.iter_mut().filter(|row| row.head.is_some());
        if let (Some(first), Some(_)) = (body.next(), body.next()) {
            first.keep = true;
        }
        self.rows
            .into_iter()
            .map(|row| Row { group, ..row })
            .collect()
    }

    fn push(&mut self, row: Row) {
        let head = self.head.clone();
        self.rows.push(Row { head, ..row });
    }

    fn edges(&self) -> (f32, f32) {
        let width: f32 = self.columns.iter().map(|column| column.width).sum();
        (self.left, self.left + width)
    }

    fn set<S: AsRef<str>>(
        &self,
        values: &[S],
        bold: bool,
        centred: bool,
    ) -> Result<Row, PaperError> {
        let (side, edge) = self.padding;
        let mut cells = Vec::with_capacity(values.len());
        let (mut x, mut tallest) = (self.left, 1);
        for (column, value) in self.columns.iter().zip(values) {
            let style = Style {
                face: Type {
                    bold,
                    tabular: true,
                    ..Type::regular(self.size)
                },
                ..Style::plain(self.size, self.leading, column.align)
            };
            let piece = Piece::text(value.as_ref());
            let lines = paragraph(self.shelf, &[piece], &style, column.width - 2.0 * side)?;
            tallest = tallest.max(lines.len());
            cells.push((x + side, style, lines));
            x += column.width;
        }
        let words = tallest as f32 * self.leading;
        let mut items = Vec::new();
        for (x, style, lines) in cells {
            let empty = words - lines.len() as f32 * self.leading;
            let mut y = edge + if centred { empty / 2.0 } else { 0.0 };
            for line in lines {
                items.extend(line.lay(x, y + style.baseline()));
                y += self.leading;
            }
        }
        Ok(Row {
            height: words + 2.0 * edge,
            items,
            ..Row::default()
        })
    }
}

/// The rules below the last row that each table has on a page; y counts as in
/// `placed`.
pub(super) fn closing_rules(placed: &[PlacedRow], width: f32) -> Vec<Item> {
    placed
        .chunk_by(|a, b| a.row.group == b.row.group)
        .filter_map(<[PlacedRow]>::last)
        .filter(|last| last.row.group > 0)
        .map(|last| {
            let y = last.y + last.row.height;
            Item::rule((LEFT, y), (LEFT + width, y), STRONG)
        })
        .collect()
}
