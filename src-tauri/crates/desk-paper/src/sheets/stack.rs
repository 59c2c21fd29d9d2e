//! A sheet from top to bottom: title, facts, paragraphs and tables stacked as
//! rows, then laid on pages with the firm's name above and the page below.

use super::columns::{Columns, closing_rules};
use super::{Paper, SheetError};
use crate::PaperError;
use crate::font::FontShelf;
use crate::layout::{Align, Item, Page, Piece, Row, Style, Type, marks, paginate, paragraph, rows};
use crate::sheet::{self, HEIGHT, LEADING, LEFT, TEXT, TOP, WIDTH};
use crate::writer::{self, Meta};
use chrono::{NaiveDate, NaiveTime};
use std::sync::Arc;

const TITLE: Style = Style::plain(18.0, 32.0, Align::Centre).bold();
/// A paragraph of a letter.
pub(super) const BODY: Style = Style {
    indent: 2.0,
    ..Style::plain(TEXT, LEADING, Align::Justify)
};
/// A line of a letter without indent.
pub(super) const FLUSH: Style = Style::plain(TEXT, LEADING, Align::Left);
/// Facts and remarks beside tables.
pub(super) const SMALL: Style = Style::plain(9.5, 15.5, Align::Justify);
/// Head of a part.
const PART: Style = Style::plain(10.5, 20.0, Align::Left).bold();

/// What stands above and about a sheet.
pub(super) struct Heading<'a> {
    /// The firm.
    pub firm: &'a str,
    /// Number of the sheet; may be empty.
    pub number: &'a str,
    /// What the sheet is, for the title of the file.
    pub title: String,
    /// To whom it goes, for the file's subject.
    pub subject: &'a str,
    /// Date of the file.
    pub day: NaiveDate,
}

/// The rows of a sheet.
pub(super) struct Stack<'a> {
    pub shelf: &'a FontShelf,
    rows: Vec<Row>,
    tables: usize,
}

impl<'a> Stack<'a> {
    pub fn new(shelf: &'a FontShelf) -> Self {
        Self {
            shelf,
            rows: Vec::new(),
            tables: 0,
        }
    }

    /// The sheet's name in the middle.
    pub fn title(&mut self, words: &str) -> Result<(), PaperError> {
        self.words(words, &TITLE, 0.0, true)
    }

    /// The head of a part, kept with what follows.
    pub fn part(&mut self, words: &str) -> Result<(), PaperError> {
        self.words(words, &PART, 9.0, true)
    }

    /// A paragraph of plain words.
    pub fn words(
        &mut self,
        words: &str,
        style: &Style,
        space: f32,
        keep: bool,
    ) -> Result<(), PaperError> {
        self.pieces(&[Piece::text(words)], style, space, keep)
    }

    /// A paragraph with blanks, data and boxes.
    pub fn pieces(
        &mut self,
        pieces: &[Piece],
        style: &Style,
        space: f32,
        keep: bool,
    ) -> Result<(), PaperError> {
        let lines = paragraph(self.shelf, pieces, style, WIDTH)?;
        self.rows.extend(rows(lines, style, LEFT, space, keep));
        Ok(())
    }

    /// Labels and values in two columns, read from left to right; a value
    /// longer than its column wraps below itself. Empty values are left out.
    pub fn facts(&mut self, facts: &[(&str, &str)]) -> Result<(), PaperError> {
        let told: Vec<_> = facts
            .iter()
            .filter(|(_, value)| !value.trim().is_empty())
            .collect();
        const GAP: f32 = 14.0;
        let width = (WIDTH - GAP) / 2.0;
        for (i, pair) in told.chunks(2).enumerate() {
            let (mut items, mut tallest) = (Vec::new(), 1);
            for ((label, value), x) in pair.iter().zip([LEFT, LEFT + width + GAP]) {
                let label = format!("{label}：");
                let style = Style {
                    hang: label.chars().count() as f32,
                    align: Align::Left,
                    ..SMALL
                };
                let words = [Piece::text(format!("{label}{}", value.trim()))];
                let lines = paragraph(self.shelf, &words, &style, width)?;
                tallest = tallest.max(lines.len());
                for (i, line) in lines.into_iter().enumerate() {
                    items.extend(line.lay(x, i as f32 * style.leading + style.baseline()));
                }
            }
            self.rows.push(Row {
                space: if i == 0 { 6.0 } else { 0.0 },
                height: tallest as f32 * SMALL.leading,
                items,
                keep: true,
                ..Row::default()
            });
        }
        Ok(())
    }

    /// A number for the next table.
    pub fn next_table(&mut self) -> usize {
        self.tables += 1;
        self.tables
    }

    /// The rows of a table, `space` below what stands above it.
    pub fn table(&mut self, table: Columns<'_>, space: f32) {
        let mut rows = table.finish();
        if let Some(first) = rows.first_mut() {
            first.space = space;
        }
        self.rows.extend(rows);
    }

    /// Who speaks, and when, at the right edge; never alone on a page.
    pub fn signed(&mut self, firm: &str, day: NaiveDate) -> Result<(), PaperError> {
        if let Some(last) = self.rows.last_mut() {
            last.keep = true;
        }
        let style = Style {
            align: Align::Right,
            ..FLUSH
        };
        self.words(&format!("{firm}（盖章）"), &style, 34.0, true)?;
        self.words(&super::written(day), &style, 4.0, false)
    }

    /// The rows on pages; a `foot` stands at the bottom of the last one.
    pub fn pages(self, foot: Option<Row>) -> Vec<Vec<Item>> {
        let mut rows = self.rows;
        let standing = foot.is_some();
        // A foot never stands on a page without a word of what it is about.
        if let (true, Some(last)) = (standing, rows.last_mut()) {
            last.keep = true;
        }
        rows.extend(foot);
        let mut pages = paginate(rows, HEIGHT);
        if let (true, Some(last)) = (standing, pages.last_mut().and_then(|page| page.last_mut())) {
            last.y = HEIGHT - last.row.height;
        }
        let page = |placed: Vec<_>| {
            let rules = closing_rules(&placed, WIDTH);
            let mut items: Vec<Item> = marks(placed, 0.0, TOP).collect();
            items.extend(rules.into_iter().map(|rule| rule.shifted(0.0, TOP)));
            items
        };
        pages.into_iter().map(page).collect()
    }
}

/// Sets heads and feet about the bodies of pages.
///
/// # Errors
/// [`PaperError::GlyphMissing`] for a character that no font has.
pub(super) fn dress(
    shelf: &FontShelf,
    heading: &Heading<'_>,
    bodies: Vec<Vec<Item>>,
) -> Result<Vec<Page>, SheetError> {
    let head = head(shelf, heading)?;
    let count = bodies.len();
    let mut pages = Vec::with_capacity(count);
    let shared = Arc::new(head);
    for (i, mut items) in bodies.into_iter().enumerate() {
        items.extend(sheet::footer(shelf, i + 1, count)?);
        let layers = vec![Arc::clone(&shared), Arc::new(items)];
        pages.push(Page::a4(layers, (i + 1).to_string()));
    }
    Ok(pages)
}

/// Writes the file.
///
/// # Errors
/// [`PaperError::FontUnusable`] or [`PaperError::Unwritable`].
pub(super) fn write(
    shelf: &FontShelf,
    heading: &Heading<'_>,
    pages: &[Page],
) -> Result<Paper, SheetError> {
    let meta = Meta {
        title: format!("{} {}", heading.title, heading.number)
            .trim_end()
            .to_owned(),
        author: heading.firm.to_owned(),
        subject: heading.subject.to_owned(),
        created: heading.day.and_time(NaiveTime::MIN),
    };
    let written = writer::write(shelf, pages, &meta)?;
    Ok(Paper {
        sha256: written.sha256,
        pages: u32::try_from(pages.len()).unwrap_or(u32::MAX),
        pdf: written.bytes,
    })
}

/// The firm's name on the left, the sheet's number on the right, a rule below.
fn head(shelf: &FontShelf, heading: &Heading<'_>) -> Result<Vec<Item>, PaperError> {
    const SIZE: f32 = 9.0;
    const LINE: f32 = 58.0;
    let edges = (LEFT, LEFT + WIDTH);
    let baseline = LINE - 6.0;
    let bold = Type::bold(SIZE);
    let mut items = sheet::label(shelf, heading.firm, bold, Align::Left, edges, baseline)?;
    if !heading.number.is_empty() {
        let number = format!("编号：{}", heading.number);
        let face = Type::regular(SIZE);
        items.extend(sheet::label(
            shelf,
            &number,
            face,
            Align::Right,
            edges,
            baseline,
        )?);
    }
    items.push(Item::rule((edges.0, LINE), (edges.1, LINE), 0.5));
    Ok(items)
}
