//! The Internet Printing Protocol (RFC 8010, 8011): one request, one answer,
//! over plain HTTP within the office. Encoding is the `ipp` crate's; the
//! transport is our own few lines, because a proxy meant for the web must never
//! be asked for a printer, and because a printer may not keep the desk waiting.

use super::answer::not_found;
pub(super) use super::answer::{Answer, Facts};
use super::{
    Job, JobId, JobReport, JobState, PrintError, Printer, PrinterState, Trouble, fitness,
    unreachable_printer,
};
use ipp::attribute::IppAttribute;
use ipp::model::{DelimiterTag, IppVersion, Operation};
use ipp::parser::IppParser;
use ipp::prelude::Uri;
use ipp::reader::IppReader;
use ipp::request::IppRequestResponse;
use ipp::value::IppValue;
use std::io::Read;
use std::time::Duration;

const CONNECT: Duration = Duration::from_secs(5);
const ANSWER: Duration = Duration::from_secs(15);
/// A long document over a slow wireless link.
const TRANSFER: Duration = Duration::from_secs(180);
/// No answer of a printer is longer.
const LONGEST_ANSWER: u64 = 4 * 1024 * 1024;
/// Longest name the protocol allows, in bytes.
const LONGEST_NAME: usize = 255;

const PRINTER_FACTS: [&str; 14] = [
    "printer-name",
    "printer-info",
    "printer-make-and-model",
    "printer-state",
    "printer-state-reasons",
    "printer-state-message",
    "printer-is-accepting-jobs",
    "sides-supported",
    "media-supported",
    "copies-supported",
    "document-format-supported",
    "print-scaling-supported",
    "multiple-document-handling-supported",
    "printer-uri-supported",
];

/// The printer at an address; one that does not answer is told as such.
pub(super) fn printer(uri: &Uri, name: &str) -> Printer {
    match ask_printer(uri, name) {
        Ok(answer) => described(&answer.printer(), name),
        Err(_) => unreachable_printer(name),
    }
}

/// What a printer says of itself.
pub(super) fn described(facts: &Facts<'_>, name: &str) -> Printer {
    let reasons = facts.words("printer-state-reasons");
    let message = facts.word("printer-state-message").unwrap_or_default();
    let mut troubles = Trouble::from_reasons(reasons.iter().map(String::as_str));
    if let Some(trouble) = Trouble::from_message(&message).filter(|one| !troubles.contains(one)) {
        troubles.push(trouble);
    }
    let description = ["printer-info", "printer-make-and-model", "printer-name"]
        .iter()
        .find_map(|fact| facts.word(fact).filter(|text| !text.trim().is_empty()));
    Printer {
        name: name.to_owned(),
        description: description.unwrap_or_else(|| name.to_owned()),
        state: match facts.number("printer-state") {
            Some(4) => PrinterState::Printing,
            Some(5) => PrinterState::Stopped,
            _ => PrinterState::Idle,
        },
        troubles,
        message,
        accepting: facts.flag("printer-is-accepting-jobs") != Some(false),
        is_default: false,
        duplex: facts
            .words("sides-supported")
            .iter()
            .any(|side| side == "two-sided-long-edge"),
        media: facts.words("media-supported"),
    }
}

/// Checks what the printer can do and hands it the document.
pub(super) fn send(uri: &Uri, job: &Job<'_>) -> Result<JobId, PrintError> {
    let facts = ask_printer(uri, job.printer)?;
    fitness::check(&facts.printer(), job)?;
    let mut attributes = vec![
        (
            DelimiterTag::OperationAttributes,
            name("job-name", job.title),
        ),
        (
            DelimiterTag::OperationAttributes,
            mime("document-format", "application/pdf"),
        ),
    ];
    let asked =
        fitness::attributes(&facts.printer(), job).map_err(|error| unclear(job.printer, error))?;
    attributes.extend(
        asked
            .into_iter()
            .map(|one| (DelimiterTag::JobAttributes, Ok(one))),
    );
    let request = Request {
        uri,
        printer: job.printer,
        operation: Operation::PrintJob,
    };
    let answer = request.send(attributes, job.pdf, TRANSFER)?;
    answer
        .job()
        .number("job-id")
        .map(JobId)
        .ok_or_else(|| unclear(job.printer, "no job number"))
}

/// Asks the job, and the printer for what keeps it.
pub(super) fn job_state(uri: &Uri, printer: &str, job: JobId) -> Result<JobReport, PrintError> {
    let request = Request {
        uri,
        printer,
        operation: Operation::GetJobAttributes,
    };
    let answer = request.send(vec![numbered(job)], &[], ANSWER)?;
    let facts = answer.job();
    let state = match facts.number("job-state") {
        Some(5) => JobState::Printing,
        Some(6) => JobState::Stopped,
        Some(7) => JobState::Cancelled,
        Some(8) => JobState::Failed,
        Some(9) => JobState::Done,
        _ => JobState::Waiting,
    };
    if matches!(
        state,
        JobState::Done | JobState::Cancelled | JobState::Failed
    ) {
        let message = facts.word("job-state-message").unwrap_or_default();
        return Ok(JobReport {
            state,
            troubles: Vec::new(),
            message,
        });
    }
    let now = self::printer(uri, printer);
    Ok(JobReport {
        state,
        troubles: now.troubles,
        message: now.message,
    })
}

/// Takes a job back.
pub(super) fn cancel(uri: &Uri, printer: &str, job: JobId) -> Result<(), PrintError> {
    let request = Request {
        uri,
        printer,
        operation: Operation::CancelJob,
    };
    match request.send(vec![numbered(job)], &[], ANSWER) {
        // All its paper is out; there is nothing left to take back.
        Err(PrintError::PrinterRefuses { .. }) => Err(PrintError::PrintJobUnknown),
        outcome => outcome.map(|_| ()),
    }
}

fn ask_printer(uri: &Uri, printer: &str) -> Result<Answer, PrintError> {
    let wanted = PRINTER_FACTS.map(|fact| IppValue::new_keyword(fact).ok());
    let wanted = IppValue::Array(wanted.into_iter().flatten().collect());
    let requested = IppAttribute::with_name("requested-attributes", wanted);
    let request = Request {
        uri,
        printer,
        operation: Operation::GetPrinterAttributes,
    };
    request.send(
        vec![(DelimiterTag::OperationAttributes, requested)],
        &[],
        ANSWER,
    )
}

type Attribute = Result<IppAttribute, ipp::parser::IppParseError>;

fn name(attribute: &str, text: &str) -> Attribute {
    let end = (0..=LONGEST_NAME.min(text.len()))
        .rev()
        .find(|end| text.is_char_boundary(*end));
    let text = text.get(..end.unwrap_or(0)).unwrap_or_default();
    IppAttribute::with_name(attribute, IppValue::new_name_without_language(text)?)
}

fn mime(attribute: &str, kind: &str) -> Attribute {
    IppAttribute::with_name(attribute, IppValue::new_mime_media_type(kind)?)
}

fn numbered(job: JobId) -> (DelimiterTag, Attribute) {
    let number = IppAttribute::with_name("job-id", IppValue::Integer(job.0));
    (DelimiterTag::OperationAttributes, number)
}

/// One question to a printer.
pub(super) struct Request<'a> {
    pub(super) uri: &'a Uri,
    /// Its name, for refusals.
    pub(super) printer: &'a str,
    pub(super) operation: Operation,
}

impl Request<'_> {
    pub(super) fn send(
        &self,
        attributes: Vec<(DelimiterTag, Attribute)>,
        document: &[u8],
        patience: Duration,
    ) -> Result<Answer, PrintError> {
        let unclear = |error: ipp::parser::IppParseError| unclear(self.printer, error);
        let mut request =
            IppRequestResponse::new(IppVersion::v1_1(), self.operation, Some(self.uri.clone()))
                .map_err(unclear)?;
        let own = (
            DelimiterTag::OperationAttributes,
            name("requesting-user-name", &user()),
        );
        for (group, attribute) in std::iter::once(own).chain(attributes) {
            request
                .attributes_mut()
                .add(group, attribute.map_err(unclear)?);
        }
        let body = [&request.to_bytes()[..], document].concat();
        Answer::of(self.post(&body, patience)?, self.operation, self.printer)
    }

    fn post(&self, body: &[u8], patience: Duration) -> Result<IppRequestResponse, PrintError> {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .proxy(None)
            .max_redirects(0)
            .http_status_as_error(false)
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(patience))
            .build()
            .into();
        let unreachable = |_| PrintError::PrinterUnreachable {
            printer: self.printer.to_owned(),
        };
        let response = agent
            .post(&web_address(self.uri))
            .header("content-type", "application/ipp")
            .send(body)
            .map_err(unreachable)?;
        match response.status().as_u16() {
            200 => {}
            401 | 403 | 426 => {
                return Err(PrintError::PrinterForbids {
                    printer: self.printer.to_owned(),
                });
            }
            404 => return Err(not_found(self.operation, self.printer.to_owned())),
            other => return Err(unclear(self.printer, format!("HTTP {other}"))),
        }
        let answer = response.into_body().into_reader().take(LONGEST_ANSWER);
        IppParser::new(IppReader::new(answer))
            .parse()
            .map_err(|error| unclear(self.printer, error))
    }
}

/// RFC 3510: `ipp` is HTTP on port 631 unless another is given.
fn web_address(uri: &Uri) -> String {
    let host = uri.host().unwrap_or_default();
    let port = uri.port_u16().unwrap_or(631);
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    format!("http://{host}:{port}{path}")
}

/// The print system keeps a list of who printed; the system's own user is who
/// may take the job back.
fn user() -> String {
    ["USER", "LOGNAME", "USERNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "desk400".to_owned())
}

fn unclear(printer: &str, answer: impl std::fmt::Display) -> PrintError {
    PrintError::PrinterAnswerUnclear {
        printer: printer.to_owned(),
        answer: answer.to_string(),
    }
}
