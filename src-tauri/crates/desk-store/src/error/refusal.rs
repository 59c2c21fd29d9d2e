//! Owns the code and the placeholders of every refusal of the store.

use desk_domain::Refusal;

use super::StoreError;

impl Refusal for StoreError {
    fn code(&self) -> &'static str {
        match self {
            Self::FolderNotWritable => "FolderNotWritable",
            Self::FolderNotEmpty => "FolderNotEmpty",
            Self::StoreAlreadyThere => "StoreAlreadyThere",
            Self::NoStore => "NoStore",
            Self::DiskFull => "DiskFull",
            Self::DiskFailed(_) => "DiskFailed",
            Self::NotAStore => "NotAStore",
            Self::StoreDamaged { .. } => "StoreDamaged",
            Self::StoreTooNew { .. } => "StoreTooNew",
            Self::KeyringMissing => "KeyringMissing",
            Self::KeyringDamaged { .. } => "KeyringDamaged",
            Self::KeyDamaged => "KeyDamaged",
            Self::StoreBusy => "StoreBusy",
            Self::UnknownStaff { .. } => "UnknownStaff",
            Self::WrongPassword { .. } => "WrongPassword",
            Self::TooManyAttempts { .. } => "TooManyAttempts",
            Self::StaffRemoved => "StaffRemoved",
            Self::IdentityMismatch => "IdentityMismatch",
            Self::StaffNameTaken { .. } => "StaffNameTaken",
            Self::StaffNameRefused { .. } => "StaffNameRefused",
            Self::LastManager => "LastManager",
            Self::NotAManager => "NotAManager",
            Self::PasswordTooShort { .. } => "PasswordTooShort",
            Self::PasswordTooLong { .. } => "PasswordTooLong",
            Self::PasswordIsName => "PasswordIsName",
            Self::PasswordTrivial => "PasswordTrivial",
            Self::RecoveryCodeLength { .. } => "RecoveryCodeLength",
            Self::RecoveryCodeTypo { .. } => "RecoveryCodeTypo",
            Self::RecoveryCodeWrong { .. } => "RecoveryCodeWrong",
            Self::Stale { .. } => "Stale",
            Self::NotFound { .. } => "NotFound",
            Self::CustomerCodeTaken { .. } => "CustomerCodeTaken",
            Self::NumberStateChanged { .. } => "NumberStateChanged",
            Self::NumberAlreadyTaken { .. } => "NumberAlreadyTaken",
            Self::AgreementStateChanged { .. } => "AgreementStateChanged",
            Self::AgreementPrefixRefused => "AgreementPrefixRefused",
            Self::AgreementYearFull { .. } => "AgreementYearFull",
            Self::AppendOnly { .. } => "AppendOnly",
            Self::PaperDamaged { .. } => "PaperDamaged",
            Self::PaperLost { .. } => "PaperLost",
            Self::PaperTooLarge { .. } => "PaperTooLarge",
            Self::PaperEmpty => "PaperEmpty",
            Self::ServicePasswordNotSet => "ServicePasswordNotSet",
            Self::ServicePasswordWrong { .. } => "ServicePasswordWrong",
            Self::ServicePasswordLocked { .. } => "ServicePasswordLocked",
            Self::BackupDamaged { .. } => "BackupDamaged",
            Self::BackupTooNew { .. } => "BackupTooNew",
            Self::BackupInsideStore => "BackupInsideStore",
            Self::BackupNotWritable => "BackupNotWritable",
            Self::BackupNotReadable => "BackupNotReadable",
            Self::Cancelled => "Cancelled",
            Self::TooLarge => "TooLarge",
            Self::Database(_) => "DatabaseFailed",
            Self::NoRandomness => "NoRandomness",
        }
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::StoreTooNew { found, known } | Self::BackupTooNew { found, known } => {
                vec![("found", found.to_string()), ("known", known.to_string())]
            }
            Self::UnknownStaff { name } | Self::StaffNameTaken { name } => {
                vec![("name", name.clone())]
            }
            Self::WrongPassword { seconds }
            | Self::TooManyAttempts { seconds }
            | Self::RecoveryCodeWrong { seconds } => vec![("seconds", seconds.to_string())],
            Self::PasswordTooShort { minimum } => vec![("minimum", minimum.to_string())],
            Self::PasswordTooLong { maximum } | Self::StaffNameRefused { maximum } => {
                vec![("maximum", maximum.to_string())]
            }
            Self::RecoveryCodeLength { found, expected } => {
                vec![
                    ("found", found.to_string()),
                    ("expected", expected.to_string()),
                ]
            }
            Self::RecoveryCodeTypo { group } => vec![("group", group.to_string())],
            Self::CustomerCodeTaken { id } => vec![("id", id.to_string())],
            Self::NumberStateChanged { number, .. } => vec![("number", number.clone())],
            Self::NumberAlreadyTaken { number, agreement } => {
                vec![("number", number.clone()), ("agreement", agreement.clone())]
            }
            Self::AgreementStateChanged { agreement, .. } => {
                vec![("agreement", agreement.clone())]
            }
            Self::AgreementYearFull { year } => vec![("year", year.to_string())],
            Self::PaperTooLarge { limit } => vec![("megabytes", (limit >> 20).to_string())],
            Self::ServicePasswordWrong { left } => vec![("left", left.to_string())],
            Self::ServicePasswordLocked { until } => {
                vec![("until", until.format("%Y-%m-%d %H:%M").to_string())]
            }
            _ => Vec::new(),
        }
    }
}
