//! Why a value that was read asks for a look. Owns the reasons and which of
//! several is told; refuses to word them: each screen has its own sentences.

use serde::{Deserialize, Serialize};

/// Why a person must look at a value; of several, the first in this order says
/// best where to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// Another field, a rule of the paper or the two-dimensional code disagrees.
    Contradicted,
    /// Its check digits do not agree, and no exchange is the only one.
    Unproven,
    /// Characters were exchanged so that check digits, a closed list or another
    /// field of the same paper agree.
    Repaired,
    /// A line, or a part of one, seems to be missing.
    Incomplete,
    /// A letter may belong to words laid across the paper.
    Overlaid,
    /// The value does not look like a value of this field.
    Shape,
    /// Found by its look and not by its label.
    Displaced,
    /// A letter has a close rival or was hardly legible.
    UnsureLetter,
}
