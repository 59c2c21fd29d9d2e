//! One desk: its folders, its clock, and whoever is signed in. Owns the lock
//! that keeps one use case at a time on the store. Refuses every use case
//! that needs a person while nobody is signed in.

use crate::clock::Clock;
use crate::failure::{Failure, Situation};
use crate::flow::billing::Jobs;
use crate::flow::scan::Running;
use crate::pages::Pages;
use crate::place::Place;
use crate::preview::Previews;
use crate::viewing::Viewings;
use chrono::NaiveDateTime;
use desk_domain::staff::{Permission, Role};
use desk_intake::reading::Reader as FieldReader;
use desk_paper::FontShelf;
use desk_store::StaffRow;
use desk_store::{Hardness, Reader, Store, Writer};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// Who is signed in, and the store they opened.
pub(crate) struct Session {
    pub(crate) store: Store,
    pub(crate) staff: StaffRow,
    pub(crate) viewings: Viewings,
}

/// One desk. Shared between the window's threads.
pub struct Desk {
    place: Place,
    clock: Clock,
    hardness: Hardness,
    session: Mutex<Option<Session>>,
    fonts: OnceLock<Arc<FontShelf>>,
    field_reader: OnceLock<Arc<FieldReader>>,
    scan: Mutex<Option<Running>>,
    pages: Mutex<Pages>,
    previews: Mutex<Previews>,
    jobs: Mutex<Jobs>,
}

impl Desk {
    /// A desk at these folders, with this clock; nobody is signed in.
    #[must_use]
    pub fn new(place: Place, clock: Clock) -> Self {
        Self {
            place,
            clock,
            hardness: Hardness::STANDARD,
            session: Mutex::new(None),
            fonts: OnceLock::new(),
            field_reader: OnceLock::new(),
            scan: Mutex::default(),
            pages: Mutex::default(),
            previews: Mutex::default(),
            jobs: Mutex::default(),
        }
    }

    /// The same desk, whose next store is founded with this password hardness.
    #[must_use]
    pub fn with_hardness(mut self, hardness: Hardness) -> Self {
        self.hardness = hardness;
        self
    }

    pub(crate) fn hardness(&self) -> Hardness {
        self.hardness
    }

    /// The desk of this computer.
    #[must_use]
    pub fn at_default_place() -> Self {
        Self::new(Place::of_this_computer(), Clock::Shanghai)
    }

    /// Its folders.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Now, in the office.
    #[must_use]
    pub fn now(&self) -> NaiveDateTime {
        self.clock.now()
    }

    pub(crate) fn session(&self) -> MutexGuard<'_, Option<Session>> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn pages(&self) -> MutexGuard<'_, Pages> {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn previews(&self) -> MutexGuard<'_, Previews> {
        self.previews.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn jobs(&self) -> MutexGuard<'_, Jobs> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The fonts of the printed papers, read once when first needed.
    pub(crate) fn fonts(&self) -> Result<Arc<FontShelf>, Failure> {
        if let Some(shelf) = self.fonts.get() {
            return Ok(Arc::clone(shelf));
        }
        let shelf = Arc::new(FontShelf::open(&self.place.assets.join("fonts"))?);
        Ok(Arc::clone(self.fonts.get_or_init(|| shelf)))
    }

    /// The networks that read papers, opened once when first needed.
    pub(crate) fn field_reader(&self) -> Result<Arc<FieldReader>, Failure> {
        if let Some(reader) = self.field_reader.get() {
            return Ok(Arc::clone(reader));
        }
        let reader = Arc::new(FieldReader::open(&self.place.assets.join("models"))?);
        Ok(Arc::clone(self.field_reader.get_or_init(|| reader)))
    }

    /// The scan that runs or ran last.
    pub(crate) fn scan(&self) -> MutexGuard<'_, Option<Running>> {
        self.scan.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs `work` for the member of staff signed in, who must be allowed to.
    pub(crate) fn with_session<T>(
        &self,
        permission: Permission,
        work: impl FnOnce(&mut Session) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.signed_in(|session| {
            if !session.staff.role.may(permission) {
                return Err(Situation::NotPermitted.into());
            }
            work(session)
        })
    }

    /// Runs `work` for whoever is signed in.
    pub(crate) fn signed_in<T>(
        &self,
        work: impl FnOnce(&mut Session) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        match self.session().as_mut() {
            Some(session) => work(session),
            None => Err(Situation::SessionLocked.into()),
        }
    }

    /// Reads from one consistent view of the store.
    pub(crate) fn read<T>(
        &self,
        permission: Permission,
        work: impl FnOnce(&Reader<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.with_session(permission, |session| session.store.read(work))
    }

    /// Writes in one transaction: all of it, or nothing.
    pub(crate) fn write<T>(
        &self,
        permission: Permission,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let now = self.now();
        self.with_session(permission, |session| session.write(now, work))
    }

    /// Role of whoever is signed in.
    pub(crate) fn role(&self) -> Result<Role, Failure> {
        self.signed_in(|session| Ok(session.staff.role))
    }
}

impl Session {
    /// Writes in one transaction for the member of staff signed in.
    pub(crate) fn write<T>(
        &mut self,
        at: NaiveDateTime,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.store.write(at, work)
    }
}
