//! The terminal's contract for `read`, field for field.

use crate::make::fixture;
use chrono::NaiveDate;
use desk_intake::reading::{
    DocumentKind, DocumentReading, Doubt, FieldName, FieldReader, FieldReading, PageReading,
    PrintedDate, Witness, read,
};
use desk_intake::{IntakeError, Limits, PageImage};
use serde_json::json;

#[test]
fn a_reading_is_written_as_the_terminal_promises() {
    let corners = [[0, 0], [9, 0], [9, 5], [0, 5]];
    let field = |text: &str, date, doubts: &[Doubt]| FieldReading {
        text: text.to_owned(),
        date,
        confidence: 0.5,
        witnesses: vec![Witness::Ocr, Witness::Qr, Witness::Checksum],
        corners,
        verify: !doubts.is_empty(),
        doubts: doubts.to_vec(),
    };
    let founded = PrintedDate::Day(NaiveDate::from_ymd_opt(2019, 3, 1).unwrap());
    let page = PageReading {
        file: "执照.jpg".to_owned(),
        page: 1,
        documents: vec![DocumentReading {
            kind: DocumentKind::IdEmblem,
            corners,
            rotation: 90,
            fields: [
                (
                    FieldName::Uscc,
                    field("91350100M000100Y43", None, &[Doubt::Repaired]),
                ),
                (
                    FieldName::Founded,
                    field("2019年03月01日", Some(founded), &[]),
                ),
                (
                    FieldName::ValidTo,
                    field("长期", Some(PrintedDate::LongTerm), &[]),
                ),
            ]
            .into(),
        }],
    };
    let expected = json!({
        "file": "执照.jpg", "page": 1,
        "documents": [{
            "kind": "id-emblem", "box": [[0, 0], [9, 0], [9, 5], [0, 5]], "rotation": 90,
            "fields": {
                "uscc": {"text": "91350100M000100Y43", "confidence": 0.5, "witnesses": ["ocr", "qr", "checksum"],
                         "box": [[0, 0], [9, 0], [9, 5], [0, 5]], "verify": true, "doubts": ["repaired"]},
                "founded": {"text": "2019年03月01日", "date": "2019-03-01", "confidence": 0.5,
                            "witnesses": ["ocr", "qr", "checksum"], "box": [[0, 0], [9, 0], [9, 5], [0, 5]], "verify": false},
                "valid_to": {"text": "长期", "date": "long-term", "confidence": 0.5,
                             "witnesses": ["ocr", "qr", "checksum"], "box": [[0, 0], [9, 0], [9, 5], [0, 5]], "verify": false},
            },
        }],
    });
    assert_eq!(serde_json::to_value(&page).unwrap(), expected);
    assert_eq!(
        serde_json::from_value::<PageReading>(expected).unwrap(),
        page
    );
}

/// Finds the page itself, and nothing on it.
struct Outline;

impl FieldReader for Outline {
    fn read_page(&self, page: &PageImage) -> Result<Vec<DocumentReading>, IntakeError> {
        let (right, bottom) = (page.width().cast_signed(), page.height().cast_signed());
        Ok(vec![DocumentReading {
            kind: DocumentKind::Other,
            corners: [[0, 0], [right, 0], [right, bottom], [0, bottom]],
            rotation: 0,
            fields: [].into(),
        }])
    }
}

#[test]
fn a_reader_is_shown_every_page_at_its_full_size() {
    let pages = read(
        &Outline,
        "传真.tif",
        &fixture("sound/pages.tif"),
        &Limits::default(),
    )
    .unwrap();
    let corners: Vec<_> = pages
        .iter()
        .map(|p| (p.page, p.documents[0].corners[2]))
        .collect();
    assert_eq!(corners, [(1, [96, 64]), (2, [96, 64]), (3, [96, 67])]);
    let refused = read(&Outline, "x", b"", &Limits::default());
    assert_eq!(refused, Err(IntakeError::FileEmpty));
}
