//! Identifiers of companies, people and telephones. Owns the rules of the
//! standards they follow. A value of these types can only be made from a text
//! that is right; where a rule is soft the value says so in `warnings()` and is
//! accepted. Refuses to put a whole number into an error, a log or `Debug`.

mod citizen_id;
mod email;
mod gb11643;
mod landline;
pub mod mask;
mod mobile;
mod normalise;
mod number400;
mod passport;
mod permanent_resident;
mod phone;
mod postcode;
mod region;
mod registration_number;
mod resident_permit;
mod uscc;
mod warning;

pub use citizen_id::{CitizenId, CitizenIdError, Sex};
pub use email::{Email, EmailError};
pub use landline::{Landline, LandlineError};
pub use mobile::{Mobile, MobileError};
pub use normalise::{TextFault, compact, fold};
pub use number400::{DisplayForm, Number400, Number400Error};
pub use passport::{Passport, PassportError};
pub use permanent_resident::{PermanentResident, PermanentResidentError};
pub use phone::{Phone, PhoneError};
pub use postcode::{Postcode, PostcodeError};
pub use region::province;
pub use registration_number::{RegistrationNumber, RegistrationNumberError};
pub use resident_permit::{ResidentHome, ResidentPermit, ResidentPermitError};
pub use uscc::{Uscc, UsccError};
pub use warning::Warning;

/// The conversions every identifier has: text in by `parse`, canonical text out.
macro_rules! text_conversions {
    ($name:ident, $error:ident) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $error;

            fn from_str(raw: &str) -> Result<Self, $error> {
                Self::parse(raw)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $error;

            fn try_from(raw: String) -> Result<Self, $error> {
                Self::parse(&raw)
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.as_str().to_owned()
            }
        }
    };
}

/// `Debug` that shows the masked form, so that no log or panic carries the number.
macro_rules! debug_masked {
    ($name:ident) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_tuple(stringify!($name))
                    .field(&self.masked())
                    .finish()
            }
        }
    };
}

use {debug_masked, text_conversions};
