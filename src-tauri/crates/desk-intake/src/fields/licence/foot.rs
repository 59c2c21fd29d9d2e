//! What stands around a licence's body: the number of the copy, the notices
//! at the foot, the registrar and the day of signature.

use crate::fields::date;
use crate::fields::draft::{Care, Draft};
use crate::fields::label::Label;
use crate::fields::lexicon;
use crate::fields::piece::Piece;
use crate::fields::print::is_han;
use crate::reading::{Doubt, FieldName, PrintedDate};
use std::collections::BTreeMap;

/// Words of notices printed on every licence, and of stamps put on copies.
const NOTICES: [&str; 22] = [
    "gsxt",
    "http",
    "www.",
    "公示系统网址",
    "信用信息公示",
    "年度报告",
    "于每年",
    "总局监制",
    "局监制",
    "扫描二维码",
    "国家企业信用",
    "信息公示系统",
    "了解更多登记",
    "备案、许可",
    "管信息",
    "企业信用信息",
    "原件一致",
    "复印无效",
    "他用无效",
    "仅供办理",
    "仅供核验",
    "报送上一年度",
];
const LOW: [&str; 7] = [
    "gsxt",
    "http",
    "公示系统网址",
    "年度报告",
    "监制",
    "于每年",
    "报送",
];

const REGISTRAR: Care = Care {
    letter: 0.9,
    han: 0.9,
    rival: 0.1,
};
const DAY: Care = Care {
    letter: 0.75,
    han: 0.4,
    rival: 0.3,
};

/// Takes notices away; gives the height where those at the foot begin, be they
/// read or left unread from there on.
pub(super) fn take_notices(pieces: &mut Vec<Piece>, unread: Option<f32>) -> f32 {
    let bottom = pieces.iter().map(|piece| piece.middle).fold(0.0, f32::max);
    let top = pieces
        .iter()
        .map(|piece| piece.middle)
        .fold(f32::INFINITY, f32::min);
    let mut edge = unread.unwrap_or(f32::INFINITY);
    pieces.retain(|piece| {
        let text = piece.text();
        let low = piece.middle > top + 0.7 * (bottom - top);
        if low && LOW.iter().any(|word| text.contains(word)) {
            edge = edge.min(piece.middle - piece.height);
        }
        !NOTICES.iter().any(|word| text.contains(word))
    });
    pieces.retain(|piece| piece.middle < edge);
    edge
}

/// 1-1, 1/1, beside its label or in brackets near the top.
pub(super) fn copy_number(pieces: &mut Vec<Piece>, label: Option<&Label>) -> Option<Draft> {
    let beside = |piece: &Piece| {
        label.is_some_and(|label| {
            (piece.middle - label.height_at(piece.left)).abs() < label.height
                && piece.left > label.right - label.height
        })
    };
    let at = pieces.iter().position(|piece| {
        let text = piece.text();
        let said = text.starts_with('(') && text.ends_with(')') || beside(piece);
        said && numbers(&text).is_some()
    })?;
    let piece = pieces.remove(at);
    let mut draft = Draft::of_pieces(std::iter::once(&piece));
    draft.text = numbers(&draft.text)?;
    draft.weigh(Care {
        letter: 0.75,
        han: 0.0,
        rival: 0.35,
    });
    Some(draft)
}

fn numbers(text: &str) -> Option<String> {
    let bare = text.trim_matches(|sign| "():;,.".contains(sign));
    let bare = bare.rsplit(['号', ':']).next()?;
    let (first, second) = bare.split_once(['-', '/'])?;
    let is_number = |part: &str| {
        (1..=2).contains(&part.len()) && part.chars().all(|sign| sign.is_ascii_digit())
    };
    (is_number(first) && is_number(second)).then(|| bare.to_owned())
}

/// 登记机关 and the day below it.
pub(super) fn signature(
    pieces: &[Piece],
    labels: &BTreeMap<FieldName, Label>,
    lowest: f32,
) -> Vec<(FieldName, Draft)> {
    let label = labels.get(&FieldName::Registrar);
    let top = label.map_or(lowest, |label| label.middle - 6.0 * label.height);
    let day = day(pieces, label.map_or(lowest, |label| label.middle));
    let registrar = pieces
        .iter()
        .find(|piece| piece.middle > top && lexicon::is_registrar(&piece.text()))
        .map(|piece| Draft::of_pieces(std::iter::once(piece)))
        .map(|mut draft| {
            draft.weigh(REGISTRAR);
            (FieldName::Registrar, draft)
        });
    day.map(|draft| (FieldName::Issued, draft))
        .into_iter()
        .chain(registrar)
        .collect()
}

/// The lowest line that is a date, its parts joined over wide gaps.
fn day(pieces: &[Piece], top: f32) -> Option<Draft> {
    let mut heads: Vec<&Piece> = pieces
        .iter()
        .filter(|piece| piece.middle > top - 0.5 * piece.height && begins_a_year(piece))
        .collect();
    heads.sort_by(|a, b| b.middle.total_cmp(&a.middle));
    let mut best: Option<Draft> = None;
    for head in heads {
        let row = row_of(pieces, head);
        let mut draft = Draft::of_pieces(row.iter().copied());
        let found = date::find(&draft.text);
        if let [found] = found.as_slice() {
            draft.text.clone_from(&found.text);
            draft.date = Some(PrintedDate::Day(found.day));
            draft.doubt_if(found.guessed, Doubt::Shape);
            draft.letters = draft.letters[found.span.0..found.span.1].to_vec();
            draft.weigh(DAY);
            return Some(draft);
        }
        if best.is_none() && draft.text.contains('年') {
            draft.weigh(DAY);
            draft.doubt(Doubt::Shape);
            best = Some(draft);
        }
    }
    best
}

fn begins_a_year(piece: &Piece) -> bool {
    let text = piece.text();
    let digits = text
        .chars()
        .take(4)
        .filter(|sign| date::digit(*sign).is_some())
        .count();
    let chinese = text.starts_with('二') && text.contains('年');
    let others = text
        .chars()
        .filter(|sign| is_han(*sign) && !"年月日曰".contains(*sign))
        .count();
    (digits == 4 && others <= 2 && text.chars().count() <= 16) || chinese
}

fn row_of<'a>(pieces: &'a [Piece], head: &'a Piece) -> Vec<&'a Piece> {
    let mut row: Vec<&Piece> = pieces
        .iter()
        .filter(|piece| piece.left > head.centre() && piece.beside(head))
        .collect();
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut kept = vec![head];
    for piece in row {
        let last = kept[kept.len() - 1];
        if piece.left - last.right > 5.0 * head.height {
            break;
        }
        kept.push(piece);
    }
    kept
}
