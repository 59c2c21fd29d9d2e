//! A form as it is printed: the same answers, each in its one canonical form.
//! Refuses nothing and invents nothing; what cannot be read stays as typed.

use super::{BoundNumber, Form, PersonPart, TimeWindow};
use crate::form::IdKind;
use crate::identifier::{
    CitizenId, Email, Landline, Mobile, Number400, Passport, PermanentResident, Phone, Postcode,
    RegistrationNumber, ResidentPermit, Uscc,
};
use crate::money::{Money, Rate};

impl Form {
    /// The form with every identifier, telephone and amount in canonical form,
    /// texts trimmed and without invisible marks, the handler filled in where it
    /// is the legal representative in person, and the invoice made out to the
    /// company where nothing else was asked.
    #[must_use]
    pub fn canonical(&self) -> Self {
        let mut form = self.clone();
        form.cites = clean(&form.cites);
        company(&mut form);
        person(&mut form.legal_representative);
        if form.handler_is_legal_representative {
            form.handler = form.legal_representative.clone();
        } else {
            person(&mut form.handler);
        }
        put(&mut form.number.number, Number400::parse);
        form.number.purpose = clean(&form.number.purpose);
        tariff(&mut form);
        form.bound.iter_mut().for_each(bound);
        form.features.sort_unstable();
        form.features.dedup();
        payment(&mut form);
        form.confirmations.explained_by = clean(&form.confirmations.explained_by);
        form.remarks = clean(&form.remarks);
        form
    }
}

fn company(form: &mut Form) {
    let company = &mut form.company;
    for text in [
        &mut company.name,
        &mut company.company_type,
        &mut company.address,
        &mut company.industry,
        &mut company.founded,
        &mut company.term_until,
    ] {
        *text = clean(text);
    }
    // A licence sets its scope in lines; they mean nothing.
    company.scope = clean(&company.scope).replace(['\r', '\n'], "");
    put(&mut company.code, Uscc::parse);
    put(&mut company.code, RegistrationNumber::parse);
    put(&mut company.phone, Landline::parse);
    put(&mut company.email, Email::parse);
    put(&mut company.postcode, Postcode::parse);
}

fn person(person: &mut PersonPart) {
    person.name = clean(&person.name);
    person.id_expiry = clean(&person.id_expiry);
    match person.id_kind {
        IdKind::CitizenId => put(&mut person.id_number, CitizenId::parse),
        IdKind::ResidentPermit => put(&mut person.id_number, ResidentPermit::parse),
        IdKind::PermanentResident => put(&mut person.id_number, PermanentResident::parse),
        IdKind::Passport => put(&mut person.id_number, Passport::parse),
    }
    put(&mut person.mobile, Mobile::parse);
    put(&mut person.office_phone, Phone::parse);
}

fn tariff(form: &mut Form) {
    let tariff = &mut form.tariff;
    for text in [
        &mut tariff.package,
        &mut tariff.start,
        &mut tariff.end,
        &mut tariff.gifts,
    ] {
        *text = clean(text);
    }
    put(&mut tariff.contract_amount, Money::parse);
    put(&mut tariff.first_payment, Money::parse);
    put(&mut tariff.minimum, Money::parse);
    put(&mut tariff.rates.landline, Rate::parse);
    put(&mut tariff.rates.mobile, Rate::parse);
    put(&mut tariff.rates.international, Rate::parse);
}

fn bound(bound: &mut BoundNumber) {
    put(&mut bound.number, Phone::parse);
    for text in [
        &mut bound.proof,
        &mut bound.proof_date,
        &mut bound.area,
        &mut bound.concurrent,
    ] {
        *text = clean(text);
    }
    for TimeWindow {
        weekdays,
        from,
        until,
    } in &mut bound.windows
    {
        weekdays.sort_unstable();
        (*from, *until) = (clean(from), clean(until));
    }
}

fn payment(form: &mut Form) {
    let payment = &mut form.payment;
    let collection = &mut payment.collection;
    for text in [
        &mut collection.bank,
        &mut collection.account_name,
        &mut collection.account,
        &mut payment.invoice_title,
        &mut payment.tax_number,
    ] {
        *text = clean(text);
    }
    put(&mut payment.tax_number, Uscc::parse);
    if payment.invoice_title.is_empty() {
        payment.invoice_title.clone_from(&form.company.name);
    }
    if payment.tax_number.is_empty() {
        payment.tax_number.clone_from(&form.company.code);
    }
}

/// The canonical form of what can be read; otherwise the text, cleaned.
fn put<T: ToString, E>(text: &mut String, parse: impl FnOnce(&str) -> Result<T, E>) {
    *text = match parse(text) {
        Ok(value) => value.to_string(),
        Err(_) => clean(text),
    };
}

/// Without blanks at the ends and without marks that nobody sees.
fn clean(text: &str) -> String {
    let visible = |c: &char| {
        !matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
    };
    text.chars()
        .filter(visible)
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_read_is_written_in_its_one_form() {
        let mut form = Form::default();
        form.company.name = " 郑州\u{200B}样本有限公司 ".to_owned();
        form.company.code = "91350100m000100y43".to_owned();
        form.company.phone = "（０３７１）65650000".to_owned();
        form.company.scope = "软件开发；\n餐饮服务".to_owned();
        form.number.number = "400-812-3456".to_owned();
        form.tariff.contract_amount = "￥1200".to_owned();
        form.tariff.rates.mobile = "0.150".to_owned();
        let printed = form.canonical();
        assert_eq!(printed.company.name, "郑州样本有限公司");
        assert_eq!(printed.company.code, "91350100M000100Y43");
        assert_eq!(printed.company.phone, "0371-65650000");
        assert_eq!(printed.company.scope, "软件开发；餐饮服务");
        assert_eq!(printed.number.number, "4008123456");
        assert_eq!(printed.tariff.contract_amount, "1,200.00");
        assert_eq!(printed.tariff.rates.mobile, "0.15");
        assert_eq!(printed.payment.invoice_title, "郑州样本有限公司");
        assert_eq!(printed.payment.tax_number, "91350100M000100Y43");
    }

    #[test]
    fn what_cannot_be_read_stays_as_typed() {
        let mut form = Form::default();
        form.company.code = " 9135 ".to_owned();
        form.tariff.minimum = "四十".to_owned();
        let printed = form.canonical();
        assert_eq!(
            (
                printed.company.code.as_str(),
                printed.tariff.minimum.as_str()
            ),
            ("9135", "四十")
        );
    }

    #[test]
    fn a_handler_in_person_is_the_legal_representative() {
        let mut form = Form {
            handler_is_legal_representative: true,
            ..Form::default()
        };
        form.legal_representative.name = "李试样".to_owned();
        assert_eq!(form.canonical().handler, form.legal_representative);
    }

    #[test]
    fn the_canonical_form_is_its_own_canonical_form() {
        let mut form = Form::default();
        form.company.phone = "037165650000".to_owned();
        form.tariff.first_payment = "1,200.00".to_owned();
        let printed = form.canonical();
        assert_eq!(printed.canonical(), printed);
    }
}
