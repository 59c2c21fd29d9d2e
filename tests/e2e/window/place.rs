//! Where on the page: by what a person sees, or by a mark left for tests.

use serde_json::{Value, json};

/// A place on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    kind: &'static str,
    value: String,
    name: Option<String>,
}

impl Place {
    fn new(kind: &'static str, value: &str) -> Self {
        Self {
            kind,
            value: value.to_owned(),
            name: None,
        }
    }

    /// For the page's own finder.
    pub(super) fn to_json(&self) -> Value {
        json!({ "kind": self.kind, "value": self.value, "name": self.name })
    }
}

/// By `data-testid`.
pub fn test_id(id: &str) -> Place {
    Place::new("test_id", id)
}

/// The innermost thing whose text holds this; blanks do not count.
pub fn text(text: &str) -> Place {
    Place::new("text", text)
}

/// The button that says this.
pub fn button(name: &str) -> Place {
    role("button", name)
}

/// What has this role and this name.
pub fn role(role: &str, name: &str) -> Place {
    Place {
        name: Some(name.to_owned()),
        ..Place::new("role", role)
    }
}

/// The field with this label, or else this placeholder.
pub fn field(label: &str) -> Place {
    Place::new("field", label)
}

/// The file input with this `data-testid`, or inside what has it; such inputs
/// are hidden.
pub fn file_input(id: &str) -> Place {
    Place::new("file_input", id)
}

/// By selector, when nothing better is at hand.
pub fn css(selector: &str) -> Place {
    Place::new("css", selector)
}
