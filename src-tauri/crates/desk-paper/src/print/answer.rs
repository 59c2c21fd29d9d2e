//! What a printer answers: refusals told apart, facts read leniently, because
//! printers vary in the kinds of text they answer with.

use super::PrintError;
use ipp::attribute::{IppAttribute, IppAttributeGroup, IppAttributes};
use ipp::model::{DelimiterTag, Operation, StatusCode};
use ipp::request::IppRequestResponse;
use ipp::value::IppValue;

/// What came back, and it was no refusal.
#[derive(Debug)]
pub(super) struct Answer(IppAttributes);

impl Answer {
    /// Tells refusals apart. What is not found is the job where one was asked
    /// for, else the printer.
    pub(super) fn of(
        response: IppRequestResponse,
        operation: Operation,
        printer: &str,
    ) -> Result<Self, PrintError> {
        let status = response.header().status_code();
        if status.is_success() {
            return Ok(Self(response.attributes().clone()));
        }
        let told = response
            .attributes()
            .first_of(DelimiterTag::OperationAttributes);
        let words = told.and_then(|group| Facts(Some(group)).word("status-message"));
        let printer = printer.to_owned();
        Err(match status {
            StatusCode::ClientErrorNotFound => not_found(operation, printer),
            StatusCode::ClientErrorForbidden
            | StatusCode::ClientErrorNotAuthenticated
            | StatusCode::ClientErrorNotAuthorized => PrintError::PrinterForbids { printer },
            StatusCode::ClientErrorDocumentFormatNotSupported => {
                PrintError::PdfNotAccepted { printer }
            }
            StatusCode::ServerErrorNotAcceptingJobs
            | StatusCode::ServerErrorBusy
            | StatusCode::ServerErrorServiceUnavailable => {
                PrintError::PrinterNotAccepting { printer }
            }
            other => PrintError::PrinterRefuses {
                printer,
                answer: words.unwrap_or_else(|| other.to_string()),
            },
        })
    }

    /// The first printer's attributes.
    pub(super) fn printer(&self) -> Facts<'_> {
        Facts(self.0.first_of(DelimiterTag::PrinterAttributes))
    }

    /// Every printer's attributes.
    #[cfg(unix)]
    pub(super) fn printers(&self) -> impl Iterator<Item = Facts<'_>> {
        self.0
            .groups_of(DelimiterTag::PrinterAttributes)
            .map(|group| Facts(Some(group)))
    }

    pub(super) fn job(&self) -> Facts<'_> {
        Facts(self.0.first_of(DelimiterTag::JobAttributes))
    }
}

/// What is missing where a printer has nothing to answer with.
pub(super) fn not_found(operation: Operation, printer: String) -> PrintError {
    match operation {
        Operation::GetJobAttributes | Operation::CancelJob => PrintError::PrintJobUnknown,
        _ => PrintError::PrinterUnknown { printer },
    }
}

/// A group of attributes, read leniently: printers vary in the kinds of text
/// they answer with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts<'a>(Option<&'a IppAttributeGroup>);

impl Facts<'_> {
    fn values(&self, attribute: &str) -> Vec<IppValue> {
        match self
            .0
            .and_then(|group| group.get(attribute))
            .map(IppAttribute::value)
        {
            Some(IppValue::Array(values)) => values.clone(),
            Some(value) => vec![value.clone()],
            None => Vec::new(),
        }
    }

    pub(super) fn words(&self, attribute: &str) -> Vec<String> {
        let word = |value: &IppValue| match value {
            IppValue::Integer(_) | IppValue::Enum(_) | IppValue::NoValue => None,
            IppValue::TextWithLanguage { text, .. } => Some(text.to_string()),
            IppValue::NameWithLanguage { name, .. } => Some(name.to_string()),
            other => Some(other.to_string()),
        };
        self.values(attribute).iter().filter_map(word).collect()
    }

    pub(super) fn word(&self, attribute: &str) -> Option<String> {
        self.words(attribute).into_iter().next()
    }

    pub(super) fn number(&self, attribute: &str) -> Option<i32> {
        self.values(attribute)
            .into_iter()
            .find_map(|value| match value {
                IppValue::Integer(number) | IppValue::Enum(number) => Some(number),
                _ => None,
            })
    }

    pub(super) fn flag(&self, attribute: &str) -> Option<bool> {
        self.values(attribute)
            .into_iter()
            .find_map(|value| match value {
                IppValue::Boolean(flag) => Some(flag),
                _ => None,
            })
    }

    pub(super) fn upper(&self, attribute: &str) -> Option<i32> {
        self.values(attribute)
            .into_iter()
            .find_map(|value| match value {
                IppValue::RangeOfInteger { max, .. } => Some(max),
                IppValue::Integer(number) => Some(number),
                _ => None,
            })
    }
}
