//! One party, one name. A text that calls the customer 乙方 in one clause, 客户
//! in the next and 用户 in a third leaves room to argue about who is meant.
//! A hint only: old texts are full of it and still good.

use super::{Clause, Note, TextRule};

/// Names of the customer as a party.
const NAMES: [&str; 3] = ["客户", "乙方", "用户"];
/// Words that hold a name and mean no party.
const NO_PARTY: [&str; 18] = [
    "甲乙双方",
    "用户资料",
    "用户服务密码",
    "用户注册",
    "用户入网",
    "用户须知",
    "用户使用",
    "用户手册",
    "用户名",
    "用户协议",
    "用户信息",
    "用户单位",
    "电信用户",
    "电话用户",
    "最终用户",
    "客户资料",
    "客户经理",
    "客户服务",
];

pub(super) fn check(clauses: &[Clause<'_>]) -> Vec<Note> {
    let used: Vec<(usize, Vec<&Clause<'_>>)> = (0..NAMES.len())
        .map(|name| {
            let here = clauses
                .iter()
                .filter(|clause| !clause.path.is_empty() && is_named(&clause.text, NAMES[name]));
            (name, here.collect::<Vec<_>>())
        })
        .filter(|(_, clauses)| !clauses.is_empty())
        .collect();
    if used.len() < 2 {
        return Vec::new();
    }
    let counts: Vec<String> = used
        .iter()
        .map(|(name, clauses)| format!("“{}”{}处", NAMES[*name], clauses.len()))
        .collect();
    // The usual name stays; the first clause with a rarer one is pointed at.
    let usual = used.iter().max_by_key(|(_, clauses)| clauses.len());
    let usual = usual.map_or(0, |(name, _)| *name);
    let first = used
        .iter()
        .filter(|(name, _)| *name != usual)
        .filter_map(|(_, clauses)| clauses.first())
        .min_by_key(|clause| clause.line);
    first
        .map(|clause| {
            Note::at(TextRule::PartyNames, clause)
                .with("names", counts.join("、"))
                .with("usual", NAMES[usual])
        })
        .into_iter()
        .collect()
}

fn is_named(text: &str, name: &str) -> bool {
    let mut text = text.to_owned();
    for word in NO_PARTY {
        text = text.replace(word, "");
    }
    text.contains(name)
}
