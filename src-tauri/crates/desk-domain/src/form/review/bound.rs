//! 绑定号码: where calls go. Each number once, of known ownership, ringing at
//! times that do not contradict each other.

use super::fault::Fault;
use super::notes::{LINE, Notes, SHORT};
use super::{Scene, window};
use crate::form::{BoundNumber, Feature, Owner, Strategy};
use crate::identifier::Phone;
use crate::period::add_months;
use std::collections::BTreeMap;

/// As many as the carriers' platforms take behind one 400 number.
pub(super) const MOST_BOUND: usize = 50;
/// Lines of a large call centre; more is a slip of the finger.
const MOST_CONCURRENT: u32 = 999;
/// Carriers take proofs of the last months only.
const PROOF_MONTHS: u32 = 3;

pub(super) fn review(notes: &mut Notes, scene: &Scene<'_>) {
    let form = scene.form;
    if form.bound.is_empty() && form.business.restates_service() {
        notes.missing("bound", &Fault::BoundNone);
    }
    if form.bound.len() > MOST_BOUND {
        notes.wrong("bound", &Fault::BoundTooMany { most: MOST_BOUND });
    }
    let mut seen = BTreeMap::new();
    for (index, bound) in form.bound.iter().enumerate().take(MOST_BOUND) {
        let path = format!("bound.{index}");
        number(notes, &path, index, bound, &mut seen);
        proof(notes, scene, &path, bound);
        area(notes, form.strategy, &path, bound);
        concurrent(notes, &path, bound);
        window::review(notes, form.strategy, &path, &bound.windows);
    }
    let no_windows = form.bound.iter().all(|bound| bound.windows.is_empty());
    if form.strategy == Strategy::ByTime && no_windows && !form.bound.is_empty() {
        notes.warn("strategy", &Fault::WindowsMissing);
    }
    let has = |feature| form.features.contains(&feature);
    if has(Feature::BlockList) && has(Feature::AllowList) {
        notes.warn("features", &Fault::ListsContradict);
    }
}

fn number(
    notes: &mut Notes,
    path: &str,
    index: usize,
    bound: &BoundNumber,
    seen: &mut BTreeMap<Phone, usize>,
) {
    let field = format!("{path}.number");
    let typed = notes.required(&field, &bound.number, SHORT, &Fault::BoundNumberMissing);
    let Some(phone) = notes.read(&field, typed, Phone::parse) else {
        return;
    };
    notes.warn_all(&field, &phone.warnings());
    match seen.get(&phone) {
        Some(first) => notes.wrong(&field, &Fault::BoundDuplicate { first: *first }),
        None => {
            seen.insert(phone, index + 1);
        }
    }
}

/// A number of somebody else needs a proof, and a proof its day.
fn proof(notes: &mut Notes, scene: &Scene<'_>, path: &str, bound: &BoundNumber) {
    let field = format!("{path}.proof");
    let proof = notes.text(&field, &bound.proof, SHORT);
    if proof.is_none() && bound.owner != Owner::Company {
        notes.warn(&field, &Fault::BoundProofMissing);
    }
    let field = format!("{path}.proof_date");
    let typed = notes.text(&field, &bound.proof_date, SHORT);
    if typed.is_none() && proof.is_some() {
        notes.warn(&field, &Fault::BoundProofDateMissing);
    }
    let Some(day) = notes.date(&field, typed) else {
        return;
    };
    if day > scene.context.today {
        notes.wrong(&field, &Fault::BoundProofInFuture);
    } else if add_months(day, PROOF_MONTHS) < scene.context.today {
        notes.warn(
            &field,
            &Fault::BoundProofOld {
                months: PROOF_MONTHS,
            },
        );
    }
}

fn area(notes: &mut Notes, strategy: Strategy, path: &str, bound: &BoundNumber) {
    let field = format!("{path}.area");
    if strategy == Strategy::ByArea {
        notes.required(&field, &bound.area, LINE, &Fault::BoundAreaMissing);
    } else {
        notes.text(&field, &bound.area, LINE);
    }
}

fn concurrent(notes: &mut Notes, path: &str, bound: &BoundNumber) {
    let field = format!("{path}.concurrent");
    let Some(typed) = notes.text(&field, &bound.concurrent, SHORT) else {
        return;
    };
    let digits = typed.bytes().all(|b| b.is_ascii_digit());
    let calls = typed
        .parse::<u32>()
        .ok()
        .filter(|calls| digits && (1..=MOST_CONCURRENT).contains(calls));
    if calls.is_none() {
        notes.wrong(
            &field,
            &Fault::BoundConcurrent {
                most: MOST_CONCURRENT,
            },
        );
    }
}
