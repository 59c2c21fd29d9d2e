//! First run, signing in, locking, passwords. Refuses to say which of name
//! and password was wrong beyond what the store's slow-down needs.

mod dto;

pub use dto::*;

use super::setting;
use crate::desk::{Desk, Session};
use crate::failure::{Failure, Situation};
use crate::viewing::Viewings;
use desk_domain::party::Firm;
use desk_store::StaffRow;
use desk_store::{DeskFolder, FolderState, RecoveryCode, Store, StoreError};

/// What the window should show first.
///
/// # Errors
/// The data folder is damaged, of a newer version, or cannot be read.
pub fn status(desk: &Desk, (): ()) -> Result<DeskStatus, Failure> {
    let version = env!("CARGO_PKG_VERSION").to_owned();
    if let Some(session) = desk.session().as_ref() {
        let session = view(desk, session)?;
        let staff = vec![session.name.clone()];
        return Ok(DeskStatus {
            state: DeskState::Open,
            staff,
            session: Some(session),
            version,
        });
    }
    let (state, staff) = match DeskFolder::inspect(&desk.place().data)? {
        FolderState::Empty => (DeskState::New, Vec::new()),
        FolderState::Locked { staff, .. } => (DeskState::Locked, staff),
        FolderState::Foreign => return Err(StoreError::FolderNotEmpty.into()),
        FolderState::TooNew { found, known } => {
            return Err(StoreError::StoreTooNew { found, known }.into());
        }
        FolderState::Damaged { code } => return Err(Failure::of_code(code)),
    };
    Ok(DeskStatus {
        state,
        staff,
        session: None,
        version,
    })
}

/// First run: makes the store, the firm and the first manager, who is signed
/// in. The firm's profile is written before the recovery code is shown, so a
/// store never stands without one.
///
/// # Errors
/// A store is there already, the folder cannot be written, the password is
/// too weak, or the firm has no name.
pub fn found(desk: &Desk, request: FirstRun) -> Result<Founded, Failure> {
    let firm = tidy(request.firm)?;
    let mut session = desk.session();
    let now = desk.now();
    let made = Store::found_with(
        &desk.place().data,
        request.manager.trim(),
        &request.password,
        now,
        desk.hardness(),
    )?;
    let staff = made.store.me()?;
    let mut founded = Session {
        store: made.store,
        staff,
        viewings: Viewings::default(),
    };
    founded.write(now, |writer| {
        Ok(writer.firm_mut().save(&firm, now.date(), None)?)
    })?;
    let shown = view(desk, &founded)?;
    *session = Some(founded);
    Ok(Founded {
        recovery_code: made.recovery_code.to_string(),
        session: shown,
    })
}

/// Signs a member of staff in; whoever was signed in before is signed out.
///
/// # Errors
/// Unknown name, wrong password, too many attempts, or a store that cannot be
/// opened.
pub fn open(desk: &Desk, request: SignIn) -> Result<SessionView, Failure> {
    let mut session = desk.session();
    *session = None;
    let opened = Store::sign_in(
        &desk.place().data,
        request.name.trim(),
        &request.password,
        desk.now(),
    )?;
    enter(desk, &mut session, opened)
}

/// Locks the desk: drops the store and every key and picture from memory.
///
/// # Errors
/// None.
pub fn close(desk: &Desk, (): ()) -> Result<(), Failure> {
    *desk.session() = None;
    desk.previews().clear();
    desk.pages().clear();
    Ok(())
}

/// Sets a manager's new password with the recovery code and signs in.
///
/// # Errors
/// A mistyped or wrong code, a weak password, a name that is no manager's.
pub fn recover(desk: &Desk, request: Recover) -> Result<SessionView, Failure> {
    let mut session = desk.session();
    *session = None;
    let code = RecoveryCode::parse(&request.recovery_code)?;
    let opened = Store::recover(
        &desk.place().data,
        &code,
        request.name.trim(),
        &request.new_password,
        desk.now(),
    )?;
    enter(desk, &mut session, opened)
}

/// Changes one's own password.
///
/// # Errors
/// The present password is wrong or the new one too weak.
pub fn change_password(desk: &Desk, request: PasswordChange) -> Result<(), Failure> {
    let now = desk.now();
    desk.signed_in(|session| {
        Ok(session
            .store
            .change_password(&request.old, &request.new, now)?)
    })
}

fn enter(
    desk: &Desk,
    session: &mut Option<Session>,
    (store, staff): (Store, StaffRow),
) -> Result<SessionView, Failure> {
    let entered = Session {
        store,
        staff,
        viewings: Viewings::default(),
    };
    let shown = view(desk, &entered)?;
    *session = Some(entered);
    Ok(shown)
}

fn view(desk: &Desk, session: &Session) -> Result<SessionView, Failure> {
    let today = desk.now().date();
    session.store.read(|reader| {
        let firm = reader.firm().on(today)?;
        Ok(SessionView {
            staff: session.staff.id,
            name: session.staff.name.clone(),
            role: session.staff.role,
            permissions: session.staff.role.permissions(),
            idle_minutes: setting::stored(reader)?.idle_minutes,
            firm_name: firm.map(|row| row.profile.name).unwrap_or_default(),
        })
    })
}

/// Trims a profile and refuses one without a name.
pub(super) fn tidy(mut firm: Firm) -> Result<Firm, Failure> {
    for field in [
        &mut firm.name,
        &mut firm.code,
        &mut firm.address,
        &mut firm.phone,
        &mut firm.representative,
        &mut firm.number_prefix,
    ] {
        *field = field.trim().to_owned();
    }
    if firm.name.is_empty() {
        return Err(Failure::because(&Situation::FirmIncomplete("名称".into())).at("firm.name"));
    }
    let usable = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
    if firm.number_prefix.len() > 8 || !firm.number_prefix.chars().all(usable) {
        let refused = StoreError::AgreementPrefixRefused;
        return Err(Failure::because(&refused).at("firm.number_prefix"));
    }
    Ok(firm)
}
