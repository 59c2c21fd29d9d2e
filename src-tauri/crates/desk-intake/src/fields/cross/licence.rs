//! A licence against today, the contract, the authorisation and the purpose.

use super::{Circumstances, Finding, day, same_name, text};
use crate::reading::{DocumentReading, FieldName};
use chrono::NaiveDate;

/// Holds one licence against the circumstances.
pub(super) fn check(
    licence: &DocumentReading,
    today: NaiveDate,
    circumstances: &Circumstances<'_>,
    findings: &mut Vec<Finding>,
) {
    if let (Some(name), Some(letter)) =
        (text(licence, FieldName::Name), circumstances.authorisation)
        && !same_name(name, letter.enterprise)
    {
        findings.push(Finding::AuthorisationOfAnother {
            licence: name.to_owned(),
            letter: letter.enterprise.to_owned(),
        });
    }
    days(licence, today, circumstances.contract_end, findings);
    if let (Some(scope), Some(purpose)) = (text(licence, FieldName::Scope), circumstances.purpose)
        && !is_within(purpose, scope)
    {
        findings.push(Finding::PurposeBeyondScope {
            purpose: purpose.to_owned(),
        });
    }
}

fn days(
    licence: &DocumentReading,
    today: NaiveDate,
    contract_end: Option<NaiveDate>,
    findings: &mut Vec<Finding>,
) {
    let founded = day(licence, FieldName::Founded);
    let issued = day(licence, FieldName::Issued);
    let future = [founded, issued]
        .into_iter()
        .flatten()
        .find(|day| *day > today);
    findings.extend(future.map(|day| Finding::LicenceOfFuture { day }));
    if let (Some(founded), Some(issued)) = (founded, issued)
        && issued < founded
    {
        findings.push(Finding::LicenceBeforeFounding { founded, issued });
    }
    let Some(until) = day(licence, FieldName::Term) else {
        return;
    };
    if until < today {
        findings.push(Finding::LicenceExpired { until });
    } else if let Some(contract_end) = contract_end
        && until < contract_end
    {
        findings.push(Finding::LicenceExpiresWithinContract {
            until,
            contract_end,
        });
    }
}

/// What every enterprise needs a telephone for, whatever it sells.
const ALWAYS: [&str; 12] = [
    "客服",
    "客户服务",
    "售后",
    "售前",
    "咨询",
    "预约",
    "订购",
    "投诉",
    "热线",
    "总机",
    "回访",
    "接待",
];

/// Whether a purpose is general, or shares a word of two letters with the scope.
fn is_within(purpose: &str, scope: &str) -> bool {
    let signs: Vec<char> = purpose
        .chars()
        .filter(|sign| super::super::print::is_han(*sign))
        .collect();
    if signs.len() < 2 || ALWAYS.iter().any(|word| purpose.contains(word)) {
        return true;
    }
    // 服务 and 业务 stand in every scope and prove nothing.
    signs.windows(2).any(|pair| {
        let word: String = pair.iter().collect();
        !["服务", "业务", "电话", "经营"].contains(&word.as_str()) && scope.contains(&word)
    })
}
