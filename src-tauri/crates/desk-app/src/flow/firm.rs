//! The firm's own profile. A change is another version; printed agreements
//! keep the one they were printed with.

use super::session::tidy;
use crate::desk::Desk;
use crate::failure::Failure;
use desk_domain::party::Firm;
use desk_domain::staff::Permission;

/// The profile in force today.
///
/// # Errors
/// Nobody is signed in.
pub fn show(desk: &Desk, (): ()) -> Result<Firm, Failure> {
    let today = desk.now().date();
    desk.signed_in(|session| {
        session.store.read(|reader| {
            Ok(reader
                .firm()
                .on(today)?
                .map(|row| row.profile)
                .unwrap_or_default())
        })
    })
}

/// Saves another version of the profile, in force from today.
///
/// # Errors
/// Only a manager may; the name must be there.
pub fn save(desk: &Desk, firm: Firm) -> Result<Firm, Failure> {
    let firm = tidy(firm)?;
    let today = desk.now().date();
    desk.write(Permission::KeepFirm, |writer| {
        let before = writer.firm().on(today)?;
        let seal = before.as_ref().and_then(|row| row.seal);
        if before.is_none_or(|row| row.profile != firm) {
            writer.firm_mut().save(&firm, today, seal)?;
        }
        Ok(firm)
    })
}
