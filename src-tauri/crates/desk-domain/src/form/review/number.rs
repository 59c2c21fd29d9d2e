//! 400 号码与用途 (协议第一条、四（一）4、5、四（二）7): the number's carrier, its state in
//! stock — one number, one live agreement — and what it is for.

use super::fault::Fault;
use super::notes::{LINE, Notes, SHORT};
use super::{Scene, purpose};
use crate::form::Business;
use crate::identifier::Number400;
use crate::stock::NumberState;

pub(super) fn review(notes: &mut Notes, scene: &Scene<'_>) {
    let part = &scene.form.number;
    let field = "number.number";
    let typed = notes.required(field, &part.number, SHORT, &Fault::NumberMissing);
    if let Some(number) = notes.read(field, typed, Number400::parse) {
        carrier(notes, scene, &number);
        match scene.form.business {
            Business::New => free(notes, scene),
            _ => in_use(notes, scene),
        }
    }
    purpose_of(notes, scene);
}

/// Derived from the prefix, corrected by hand when ported (协议第一条).
fn carrier(notes: &mut Notes, scene: &Scene<'_>, number: &Number400) {
    let derived = scene.context.carriers.carrier_of(number);
    match (scene.form.number.carrier, derived) {
        (None, None) => {
            notes.warn_all("number.number", &scene.context.carriers.warnings(number));
            notes.missing("number.carrier", &Fault::CarrierMissing);
        }
        (Some(chosen), Some(derived)) if chosen != derived => {
            let carrier = derived.chinese();
            notes.warn("number.carrier", &Fault::CarrierAgainstPrefix { carrier });
        }
        _ => {}
    }
}

/// A new agreement needs a number that nobody else holds.
fn free(notes: &mut Notes, scene: &Scene<'_>) {
    let field = "number.number";
    match scene.context.number_state {
        None => notes.wrong(field, &Fault::NumberOutOfStock),
        Some(NumberState::Free) => {}
        Some(NumberState::Reserved) if scene.context.number_held_by_this_order => {}
        Some(state) => notes.wrong(
            field,
            &Fault::NumberTaken {
                state: state.chinese(),
            },
        ),
    }
}

/// Everything else is about a number in use, of the agreement that is cited.
fn in_use(notes: &mut Notes, scene: &Scene<'_>) {
    let field = "number.number";
    let business = scene.form.business;
    match scene.context.number_state {
        // Sold before this program kept the stock.
        None => notes.waivable(field, &Fault::NumberOutOfStock),
        Some(state @ (NumberState::InUse | NumberState::Suspended)) => {
            if !scene.context.number_held_by_this_order {
                notes.waivable(field, &Fault::NumberOfOtherAgreement);
            }
            if business == Business::Suspension && state == NumberState::Suspended {
                notes.wrong(field, &Fault::NumberSuspendedAlready);
            }
            if business == Business::Resumption && state == NumberState::InUse {
                notes.wrong(field, &Fault::NumberNotSuspended);
            }
        }
        Some(state) => notes.wrong(
            field,
            &Fault::NumberNotInUse {
                state: state.chinese(),
            },
        ),
    }
}

fn purpose_of(notes: &mut Notes, scene: &Scene<'_>) {
    let field = "number.purpose";
    let typed = &scene.form.number.purpose;
    if typed.trim().is_empty() && scene.form.business.restates_service() {
        notes.missing(field, &Fault::PurposeMissing);
    }
    let Some(text) = notes.text(field, typed, LINE) else {
        return;
    };
    if let Some(word) = purpose::forbidden(text) {
        notes.waivable(field, &Fault::PurposeForbidden { word });
    } else if !purpose::fits(text, &scene.form.company.scope, &scene.form.company.name) {
        notes.warn(field, &Fault::PurposeOutsideScope);
    }
}
