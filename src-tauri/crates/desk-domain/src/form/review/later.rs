//! 变更, 补充协议, 过户, 停机, 复机, 销户: what each must say beyond the form
//! (协议八（二）).

use super::fault::Fault;
use super::notes::{NOTE, Notes, SCOPE, SHORT};
use super::{Scene, date};
use crate::form::{Business, differences};
use chrono::Datelike;

pub(super) fn review(notes: &mut Notes, scene: &Scene<'_>) {
    let (form, later) = (scene.form, &scene.form.later);
    let day = notes.text("later.day", &later.day, SHORT);
    if form.business.names_a_day() && day.is_none() {
        notes.missing("later.day", &Fault::LaterDayMissing);
    }
    notes.date("later.day", day);
    notes.text("later.note", &later.note, NOTE);
    for paragraph in later.paragraphs() {
        notes.text("later.clauses", &paragraph, SCOPE);
    }
    match form.business {
        Business::Supplement if later.paragraphs().is_empty() => {
            notes.missing("later.clauses", &Fault::ClausesMissing);
        }
        Business::Change => {
            if let Some(before) = &scene.context.before
                && differences(&before.canonical(), &form.canonical()).is_empty()
            {
                notes.missing("later", &Fault::NothingChanged);
            }
        }
        Business::Transfer => {
            let same = |before: &crate::form::Form| {
                let code = before.company.code.trim();
                !code.is_empty() && code == form.company.code.trim()
            };
            // A month is charged as a whole, to whom it belongs at its end.
            if date(later.day.trim()).is_some_and(|day| day.day() != 1) {
                notes.warn("later.day", &Fault::TransferWithinMonth);
            }
            if scene.context.before.as_deref().is_some_and(same) {
                notes.wrong("company.code", &Fault::TransferToItself);
            }
        }
        _ => {}
    }
}
