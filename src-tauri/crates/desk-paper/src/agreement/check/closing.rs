//! What must stand at the end: how many originals there are, the date, and a
//! place to sign or seal for either side.

use super::{Clause, Note, TextRule};
use crate::agreement::edition::{Block, plain};

pub(super) fn check(clauses: &[Clause<'_>]) -> Vec<Note> {
    let mut notes = Vec::new();
    let Some(last) = clauses.last() else {
        return notes;
    };
    if !clauses.iter().any(|clause| tells_copies(&clause.text)) {
        notes.push(Note::at(TextRule::CopiesMissing, last));
    }
    // A text without a signature block is refused by the markup already.
    for clause in clauses {
        let Block::Signatures(rows) = clause.block else {
            continue;
        };
        let side = |pick: fn(&(_, _)) -> String| rows.iter().map(pick).collect::<String>();
        let (left, right) = (side(|row| plain(&row.0)), side(|row| plain(&row.1)));
        for text in [&left, &right] {
            if !(text.contains('日') && (text.contains("日期") || text.contains('年'))) {
                notes.push(Note::at(TextRule::DateMissing, clause).with("side", side_of(text)));
            }
            if !["盖章", "签字", "签章", "签名", "代表"]
                .iter()
                .any(|w| text.contains(w))
            {
                notes
                    .push(Note::at(TextRule::SignatureMissing, clause).with("side", side_of(text)));
            }
        }
    }
    notes
}

fn side_of(text: &str) -> &'static str {
    if text.contains("乙方") {
        "乙方"
    } else {
        "甲方"
    }
}

/// 一式二份, 一式 两 份, 壹式贰份.
fn tells_copies(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    ["一式", "壹式"].iter().any(|start| {
        text.split(start)
            .skip(1)
            .any(|rest| rest.chars().take(6).any(|c| c == '份'))
    })
}
