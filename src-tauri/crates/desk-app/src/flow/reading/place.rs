//! Where in the form a field of a document belongs, and how the form writes
//! its value. Refuses to judge which of two values is right.

use desk_domain::form::{Form, LONG_TERM};
use desk_domain::identifier::Uscc;
use desk_domain::paper::PaperKind;
use desk_intake::reading::{DocumentKind, FieldName, FieldReading, PrintedDate};

/// Path of the form's field that takes `field` of a document of `kind`, which
/// lies on a paper of kind `paper`; `None` for what the form does not ask.
pub(super) fn place(
    form: &Form,
    paper: PaperKind,
    kind: DocumentKind,
    field: FieldName,
) -> Option<String> {
    let part = match (kind, field) {
        (DocumentKind::Licence, FieldName::LegalRepresentative) => "legal_representative",
        (DocumentKind::Licence, _) => "company",
        (DocumentKind::IdPortrait | DocumentKind::IdEmblem, _) => person(form, paper),
        (DocumentKind::Other, _) => return None,
    };
    let name = match (kind, field) {
        (DocumentKind::Licence, FieldName::Uscc) => "code",
        (DocumentKind::Licence, FieldName::Name | FieldName::LegalRepresentative) => "name",
        (DocumentKind::Licence, FieldName::Type) => "type",
        (DocumentKind::Licence, FieldName::Address) => "address",
        (DocumentKind::Licence, FieldName::Scope) => "scope",
        (DocumentKind::Licence, FieldName::Founded) => "founded",
        (DocumentKind::Licence, FieldName::Term) => "term_until",
        (DocumentKind::IdPortrait, FieldName::Name) => "name",
        (DocumentKind::IdPortrait, FieldName::CitizenId) => "id_number",
        (DocumentKind::IdEmblem, FieldName::ValidTo) => "id_expiry",
        _ => return None,
    };
    Some(format!("{part}.{name}"))
}

/// Whose card lies on a paper.
fn person(form: &Form, paper: PaperKind) -> &'static str {
    let legal = matches!(paper, PaperKind::LegalIdPortrait | PaperKind::LegalIdEmblem);
    if legal || form.handler_is_legal_representative {
        "legal_representative"
    } else {
        "handler"
    }
}

/// A value as the form takes it; `None` where there is nothing to take, such
/// as a term whose end could not be understood.
pub(super) fn value(field: FieldName, read: &FieldReading) -> Option<String> {
    let text = read.text.trim();
    let value = match field {
        FieldName::Founded | FieldName::Term | FieldName::ValidTo => match read.date? {
            PrintedDate::Day(day) => day.to_string(),
            PrintedDate::LongTerm => LONG_TERM.to_owned(),
        },
        _ => text.to_owned(),
    };
    (!value.is_empty()).then_some(value)
}

/// What stands in a field of the form, given as JSON.
pub(super) fn standing<'a>(form: &'a serde_json::Value, place: &str) -> &'a str {
    let pointer = format!("/{}", place.replace('.', "/"));
    form.pointer(&pointer)
        .and_then(serde_json::Value::as_str)
        .unwrap_or_default()
        .trim()
}

/// Whether two values say the same, whatever the width of their brackets and
/// the spaces between.
pub(super) fn same(a: &str, b: &str) -> bool {
    if let (Ok(a), Ok(b)) = (Uscc::parse(a), Uscc::parse(b)) {
        return a == b;
    }
    plain(a) == plain(b)
}

fn plain(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .map(narrow)
        .flat_map(char::to_uppercase)
        .collect()
}

/// Full-width ASCII as its ordinary form.
fn narrow(letter: char) -> char {
    match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_belongs_to_the_handler_unless_the_paper_or_the_form_says_otherwise() {
        let mut form = Form::default();
        let of = |form: &Form, paper| {
            place(form, paper, DocumentKind::IdPortrait, FieldName::CitizenId).unwrap()
        };
        assert_eq!(of(&form, PaperKind::IdPortrait), "handler.id_number");
        let legal = "legal_representative.id_number";
        assert_eq!(of(&form, PaperKind::LegalIdPortrait), legal);
        form.handler_is_legal_representative = true;
        assert_eq!(of(&form, PaperKind::IdPortrait), legal);
    }

    #[test]
    fn width_and_spaces_make_no_difference() {
        assert!(same("郑州示例(集团)有限公司", "郑州示例（集团） 有限公司"));
        assert!(same("41010119900101001x", "41010119900101001X"));
        assert!(!same("郑州示例有限公司", "郑州示列有限公司"));
    }
}
