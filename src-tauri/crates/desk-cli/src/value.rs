//! `check` and `capitals`: the domain's identifiers and amounts, one a line
//! from stdin. Needs no store and nobody to sign in. A line that is wrong is an
//! answer, not a refusal, so the exit status stays 0.

use crate::answer::{Answer, say};
use crate::args::Kind;
use crate::refused::Refused;
use crate::situation::Situation;
use desk_app::Failure;
use desk_domain::identifier::{
    CitizenId, Landline, Mobile, Number400, PermanentResident, Postcode, RegistrationNumber,
    ResidentPermit, Uscc, Warning,
};
use desk_domain::{Money, Refusal, capitals::to_capitals_with_prefix};
use serde::Serialize;
use std::io::{BufRead, stdin};

/// What is said of one line.
#[derive(Debug, Serialize, PartialEq, Eq)]
struct Verdict {
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    canonical: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<String>,
}

impl Verdict {
    fn good(canonical: &str, warnings: &[Warning]) -> Self {
        let warnings = warnings
            .iter()
            .map(|w| Failure::because(w).message)
            .collect();
        Self {
            ok: true,
            canonical: Some(canonical.to_owned()),
            code: None,
            reason: None,
            warnings,
        }
    }

    fn bad(refusal: &impl Refusal) -> Self {
        let failure = Failure::because(refusal);
        Self {
            ok: false,
            canonical: None,
            code: Some(failure.code),
            reason: Some(failure.message),
            warnings: Vec::new(),
        }
    }

    /// `mark<TAB>canonical form`, or `bad<TAB>reason`; no mark for capitals.
    fn line(&self, mark: &str) -> String {
        match (&self.canonical, &self.reason) {
            (Some(canonical), _) => format!("{mark}{canonical}"),
            (None, reason) => format!("bad\t{}", reason.as_deref().unwrap_or_default()),
        }
    }
}

/// Checks every line of stdin.
pub fn check(kind: Kind, json: bool) -> Result<Answer, Refused> {
    each_line(json, "ok\t", |line| checked(kind, line))
}

/// Writes every amount of stdin in capitals.
pub fn capitals(json: bool) -> Result<Answer, Refused> {
    each_line(json, "", |line| match Money::parse(line) {
        Ok(amount) => Verdict::good(&to_capitals_with_prefix(amount), &[]),
        Err(refusal) => Verdict::bad(&refusal),
    })
}

fn checked(kind: Kind, line: &str) -> Verdict {
    macro_rules! parsed {
        ($kind:ty) => {
            match <$kind>::parse(line) {
                Ok(value) => Verdict::good(value.as_str(), &value.warnings()),
                Err(refusal) => Verdict::bad(&refusal),
            }
        };
    }
    match kind {
        Kind::Uscc => parsed!(Uscc),
        Kind::Regno => parsed!(RegistrationNumber),
        Kind::Citizen => parsed!(CitizenId),
        Kind::Resident => resident(line),
        Kind::Mobile => parsed!(Mobile),
        Kind::Landline => parsed!(Landline),
        Kind::Postcode => parsed!(Postcode),
        Kind::Number400 => match Number400::parse(line) {
            Ok(number) => Verdict::good(number.as_str(), &[]),
            Err(refusal) => Verdict::bad(&refusal),
        },
    }
}

/// A foreign permanent resident's number, or that of a residence permit for
/// Hong Kong, Macao and Taiwan residents, which begins with 8.
fn resident(line: &str) -> Verdict {
    if let Ok(permit) = ResidentPermit::parse(line) {
        return Verdict::good(permit.as_str(), &[]);
    }
    match PermanentResident::parse(line) {
        Ok(number) => Verdict::good(number.as_str(), &number.warnings()),
        Err(_) if line.trim_start().starts_with('8') => match ResidentPermit::parse(line) {
            Ok(permit) => Verdict::good(permit.as_str(), &[]),
            Err(refusal) => Verdict::bad(&refusal),
        },
        Err(refusal) => Verdict::bad(&refusal),
    }
}

/// Tells of each line as soon as it is read; under `--json`, of all at the end.
fn each_line(json: bool, mark: &str, judge: impl Fn(&str) -> Verdict) -> Result<Answer, Refused> {
    let mut verdicts = Vec::new();
    let mut input = stdin().lock();
    let mut bytes = Vec::new();
    while input
        .read_until(b'\n', &mut bytes)
        .map_err(|_| Situation::LineNotText)?
        > 0
    {
        let verdict = match std::str::from_utf8(&bytes) {
            Ok(line) => judge(
                line.trim_start_matches('\u{feff}')
                    .trim_end_matches(['\r', '\n']),
            ),
            Err(_) => Verdict::bad(&Situation::LineNotText),
        };
        if json {
            verdicts.push(verdict);
        } else {
            say(&verdict.line(mark));
        }
        bytes.clear();
    }
    if json {
        Answer::new(verdicts, "")
    } else {
        Ok(Answer::told())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(kind: Kind, text: &str) -> String {
        checked(kind, text).line("ok\t")
    }

    #[test]
    fn every_kind_takes_its_example_and_gives_the_canonical_form() {
        let examples = [
            (Kind::Uscc, " 91350100m000100y43 ", "91350100M000100Y43"),
            (Kind::Regno, "110108000000016", "110108000000016"),
            (Kind::Citizen, "440000197902077474", "440000197902077474"),
            (Kind::Resident, "932682198501010017", "932682198501010017"),
            (Kind::Mobile, "+86 138-0013-8000", "13800138000"),
            (Kind::Number400, "400-123-4567", "4001234567"),
            (Kind::Postcode, "710061", "710061"),
        ];
        for (kind, text, canonical) in examples {
            assert_eq!(line(kind, text), format!("ok\t{canonical}"), "{kind:?}");
        }
    }

    #[test]
    fn a_bad_value_is_told_in_chinese_and_not_repeated() {
        let told = line(Kind::Citizen, "110101190002290011");
        assert!(
            told.starts_with("bad\t") && !told.contains("110101190002290011"),
            "{told}"
        );
        assert!(!told.is_ascii(), "{told}");
    }

    #[test]
    fn an_empty_line_is_bad() {
        for kind in [
            Kind::Uscc,
            Kind::Citizen,
            Kind::Resident,
            Kind::Landline,
            Kind::Number400,
        ] {
            assert!(line(kind, "").starts_with("bad\t"), "{kind:?}");
        }
    }

    #[test]
    fn a_residence_permit_counts_as_resident() {
        assert!(!line(Kind::Resident, "81000019900101001X").is_empty());
        assert!(line(Kind::Resident, "440000197902077474").starts_with("bad\t"));
    }
}
