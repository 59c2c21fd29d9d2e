//! Files nobody wants to receive. None makes the program panic, fill memory or
//! take long, and each is refused for its own reason.

use super::synthetic::{Call, Kind, Style, calls, file, nasty};
use super::{outcome, proposal, taken};
use desk_billing::calls::{CallsError, Limits, survey};
use desk_domain::Refusal;
use proptest::prelude::*;
use std::io::Cursor;

#[test]
fn nasty_files_are_refused_for_their_own_reason_or_read() {
    let given: Vec<Call> = calls(1, 40).collect();
    for nasty in nasty(&given).unwrap() {
        let refused = match taken(&nasty.bytes) {
            Ok(_) => None,
            // What is found by its values alone may lack what a call needs.
            Err(CallsError::LayoutLacks(_)) => None,
            Err(error) => Some(error.code()),
        };
        assert_eq!(refused, nasty.refused, "{}", nasty.name);
    }
}

#[test]
fn each_limit_is_kept() {
    let given: Vec<Call> = calls(1, 40).collect();
    for kind in Kind::ALL {
        let bytes = file(kind, &Style::PLAIN, &given).unwrap();
        let size = bytes.len() as u64;
        let told = |limits: &Limits| survey(&mut Cursor::new(&bytes), limits).unwrap_err().code();
        let defaults = Limits::default();
        assert_eq!(
            told(&Limits {
                max_bytes: size - 1,
                ..defaults.clone()
            }),
            "CallsFileTooLarge"
        );
        assert_eq!(
            told(&Limits {
                max_rows: 20,
                ..defaults.clone()
            }),
            "CallsTooManyRows",
            "{kind:?}"
        );
        assert_eq!(
            told(&Limits {
                max_cell: 8,
                ..defaults.clone()
            }),
            "CallsCellTooLong",
            "{kind:?}"
        );
        assert_eq!(
            told(&Limits {
                max_columns: 3,
                ..defaults
            }),
            "CallsTooManyColumns",
            "{kind:?}"
        );
    }
}

fn mangled(bytes: &[u8], cuts: &[(prop::sample::Index, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, value) in cuts {
        let at = at.index(bytes.len());
        bytes[at] = *value;
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = taken(&bytes);
    }

    #[test]
    fn no_text_makes_it_panic(text in "(\\PC|[,;|\t\n\"0-9:./-]|号码|时间|时长|400|合计){0,300}") {
        let heads = "400号码,来电号码,开始时间,通话时长,费用\n";
        let _ = taken(format!("{heads}{text}").as_bytes());
        let _ = taken(format!("<table><tr><td>{text}").as_bytes());
    }

    #[test]
    fn no_damage_makes_it_panic(
        kind in prop::sample::select(Kind::ALL.to_vec()),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let given: Vec<Call> = calls(9, 15).collect();
        let bytes = file(kind, &Style { titles: true, totals: true, ..Style::PLAIN }, &given).unwrap();
        let layout = proposal(&bytes).unwrap().layout;
        let damaged = mangled(&bytes, &cuts);
        let _ = taken(&damaged);
        let _ = outcome(&damaged, &layout);
    }

    #[test]
    fn no_row_is_lost_in_a_damaged_text(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), "[0-9a-z,\"]"), 0..30),
    ) {
        let given: Vec<Call> = calls(9, 30).collect();
        let bytes = file(Kind::ALL[1], &Style::PLAIN, &given).unwrap();
        let layout = proposal(&bytes).unwrap().layout;
        let text = String::from_utf8(bytes).unwrap();
        let mut lines: Vec<Vec<char>> = text.lines().map(|line| line.chars().collect()).collect();
        for (at, sign) in cuts {
            let row = 1 + at.index(30);
            let column = at.index(lines[row].len());
            lines[row][column] = sign.chars().next().unwrap();
        }
        let lines: Vec<String> = lines.into_iter().map(|line| line.into_iter().collect()).collect();
        let found = outcome((lines.join("\n") + "\n").as_bytes(), &layout).unwrap();
        // A quoted cell that runs over lines keeps them together in its row.
        let kept: usize = found.rows.iter().map(|row| match row {
            desk_billing::calls::Row::Call { raw, .. }
            | desk_billing::calls::Row::Quarantined { raw, .. }
            | desk_billing::calls::Row::Total { raw, .. } => raw.lines().count(),
        }).sum();
        prop_assert_eq!(kept, 30);
    }
}
