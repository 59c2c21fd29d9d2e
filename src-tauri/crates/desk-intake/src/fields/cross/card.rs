//! Both sides of an identity card against its number, the law on terms, today
//! and the contract.

use super::{Finding, day, field, text};
use crate::reading::{DocumentReading, FieldName, PrintedDate};
use chrono::{Datelike, Months, NaiveDate};
use desk_domain::identifier::CitizenId;

/// Sex and birth against the number.
pub(super) fn check_portrait(
    card: &DocumentReading,
    today: NaiveDate,
    findings: &mut Vec<Finding>,
) {
    let id = text(card, FieldName::CitizenId).and_then(|number| CitizenId::parse(number).ok());
    let birth = day(card, FieldName::Birth);
    if let Some(id) = &id {
        let number = id.sex().chinese();
        if let Some(printed) = text(card, FieldName::Sex)
            && printed != number
        {
            findings.push(Finding::SexAgainstNumber {
                printed: printed.to_owned(),
                number: number.to_owned(),
            });
        }
        if let Some(printed) = birth
            && printed != id.birth()
        {
            findings.push(Finding::BirthAgainstNumber {
                printed,
                number: id.birth(),
            });
        }
    }
    if let Some(birth) = id.map(|id| id.birth()).or(birth)
        && birth > today
    {
        findings.push(Finding::BornInFuture { birth });
    }
}

/// Validity against today and the contract's end.
pub(super) fn check_emblem(
    card: &DocumentReading,
    today: NaiveDate,
    contract_end: Option<NaiveDate>,
    findings: &mut Vec<Finding>,
) {
    if let Some(from) = day(card, FieldName::ValidFrom)
        && from > today
    {
        findings.push(Finding::CardNotYetValid { from });
    }
    let Some(until) = day(card, FieldName::ValidTo) else {
        return;
    };
    if until < today {
        findings.push(Finding::CardExpired { until });
    } else if let Some(contract_end) = contract_end
        && until < contract_end
    {
        findings.push(Finding::CardExpiresWithinContract {
            until,
            contract_end,
        });
    }
}

/// Both sides of one card: the term the law gives at the holder's age.
pub(super) fn check_term(
    portrait: &DocumentReading,
    emblem: &DocumentReading,
    findings: &mut Vec<Finding>,
) {
    let id = text(portrait, FieldName::CitizenId).and_then(|number| CitizenId::parse(number).ok());
    let birth = id
        .map(|id| id.birth())
        .or_else(|| day(portrait, FieldName::Birth));
    let (Some(birth), Some(from)) = (birth, day(emblem, FieldName::ValidFrom)) else {
        return;
    };
    let Some(until) = field(emblem, FieldName::ValidTo).and_then(|until| until.date) else {
        return;
    };
    let Some(age) = from.years_since(birth) else {
        return;
    };
    let lawful = |years: Option<u32>| match (years, until) {
        (None, PrintedDate::LongTerm) => true,
        (Some(years), PrintedDate::Day(until)) => ends_after(from, until, years),
        _ => false,
    };
    // Issued within weeks of a birthday, the age may be that of the request.
    let before = from
        .checked_sub_months(Months::new(3))
        .and_then(|day| day.years_since(birth));
    if lawful(term(age)) || before.is_some_and(|age| lawful(term(age))) {
        return;
    }
    let name = |years: Option<u32>| years.map_or_else(|| "长期".to_owned(), |y| format!("{y} 年"));
    findings.push(Finding::CardTermAgainstAge {
        age,
        expected: name(term(age)),
        found: match until {
            PrintedDate::LongTerm => "长期".to_owned(),
            PrintedDate::Day(until) => format!("至 {}", until.format("%Y-%m-%d")),
        },
    });
}

/// 居民身份证法 第五条: years by age at issue, `None` for 长期.
const fn term(age: u32) -> Option<u32> {
    match age {
        0..16 => Some(5),
        16..26 => Some(10),
        26..46 => Some(20),
        _ => None,
    }
}

fn ends_after(from: NaiveDate, until: NaiveDate, years: u32) -> bool {
    let end = from.checked_add_months(Months::new(years * 12));
    let next = end
        .and_then(|end| end.succ_opt())
        .filter(|_| from.month() == 2 && from.day() == 29);
    end == Some(until) || next == Some(until)
}
