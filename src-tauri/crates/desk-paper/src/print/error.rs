//! Why a document cannot be printed.

use desk_domain::Refusal;

/// A reason for not printing. Names of printers are in it, titles and contents
/// of documents never.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrintError {
    /// The system has no printer of this name.
    #[error("there is no printer {printer}")]
    PrinterUnknown {
        /// Name asked for.
        printer: String,
    },
    /// What was given as an address is none.
    #[error("{address} is no printer's address")]
    PrinterAddressInvalid {
        /// As it was given.
        address: String,
    },
    /// Nobody answers there.
    #[error("printer {printer} does not answer")]
    PrinterUnreachable {
        /// Name or address.
        printer: String,
    },
    /// The printer answers, but not in its protocol.
    #[error("printer {printer} answers unclearly: {answer}")]
    PrinterAnswerUnclear {
        /// Name or address.
        printer: String,
        /// What came, in short.
        answer: String,
    },
    /// The printer asks for a password, or forbids this computer to print.
    #[error("printer {printer} does not let this computer print")]
    PrinterForbids {
        /// Name or address.
        printer: String,
    },
    /// The printer takes no new jobs for now.
    #[error("printer {printer} takes no jobs")]
    PrinterNotAccepting {
        /// Name or address.
        printer: String,
    },
    /// The printer refuses the job, in its own words.
    #[error("printer {printer} refuses: {answer}")]
    PrinterRefuses {
        /// Name or address.
        printer: String,
        /// Its words.
        answer: String,
    },
    /// It understands no PDF.
    #[error("printer {printer} takes no PDF")]
    PdfNotAccepted {
        /// Name or address.
        printer: String,
    },
    /// It cannot be loaded with A4.
    #[error("printer {printer} has no A4")]
    A4NotSupported {
        /// Name or address.
        printer: String,
    },
    /// It prints one side only.
    #[error("printer {printer} prints one side only")]
    DuplexNotSupported {
        /// Name or address.
        printer: String,
    },
    /// More copies than it makes at once, or none.
    #[error("1 to {limit} copies can be printed at once")]
    CopiesImpossible {
        /// Most copies it makes at once.
        limit: u32,
    },
    /// The printer does not know the job, or no longer.
    #[error("the print job is unknown")]
    PrintJobUnknown,
    /// This computer has no print system.
    #[error("there is no print system")]
    PrintSystemAbsent,
    /// What should be printed is no PDF, or cannot be drawn.
    #[error("the document is no PDF")]
    DocumentNotPdf,
}

impl Refusal for PrintError {
    fn code(&self) -> &'static str {
        match self {
            Self::PrinterUnknown { .. } => "PrinterUnknown",
            Self::PrinterAddressInvalid { .. } => "PrinterAddressInvalid",
            Self::PrinterUnreachable { .. } => "PrinterUnreachable",
            Self::PrinterAnswerUnclear { .. } => "PrinterAnswerUnclear",
            Self::PrinterForbids { .. } => "PrinterForbids",
            Self::PrinterNotAccepting { .. } => "PrinterNotAccepting",
            Self::PrinterRefuses { .. } => "PrinterRefuses",
            Self::PdfNotAccepted { .. } => "PdfNotAccepted",
            Self::A4NotSupported { .. } => "A4NotSupported",
            Self::DuplexNotSupported { .. } => "DuplexNotSupported",
            Self::CopiesImpossible { .. } => "CopiesImpossible",
            Self::PrintJobUnknown => "PrintJobUnknown",
            Self::PrintSystemAbsent => "PrintSystemAbsent",
            Self::DocumentNotPdf => "DocumentNotPdf",
        }
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::PrinterUnknown { printer }
            | Self::PrinterUnreachable { printer }
            | Self::PrinterForbids { printer }
            | Self::PrinterNotAccepting { printer }
            | Self::PdfNotAccepted { printer }
            | Self::A4NotSupported { printer }
            | Self::DuplexNotSupported { printer } => vec![("printer", printer.clone())],
            Self::PrinterAnswerUnclear { printer, answer }
            | Self::PrinterRefuses { printer, answer } => {
                vec![("printer", printer.clone()), ("answer", answer.clone())]
            }
            Self::PrinterAddressInvalid { address } => vec![("address", address.clone())],
            Self::CopiesImpossible { limit } => vec![("limit", limit.to_string())],
            Self::PrintJobUnknown | Self::PrintSystemAbsent | Self::DocumentNotPdf => Vec::new(),
        }
    }
}
