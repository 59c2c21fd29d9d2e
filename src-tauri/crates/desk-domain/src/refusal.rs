//! Owns the one shape in which every crate says no. Refuses to hold wording:
//! the sentence for a code stands in `assets/wording`, so that the window and
//! the terminal say the same thing in the same words.

/// A reason for saying no that a person can be told.
///
/// `code` names a situation (`UsccCheckDigit`, `PaperMissing`); `details` fills
/// the placeholders of its sentence. Neither ever carries an identity number,
/// a telephone number of a person, or a password.
pub trait Refusal {
    /// The situation, in `UpperCamel`; the key of the sentence in the wording table.
    fn code(&self) -> &'static str;

    /// Values for the `{placeholders}` of the sentence.
    fn details(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// Implements [`Refusal`] for an enum: each variant's code, its fields as the
/// placeholders of the sentence; variants named after `within` hold another
/// refusal and speak with its voice.
macro_rules! refusal_codes {
    ($kind:ident {
        $($variant:ident $({ $($field:ident),+ $(,)? })? => $code:literal),* $(,)?
    } $(within $($inner:ident),+)?) => {
        #[cfg(test)]
        impl $kind {
            /// Every code of its own with its placeholders, to hold against the wording.
            pub(crate) const CODES: &'static [(&'static str, &'static [&'static str])] =
                &[$(($code, &[$($(stringify!($field)),+)?])),*];
        }

        impl $crate::Refusal for $kind {
            fn code(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $code,)*
                    $($(Self::$inner(inner) => $crate::Refusal::code(inner),)+)?
                }
            }

            fn details(&self) -> Vec<(&'static str, String)> {
                match self {
                    $(Self::$variant $({ $($field),+ })? => {
                        vec![$($((stringify!($field), $field.to_string())),+)?]
                    })*
                    $($(Self::$inner(inner) => $crate::Refusal::details(inner),)+)?
                }
            }
        }
    };
}

pub(crate) use refusal_codes;
