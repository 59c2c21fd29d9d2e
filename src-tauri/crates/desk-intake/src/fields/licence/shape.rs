//! What a licence's values look like when they are whole, and how surely each
//! of them must have been read.

use super::scope;
use crate::fields::date::{self, Found};
use crate::fields::draft::{Care, Draft};
use crate::fields::lexicon;
use crate::fields::print::{self, chinese_punctuation, is_han};
use crate::reading::{Doubt, FieldName, PrintedDate};
use std::collections::BTreeMap;

/// Names are copied letter by letter onto a contract.
const NAME: Care = Care {
    letter: 0.88,
    han: 0.88,
    rival: 0.09,
};
const ENTERPRISE: Care = Care {
    letter: 0.8,
    han: 0.75,
    rival: 0.15,
};
const PLACE: Care = Care {
    letter: 0.75,
    han: 0.6,
    rival: 0.35,
};
const CLOSED: Care = Care {
    letter: 0.6,
    han: 0.45,
    rival: 0.5,
};

type Drafts = BTreeMap<FieldName, Draft>;

/// Brings each value into its form and doubts what does not fit it.
pub(super) fn shape(drafts: &mut Drafts) {
    for (field, draft) in drafts.iter_mut() {
        match field {
            FieldName::Name => name(draft),
            FieldName::Type => kind(draft),
            FieldName::LegalRepresentative => representative(draft),
            FieldName::Scope => scope::shape(draft),
            FieldName::Capital => capital(draft),
            FieldName::Form => form(draft),
            FieldName::Founded => founded(draft),
            FieldName::Term => term(draft),
            FieldName::Address => address(draft),
            _ => {}
        }
    }
    compare(drafts);
}

/// Takes the box away before a value; half of its first letter may have been
/// read as one.
pub(super) fn chinese(draft: &mut Draft) {
    let boxed = take_box(draft);
    draft.doubt_if(
        boxed || draft.text.contains(print::is_box),
        Doubt::Incomplete,
    );
    let bare = draft.text.trim_start_matches(print::is_speck);
    draft.text = chinese_punctuation(bare);
    draft.doubt_if(!print::brackets_match(&draft.text), Doubt::Incomplete);
}

/// Takes dots away that are set between letters of foreign names, and nowhere
/// in prose: specks of a copy.
pub(super) fn without_dots(draft: &mut Draft) {
    draft.text.retain(|sign| sign != '·');
}

fn take_box(draft: &mut Draft) -> bool {
    let boxed = draft.text.starts_with(print::is_box);
    if boxed {
        draft.text.remove(0);
        if draft
            .letters
            .first()
            .is_some_and(|letter| print::is_box(letter.character))
        {
            draft.letters.remove(0);
        }
    }
    boxed
}

fn name(draft: &mut Draft) {
    chinese(draft);
    draft.text = draft.text.trim_end_matches(print::is_speck).to_owned();
    // 锦程（天津）有限公司, …合伙企业（有限合伙）.
    let bare = outside_brackets(&draft.text);
    const ENDS: &str = "司店厂社业心行部所馆院场室铺坊伙吧屋庄园城楼堂阁轩居会处站队户摊档号厅局苑舍汇团台校房库点网廊";
    let ends = bare.chars().last().is_some_and(|last| ENDS.contains(last));
    draft.doubt_if(!ends || bare.chars().count() < 3, Doubt::Shape);
    draft.weigh(ENTERPRISE);
}

/// A text without its brackets and what stands in them.
fn outside_brackets(text: &str) -> String {
    let mut open = 0_u32;
    text.chars()
        .filter(|sign| {
            let within = open > 0;
            match sign {
                '（' => open += 1,
                '）' => open = open.saturating_sub(1),
                _ => {}
            }
            !within && open == 0
        })
        .collect()
}

fn kind(draft: &mut Draft) {
    // The list is closed: what is on it lacks no letter.
    take_box(draft);
    chinese(draft);
    if lexicon::is_enterprise_kind(&draft.text) {
        draft.weigh(CLOSED);
    } else {
        draft.weigh(ENTERPRISE);
        draft.doubt(Doubt::Shape);
    }
}

fn representative(draft: &mut Draft) {
    chinese(draft);
    draft.text = draft.text.trim_matches(print::is_speck).to_owned();
    let count = draft.text.chars().count();
    let is_person = draft.text.chars().all(|sign| is_han(sign) || sign == '·') && count <= 4
        || draft.text.contains('·');
    let is_partner = ["公司", "合伙", "中心", "委派代表", "企业"]
        .iter()
        .any(|word| draft.text.contains(word));
    let fits = count >= 2 && (is_person || is_partner);
    draft.doubt_if(!fits, Doubt::Shape);
    draft.weigh(NAME);
}

fn capital(draft: &mut Draft) {
    chinese(draft);
    draft.text = draft.text.trim_matches(print::is_speck).to_owned();
    draft.doubt_if(!is_amount(&draft.text), Doubt::Shape);
    draft.weigh(CLOSED);
}

/// Whether a text is an amount of money and nothing else.
pub(super) fn is_amount(text: &str) -> bool {
    let is_digit = |sign: char| sign.is_ascii_digit() || is_capital_digit(sign);
    text.contains(['元', '圆', '万', '亿'])
        && text.chars().all(is_of_amounts)
        && text.chars().any(is_digit)
}

fn is_capital_digit(sign: char) -> bool {
    "零〇壹贰叁肆伍陆柒捌玖拾佰仟一二三四五六七八九十百千两".contains(sign)
}

fn is_of_amounts(sign: char) -> bool {
    sign.is_ascii_digit()
        || is_capital_digit(sign)
        || "万亿元圆角分整正.,，（）人民币美港欧日英镑新加坡".contains(sign)
}

fn form(draft: &mut Draft) {
    chinese(draft);
    draft.doubt_if(
        !["个人经营", "家庭经营"].contains(&draft.text.as_str()),
        Doubt::Shape,
    );
    draft.weigh(CLOSED);
}

fn founded(draft: &mut Draft) {
    match date::find(&draft.text).as_slice() {
        [found] => {
            draft.text.clone_from(&found.text);
            draft.date = Some(PrintedDate::Day(found.day));
            draft.doubt_if(found.guessed, Doubt::Shape);
            draft.doubt_if(is_before_1949(found.day), Doubt::Contradicted);
        }
        _ => draft.doubt(Doubt::Shape),
    }
    draft.weigh(CLOSED);
}

fn is_before_1949(day: chrono::NaiveDate) -> bool {
    chrono::Datelike::year(&day) < 1949
}

/// A term as printed, signs in one form, and the day on which it ends.
fn written_term(text: &str, found: &[Found]) -> Option<(String, PrintedDate)> {
    let from = if text.starts_with('自') { "自" } else { "" };
    let word = ["长期", "永久", "无固定期限"]
        .into_iter()
        .find(|word| text.contains(word));
    match (found, word) {
        ([], Some(_)) => Some((
            text.trim_matches(print::is_speck).to_owned(),
            PrintedDate::LongTerm,
        )),
        ([first], Some(word)) => Some((
            format!("{from}{}至{word}", first.text),
            PrintedDate::LongTerm,
        )),
        ([first], None) if text.starts_with('至') => {
            Some((format!("至{}", first.text), PrintedDate::Day(first.day)))
        }
        ([first, second], None) => Some((
            format!("{from}{}至{}", first.text, second.text),
            PrintedDate::Day(second.day),
        )),
        _ => None,
    }
}

fn term(draft: &mut Draft) {
    let text = draft.text.replace('到', "至");
    let found = date::find(&text);
    let written = written_term(&text, &found);
    // Anything between or behind the dates is not of the term.
    let bare = |text: &str| text.chars().filter(|sign| !print::is_speck(*sign)).count();
    match written {
        Some((written, end)) => {
            draft.doubt_if(bare(&text) > bare(&written) + 1, Doubt::Shape);
            draft.doubt_if(found.iter().any(|found| found.guessed), Doubt::Shape);
            let backwards = matches!(found.as_slice(), [a, b] if b.day <= a.day);
            draft.doubt_if(backwards, Doubt::Contradicted);
            draft.text = written;
            draft.date = Some(end);
        }
        None => draft.doubt(Doubt::Shape),
    }
    draft.weigh(CLOSED);
}

fn address(draft: &mut Draft) {
    chinese(draft);
    draft.text = draft.text.trim_end_matches(print::is_speck).to_owned();
    without_dots(draft);
    let begins = lexicon::begins_like_an_address(&draft.text);
    draft.doubt_if(!begins, Doubt::Shape);
    draft.doubt_if(
        !lexicon::ends_like_an_address(&draft.text),
        Doubt::Incomplete,
    );
    draft.weigh(PLACE);
}

/// Fields that must fit one another.
fn compare(drafts: &mut Drafts) {
    let text = |field| drafts.get(&field).map(|draft: &Draft| draft.text.clone());
    let day = |field| match drafts.get(&field).and_then(|draft| draft.date) {
        Some(PrintedDate::Day(day)) => Some(day),
        _ => None,
    };
    let sole_trader = text(FieldName::Type).is_some_and(|kind| kind.starts_with("个体"));
    let has_code = drafts.get(&FieldName::Uscc);
    let code_of_trader = has_code
        .filter(|code| code.text.len() == 18 && !code.doubts.contains(&Doubt::Unproven))
        .map(|code| code.text.starts_with("92"));
    let mut contradicted = Vec::new();
    if text(FieldName::Type).is_some() && code_of_trader.is_some_and(|code| code != sole_trader) {
        contradicted.push(FieldName::Type);
    }
    if sole_trader && drafts.contains_key(&FieldName::Capital) {
        contradicted.extend([FieldName::Type, FieldName::Capital]);
    }
    if text(FieldName::Type).is_some() && !sole_trader && drafts.contains_key(&FieldName::Form) {
        contradicted.extend([FieldName::Type, FieldName::Form]);
    }
    if let (Some(founded), Some(issued)) = (day(FieldName::Founded), day(FieldName::Issued))
        && issued < founded
    {
        contradicted.extend([FieldName::Founded, FieldName::Issued]);
    }
    if let Some(founded) = day(FieldName::Founded) {
        let begins = text(FieldName::Term).and_then(|term| date::find(&term).into_iter().next());
        let two = text(FieldName::Term).is_some_and(|term| !term.starts_with('至'));
        if begins.is_some_and(|begins| two && begins.day < founded) {
            contradicted.push(FieldName::Term);
        }
    }
    for field in contradicted {
        if let Some(draft) = drafts.get_mut(&field) {
            draft.doubt(Doubt::Contradicted);
        }
    }
}

/// Where a licence lacks what stands on every one, its neighbours may have
/// taken it in: the long values are looked at.
pub(super) fn missing_neighbours(drafts: &mut Drafts, is_whole: bool) {
    let lacks = |field| !drafts.contains_key(&field);
    let left = lacks(FieldName::Type) || lacks(FieldName::LegalRepresentative);
    let right = lacks(FieldName::Founded) || lacks(FieldName::Address);
    let mut suspects = Vec::new();
    if left || !is_whole {
        suspects.push(FieldName::Name);
    }
    if right {
        suspects.push(FieldName::Scope);
    }
    for field in suspects {
        if let Some(draft) = drafts.get_mut(&field) {
            draft.doubt(Doubt::Incomplete);
        }
    }
}
