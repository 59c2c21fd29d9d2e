//! Situations that only the use cases know, beyond what the crates beneath
//! refuse. Each has its sentence in the wording.

use desk_domain::Refusal;

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
    /// Pages of an original are not back, or of another print.
    #[error("pages of an original are missing")]
    SignedPagesMissing(&'static str, String),
    /// The agreement has no such page.
    #[error("the agreement has no such page")]
    NoSuchPage,
    /// A page to be taken out that is filed nowhere.
    #[error("the page is filed nowhere")]
    PageNotFiled,
    /// Nobody is named as the one who signs.
    #[error("nobody is named as signer")]
    SignerMissing,
    /// Nothing that could be a signature was drawn.
    #[error("nothing was drawn")]
    SignatureNotDrawn,
    /// Set again, the pages would not be those that were printed.
    #[error("the pages would differ from those printed")]
    PrintedDifferently,
    /// A seal smaller or larger than seals are.
    #[error("no seal has that size")]
    SealSizeImpossible,
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
    /// The last day of service cannot be read, lies before the first, or in a closed month.
    #[error("the last day of service is not possible")]
    LastDayImpossible,
    /// A day that cannot be read.
    #[error("a day cannot be read")]
    DayImpossible,
    /// The account is not in the state this step needs.
    #[error("the account does not stand where this step needs it")]
    AccountStateForbids(String),
    /// A version without a price for a kind of call every office delivers.
    #[error("a rate is missing")]
    RateMissing(String),
    /// The tariff does not deliver calls there.
    #[error("the tariff does not deliver calls there")]
    NotDeliveredThere,
    /// An entry of a kind that is not made by hand.
    #[error("such an entry is not made by hand")]
    EntryNotByHand,
    /// A call that another account pays for.
    #[error("a call of another account")]
    CallOfAnotherAccount,
    /// A call that is in a dispute already.
    #[error("a call is disputed already")]
    CallDisputedAlready,
    /// The dispute is not answered yet.
    #[error("the dispute is not answered yet")]
    DisputeOpenStill,
    /// What no month has charged yet cannot be given back.
    #[error("month {0} has not charged the calls yet")]
    DisputeMonthOpen(String),
    /// The minimum was charged with or without the calls.
    #[error("the minimum covers the calls")]
    DisputeWithinMinimum,
    /// The month is not over.
    #[error("the month is not over")]
    MonthNotOver(String),
    /// An earlier month is still open.
    #[error("an earlier month is open")]
    EarlierMonthOpen(String),
    /// No account was open in the month.
    #[error("no account was open in the month")]
    MonthBeforeAccounts,
    /// The month is not closed yet.
    #[error("the month is not closed")]
    MonthStillOpen(String),
    /// Nobody, or not this customer, was charged in the month.
    #[error("nothing was charged in the month")]
    NothingToState(String),
    /// The notice does not fit how the account stands.
    #[error("the notice does not fit the account")]
    NoticeUnfit,
    /// The entry is no payment.
    #[error("the entry has no receipt")]
    NoReceiptDue,
    /// The carrier's name is missing.
    #[error("the carrier's name is missing")]
    CarrierNameMissing,
    /// A column's meaning that is none.
    #[error("a column's meaning is unknown")]
    ColumnMeaningUnknown,
    /// An import runs already.
    #[error("an import runs already")]
    ImportRuns,
    /// An export runs already.
    #[error("an export runs already")]
    ExportRuns,
    /// The file that was handed over is no longer here.
    #[error("the file handed over is gone")]
    UploadGone,
    /// The file could not be kept while it came in.
    #[error("the file could not be kept")]
    UploadFailed,
    /// The file is larger than the office takes.
    #[error("the file is too large")]
    UploadTooLarge,
    /// The row is decided already.
    #[error("the row is decided already")]
    RowDecidedAlready,
    /// The call is on record with another duration, as known and as given.
    #[error("the call is on record with another duration")]
    CallSecondsDiffer(u32, u32),
    /// No such edition of the text.
    #[error("no such edition")]
    EditionUnknown,
    /// The edition that comes with the program is not retired.
    #[error("the program's own edition stays")]
    EditionOwn,
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
            Self::SignedPagesMissing(..) => "SignedPagesMissing",
            Self::NoSuchPage => "NoSuchPage",
            Self::PageNotFiled => "PageNotFiled",
            Self::SignerMissing => "SignerMissing",
            Self::SignatureNotDrawn => "SignatureNotDrawn",
            Self::PrintedDifferently => "PrintedDifferently",
            Self::SealSizeImpossible => "SealSizeImpossible",
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
            Self::LastDayImpossible => "LastDayImpossible",
            Self::DayImpossible => "DayImpossible",
            Self::AccountStateForbids(_) => "AccountStateForbids",
            Self::RateMissing(_) => "RateMissing",
            Self::NotDeliveredThere => "NotDeliveredThere",
            Self::EntryNotByHand => "EntryNotByHand",
            Self::CallOfAnotherAccount => "CallOfAnotherAccount",
            Self::CallDisputedAlready => "CallDisputedAlready",
            Self::DisputeOpenStill => "DisputeOpenStill",
            Self::DisputeMonthOpen(_) => "DisputeMonthOpen",
            Self::DisputeWithinMinimum => "DisputeWithinMinimum",
            Self::MonthNotOver(_) => "MonthNotOver",
            Self::EarlierMonthOpen(_) => "EarlierMonthOpen",
            Self::MonthBeforeAccounts => "MonthBeforeAccounts",
            Self::MonthStillOpen(_) => "MonthStillOpen",
            Self::NothingToState(_) => "NothingToState",
            Self::NoticeUnfit => "NoticeUnfit",
            Self::NoReceiptDue => "NoReceiptDue",
            Self::CarrierNameMissing => "CarrierNameMissing",
            Self::ColumnMeaningUnknown => "ColumnMeaningUnknown",
            Self::ImportRuns => "ImportRuns",
            Self::ExportRuns => "ExportRuns",
            Self::UploadGone => "UploadGone",
            Self::UploadFailed => "UploadFailed",
            Self::UploadTooLarge => "UploadTooLarge",
            Self::RowDecidedAlready => "RowDecidedAlready",
            Self::CallSecondsDiffer(..) => "CallSecondsDiffer",
            Self::EditionUnknown => "EditionUnknown",
            Self::EditionOwn => "EditionOwn",
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
            Self::AgreementStateForbids(state) | Self::AccountStateForbids(state) => {
                vec![("state", state.clone())]
            }
            Self::ExportFolderUnwritable(folder) => vec![("folder", folder.clone())],
            Self::SignedPagesMissing(copy, pages) => {
                vec![("copy", (*copy).to_owned()), ("pages", pages.clone())]
            }
            Self::FirmIncomplete(field) => vec![("field", field.clone())],
            Self::AssetMissing(name) => vec![("name", name.clone())],
            Self::RateMissing(leg) => vec![("leg", leg.clone())],
            Self::MonthNotOver(month)
            | Self::EarlierMonthOpen(month)
            | Self::MonthStillOpen(month)
            | Self::DisputeMonthOpen(month)
            | Self::NothingToState(month) => vec![("month", month.clone())],
            Self::CallSecondsDiffer(known, seconds) => {
                vec![
                    ("known", known.to_string()),
                    ("seconds", seconds.to_string()),
                ]
            }
            _ => Vec::new(),
        }
    }
}
