//! 身份证国徽面: 签发机关 and 有效期限.

use super::band::{self, Space};
use super::date::{self, Found};
use super::draft::{Care, Draft};
use super::label::{self, Label, Rule};
use super::lexicon;
use super::piece::Piece;
use crate::reading::{Doubt, FieldName, PrintedDate};
use chrono::{Datelike, Months, NaiveDate};
use std::collections::BTreeMap;

const RULES: [Rule; 2] = [
    (FieldName::Authority, &["签发机关"]),
    (FieldName::ValidFrom, &["有效期限"]),
];

const AUTHORITY: Care = Care {
    letter: 0.8,
    han: 0.8,
    rival: 0.15,
};
const DAYS: Care = Care {
    letter: 0.7,
    han: 0.6,
    rival: 0.35,
};
/// Years for which cards are issued.
const TERMS: [u32; 3] = [5, 10, 20];

/// Reads the side with the emblem.
pub(super) fn read(mut pieces: Vec<Piece>) -> BTreeMap<FieldName, Draft> {
    let labels = label::take(&mut pieces, &RULES);
    let term = labels.get(&FieldName::ValidFrom);
    let mut drafts = BTreeMap::new();
    if let Some(authority) = authority(&mut pieces, labels.get(&FieldName::Authority), term) {
        drafts.insert(FieldName::Authority, authority);
    }
    validity(days(&mut pieces, term), &mut drafts);
    drafts.retain(|_, draft| !draft.letters.is_empty());
    drafts
}

/// 签发机关: beside its label, else what looks like one.
fn authority(
    pieces: &mut Vec<Piece>,
    label: Option<&Label>,
    term: Option<&Label>,
) -> Option<Draft> {
    let mut draft = if let Some(label) = label {
        let space = Space {
            right: f32::INFINITY,
            bottom: term.map_or(f32::INFINITY, |term| term.middle - 0.7 * term.height),
            runs_on: true,
        };
        Draft::of_rows(&band::take(pieces, label, &space))
    } else {
        let at = pieces
            .iter()
            .position(|piece| lexicon::is_police(&piece.text()))?;
        let mut draft = Draft::of_pieces(std::iter::once(&pieces.remove(at)));
        draft.doubt(Doubt::Displaced);
        draft
    };
    draft.doubt_if(!lexicon::is_police(&draft.text), Doubt::Shape);
    draft.weigh(AUTHORITY);
    Some(draft)
}

/// 有效期限: beside its label, else what looks like one.
fn days(pieces: &mut Vec<Piece>, label: Option<&Label>) -> Draft {
    let space = Space {
        right: f32::INFINITY,
        bottom: f32::INFINITY,
        runs_on: false,
    };
    let rows = label.map(|label| band::take(pieces, label, &space));
    let draft = Draft::of_rows(&rows.unwrap_or_default());
    if !date::find(&draft.text).is_empty() {
        return draft;
    }
    let elsewhere = pieces
        .iter()
        .find(|piece| !date::find(&piece.text()).is_empty());
    elsewhere.map_or(draft, |piece| {
        let mut draft = Draft::of_pieces(std::iter::once(piece));
        draft.doubt(Doubt::Displaced);
        draft
    })
}

fn validity(draft: Draft, drafts: &mut BTreeMap<FieldName, Draft>) {
    let found = date::find(&draft.text);
    let part = |from: usize, to: usize| Draft {
        letters: draft
            .letters
            .get(from..to)
            .map(<[_]>::to_vec)
            .unwrap_or_default(),
        ..draft.clone()
    };
    let Some(first) = found.first() else {
        // Something stands there, but no date: shown for a person to type.
        let mut unread = draft.clone();
        unread.doubt(Doubt::Shape);
        drafts.insert(FieldName::ValidFrom, unread);
        return;
    };
    let mut from = dated(part(first.span.0, first.span.1), first);
    let end = draft.letters.len();
    let mut to = match found.get(1) {
        Some(second) => dated(part(second.span.0, second.span.1), second),
        None => long_term(part(first.span.1, end)),
    };
    if let (Some(PrintedDate::Day(a)), Some(PrintedDate::Day(b))) = (from.date, to.date) {
        from.doubt_if(!is_term(a, b), Doubt::Contradicted);
        to.doubt_if(!is_term(a, b), Doubt::Contradicted);
    }
    drafts.insert(FieldName::ValidFrom, from);
    drafts.insert(FieldName::ValidTo, to);
}

fn dated(mut draft: Draft, found: &Found) -> Draft {
    found.text.clone_into(&mut draft.text);
    draft.date = Some(PrintedDate::Day(found.day));
    draft.doubt_if(found.guessed, Doubt::Shape);
    // The first second-generation cards are of 2004.
    draft.doubt_if(found.day.year() < 2004, Doubt::Contradicted);
    draft.weigh(DAYS);
    draft
}

fn long_term(mut draft: Draft) -> Draft {
    let rest: String = draft
        .letters
        .iter()
        .map(|letter| letter.character)
        .collect();
    if date::is_long_term(&rest) {
        "长期".clone_into(&mut draft.text);
        draft.date = Some(PrintedDate::LongTerm);
        draft.weigh(DAYS);
    } else {
        draft.text = rest.trim_matches(super::print::is_speck).to_owned();
        draft.doubt(Doubt::Shape);
    }
    draft
}

/// Cards are valid for 5, 10 or 20 years to the day; from 29 February to the
/// 28th or to 1 March.
fn is_term(from: NaiveDate, to: NaiveDate) -> bool {
    TERMS.iter().any(|years| {
        let end = from.checked_add_months(Months::new(years * 12));
        end == Some(to)
            || end
                .and_then(|end| end.succ_opt())
                .filter(|_| from.day() == 29)
                == Some(to)
    })
}
