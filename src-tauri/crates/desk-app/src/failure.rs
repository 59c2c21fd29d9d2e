//! How the desk says no to the window and to the terminal. Every crate's
//! refusal becomes a [`Failure`] here and nowhere else.

use crate::wording;
use desk_domain::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A refusal on its way to a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Failure {
    /// The situation; key of the sentence in the wording table.
    pub code: String,
    /// The sentence, ready to be read.
    pub message: String,
    /// The field it is about, as a path in the request, when there is one.
    pub field: Option<String>,
    /// Values that stand in the sentence.
    pub details: BTreeMap<String, String>,
}

impl Failure {
    /// Turns any crate's refusal into one a person can read.
    #[must_use]
    pub fn because(refusal: &impl Refusal) -> Self {
        let details: BTreeMap<String, String> = refusal
            .details()
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        let code = refusal.code();
        Self {
            code: code.to_owned(),
            message: wording::sentence(code, &details),
            field: None,
            details,
        }
    }

    /// A refusal of which only the code is known.
    #[must_use]
    pub fn of_code(code: &str) -> Self {
        let details = BTreeMap::new();
        let message = wording::sentence(code, &details);
        Self {
            code: code.to_owned(),
            message,
            field: None,
            details,
        }
    }

    /// Something that should not happen did; the program goes on.
    #[must_use]
    pub fn internal() -> Self {
        Self::because(&Situation::Internal)
    }

    /// Names the field the refusal is about.
    #[must_use]
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }
}

impl<R: Refusal> From<R> for Failure {
    fn from(refusal: R) -> Self {
        Self::because(&refusal)
    }
}

/// Situations that only the use cases know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Situation {
    /// Nobody is signed in.
    #[error("nobody is signed in")]
    SessionLocked,
    /// The role may not do this.
    #[error("the role may not do this")]
    NotPermitted,
    /// No such order.
    #[error("no such order")]
    OrderUnknown,
    /// No such paper.
    #[error("no such paper")]
    PaperUnknown,
    /// No such agreement.
    #[error("no such agreement")]
    AgreementUnknown,
    /// No such customer.
    #[error("no such customer")]
    CustomerUnknown,
    /// No such member of staff.
    #[error("no such member of staff")]
    StaffUnknown,
    /// The order was printed; its form no longer changes.
    #[error("the order is printed")]
    OrderClosed,
    /// Something required is missing or wrong; carries how many things.
    #[error("{0} findings forbid printing")]
    NotPrintable(usize),
    /// Only a manager may let this through, and must say why.
    #[error("a manager must let this through")]
    OverrideNeeded(usize),
    /// A reason must be given.
    #[error("a reason must be given")]
    ReasonMissing,
    /// The number is not in stock.
    #[error("the number is not in stock")]
    NumberNotInStock(String),
    /// Another open order holds the number.
    #[error("the number is taken")]
    NumberHeldElsewhere(String),
    /// The stock list has no number in it.
    #[error("the list holds no number")]
    StockListEmpty,
    /// A state that is not set by hand.
    #[error("the state follows the agreement, not the hand")]
    NumberStateFollowsAgreement,
    /// No scan of the signed agreement is filed yet.
    #[error("no signed scan is filed")]
    SignedScanMissing,
    /// The day of signing cannot be read or lies in the future or before printing.
    #[error("the day of signing is not possible")]
    SigningDateImpossible,
    /// The agreement is not in the state this step needs.
    #[error("the agreement does not stand where this step needs it")]
    AgreementStateForbids(String),
    /// A file could not be written to the export folder.
    #[error("the export folder cannot be written")]
    ExportFolderUnwritable(String),
    /// The picture asked for does not exist.
    #[error("no such picture")]
    PictureUnknown,
    /// The firm's profile lacks what an agreement needs.
    #[error("the firm's profile is incomplete")]
    FirmIncomplete(String),
    /// Fonts or texts that ship with the program are not where they should be.
    #[error("an asset is missing")]
    AssetMissing(String),
    /// More papers on one order than one customer can bring.
    #[error("too many papers on one order")]
    TrayFull,
    /// A scan runs already.
    #[error("a scan runs already")]
    ScanRuns,
    /// The number of copies is out of range.
    #[error("the number of copies is out of range")]
    CopiesOutOfRange,
    /// A setting is out of its range.
    #[error("a setting is out of range")]
    SettingOutOfRange,
    /// Something that should not happen.
    #[error("internal fault")]
    Internal,
}

impl Refusal for Situation {
    fn code(&self) -> &'static str {
        match self {
            Self::SessionLocked => "SessionLocked",
            Self::NotPermitted => "NotPermitted",
            Self::OrderUnknown => "OrderUnknown",
            Self::PaperUnknown => "PaperUnknown",
            Self::AgreementUnknown => "AgreementUnknown",
            Self::CustomerUnknown => "CustomerUnknown",
            Self::StaffUnknown => "StaffUnknown",
            Self::OrderClosed => "OrderClosed",
            Self::NotPrintable(_) => "NotPrintable",
            Self::OverrideNeeded(_) => "OverrideNeeded",
            Self::ReasonMissing => "ReasonMissing",
            Self::NumberNotInStock(_) => "NumberNotInStock",
            Self::NumberHeldElsewhere(_) => "NumberHeldElsewhere",
            Self::StockListEmpty => "StockListEmpty",
            Self::NumberStateFollowsAgreement => "NumberStateFollowsAgreement",
            Self::SignedScanMissing => "SignedScanMissing",
            Self::SigningDateImpossible => "SigningDateImpossible",
            Self::AgreementStateForbids(_) => "AgreementStateForbids",
            Self::ExportFolderUnwritable(_) => "ExportFolderUnwritable",
            Self::PictureUnknown => "PictureUnknown",
            Self::FirmIncomplete(_) => "FirmIncomplete",
            Self::AssetMissing(_) => "AssetMissing",
            Self::TrayFull => "TrayFull",
            Self::ScanRuns => "ScanRuns",
            Self::CopiesOutOfRange => "CopiesOutOfRange",
            Self::SettingOutOfRange => "SettingOutOfRange",
            Self::Internal => "Internal",
        }
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotPrintable(count) | Self::OverrideNeeded(count) => {
                vec![("count", count.to_string())]
            }
            Self::NumberNotInStock(number) | Self::NumberHeldElsewhere(number) => {
                vec![("number", number.clone())]
            }
            Self::AgreementStateForbids(state) => vec![("state", state.clone())],
            Self::ExportFolderUnwritable(folder) => vec![("folder", folder.clone())],
            Self::FirmIncomplete(field) => vec![("field", field.clone())],
            Self::AssetMissing(name) => vec![("name", name.clone())],
            _ => Vec::new(),
        }
    }
}
