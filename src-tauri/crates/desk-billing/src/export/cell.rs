//! How texts from outside stand in cells: telephones in their canonical form,
//! control characters taken out, and in CSV nothing that a spreadsheet would
//! take for a formula.

use crate::statement::CallLine;
use desk_domain::call::canonical;

/// The caller, as text; `隐藏` when the file has nothing.
pub(super) fn caller(line: &CallLine) -> String {
    match clean(&canonical(&line.call.caller)) {
        shown if shown.is_empty() => "隐藏".to_owned(),
        shown => shown,
    }
}

/// The telephone rung, as text; empty when the file has nothing.
pub(super) fn delivered_to(line: &CallLine) -> String {
    let raw = line.call.delivered_to.as_deref().unwrap_or_default();
    clean(&canonical(raw))
}

/// 归属地 of the caller.
pub(super) fn place(line: &CallLine) -> String {
    clean(line.call.caller_place.as_deref().unwrap_or_default())
}

/// 接通 or 未接通.
pub(super) fn answered(line: &CallLine) -> &'static str {
    if line.call.answered {
        "接通"
    } else {
        "未接通"
    }
}

/// A text of one line without control characters, which XML cannot hold and
/// which would end a row.
pub(super) fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect::<String>()
        .trim()
        .to_owned()
}

/// A text from outside for CSV, where every cell that begins like a formula is
/// one: such a cell gets an apostrophe in front, as a person would type it. Full-
/// width signs count too, for spreadsheets read them as the half-width ones.
pub(super) fn inert(text: &str) -> String {
    let text = clean(text);
    if text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text
    }
}
