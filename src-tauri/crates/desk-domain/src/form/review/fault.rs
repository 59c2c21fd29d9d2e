//! The situations that only a form as a whole can be in. What is wrong with a
//! single identifier or amount is told by its own type.

use chrono::NaiveDate;

/// Declares the faults; the name of each is its code, its fields are the
/// placeholders of its sentence.
macro_rules! faults {
    ($($(#[$doc:meta])* $variant:ident $({ $($field:ident: $type:ty),+ })?,)*) => {
        /// Something wrong with, missing from or odd about a form.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub(crate) enum Fault {
            $($(#[$doc])* $variant $({ $($field: $type),+ })?,)*
        }

        #[cfg(test)]
        impl Fault {
            /// Every code with its placeholders, to hold against the wording.
            pub(crate) const CODES: &'static [(&'static str, &'static [&'static str])] =
                &[$((stringify!($variant), &[$($(stringify!($field)),+)?])),*];
        }

        impl crate::Refusal for Fault {
            fn code(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => stringify!($variant),)*
                }
            }

            fn details(&self) -> Vec<(&'static str, String)> {
                match self {
                    $(Self::$variant $({ $($field),+ })? => {
                        vec![$($((stringify!($field), $field.to_string())),+)?]
                    })*
                }
            }
        }
    };
}

faults! {
    // Texts of any field.
    TextControlCharacter { position: usize },
    TextTooLong { limit: usize, found: usize },
    DateForm,

    // Business.
    CitesMissing,
    CitesOnNew,
    CitesOver { state: &'static str },
    CitesUnusual,

    // What a later business is about.
    LaterDayMissing,
    ClausesMissing,
    NothingChanged,
    TransferToItself,
    TransferWithinMonth,

    // Company.
    CompanyNameMissing,
    CompanyCodeMissing,
    CompanyTypeMissing,
    CompanyAddressMissing,
    CompanyScopeMissing,
    CompanyFoundedMissing,
    CompanyPhoneMissing,
    FoundedInFuture,
    LicenceTermBeforeFounding,
    LicenceExpired { expired: NaiveDate },
    LicenceEndsInTerm { expires: NaiveDate },
    /// A sole trader's code with a company's name, or the other way round.
    CompanyTypeAgainstCode,

    // Persons.
    LegalNameMissing,
    LegalIdMissing,
    LegalIdExpiryMissing,
    HandlerNameMissing,
    HandlerIdMissing,
    HandlerIdExpiryMissing,
    HandlerMobileMissing,
    PersonNameDigits,
    BirthInFuture,
    PersonUnderAge { age: u32 },
    IdExpired { expired: NaiveDate },
    IdEndsInTerm { expires: NaiveDate },
    IdLongTermTooYoung,
    IdExpiryTooFar,
    HandlerNotLegalRepresentative,
    HandlerIsLegalRepresentative,

    // Number.
    NumberMissing,
    CarrierMissing,
    CarrierAgainstPrefix { carrier: &'static str },
    NumberOutOfStock,
    NumberTaken { state: &'static str },
    NumberNotInUse { state: &'static str },
    NumberOfOtherAgreement,
    NumberSuspendedAlready,
    NumberNotSuspended,
    PurposeMissing,
    PurposeForbidden { word: &'static str },
    PurposeOutsideScope,

    // Tariff.
    PackageMissing,
    ContractAmountMissing,
    ContractAmountZero,
    FirstPaymentMissing,
    FirstPaymentZero,
    FirstPaymentBelowMinimum,
    FirstPaymentBelowContract,
    MinimumMissing,
    RenewalFloorUnknown,
    StartMissing,
    EndMissing,
    TermOrder,
    TermOver,
    StartLongPast,
    StartFarAhead,

    // Bound numbers.
    BoundNone,
    BoundTooMany { most: usize },
    BoundNumberMissing,
    BoundDuplicate { first: usize },
    BoundProofMissing,
    BoundProofDateMissing,
    BoundProofInFuture,
    BoundProofOld { months: u32 },
    BoundAreaMissing,
    BoundConcurrent { most: u32 },
    WindowTime,
    WindowOrder,
    WindowWeekday,
    WindowsOverlap { first: usize },
    WindowsUnused,
    WindowsMissing,
    ListsContradict,

    // Payment.
    CollectionBankMissing,
    CollectionNameMissing,
    CollectionAccountMissing,
    CollectionAccountForm,
    CollectionNameAgainstCompany,
    InvoiceTitleAgainstCompany,
    TaxNumberForm,
    TaxNumberAgainstCode,

    // Confirmations.
    DeclarationMissing,
    ReadingMissing,
    ExplainerMissing,
    LawfulUseMissing,

    // Papers.
    PaperMissing { paper: &'static str },
    PaperAdvised { paper: &'static str },
    PaperNotSealed { paper: &'static str },
    PaperFoundUntrue { paper: &'static str },
    PapersUnverified { count: usize },
}
