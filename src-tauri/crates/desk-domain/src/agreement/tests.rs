//! Numbers in their form, renewals at their floor, states in their order.

use super::*;
use proptest::prelude::*;

#[test]
fn clause_4_2_8_no_renewal_below_the_first_one() {
    let floor = renewal_floor(Money::yuan(480), Some(Money::yuan(600)));
    assert_eq!(floor, Money::yuan(600));
    assert_eq!(check_renewal(floor, Money::yuan(600)), Ok(()));
    let error = AgreementError::RenewalBelowFloor {
        floor,
        offered: Money::yuan(599),
    };
    assert_eq!(check_renewal(floor, Money::yuan(599)), Err(error));
}

#[test]
fn clause_4_2_8_the_first_renewal_reaches_the_contract_amount() {
    let floor = renewal_floor(Money::yuan(480), None);
    assert_eq!(check_renewal(floor, Money::yuan(480)), Ok(()));
    assert!(check_renewal(floor, Money::yuan(400)).is_err());
    assert_eq!(
        renewal_floor(Money::yuan(480), Some(Money::yuan(400))),
        Money::yuan(480)
    );
}

#[test]
fn an_agreement_number_has_one_form() {
    let number = AgreementNumber::new("QF", 2026, 7).unwrap();
    assert_eq!(number.to_string(), "QF-2026-000007");
    assert_eq!(AgreementNumber::parse(" qf－2026－000007 "), Ok(number));
    for raw in [
        "QF-2026-0007",
        "QF2026000007",
        "-2026-000007",
        "QF-2026-000000",
        "QF-2026-000007-1",
        "启凡-2026-000007",
    ] {
        assert_eq!(
            AgreementNumber::parse(raw),
            Err(AgreementError::NumberForm),
            "{raw}"
        );
    }
}

#[test]
fn clause_8_3_an_agreement_is_in_force_only_when_signed() {
    let error = AgreementError::Step {
        from: "待签字",
        to: "已生效",
    };
    assert_eq!(
        AgreementState::Printed.into_state(AgreementState::InForce),
        Err(error)
    );
    assert!(
        AgreementState::InForce
            .into_state(AgreementState::Void)
            .is_err()
    );
    for ended in [AgreementState::Void, AgreementState::Ended] {
        assert!(
            AgreementState::ALL
                .iter()
                .all(|to| ended.into_state(*to).is_err())
        );
        assert!(!ended.is_live());
    }
}

proptest! {
    #[test]
    fn every_number_reads_back_as_written(
        prefix in "[A-Z0-9]{1,8}", year in 2000..=9999_i32, sequence in 1..=999_999_u32,
    ) {
        let number = AgreementNumber::new(&prefix, year, sequence).unwrap();
        prop_assert_eq!(AgreementNumber::parse(&number.to_string()), Ok(number));
    }
}
