//! Rows into pages. A row is the least thing that a page break cannot cut: a
//! line of text, a row of a table or a slice of one. Rows say whether they may
//! be parted from the next, and that is all the page breaker knows of widows,
//! heads and signatures.

use super::item::Item;
use super::paragraph::Style;
use super::set::Line;
use std::sync::Arc;

/// The least thing that a page break cannot cut.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Room above, dropped at the top of a page.
    pub space: f32,
    /// Its height without that.
    pub height: f32,
    /// Its marks, from its own top left corner.
    pub items: Vec<Item>,
    /// The page may not break after it.
    pub keep: bool,
    /// The part of a form it belongs to, from 1; 0 outside forms.
    pub group: usize,
    /// Whether it goes on from the row above without a rule between them.
    pub joined: bool,
    /// Rows set again when this one starts a page: a table's head.
    pub head: Option<Arc<Vec<Row>>>,
    /// Room above when it starts a page, and below when it ends one, where a
    /// cell was parted between its lines.
    pub parted: (f32, f32),
    /// Marks set only when it starts a page: the label of a parted cell.
    pub again: Vec<Item>,
}

/// A row on its page.
#[derive(Debug, Clone)]
pub struct PlacedRow {
    /// Its top, below the top of the text area.
    pub y: f32,
    /// The row.
    pub row: Row,
}

/// Rows of the lines of a paragraph, from x = `left`. A paragraph is never
/// parted after its first or before its last line; `keep` keeps it whole and
/// with what follows.
#[must_use]
pub fn rows(lines: Vec<Line>, style: &Style, left: f32, space: f32, keep: bool) -> Vec<Row> {
    let count = lines.len();
    lines
        .into_iter()
        .enumerate()
        .map(|(i, line)| Row {
            space: if i == 0 { space } else { 0.0 },
            height: style.leading,
            items: line.lay(left, style.baseline()).collect(),
            keep: keep || (i + 1 < count && (i == 0 || i + 2 == count)),
            ..Row::default()
        })
        .collect()
}

/// Lays rows onto pages of this height, each as full as the rows allow.
#[must_use]
pub fn paginate(rows: Vec<Row>, height: f32) -> Vec<Vec<PlacedRow>> {
    let mut ends = Vec::new();
    let mut start = 0;
    while start < rows.len() {
        start = page_end(&rows, start, height);
        ends.push(start);
    }
    let mut rows = rows.into_iter();
    let mut start = 0;
    ends.into_iter()
        .map(|end| {
            let placed = place(rows.by_ref().take(end - start), end - start, start == 0);
            start = end;
            placed
        })
        .collect()
}

/// One past the last row of the page that starts with row `start`.
fn page_end(rows: &[Row], start: usize, height: f32) -> usize {
    let head = rows[start].head.as_deref().filter(|_| start > 0);
    let mut y: f32 = head.into_iter().flatten().map(|row| row.height).sum();
    let mut allowed = None;
    for (i, row) in rows.iter().enumerate().skip(start) {
        let space = if i == start { row.parted.0 } else { row.space };
        if y + space + row.height + row.parted.1 > height + 0.01 {
            return allowed.unwrap_or_else(|| i.max(start + 1));
        }
        y += space + row.height;
        if !row.keep {
            allowed = Some(i + 1);
        }
    }
    rows.len()
}

/// Gives the rows of one page their places; `first` tells the first page, on
/// which nothing is set again.
fn place(rows: impl Iterator<Item = Row>, count: usize, first: bool) -> Vec<PlacedRow> {
    let mut y = 0.0;
    let mut placed = Vec::with_capacity(count);
    for (i, mut row) in rows.enumerate() {
        if i == 0 && !first {
            let head = row.head.clone();
            for again in head.iter().flat_map(|rows| rows.iter()) {
                let head = Row {
                    group: row.group,
                    ..again.clone()
                };
                let height = head.height;
                placed.push(PlacedRow { y, row: head });
                y += height;
            }
            y += row.parted.0;
            row.items.append(&mut row.again);
        } else if i > 0 {
            y += row.space;
        }
        let height = row.height;
        placed.push(PlacedRow { y, row });
        y += height;
    }
    placed
}

/// The marks of placed rows, moved to where they stand on the page.
pub fn marks(placed: Vec<PlacedRow>, left: f32, top: f32) -> impl Iterator<Item = Item> {
    placed.into_iter().flat_map(move |PlacedRow { y, row }| {
        let items = row.items.into_iter();
        items.map(move |item| item.shifted(left, top + y))
    })
}
