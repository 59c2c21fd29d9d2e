//! The Chinese sentence for every situation. Owns the look-up; the sentences
//! stand in `assets/wording`, one file an area, and the window reads the same
//! files. Refuses to guess: an unknown code gets a general sentence.

use std::collections::BTreeMap;
use std::sync::LazyLock;

static TABLE: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/wording.json")))
        .unwrap_or_default()
});

/// The sentence for `code`, its placeholders filled from `details`.
#[must_use]
pub fn sentence(code: &str, details: &BTreeMap<String, String>) -> String {
    let Some(pattern) = TABLE.get(code) else {
        return format!("操作没有完成（{code}）。请重试；仍不行时请联系经理。");
    };
    details.iter().fold(pattern.clone(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_situation_still_gets_a_sentence() {
        assert!(sentence("NoSuchCode", &BTreeMap::new()).contains("NoSuchCode"));
    }

    #[test]
    fn placeholders_are_filled() {
        let details = BTreeMap::from([("number".to_owned(), "400-820-8820".to_owned())]);
        let text = sentence("NumberHeldElsewhere", &details);
        assert!(
            text.contains("400-820-8820") && !text.contains('{'),
            "{text}"
        );
    }
}
