//! Allowed, doubtful and disordered spellings.

use super::*;
use proptest::prelude::*;

fn fen(raw: &str) -> Result<i64, CapitalsError> {
    from_capitals(raw).map(Money::fen)
}

#[test]
fn variants_of_characters_and_the_prefix_are_taken() {
    for raw in [
        "壹仟肆佰零玖元伍角",
        "人民币壹仟肆佰零玖元伍角",
        "人民币：壹仟肆佰零玖圆伍角整",
        "一千四百〇九元五角正",
        " 壹仟 肆佰 零玖元 伍角 ",
    ] {
        assert_eq!(fen(raw), Ok(140_950), "{raw}");
    }
    assert_eq!(fen("两百元整"), Ok(20_000));
    assert_eq!(fen("拾元整"), Ok(1_000));
}

#[test]
fn spellings_the_rule_leaves_open_are_taken() {
    assert_eq!(fen("壹仟陆佰捌拾元零叁角贰分"), Ok(168_032));
    assert_eq!(fen("壹拾万柒仟元伍角叁分"), Ok(10_700_053));
    assert_eq!(fen("壹拾万柒仟元零伍角叁分"), Ok(10_700_053));
}

#[test]
fn doubtful_spellings_are_refused_with_the_right_one() {
    for (raw, standard) in [
        ("壹万伍元整", "壹万零伍元整"),
        ("壹仟肆佰玖元伍角", "壹仟肆佰零玖元伍角"),
        ("壹佰元", "壹佰元整"),
        ("叁佰贰拾伍元肆分", "叁佰贰拾伍元零肆分"),
        ("伍分整", "伍分"),
        ("壹佰零元整", "壹佰元整"),
    ] {
        let error = CapitalsError::Spelling {
            standard: standard.to_owned(),
        };
        assert_eq!(fen(raw), Err(error), "{raw}");
    }
}

#[test]
fn disorder_and_foreign_characters_are_refused() {
    for raw in ["壹贰元整", "壹", "佰元整", "拾佰元整", "元角分", "壹元伍"] {
        assert!(
            matches!(
                fen(raw),
                Err(CapitalsError::Order | CapitalsError::Spelling { .. })
            ),
            "{raw}"
        );
    }
    let error = CapitalsError::Character {
        position: 4,
        found: '5',
    };
    assert_eq!(fen("人民币5元"), Err(error));
    assert_eq!(
        fen("负壹元整"),
        Err(CapitalsError::Character {
            position: 1,
            found: '负'
        })
    );
    assert_eq!(
        fen("玖仟亿元整"),
        Err(CapitalsError::Amount(MoneyError::OutOfBounds))
    );
}

proptest! {
    #[test]
    fn whatever_is_read_is_an_allowed_spelling_of_one_amount(
        raw in "[零壹贰玖拾佰仟万亿元角分整]{1,12}",
    ) {
        if let Ok(amount) = from_capitals(&raw) {
            let bare = |text: &str| text.replace(['零', '整'], "");
            let full = raw.strip_prefix('拾').map_or(raw.clone(), |rest| format!("壹拾{rest}"));
            prop_assert_eq!(bare(&full), bare(&to_capitals(amount)));
        }
    }

    #[test]
    fn no_text_makes_it_panic(raw in "\\PC{0,40}|[零壹贰玖拾佰仟万亿元角分整]{0,60}") {
        let _ = from_capitals(&raw);
    }
}
