//! What stands in the blanks of the agreement.

use super::Contents;
use crate::acceptance::written;
use crate::agreement::{Blank, Fills};

/// Data for every blank that there is.
pub(crate) fn of(contents: &Contents) -> Fills {
    Blank::all()
        .map(|blank| (blank, value(contents, blank)))
        .collect()
}

fn value(contents: &Contents, blank: Blank) -> String {
    let (firm, form) = (&contents.firm, &contents.form);
    let (company, tariff) = (&form.company, &form.tariff);
    match blank {
        Blank::AgreementNumber => contents.agreement.clone(),
        Blank::FormNumber => contents.form_number(),
        Blank::FirmName => firm.name.clone(),
        Blank::FirmAddress => firm.address.clone(),
        Blank::FirmPhone => firm.phone.clone(),
        Blank::FirmRepresentative => firm.representative.clone(),
        Blank::CompanyName => company.name.clone(),
        Blank::CompanyCode => company.code.clone(),
        Blank::CompanyAddress => company.address.clone(),
        Blank::CompanyPhone => company.phone.clone(),
        Blank::CompanyRepresentative => form.legal_representative.name.clone(),
        Blank::HandlerName if form.handler_is_legal_representative => {
            form.legal_representative.name.clone()
        }
        Blank::HandlerName => form.handler.name.clone(),
        Blank::Number400 => written::number400(&form.number),
        Blank::ContractAmount => written::amount(&tariff.contract_amount),
        Blank::ContractAmountCapitals => written::capitals(&tariff.contract_amount),
        Blank::FirstPayment => written::amount(&tariff.first_payment),
        Blank::MonthlyMinimum => written::amount(&tariff.minimum),
        Blank::Package => tariff.package.clone(),
        Blank::StartDate => written::date(&tariff.start),
        Blank::EndDate => written::date(&tariff.end),
        Blank::CitedAgreement => form.cites.clone(),
    }
}
