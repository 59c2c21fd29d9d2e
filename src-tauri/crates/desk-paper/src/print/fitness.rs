//! Whether a printer can do what a job asks, by what it says of itself. An
//! attribute it does not state is no reason to refuse: old printers and raw
//! queues state little and print all the same.

use super::protocol::Facts;
use super::{A4, Duplex, Job, PrintError};
use ipp::attribute::IppAttribute;
use ipp::value::IppValue;

const PDF: &str = "application/pdf";
const COLLATED: &str = "separate-documents-collated-copies";

/// Refuses a job that the printer would print wrongly or not at all.
pub(super) fn check(facts: &Facts<'_>, job: &Job<'_>) -> Result<(), PrintError> {
    let printer = || job.printer.to_owned();
    let lacks = |attribute: &str, value: &str| {
        let values = facts.words(attribute);
        !values.is_empty() && !values.iter().any(|one| one == value)
    };
    if facts.flag("printer-is-accepting-jobs") == Some(false) {
        return Err(PrintError::PrinterNotAccepting { printer: printer() });
    }
    if lacks("document-format-supported", PDF) {
        return Err(PrintError::PdfNotAccepted { printer: printer() });
    }
    if lacks("media-supported", A4) {
        return Err(PrintError::A4NotSupported { printer: printer() });
    }
    if job.duplex == Duplex::LongEdge && lacks("sides-supported", sides(job.duplex)) {
        return Err(PrintError::DuplexNotSupported { printer: printer() });
    }
    match facts
        .upper("copies-supported")
        .and_then(|limit| u32::try_from(limit).ok())
    {
        Some(limit) if job.copies > limit => Err(PrintError::CopiesImpossible { limit }),
        _ => Ok(()),
    }
}

/// The job's attributes; those that only refine are sent where they are known.
pub(super) fn attributes(
    facts: &Facts<'_>,
    job: &Job<'_>,
) -> Result<Vec<IppAttribute>, ipp::parser::IppParseError> {
    let copies = i32::try_from(job.copies).unwrap_or(i32::MAX);
    let mut all = vec![
        IppAttribute::with_name("copies", IppValue::Integer(copies))?,
        keyword("sides", sides(job.duplex))?,
        keyword("media", A4)?,
    ];
    // A page made for A4 must not be shrunk to fit within margins it has anyway.
    for (attribute, value) in [
        ("print-scaling", "none"),
        ("multiple-document-handling", COLLATED),
    ] {
        if facts
            .words(&format!("{attribute}-supported"))
            .iter()
            .any(|one| one == value)
        {
            all.push(keyword(attribute, value)?);
        }
    }
    Ok(all)
}

fn keyword(name: &str, value: &str) -> Result<IppAttribute, ipp::parser::IppParseError> {
    IppAttribute::with_name(name, IppValue::new_keyword(value)?)
}

pub(super) const fn sides(duplex: Duplex) -> &'static str {
    match duplex {
        Duplex::Simplex => "one-sided",
        Duplex::LongEdge => "two-sided-long-edge",
    }
}
