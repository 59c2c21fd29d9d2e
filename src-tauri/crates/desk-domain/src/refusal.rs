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
