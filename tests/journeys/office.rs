//! An office to walk through: a founded store with three members of staff, a
//! firm and a stock of numbers. Passwords are cheap here, and nowhere else;
//! everything else is what staff use.

use crate::desk::{complete, on_number, print, today};
use chrono::NaiveDateTime;
use desk_app::flow::agreement::AgreementView;
use desk_app::flow::number::{self, NumberAdd};
use desk_app::flow::session::{self, FirstRun, SignIn};
use desk_app::flow::staff::{self, StaffAdd};
use desk_app::{Clock, Desk, Failure, Hardness, Place};
use desk_domain::staff::Role;
use desk_tests::sample;
use std::path::Path;
use tempfile::TempDir;

/// An office with one store.
pub struct Office {
    folder: TempDir,
    /// The manager's window, signed in.
    pub desk: Desk,
}

impl Office {
    /// A founded office: firm, staff, stock.
    pub fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::new(place(&folder), Clock::At(today())).with_hardness(Hardness::FOR_TESTS);
        session::found(&desk, first_run()).unwrap();
        number::add(
            &desk,
            NumberAdd {
                text: sample::numbers(),
            },
        )
        .unwrap();
        for (name, role, password) in [
            (
                sample::FRONT_DESK,
                Role::FrontDesk,
                sample::FRONT_DESK_PASSWORD,
            ),
            (sample::ACCOUNTS, Role::Accounts, sample::ACCOUNTS_PASSWORD),
        ] {
            let (name, password) = (name.to_owned(), password.to_owned());
            staff::add(
                &desk,
                StaffAdd {
                    name,
                    role,
                    password,
                },
            )
            .unwrap();
        }
        Self { folder, desk }
    }

    /// The folder of the store.
    pub fn data(&self) -> &Path {
        self.folder.path()
    }

    /// Tries to sign in at another window at another moment.
    pub fn try_window(
        &self,
        at: NaiveDateTime,
        name: &str,
        password: &str,
    ) -> Result<Desk, Failure> {
        window(&self.folder, at, name, password)
    }

    /// The manager at another window, at another moment.
    pub fn manager_at(&self, at: NaiveDateTime) -> Desk {
        self.try_window(at, sample::MANAGER, sample::MANAGER_PASSWORD)
            .unwrap()
    }

    /// The front desk at its own window.
    pub fn front_desk(&self) -> Desk {
        self.try_window(today(), sample::FRONT_DESK, sample::FRONT_DESK_PASSWORD)
            .unwrap()
    }

    /// The accounts staff at their own window.
    pub fn accounts(&self) -> Desk {
        self.try_window(today(), sample::ACCOUNTS, sample::ACCOUNTS_PASSWORD)
            .unwrap()
    }

    /// A printed agreement of the sample customer.
    pub fn printed(&self) -> AgreementView {
        print(&self.desk, complete(&self.desk, sample::form())).unwrap()
    }

    /// A printed agreement on another number of the stock.
    pub fn printed_on(&self, number: &str) -> AgreementView {
        print(&self.desk, complete(&self.desk, on_number(number))).unwrap()
    }
}

fn window(
    folder: &TempDir,
    at: NaiveDateTime,
    name: &str,
    password: &str,
) -> Result<Desk, Failure> {
    let desk = Desk::new(place(folder), Clock::At(at));
    let (name, password) = (name.to_owned(), password.to_owned());
    session::open(&desk, SignIn { name, password })?;
    Ok(desk)
}

/// The firm and its first manager.
pub fn first_run() -> FirstRun {
    FirstRun {
        firm: sample::firm(),
        manager: sample::MANAGER.to_owned(),
        password: sample::MANAGER_PASSWORD.to_owned(),
    }
}

/// The store in `folder`, the program's own files from the source tree.
pub fn place(folder: &TempDir) -> Place {
    Place {
        data: folder.path().to_owned(),
        assets: sample::samples().join(".."),
    }
}
