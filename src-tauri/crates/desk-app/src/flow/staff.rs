//! Adding and removing staff. Refuses the last manager's removal.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::show;
use desk_domain::staff::Permission;
use desk_domain::staff::{Role, StaffId};
use desk_store::Reader;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A member of staff, present or past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StaffView {
    /// Staff number.
    pub id: StaffId,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Whether they may sign in.
    pub active: bool,
    /// Day they were added, `YYYY-MM-DD`.
    pub added_on: String,
    /// Day they were removed.
    pub removed_on: Option<String>,
}

/// A new member of staff.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct StaffAdd {
    /// Name, unique among those present.
    pub name: String,
    /// Role.
    pub role: Role,
    /// First password, to be changed by themselves.
    pub password: String,
}

/// Names a member of staff.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct StaffRef {
    /// Staff number.
    pub id: StaffId,
}

/// A new password for somebody else.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct StaffReset {
    /// Staff number.
    pub id: StaffId,
    /// The new password.
    pub password: String,
}

/// Everyone who works or worked here.
///
/// # Errors
/// Only a manager may see the list.
pub fn list(desk: &Desk, (): ()) -> Result<Vec<StaffView>, Failure> {
    desk.read(Permission::KeepStaff, all)
}

/// Adds a member of staff.
///
/// # Errors
/// The name is taken, the password too weak.
pub fn add(desk: &Desk, request: StaffAdd) -> Result<Vec<StaffView>, Failure> {
    let now = desk.now();
    desk.with_session(Permission::KeepStaff, |session| {
        session
            .store
            .add_staff(request.name.trim(), request.role, &request.password, now)?;
        session.store.read(all)
    })
}

/// Removes a member of staff: their key no longer opens the store.
///
/// # Errors
/// The last manager stays.
pub fn remove(desk: &Desk, request: StaffRef) -> Result<Vec<StaffView>, Failure> {
    let now = desk.now();
    desk.with_session(Permission::KeepStaff, |session| {
        session.store.remove_staff(request.id, now)?;
        session.store.read(all)
    })
}

/// Gives another member of staff a new password.
///
/// # Errors
/// The password is too weak.
pub fn reset(desk: &Desk, request: StaffReset) -> Result<(), Failure> {
    let now = desk.now();
    desk.with_session(Permission::KeepStaff, |session| {
        Ok(session
            .store
            .reset_password_of(request.id, &request.password, now)?)
    })
}

fn all(reader: &Reader<'_>) -> Result<Vec<StaffView>, Failure> {
    let rows = reader.staff().all()?;
    Ok(rows
        .into_iter()
        .map(|row| StaffView {
            id: row.id,
            name: row.name,
            role: row.role,
            active: row.active,
            added_on: show::day(row.added_at.date()),
            removed_on: row.removed_at.map(|at| show::day(at.date())),
        })
        .collect())
}
