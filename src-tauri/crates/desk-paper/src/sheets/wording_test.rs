//! Holds the codes of the sheets against their sentences.

use super::SheetError;
use crate::PictureError;
use desk_domain::{Money, Refusal};
use std::collections::BTreeMap;

fn every_error() -> Vec<SheetError> {
    let (number, stated, found) = (String::from("4001234567"), Money::ZERO, Money::yuan(1));
    let uneven = |make: fn(String, Money, Money) -> SheetError| make(number.clone(), stated, found);
    vec![
        uneven(|number, stated, found| SheetError::StatementUneven {
            number,
            stated,
            found,
        }),
        uneven(|number, stated, found| SheetError::StatementCallsUneven {
            number,
            stated,
            found,
        }),
        uneven(|number, stated, found| SheetError::StatementTopUpWrong {
            number,
            stated,
            found,
        }),
        uneven(|number, stated, found| SheetError::StatementEntriesUneven {
            number,
            stated,
            found,
        }),
        SheetError::StatementEmpty,
        SheetError::SheetAmountNotPositive,
        SheetError::DisputeReplyEmpty,
        SheetError::PaperSetEmpty,
        SheetError::SheetAmountOutOfBounds,
        SheetError::Picture(PictureError::PictureUnreadable),
        SheetError::Picture(PictureError::PictureTooLarge),
    ]
}

#[test]
fn every_code_of_the_sheets_has_its_sentence() {
    let json = include_str!("../../../../../assets/wording/sheets.json");
    let sentences: BTreeMap<String, String> = serde_json::from_str(json).unwrap();
    for error in every_error() {
        let sentence = sentences
            .get(error.code())
            .unwrap_or_else(|| panic!("no sentence for {}", error.code()));
        let details = error.details();
        for part in sentence.split('{').skip(1) {
            let name = part.split('}').next().unwrap();
            let given = details.iter().any(|(given, _)| *given == name);
            assert!(given, "{sentence}: {name}");
        }
        assert!(sentence.ends_with('。'), "{sentence}");
    }
    let count = every_error().len();
    assert_eq!(sentences.len(), count, "a sentence without a code");
}
