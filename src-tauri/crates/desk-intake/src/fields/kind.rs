//! Which document a sheet is, by the words printed on it. Refuses to decide by
//! one word alone, for words stand on many papers.

use super::check::{Kind, Verdict};
use super::print;
use crate::reading::{DocumentKind, TextLine};

/// Words of each kind with their weight; two are needed.
const LICENCE: [(&str, u32); 18] = [
    ("营业执照", 2),
    ("统一社会信用代码", 2),
    ("经营范围", 1),
    ("登记机关", 1),
    ("法定代表人", 1),
    ("营业期限", 1),
    ("合伙期限", 1),
    ("注册资本", 1),
    ("成立日期", 1),
    ("注册日期", 1),
    ("组成形式", 1),
    ("经营场所", 1),
    ("营业场所", 1),
    ("经营者", 1),
    ("企业信用信息公示", 1),
    ("依法须经批准的项目", 1),
    ("有限责任公司", 1),
    ("个体工商户", 1),
];
const PORTRAIT: [(&str, u32); 6] = [
    ("公民身份号码", 2),
    ("姓名", 1),
    ("性别", 1),
    ("民族", 1),
    ("出生", 1),
    ("住址", 1),
];
const EMBLEM: [(&str, u32); 5] = [
    ("居民身份证", 1),
    ("中华人民共和国", 1),
    ("签发机关", 2),
    ("有效期限", 2),
    ("公安局", 1),
];

/// Letters on one side of a card at most.
const CARD: usize = 120;

/// The kind of document these lines belong to.
pub(super) fn of(lines: &[TextLine]) -> DocumentKind {
    let text = all_text(lines);
    let licence = weight(&text, &LICENCE);
    let short = text.chars().count() <= CARD;
    let number = match (holds_long_number(&text), holds_citizen_number(&text)) {
        // On a copy in black and white all labels may be gone; a letter that
        // names a citizen's number says more.
        (_, true) if short => 2,
        (true, _) => 1,
        _ => 0,
    };
    let portrait = weight(&text, &PORTRAIT) + number;
    let emblem = weight(&text, &EMBLEM);
    let (most, kind) = [
        (licence, DocumentKind::Licence),
        (portrait, DocumentKind::IdPortrait),
        (emblem, DocumentKind::IdEmblem),
    ]
    .into_iter()
    .fold((1, DocumentKind::Other), |best, next| {
        if next.0 > best.0 { next } else { best }
    });
    // A contract speaks of licences and identity cards, but at length.
    let is_sheet_of_prose = text.chars().count() > 2500;
    let enough = if kind == DocumentKind::Licence { 3 } else { 2 };
    if is_sheet_of_prose || most < enough {
        DocumentKind::Other
    } else {
        kind
    }
}

fn all_text(lines: &[TextLine]) -> String {
    let mut lines: Vec<&TextLine> = lines.iter().collect();
    // Letters of one label may lie in neighbouring pieces of a row.
    lines.sort_by(|a, b| {
        let row = |line: &TextLine| {
            let tall = (line.corners[3][1] - line.corners[0][1]).abs().max(8.0);
            (line.corners[0][1] / tall).round()
        };
        (row(a).total_cmp(&row(b))).then(a.corners[0][0].total_cmp(&b.corners[0][0]))
    });
    let letters = lines.iter().flat_map(|line| line.text.chars());
    letters.filter_map(print::plain).collect()
}

fn weight(text: &str, words: &[(&str, u32)]) -> u32 {
    words
        .iter()
        .filter(|(word, _)| holds(text, word))
        .map(|(_, weight)| weight)
        .sum()
}

/// Whether a text holds a word; one of five letters or more with one misread.
fn holds(text: &str, word: &str) -> bool {
    if text.contains(word) {
        return true;
    }
    let signs: Vec<char> = text.chars().collect();
    let word: Vec<char> = word.chars().collect();
    word.len() >= 5
        && signs
            .windows(word.len())
            .any(|part| part.iter().zip(&word).filter(|(a, b)| a != b).count() <= 1)
}

/// Whether a text holds a number that passes as a citizen's.
fn holds_citizen_number(text: &str) -> bool {
    text.split(|sign: char| !sign.is_ascii_alphanumeric())
        .any(|run| run.len() == 18 && Kind::Citizen.judge(run) == Verdict::Passed)
}

fn holds_long_number(text: &str) -> bool {
    text.split(|sign: char| !sign.is_ascii_digit())
        .any(|run| (17..=18).contains(&run.len()))
}
