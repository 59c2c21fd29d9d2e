//! What lines of print mean: the fields of licences and identity cards, each
//! with its witnesses, and what must be looked at by a person.
//!
//! Owns labels, values, closed lists, check digits and the rule that nothing
//! wrong passes unmarked. Refuses pictures: it sees lines and codes only, and
//! asks a [`Sheet`] to look again where a line is doubtful.

mod band;
mod check;
pub mod cross;
mod date;
mod draft;
mod emblem;
mod ending;
mod halves;
mod kind;
mod label;
mod lexicon;
mod licence;
mod likeness;
mod number;
mod overlaid;
mod piece;
mod portrait;
mod print;
mod qr;
mod second;

pub(crate) use print::is_han;

use crate::reading::{DocumentKind, Doubt, Sheet, SheetReading, TextLine, Witness};
use std::collections::BTreeMap;

/// No paper has more lines; a sheet with more is no paper.
const MOST_LINES: usize = 600;

/// A sheet whose letters are less sure than this on average is hardly legible:
/// a fax of a fax, a photograph out of focus. Good papers come to 0.97 and more.
const LEGIBLE: f32 = 0.95;

/// Whether nothing on a sheet can be trusted by its letters alone.
fn is_hardly_legible(lines: &[TextLine]) -> bool {
    // The ornaments of a frame are read as some sign or other, hardly sure.
    let prose = |line: &&TextLine| line.letters.iter().any(|letter| is_han(letter.character));
    let lines = lines.iter().filter(prose);
    let (sure, count) = lines.fold((0.0, 0.0), |(sure, count), line| {
        #[allow(clippy::cast_precision_loss, reason = "letters of a line")]
        let letters = line.letters.len() as f32;
        (sure + line.confidence * letters, count + letters)
    });
    sure < LEGIBLE * count
}

/// What a sheet with these lines is.
pub(crate) fn kind_of(lines: &[TextLine]) -> DocumentKind {
    kind::of(&lines[..lines.len().min(MOST_LINES)])
}

/// Tells what a sheet is and reads its fields.
#[must_use]
pub fn read_sheet(sheet: &Sheet<'_>) -> SheetReading {
    let lines = &sheet.lines[..sheet.lines.len().min(MOST_LINES)];
    let kind = kind_of(lines);
    let mut pieces = piece::pieces(lines);
    if kind == DocumentKind::Licence {
        ending::find(sheet, &mut pieces);
    }
    let mut drafts = match kind {
        DocumentKind::Licence => licence::read(sheet, pieces),
        DocumentKind::IdPortrait => portrait::read(pieces),
        DocumentKind::IdEmblem => emblem::read(pieces),
        DocumentKind::Other => BTreeMap::new(),
    };
    second::look(sheet, &mut drafts);
    for draft in drafts.values_mut() {
        if let Some(text) = lexicon::self_governed(&draft.text) {
            draft.text = text;
            draft.doubt(Doubt::Repaired);
        }
    }
    if is_hardly_legible(lines) {
        // What happens to look sure on such a paper is as likely wrong.
        let unvouched = drafts
            .values_mut()
            .filter(|draft| draft.witnesses == [Witness::Ocr]);
        unvouched.for_each(|draft| draft.doubt(Doubt::UnsureLetter));
    }
    let fields = drafts
        .into_iter()
        .filter_map(|(field, draft)| Some((field, draft.finish()?)))
        .collect();
    SheetReading { kind, fields }
}
