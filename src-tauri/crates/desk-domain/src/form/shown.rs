//! How a form looks in `Debug` output, which ends in logs and panics: with the
//! numbers of persons masked. Nothing else is hidden.

use super::{BoundNumber, Collection, PersonPart};
use crate::identifier::mask;
use std::fmt::{Debug, Formatter, Result};

impl Debug for PersonPart {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.debug_struct("PersonPart")
            .field("name", &mask::name(&self.name))
            .field("id_kind", &self.id_kind)
            .field("id_number", &mask::identity(&self.id_number))
            .field("id_expiry", &self.id_expiry)
            .field("mobile", &mask::telephone(&self.mobile))
            .field("office_phone", &mask::telephone(&self.office_phone))
            .finish()
    }
}

impl Debug for BoundNumber {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.debug_struct("BoundNumber")
            .field("number", &mask::telephone(&self.number))
            .field("owner", &self.owner)
            .field("proof", &self.proof)
            .field("proof_date", &self.proof_date)
            .field("area", &self.area)
            .field("windows", &self.windows)
            .field("concurrent", &self.concurrent)
            .finish()
    }
}

impl Debug for Collection {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.debug_struct("Collection")
            .field("bank", &self.bank)
            .field("account_name", &self.account_name)
            .field("account", &mask::account(&self.account))
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::super::review::tests::sample;

    #[test]
    fn debug_output_of_a_form_carries_no_number_of_a_person() {
        let mut form = sample();
        form.payment.collection.account = "6222000011112222".to_owned();
        let shown = format!("{form:?}");
        let secrets = [
            &form.handler.id_number,
            &form.legal_representative.id_number,
            &form.handler.mobile,
            &form.bound[1].number,
            &form.payment.collection.account,
        ];
        for secret in secrets {
            assert!(!shown.contains(secret.as_str()));
        }
        assert!(shown.contains("4400**********7474"));
    }
}
