//! 补充协议: no form but a text, set as the agreement is.

use super::{FirstAgreement, words};
use crate::PaperError;
use crate::agreement::{self, Blank, Block, Edition, Fills, Inline, Words};
use crate::bundle::{Contents, agreement_fills};
use crate::font::FontShelf;
use crate::layout::{Item, marks, paginate};
use crate::sheet::{HEIGHT, TOP};
use desk_domain::form::Business;

/// The pages of a supplement, each as marks on the sheet.
///
/// # Errors
/// [`PaperError::GlyphMissing`] for a character that no font has.
pub(super) fn pages(
    shelf: &FontShelf,
    contents: &Contents,
    first: &FirstAgreement,
    clauses: &[String],
) -> Result<Vec<Vec<Item>>, PaperError> {
    let mut fills: Fills = agreement_fills(contents);
    fills.insert(Blank::CitedAgreement, first.number.trim().to_owned());
    let text = Edition {
        name: String::new(),
        effective: contents.day,
        title: words::title(Business::Supplement).to_owned(),
        motto: String::new(),
        blocks: blocks(contents, first, clauses),
    };
    let rows = agreement::set(shelf, &text, &fills)?;
    let pages = paginate(rows, HEIGHT).into_iter();
    Ok(pages.map(|page| marks(page, 0.0, TOP).collect()).collect())
}

fn text(words: impl Into<String>) -> Inline {
    Inline::Words(words.into())
}

fn blank(label: &str, blank: Blank) -> Words {
    vec![text(label), Inline::Blank(blank)]
}

/// A date to be written by hand.
fn undated(label: &str) -> Words {
    vec![
        text(label),
        Inline::Hand(4),
        text("年"),
        Inline::Hand(3),
        text("月"),
        Inline::Hand(3),
        text("日"),
    ]
}

fn blocks(contents: &Contents, first: &FirstAgreement, clauses: &[String]) -> Vec<Block> {
    let mut customer = blank("乙方：", Blank::CompanyName);
    customer.push(text("（以下简称“客户”）"));
    let mut blocks = vec![
        Block::Right(blank("编号：", Blank::AgreementNumber)),
        Block::Flush(blank("甲方：", Blank::FirmName)),
        Block::Flush(customer),
        Block::paragraph(preamble(first)),
    ];
    let count = clauses.len();
    for (i, clause) in clauses.iter().enumerate() {
        let mut lines = clause
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty());
        let head = lines.next().unwrap_or_default();
        blocks.push(Block::paragraph(vec![text(format!(
            "{}{head}",
            numeral(i + 1)
        ))]));
        blocks.extend(lines.map(|line| Block::paragraph(vec![text(line)])));
    }
    let last = [
        "本补充协议与原协议不一致的，以本补充协议为准；本补充协议没有约定的，原协议继续有效。",
        "本补充协议是原协议的附件，与原协议具有同等法律效力；一式二份，甲方、客户各存一份，自双方签字并盖章之日起生效。",
    ];
    blocks.extend(last.iter().enumerate().map(|(i, words)| {
        Block::paragraph(vec![text(format!("{}{words}", numeral(count + i + 1)))])
    }));
    blocks.push(signatures());
    blocks.push(Block::Flush(vec![text(format!(
        "受理单号：{}　受理日期：{}　受理人：{}（工号{}）",
        contents.form_number(),
        words::day(contents.day),
        contents.staff_name.trim(),
        contents.staff_number,
    ))]));
    blocks
}

/// Which agreement, of what day, about which number.
fn preamble(first: &FirstAgreement) -> Words {
    let mut words = match first.signed_on {
        Some(day) => vec![text(format!("甲乙双方于{}", words::day(day)))],
        None => undated("甲乙双方于"),
    };
    words.extend([
        text("签订了编号为"),
        Inline::Blank(Blank::CitedAgreement),
        text("的400用户入网服务协议（以下简称“原协议”），约定由甲方为客户提供400电话号码"),
        Inline::Blank(Blank::Number400),
        text("的服务。现经双方协商一致，就原协议的有关事项补充约定如下："),
    ]);
    words
}

fn signatures() -> Block {
    let hand = |label: &str| vec![text(label), Inline::Hand(12)];
    Block::Signatures(vec![
        (vec![text("甲方：（盖章）")], vec![text("乙方：（盖章）")]),
        (hand("代表人："), hand("代表人：")),
        (
            blank("联系方式：", Blank::FirmPhone),
            blank("联系方式：", Blank::CompanyPhone),
        ),
        (undated("日期："), undated("日期：")),
    ])
}

/// 一、 to 九十九、; beyond, figures.
fn numeral(n: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match (n / 10, n % 10) {
        (0, ones) => format!("{}、", DIGITS[ones]),
        (1, ones) => format!("十{}、", DIGITS[ones]),
        (tens @ 2..=9, ones) => format!("{}十{}、", DIGITS[tens], DIGITS[ones]),
        _ => format!("{n}、"),
    }
}
