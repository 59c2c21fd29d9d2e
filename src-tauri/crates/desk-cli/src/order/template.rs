//! `order template`: the form with every field explained, ready to be filled
//! in and handed to `order print`. Owns the explanations; a test holds them to
//! the form, so none is forgotten when the form grows.

use crate::answer::{Answer, say};

/// Written by hand, in the order in which a person fills the form.
const TEMPLATE: &str = include_str!("template.json");

/// Prints the template; it is JSON with and without `--json`.
pub fn answer() -> Answer {
    say(TEMPLATE.trim_end());
    Answer::told()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::strip_explanations;
    use desk_domain::form::{BoundNumber, Form, TimeWindow};
    use desk_domain::paper::PaperKind;
    use serde_json::Value;

    fn template() -> Value {
        serde_json::from_str(TEMPLATE).unwrap()
    }

    /// A form in which every list has an entry, so that every path exists.
    fn every_path() -> Value {
        let windows = vec![TimeWindow::default()];
        let bound = vec![BoundNumber {
            windows,
            ..BoundNumber::default()
        }];
        serde_json::to_value(Form {
            bound,
            ..Form::default()
        })
        .unwrap()
    }

    /// Calls `visit` for every key of `form`, with the object of the template
    /// that should explain it.
    fn each_key(
        form: &Value,
        explained: &Value,
        path: &str,
        visit: &mut impl FnMut(&str, &str, &Value),
    ) {
        match form {
            Value::Object(keys) => {
                for (key, value) in keys {
                    let path = format!("{path}.{key}");
                    visit(&path, key, explained);
                    each_key(value, &explained[key], &path, visit);
                }
            }
            Value::Array(items) if !items.is_empty() && items[0].is_object() => {
                each_key(&items[0], &explained[0], path, visit);
            }
            _ => {}
        }
    }

    #[test]
    fn every_field_of_the_form_stands_in_the_template_with_an_explanation() {
        each_key(&every_path(), &template(), "", &mut |path, key, object| {
            assert!(object.get(key).is_some(), "{path} is not in the template");
            let explanation = object[format!("//{key}")].as_str().unwrap_or_default();
            assert!(!explanation.is_empty(), "{path} is not explained");
        });
    }

    #[test]
    fn the_template_explains_nothing_that_is_not_there() {
        fn walk(value: &Value, path: &str) {
            let Value::Object(keys) = value else { return };
            for (key, inner) in keys {
                if let Some(of) = key.strip_prefix("//").filter(|of| !of.is_empty()) {
                    assert!(
                        keys.contains_key(of),
                        "{path}.{of} is explained but not there"
                    );
                }
                walk(inner, &format!("{path}.{key}"));
                inner
                    .as_array()
                    .into_iter()
                    .flatten()
                    .for_each(|item| walk(item, path));
            }
        }
        walk(&template(), "");
    }

    #[test]
    fn the_template_is_taken_as_an_order() {
        let mut value = template();
        strip_explanations(&mut value);
        let form: Form = serde_json::from_value(value).unwrap();
        assert_eq!(form.bound.len(), 1);
    }

    /// Every word that an explanation offers is one the form takes, and none of
    /// the form's words is left out: the Chinese text of serde's refusal names
    /// them all.
    #[test]
    fn every_word_offered_for_a_choice_is_taken() {
        for (path, key) in [
            ("", "business"),
            ("", "strategy"),
            ("", "features"),
            ("/legal_representative", "id_kind"),
            ("/number", "carrier"),
            ("/number", "display"),
            ("/bound/0", "owner"),
            ("/payment", "means"),
        ] {
            let object = template().pointer(path).unwrap().clone();
            let offered = words(object[format!("//{key}")].as_str().unwrap());
            let taken = words_of_refusal(path, key);
            assert_eq!(offered, taken, "{path}/{key}");
        }
    }

    fn words(text: &str) -> Vec<String> {
        let is_word = |c: char| c.is_ascii_lowercase() || c == '_';
        let parts = text.split(|c: char| !is_word(c));
        let words = parts
            .filter(|w| w.len() > 2 && *w != "null")
            .map(str::to_owned);
        words
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect()
    }

    /// What serde says it would have taken: "expected one of `a`, `b`".
    fn words_of_refusal(path: &str, key: &str) -> Vec<String> {
        let mut value = template();
        strip_explanations(&mut value);
        let wrong = if key == "features" {
            serde_json::json!(["?"])
        } else {
            "?".into()
        };
        value.pointer_mut(path).unwrap()[key] = wrong;
        let refusal = serde_json::from_value::<Form>(value)
            .unwrap_err()
            .to_string();
        words(
            refusal
                .split_once("expected")
                .unwrap()
                .1
                .replace("one of", "")
                .as_str(),
        )
    }

    #[test]
    fn kinds_of_papers_are_written_as_in_the_terminal_contract() {
        for word in [
            "licence",
            "id-portrait",
            "id-emblem",
            "authorisation",
            "letter-of-commitment",
            "other",
        ] {
            assert!(
                serde_json::from_value::<PaperKind>(word.into()).is_ok(),
                "{word}"
            );
        }
    }
}
