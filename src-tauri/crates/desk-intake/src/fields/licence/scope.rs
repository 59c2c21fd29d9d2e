//! What a licence allows: items, headings and the sentences of the law, as prose
//! over many lines.

use super::shape::{chinese, without_dots};
use crate::fields::draft::{Care, Draft};
use crate::fields::print::is_han;
use crate::reading::Doubt;

const PROSE: Care = Care {
    letter: 0.6,
    han: 0.5,
    rival: 0.45,
};

/// Brings a scope into its form and doubts what does not fit it.
pub(super) fn shape(draft: &mut Draft) {
    chinese(draft);
    draft.text = items_apart(&full_stop(&draft.text));
    without_dots(draft);
    let last = draft.text.chars().last();
    draft.doubt_if(!matches!(last, Some('。' | '）' | '*')), Doubt::Incomplete);
    draft.doubt_if(draft.text.chars().count() < 4, Doubt::Shape);
    draft.weigh(PROSE);
    draft.doubt_if(has_stray_sign(&draft.text), Doubt::Shape);
}

/// Whether a Latin letter or a digit stands alone behind a Chinese letter and
/// before a sign: a stroke of 工 or 丁, read surely as what it looks like.
fn has_stray_sign(text: &str) -> bool {
    let signs: Vec<char> = text.chars().collect();
    signs.windows(3).any(|three| {
        let [before, sign, behind] = [three[0], three[1], three[2]];
        is_han(before) && sign.is_ascii_alphanumeric() && "；、，。（".contains(behind)
    })
}

/// A dot at the very end, or before a bracket or 许可项目, is a full stop.
fn full_stop(text: &str) -> String {
    let text = match text.strip_suffix(['.', '·', ',', '，', '、', ':']) {
        Some(head) if !head.is_empty() => format!("{head}。"),
        _ => text.to_owned(),
    };
    text.replace(".（", "。（").replace("）.", "）。")
}

/// Items are parted by semicolons; a colon stands behind a heading only
/// (一般项目：, 许可经营项目：) and is otherwise a semicolon with its tail worn off.
fn items_apart(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let is_heading = |at: usize| {
        let before: String = signs[at.saturating_sub(3)..at].iter().collect();
        [
            "项目", "范围", "包括", "其中", "分支", "机构", "方式", "如下", "：",
        ]
        .iter()
        .any(|word| before.contains(word))
            || signs[at - 1].is_ascii_digit()
    };
    let fixed = signs.iter().enumerate().map(|(at, sign)| {
        if *sign == '：' && at > 0 && !is_heading(at) {
            '；'
        } else {
            *sign
        }
    });
    fixed.collect()
}
