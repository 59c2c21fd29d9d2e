//! A desk for tests: a store in a temporary folder with cheap passwords.

use std::fs;
use std::ops::ControlFlow;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use desk_domain::form::Business;
use desk_domain::order::OrderState;
use desk_domain::paper::{Arrival, PaperKind, Rotation};
use desk_domain::staff::{Role, StaffId};
use desk_store::{
    CustomerContent, CustomerId, Hardness, NewAgreement, NewPaper, OrderContent, OrderId, PaperId,
    PaperMarks, Progress, RecoveryCode, Store, StoreError, Subject, Writer,
};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub const MANAGER: &str = "王敏";
pub const PASSWORD: &str = "柳暗花明又一村啊";

/// Nine o'clock on the first day.
pub fn nine() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 22)
        .unwrap()
        .and_hms_opt(9, 0, 0)
        .unwrap()
}

pub fn after(seconds: i64) -> NaiveDateTime {
    nine() + TimeDelta::seconds(seconds)
}

pub struct Desk {
    pub folder: TempDir,
    pub store: Store,
    pub code: RecoveryCode,
}

impl Desk {
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("desk")
    }

    /// Closes the window; the folder stays.
    pub fn close(self) -> (TempDir, RecoveryCode) {
        (self.folder, self.code)
    }
}

pub fn found_in(dir: &Path) -> Result<(Store, RecoveryCode), StoreError> {
    let founded = Store::found_with(dir, MANAGER, PASSWORD, nine(), Hardness::FOR_TESTS)?;
    Ok((founded.store, founded.recovery_code))
}

pub fn desk() -> Desk {
    let folder = TempDir::new().unwrap();
    let (store, code) = found_in(&folder.path().join("desk")).unwrap();
    Desk {
        folder,
        store,
        code,
    }
}

pub fn sign_in(dir: &Path) -> Result<Store, StoreError> {
    Store::sign_in(dir, MANAGER, PASSWORD, after(60)).map(|(store, _)| store)
}

pub fn company(name: &str, code: Option<&str>) -> CustomerContent {
    CustomerContent {
        name: name.to_owned(),
        code: code.map(str::to_owned),
        initials: "hnhykj".to_owned(),
        pinyin: "henanhaiyankeji".to_owned(),
        company: serde_json::json!({ "address": "郑州市金水区文化路1号" }),
    }
}

pub fn add_customer(store: &mut Store, name: &str, code: Option<&str>) -> CustomerId {
    store
        .write::<_, StoreError>(nine(), |w| w.customers_mut().add(&company(name, code)))
        .unwrap()
}

pub fn draft(customer: Option<CustomerId>) -> OrderContent {
    OrderContent {
        customer,
        business: Business::New,
        state: OrderState::Draft,
        number400: None,
        form: serde_json::json!({ "remarks": "" }),
    }
}

pub fn add_order(store: &mut Store, customer: Option<CustomerId>) -> OrderId {
    store
        .write::<_, StoreError>(nine(), |w| w.orders_mut().add(&draft(customer)))
        .unwrap()
}

pub fn paper(order: Option<OrderId>, kind: PaperKind) -> NewPaper {
    NewPaper {
        order,
        customer: None,
        marks: PaperMarks {
            kind,
            arrival: Arrival::Scan,
            sealed: false,
            rotation: Rotation::Upright,
            crop: None,
        },
        file_name: "执照.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
    }
}

pub fn agreement(order: OrderId, customer: CustomerId, pdf: &[u8]) -> NewAgreement {
    NewAgreement {
        order,
        customer,
        number400: None,
        edition: "built-in-2026".to_owned(),
        snapshot: serde_json::json!({ "firm": {}, "form": {} }),
        pdf: pdf.to_vec(),
        pages: 4,
        cites: None,
    }
}

pub const CLERK: &str = "李强";
pub const CLERKS: &str = "曲径通幽处不知归";

pub fn desk_with_clerk() -> (Desk, StaffId) {
    let mut desk = desk();
    let clerk = desk
        .store
        .add_staff(CLERK, Role::FrontDesk, CLERKS, after(10))
        .unwrap();
    (desk, clerk)
}

pub fn actions(store: &Store, subject: &Subject) -> Vec<String> {
    let rows = store
        .read::<_, StoreError>(|r| r.audit().about(subject))
        .unwrap();
    rows.into_iter().map(|row| row.action).collect()
}

pub fn wrong(dir: &std::path::Path, at: i64) -> StoreError {
    Store::sign_in(dir, MANAGER, "something else", after(at)).unwrap_err()
}

pub fn write<T>(
    store: &mut Store,
    work: impl FnOnce(&mut Writer<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    store.write(nine(), work)
}

pub fn add_paper(store: &mut Store, order: OrderId, bytes: &[u8]) -> Result<PaperId, StoreError> {
    write(store, |w| {
        w.papers_mut()
            .add(&paper(Some(order), PaperKind::Licence), &mut &bytes[..])
    })
}

pub fn details(store: &Store, subject: &Subject) -> String {
    let rows = store
        .read::<_, StoreError>(|r| r.audit().about(subject))
        .unwrap();
    rows.iter()
        .map(|row| format!("{} {}\n", row.action, row.detail))
        .collect()
}

pub fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A store with papers, an agreement and a customer, and a backup of it.
pub fn backed_up() -> (Desk, PathBuf) {
    let mut desk = desk();
    let customer = add_customer(&mut desk.store, "甲公司", None);
    let order = add_order(&mut desk.store, Some(customer));
    desk.store
        .write::<_, StoreError>(nine(), |w| {
            for scan in [&b"one"[..], b"two", b"three"] {
                let new = paper(Some(order), PaperKind::Licence);
                w.papers_mut().add(&new, &mut &scan[..])?;
            }
            w.agreements_mut()
                .issue("QF", 2026, |_| Ok(agreement(order, customer, b"%PDF")))
        })
        .unwrap();
    let file = desk.folder.path().join("desk.backup");
    let made = desk.store.backup(&file, after(5), &mut go_on).unwrap();
    assert_eq!(made.papers, 4);
    assert_eq!(made.bytes, fs::metadata(&file).unwrap().len());
    (desk, file)
}

pub fn target(desk: &Desk) -> PathBuf {
    desk.folder.path().join("restored")
}

pub fn restore(file: &Path, dir: &Path) -> Result<(), StoreError> {
    Store::restore(file, dir, &mut go_on)
}
