//! Paragraphs: pieces in, set lines out.

use super::breaks::{Break, breaks};
use super::class::Class;
use super::lines::{Measure, Room, balanced, greedy};
use super::set::{Line, set};
use super::text::{Piece, Type, shape};
use crate::PaperError;
use crate::font::FontShelf;

/// Where the lines stand between their edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Align {
    /// Both edges straight; the last line ends where it ends.
    Justify,
    /// Left edge straight.
    Left,
    /// Centred.
    Centre,
    /// Right edge straight.
    Right,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Its type.
    pub face: Type,
    /// Where its lines stand.
    pub align: Align,
    /// Indent of the first line, in characters.
    pub indent: f32,
    /// Indent of the others, in characters.
    pub hang: f32,
    /// From baseline to baseline, in points.
    pub leading: f32,
}

impl Style {
    /// Regular type, no indent.
    #[must_use]
    pub const fn plain(size: f32, leading: f32, align: Align) -> Self {
        Self {
            face: Type::regular(size),
            align,
            indent: 0.0,
            hang: 0.0,
            leading,
        }
    }

    /// The same in bold.
    #[must_use]
    pub const fn bold(mut self) -> Self {
        self.face.bold = true;
        self
    }

    /// The baseline's place below the top of the line: Chinese characters
    /// stand 0.88 above and 0.12 below it, in the middle of the leading.
    #[must_use]
    pub fn baseline(&self) -> f32 {
        self.leading / 2.0 + 0.38 * self.face.size
    }
}

/// Sets `pieces` into lines of `width` points.
///
/// # Errors
/// [`PaperError::GlyphMissing`] for a character that no font has.
pub fn paragraph(
    shelf: &FontShelf,
    pieces: &[Piece],
    style: &Style,
    width: f32,
) -> Result<Vec<Line>, PaperError> {
    let size = style.face.size;
    let clusters = shape(shelf, pieces, style.face)?;
    if clusters.is_empty() {
        return Ok(vec![Line::default()]);
    }
    let room = Room {
        first: width - style.indent * size,
        other: width - style.hang * size,
    };
    let measure = Measure::new(&clusters, size);
    if let Some(line) = short(&measure, style, room.first) {
        return Ok(vec![line]);
    }
    let breaks = breaks(&clusters, room.first.min(room.other));
    let ends = match style.align {
        Align::Justify => balanced(&measure, &breaks, room),
        _ => greedy(&measure, &breaks, room),
    };
    Ok(set_lines(&measure, &breaks, &ends, style, room))
}

/// The lines that end there, each in its place.
fn set_lines(
    measure: &Measure<'_>,
    breaks: &[Break],
    ends: &[usize],
    style: &Style,
    room: Room,
) -> Vec<Line> {
    let mut start = 0;
    let mut lines = Vec::with_capacity(ends.len());
    for &end in ends {
        let forced = breaks[end - 1] == Break::Forced;
        let (indent, room) = if start == 0 {
            (style.indent, room.first)
        } else {
            (style.hang, room.other)
        };
        let natural = measure.natural(start, end);
        let indent = indent * measure.size + offset(style.align, room, natural.width);
        let fill = style.align == Align::Justify && !forced;
        lines.push(set(measure, &natural, style.face, indent, room, fill));
        start = end;
    }
    lines
}

/// How far into its room a line of this width starts.
fn offset(align: Align, room: f32, width: f32) -> f32 {
    match align {
        Align::Justify | Align::Left => 0.0,
        Align::Centre => ((room - width) / 2.0).max(0.0),
        Align::Right => (room - width).max(0.0),
    }
}

/// The whole paragraph, when it is one line that fits: most cells of tables
/// are, and where such a line might be broken need not be known.
fn short(measure: &Measure<'_>, style: &Style, room: f32) -> Option<Line> {
    let whole = measure.natural(0, measure.clusters.len());
    let ends_inside = measure.clusters[..whole.end]
        .iter()
        .any(|cluster| cluster.class == Class::LineEnd);
    if ends_inside || whole.end < measure.clusters.len() || whole.width > room {
        return None;
    }
    let indent = style.indent * measure.size + offset(style.align, room, whole.width);
    Some(set(measure, &whole, style.face, indent, room, false))
}
