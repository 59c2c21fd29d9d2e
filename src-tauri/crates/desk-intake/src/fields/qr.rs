//! What the two-dimensional code of a licence says: a credit code somewhere in
//! its text, or names and values. Refuses to open or follow anything: an
//! address in it is only a text that may hold the code.

use super::check::{Kind, Verdict};
use super::date;
use super::draft::Draft;
use super::lexicon;
use super::print::{self, chinese_punctuation};
use crate::reading::{Doubt, FieldName, PrintedDate, Witness};
use std::collections::BTreeMap;

/// No code on paper holds more; what is longer is not looked at.
const LONGEST: usize = 4096;

/// Under which names codes give a field.
const KEYS: [(FieldName, &[&str]); 9] = [
    (
        FieldName::Uscc,
        &[
            "统一社会信用代码",
            "统一社会信用代码/注册号",
            "信用代码",
            "uscc",
            "uniscid",
            "unifiedcode",
            "creditcode",
            "tyshxydm",
            "注册号",
        ],
    ),
    (
        FieldName::Name,
        &[
            "名称",
            "企业名称",
            "单位名称",
            "entname",
            "companyname",
            "qymc",
        ],
    ),
    (
        FieldName::Type,
        &["类型", "企业类型", "主体类型", "enttype", "qylx"],
    ),
    (
        FieldName::LegalRepresentative,
        &[
            "法定代表人",
            "负责人",
            "经营者",
            "投资人",
            "执行事务合伙人",
            "lerep",
            "legalperson",
            "fddbr",
        ],
    ),
    (
        FieldName::Capital,
        &["注册资本", "出资额", "regcap", "zczb"],
    ),
    (
        FieldName::Founded,
        &["成立日期", "注册日期", "estdate", "clrq"],
    ),
    (
        FieldName::Address,
        &[
            "住所",
            "经营场所",
            "主要经营场所",
            "营业场所",
            "dom",
            "address",
        ],
    ),
    (FieldName::Registrar, &["登记机关", "regorg", "djjg"]),
    (FieldName::Term, &["营业期限", "合伙期限"]),
];

/// Fields by what the codes say of them.
pub(super) fn read(codes: &[String]) -> BTreeMap<FieldName, String> {
    let mut said = BTreeMap::new();
    for code in codes.iter().filter(|code| code.len() <= LONGEST) {
        for (key, value) in pairs(code) {
            let field = KEYS.iter().find(|(_, names)| names.contains(&key.as_str()));
            if let Some((field, _)) = field {
                said.entry(*field).or_insert(value);
            }
        }
        if let Some(uscc) = credit_code(code) {
            said.insert(FieldName::Uscc, uscc);
        }
    }
    said
}

/// Names and values, parted as JSON, forms or plain lists part them.
fn pairs(code: &str) -> Vec<(String, String)> {
    code.split(['\n', '\r', ',', '，', ';', '；', '&', '?', '{', '}'])
        .filter_map(|part| {
            let (key, value) = part.split_once([':', '：', '='])?;
            let bare = |text: &str| {
                text.chars()
                    .filter_map(print::plain)
                    .filter(|sign| *sign != '"')
                    .collect::<String>()
            };
            let (key, value) = (bare(key).to_lowercase(), bare(value));
            (!value.is_empty()).then_some((key, value))
        })
        .collect()
}

/// The only stretch of exactly eighteen signs that passes as a credit code.
fn credit_code(code: &str) -> Option<String> {
    let mut found: Vec<String> = code
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .filter(|part| part.len() == Kind::Uscc.length())
        .map(str::to_ascii_uppercase)
        .filter(|part| Kind::Uscc.judge(part) != Verdict::Failed)
        .collect();
    found.sort();
    found.dedup();
    match found.as_slice() {
        [one] => Some(one.clone()),
        _ => None,
    }
}

/// Lets the codes speak about the drafts of a licence.
pub(super) fn witness(codes: &[String], drafts: &mut BTreeMap<FieldName, Draft>) {
    let all = read(codes);
    let of_this_paper = match (drafts.get(&FieldName::Uscc), all.get(&FieldName::Uscc)) {
        (Some(printed), Some(said)) => printed.doubts.is_empty() && same(&printed.text, said),
        _ => false,
    };
    for (field, said) in all {
        match drafts.get_mut(&field) {
            Some(draft) if same(&draft.text, &said) => {
                draft.confirm(Witness::Qr);
                draft.settle(Doubt::Incomplete);
                if draft.text.chars().count() == said.chars().count() {
                    draft.settle(Doubt::Unproven);
                }
            }
            Some(draft) if field == FieldName::Uscc => overrule(draft, said),
            Some(draft) if is_same_day(draft, &said) => draft.confirm(Witness::Qr),
            Some(draft) => draft.doubt(Doubt::Contradicted),
            None => {
                let mut draft = alone(field, said);
                // On many licences only the seal names the registrar; a code
                // with the same credit code is of the same licence.
                if field == FieldName::Registrar && of_this_paper {
                    draft.doubt_if(!lexicon::is_registrar(&draft.text), Doubt::Shape);
                    draft.settle(Doubt::Displaced);
                }
                drafts.insert(field, draft);
            }
        }
    }
}

/// Print and code differ: the one with sound check digits is kept, and a
/// person looks.
fn overrule(draft: &mut Draft, said: String) {
    let sound = draft.witnesses.contains(&Witness::Checksum);
    let repaired = draft.doubts.contains(&Doubt::Repaired);
    let said_sound = Kind::Uscc.judge(&said) != Verdict::Failed;
    draft.doubt(Doubt::Contradicted);
    if said_sound && (!sound || repaired) {
        draft.text = said;
        draft.witnesses = vec![Witness::Qr, Witness::Checksum];
    }
}

/// A value that stands in the code only: worth offering, never unseen.
fn alone(field: FieldName, said: String) -> Draft {
    let mut draft = Draft {
        text: chinese_punctuation(&said),
        witnesses: vec![Witness::Qr],
        doubts: vec![Doubt::Displaced],
        ..Draft::default()
    };
    if field == FieldName::Uscc && Kind::Uscc.judge(&said) != Verdict::Failed {
        draft.witnesses.push(Witness::Checksum);
    }
    if field == FieldName::Founded {
        draft.date = date::find(&said)
            .first()
            .map(|found| PrintedDate::Day(found.day));
    }
    draft
}

fn same(a: &str, b: &str) -> bool {
    let bare = |text: &str| text.chars().filter_map(print::plain).collect::<String>();
    bare(a) == bare(b)
}

fn is_same_day(draft: &Draft, said: &str) -> bool {
    let found = date::find(said);
    let day = found.first().map(|found| PrintedDate::Day(found.day));
    day.is_some() && day == draft.date
}
