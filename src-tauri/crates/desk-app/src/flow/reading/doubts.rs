//! What the papers of an order say against themselves, each other and the
//! order: who authorises whom, what the number is for, how long the contract
//! runs. Refuses nothing: each is a hint for a person to look.

use super::question::Questions;
use chrono::NaiveDate;
use desk_domain::Refusal;
use desk_domain::form::{Finding, Form, Gravity};
use desk_domain::paper::PaperKind;
use desk_intake::cross::{self, Authorisation, Circumstances};

/// What the form says itself needs not be said of its papers again: the hint,
/// and what the review of the form calls the same.
const SAID_ALREADY: [(&str, &[&str]); 5] = [
    ("CardExpired", &["IdExpired"]),
    ("CardExpiresWithinContract", &["IdEndsInTerm", "IdExpired"]),
    ("LicenceReadExpired", &["LicenceExpired"]),
    (
        "LicenceExpiresWithinContract",
        &["LicenceEndsInTerm", "LicenceExpired"],
    ),
    (
        "PurposeBeyondScope",
        &["PurposeOutsideScope", "PurposeForbidden"],
    ),
];

impl Questions {
    /// What a person should look at; `said` is what the review found in the
    /// form, `attached` what papers there are.
    pub(crate) fn doubts(
        &self,
        form: &Form,
        attached: &[PaperKind],
        said: &[Finding],
        today: NaiveDate,
    ) -> Vec<Finding> {
        let letter = attached
            .contains(&PaperKind::Authorisation)
            .then(|| authorisation(form))
            .flatten();
        let purpose = Some(form.number.purpose.trim()).filter(|text| !text.is_empty());
        let circumstances = Circumstances {
            contract_end: form.tariff.end.trim().parse().ok(),
            authorisation: letter,
            purpose,
        };
        cross::cross_check(&self.documents, today, &circumstances)
            .iter()
            .filter(|doubt| !is_said(doubt.code(), said))
            .map(hint)
            .collect()
    }
}

/// Who authorises whom, as the order has it off the letter.
fn authorisation(form: &Form) -> Option<Authorisation<'_>> {
    let representative = form.legal_representative.name.trim();
    let handler = if form.handler_is_legal_representative {
        representative
    } else {
        form.handler.name.trim()
    };
    let enterprise = form.company.name.trim();
    let known = ![representative, handler, enterprise].contains(&"");
    known.then_some(Authorisation {
        enterprise,
        representative,
        handler,
    })
}

fn is_said(code: &str, said: &[Finding]) -> bool {
    let same = SAID_ALREADY.iter().find(|(hint, _)| *hint == code);
    same.is_some_and(|(_, same)| {
        said.iter()
            .any(|finding| same.contains(&finding.code.as_str()))
    })
}

fn hint(doubt: &cross::Finding) -> Finding {
    let field = match doubt.code() {
        "AuthorisationByAnother" | "AuthorisedIsAnother" | "AuthorisationOfAnother" => {
            "papers.authorisation"
        }
        "LicenceReadExpired" | "LicenceExpiresWithinContract" => "papers.licence",
        "CardExpired" | "CardExpiresWithinContract" => "papers.id_emblem",
        "PurposeBeyondScope" => "number.purpose",
        _ => "papers",
    };
    Finding {
        field: field.to_owned(),
        code: doubt.code().to_owned(),
        details: doubt
            .details()
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
        gravity: Gravity::Warning,
    }
}

#[cfg(test)]
mod tests;
