//! Labels that were lost before values that tell by themselves what they are:
//! 住　所 and 出　资　额 are set so wide that their letters are not always found,
//! and what stands behind them would be taken for a line of a neighbour. Refuses
//! to choose where two values would do; a person looks at what it chose.

use super::super::band;
use super::super::label::Label;
use super::super::lexicon;
use super::super::piece::Piece;
use super::super::print::chinese_punctuation;
use super::shape;
use crate::reading::FieldName;
use std::collections::BTreeMap;

/// With fewer labels it is not known where the body stands.
const FEWEST: usize = 4;
/// A value stands so many heights behind its label's beginning.
const BEHIND: f32 = 4.0;

/// Puts labels where lost ones should stand; gives the fields that they name.
pub(super) fn restored(
    pieces: &[Piece],
    labels: &mut BTreeMap<FieldName, Label>,
) -> Vec<FieldName> {
    if labels.len() < FEWEST {
        return Vec::new();
    }
    let known: Vec<Label> = labels.values().copied().collect();
    let mut fields = Vec::new();
    for field in [FieldName::Capital, FieldName::Address] {
        if labels.contains_key(&field) {
            continue;
        }
        let fits =
            |piece: &&Piece| is_like(field, &piece.text()) && is_unnamed(piece, pieces, &known);
        let mut values = pieces.iter().filter(fits);
        if let (Some(value), None) = (values.next(), values.next()) {
            labels.insert(field, before(value));
            fields.push(field);
        }
    }
    fields
}

/// Whether a text is a value of this field and of no other.
fn is_like(field: FieldName, text: &str) -> bool {
    match field {
        FieldName::Capital => shape::is_amount(&chinese_punctuation(text)),
        FieldName::Address => lexicon::is_surely_an_address(text),
        _ => false,
    }
}

/// Whether no label stands left of a piece with nothing between them, though
/// the piece stands among labels.
fn is_unnamed(piece: &Piece, pieces: &[Piece], labels: &[Label]) -> bool {
    let on_line = |label: &&Label| band::begins(piece, label, f32::INFINITY);
    let named = labels.iter().filter(on_line).any(|label| {
        let between = |other: &&Piece| {
            other.centre() > label.right && other.right < piece.centre() && other.beside(piece)
        };
        !pieces.iter().any(|other| between(&other))
    });
    let reach = 3.0 * piece.height;
    let above = |label: &Label| label.middle < piece.middle + reach;
    let below = |label: &Label| label.middle > piece.middle - reach;
    !named && labels.iter().any(above) && labels.iter().any(below)
}

/// A label directly before a value.
fn before(value: &Piece) -> Label {
    let tall = value.height;
    let (left, right) = (value.left - BEHIND * tall, value.left - 0.3 * tall);
    Label {
        corners: value.corners.map(|[x, y]| [x - BEHIND * tall, y]),
        left,
        right,
        middle: value.height_at(f32::midpoint(left, right)),
        height: tall,
        slope: value.slope,
        greedy: false,
    }
}
