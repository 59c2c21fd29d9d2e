//! Clauses that weigh on the customer. 民法典第四百九十六条: who offers a form
//! contract must draw the other side's attention, in a reasonable manner, to
//! what exempts the offerer or weighs on the other; else the clause may fall.
//! Reasonable in practice: bold type, and a line that the customer signs.

use super::{Clause, Note, TextRule};
use crate::agreement::edition::{Block, Inline};

/// A kind of clause: what people call it, and groups of words of which each
/// must be there with one of its members.
struct Kind {
    name: &'static str,
    all_of: &'static [&'static [&'static str]],
}

const KINDS: [Kind; 9] = [
    Kind {
        name: "每月最低消费",
        all_of: &[&["最低消费"]],
    },
    Kind {
        name: "续费下限",
        all_of: &[&["续费"], &["不得低于", "不低于", "不得少于", "不少于"]],
    },
    Kind {
        name: "异议期限",
        all_of: &[
            &["异议", "复审", "复核"],
            &["月内", "日内", "天内", "工作日"],
        ],
    },
    Kind {
        name: "未销户继续收费",
        all_of: &[
            &["未办理销户", "未销户", "销户前"],
            &["收取", "收费", "计费"],
        ],
    },
    Kind {
        name: "销户条件",
        all_of: &[&["交清", "结清", "缴清", "付清"], &["销户", "注销"]],
    },
    Kind {
        name: "余额不退",
        all_of: &[
            &["余额", "预存", "费用", "款项"],
            &["不予退还", "不退还", "概不退还", "不予退款", "没收"],
        ],
    },
    Kind {
        name: "违规停用",
        all_of: &[&["有权停止", "有权终止", "有权关闭"], &["余额", "责任"]],
    },
    Kind {
        name: "停机权",
        all_of: &[&["有权联合", "有权会同", "有权暂停"], &["暂停", "停机"]],
    },
    Kind {
        name: "免责",
        all_of: &[&[
            "不负任何责任",
            "不承担任何责任",
            "不承担责任",
            "不负责任",
            "免除责任",
        ]],
    },
];

pub(super) fn check(clauses: &[Clause<'_>]) -> Vec<Note> {
    let heavy: Vec<(&Clause<'_>, &str)> = clauses
        .iter()
        .filter(|clause| matches!(clause.block, Block::Paragraph { .. }))
        .filter_map(|clause| Some((clause, kind_of(&clause.text)?)))
        .collect();
    let signed = clauses.iter().any(|c| matches!(c.block, Block::Sign(_)));
    let mut notes: Vec<Note> = heavy
        .iter()
        .filter(|(clause, _)| !is_bold(clause.block))
        .map(|(clause, kind)| Note::at(TextRule::HeavyPlain, clause).with("kind", *kind))
        .collect();
    if let Some((clause, _)) = heavy.first().filter(|_| !signed) {
        let note = Note::at(TextRule::HeavyUnsigned, clause);
        notes.push(note.with("count", heavy.len().to_string()));
    }
    notes
}

/// What kind of clause the words are, if one that weighs.
fn kind_of(text: &str) -> Option<&'static str> {
    let has = |group: &&[&str]| group.iter().any(|word| text.contains(word));
    KINDS
        .iter()
        .find(|kind| kind.all_of.iter().all(has))
        .map(|kind| kind.name)
}

/// Whether all its words are bold; blanks are underlined and stand out anyway.
fn is_bold(block: &Block) -> bool {
    match block {
        Block::Paragraph { weighs: true, .. } => true,
        Block::Paragraph { words, .. } => {
            let plain = |inline: &Inline| match inline {
                Inline::Words(words) => words.chars().any(char::is_alphabetic),
                _ => false,
            };
            let any = words.iter().any(|w| matches!(w, Inline::Strong(_)));
            // The number of the item may stay light.
            any && words.iter().skip(1).all(|w| !plain(w))
        }
        _ => false,
    }
}
