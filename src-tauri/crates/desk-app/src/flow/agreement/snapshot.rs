//! What an agreement keeps of the world at the moment of printing. Owns the
//! JSON shape in the store; refuses nothing, since it was right when printed.

use crate::failure::Failure;
use desk_domain::form::Form;
use desk_domain::party::Firm;
use desk_store::AgreementRow;
use desk_store::StoreError;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Both parties, the form, and how it came to be printed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Snapshot {
    pub(crate) firm: Firm,
    pub(crate) form: Form,
    pub(crate) pages_per_copy: u32,
    pub(crate) override_reason: Option<String>,
}

impl Snapshot {
    pub(crate) fn of(row: &AgreementRow) -> Self {
        serde_json::from_value(row.snapshot.clone()).unwrap_or_default()
    }

    pub(crate) fn as_json(&self) -> Result<Value, Failure> {
        serde_json::to_value(self).map_err(|_| Failure::from(StoreError::TooLarge))
    }
}
