//! Customers: the companies that came in. What an order says of a company is
//! recorded here when it is printed; the store keeps what stood before.

use super::agreement::{self, AgreementLine};
use super::order::{self, OrderLine};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::pinyin::Spelling;
use crate::show as shown;
use desk_domain::form::{CompanyPart, Form, PersonPart};
use desk_domain::identifier::Uscc;
use desk_domain::staff::Permission;
use desk_store::{CustomerContent, CustomerId, CustomerRow, Subject};
use desk_store::{Reader, StoreError, Writer};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Names a customer.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct CustomerRef {
    /// Customer's number in the store.
    pub id: i64,
}

/// One customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CustomerView {
    /// Customer's number in the store.
    pub id: i64,
    /// The company as last recorded.
    pub company: CompanyPart,
    /// The legal representative as last recorded, the identity number hidden
    /// but for its ends.
    pub legal_representative: PersonPart,
    /// The handler as last recorded, likewise.
    pub handler: PersonPart,
    /// Orders, newest first.
    pub orders: Vec<OrderLine>,
    /// Agreements, newest first.
    pub agreements: Vec<AgreementLine>,
}

/// One of the two persons of a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// 法定代表人.
    LegalRepresentative,
    /// 经办人.
    Handler,
}

/// Asks for a person's identity number in full.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct CustomerIdentity {
    /// Customer's number in the store.
    pub id: i64,
    /// Whose.
    pub who: Who,
}

/// What the store keeps of a customer: the parts of the form that will be
/// typed again next time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Record {
    pub(crate) company: CompanyPart,
    pub(crate) legal_representative: PersonPart,
    pub(crate) handler: PersonPart,
    pub(crate) handler_is_legal_representative: bool,
}

impl Record {
    pub(crate) fn of_row(row: &CustomerRow) -> Self {
        serde_json::from_value(row.content.company.clone()).unwrap_or_default()
    }

    fn of_form(form: &Form) -> Self {
        Self {
            company: form.company.clone(),
            legal_representative: form.legal_representative.clone(),
            handler: form.handler.clone(),
            handler_is_legal_representative: form.handler_is_legal_representative,
        }
    }

    /// Puts the record into a form that is about to be filled.
    pub(crate) fn begin(self, form: &mut Form) {
        form.company = self.company;
        form.legal_representative = self.legal_representative;
        form.handler = self.handler;
        form.handler_is_legal_representative = self.handler_is_legal_representative;
    }
}

/// One customer with orders and agreements.
///
/// # Errors
/// There is no such customer.
pub fn show(desk: &Desk, request: CustomerRef) -> Result<CustomerView, Failure> {
    desk.read(Permission::TakeOrders, |reader| {
        let id = CustomerId(request.id);
        let row = reader.customers().get(id)?;
        let record = Record::of_row(&row);
        Ok(CustomerView {
            id: request.id,
            company: record.company,
            legal_representative: veiled(record.legal_representative),
            handler: veiled(record.handler),
            orders: order::lines(reader, reader.orders().of_customer(id)?)?,
            agreements: agreement::lines(reader, reader.agreements().of_customer(id)?)?,
        })
    })
}

/// The company's name as last recorded.
pub(crate) fn name_of(reader: &Reader<'_>, id: CustomerId) -> Result<String, Failure> {
    Ok(reader.customers().get(id)?.content.name)
}

fn veiled(person: PersonPart) -> PersonPart {
    PersonPart {
        id_number: shown::masked(&person.id_number),
        ..person
    }
}

/// A person's identity number in full. Seeing it is put on record.
///
/// # Errors
/// There is no such customer.
pub fn identity(desk: &Desk, request: CustomerIdentity) -> Result<String, Failure> {
    desk.write(Permission::TakeOrders, |writer| {
        let id = CustomerId(request.id);
        let record = Record::of_row(&writer.customers().get(id)?);
        let person = match request.who {
            Who::LegalRepresentative => record.legal_representative,
            Who::Handler => record.handler,
        };
        let detail = json!({ "who": request.who });
        writer
            .audit_mut()
            .record("identity_viewed", &Subject::Customer(id), &detail)?;
        Ok(person.id_number)
    })
}

/// Records what a form says of its company: a new customer, or a correction
/// that keeps the old values.
pub(crate) fn record(
    writer: &mut Writer<'_>,
    known: Option<CustomerId>,
    form: &Form,
) -> Result<CustomerId, Failure> {
    let content = content(form)?;
    let existing = match content.code.as_deref() {
        Some(code) => writer.customers().by_code(code)?,
        None => None,
    };
    let existing = match (existing, known) {
        (Some(row), _) => Some(row),
        (None, Some(id)) => Some(writer.customers().get(id)?),
        (None, None) => None,
    };
    match existing {
        Some(row) => {
            writer
                .customers_mut()
                .save(row.id, row.revision, &content)?;
            Ok(row.id)
        }
        None => Ok(writer.customers_mut().add(&content)?),
    }
}

fn content(form: &Form) -> Result<CustomerContent, Failure> {
    let spelling = Spelling::of(&form.company.name);
    let company = serde_json::to_value(Record::of_form(form))
        .map_err(|_| Failure::from(StoreError::TooLarge))?;
    Ok(CustomerContent {
        name: form.company.name.trim().to_owned(),
        code: canonical_code(&form.company.code),
        initials: spelling.initials,
        pinyin: spelling.full,
        company,
    })
}

/// The code as it is compared: canonical where it is right, as typed otherwise.
pub(crate) fn canonical_code(typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    Some(Uscc::parse(typed).map_or_else(|_| typed.to_owned(), |code| code.as_str().to_owned()))
}
