//! What stands at a desk before its window opens, and the first steps every
//! flow has in common. The store is founded through `desk-app` with a cheap
//! password, because only the first-run test is about founding.

use chrono::NaiveDate;
use desk_app::flow::agreement::{self, AgreementList, AgreementSign};
use desk_app::flow::number::{self, NumberAdd};
use desk_app::flow::order::{self, OrderNew, OrderPrint, OrderRef, OrderSave};
use desk_app::flow::paper::{self, PaperAdd, PaperUpdate};
use desk_app::flow::session::{self, FirstRun, SignIn};
use desk_app::flow::setting;
use desk_app::flow::staff::{self, StaffAdd};
use desk_app::{Clock, Desk as Behind, Hardness, Place};
use desk_domain::form::Form;
use desk_domain::paper::{Arrival, PaperKind};
use desk_domain::staff::Role;
use desk_tests::sample;
use desk_tests::window::{Desk, Window, css, key, test_id};
use std::path::{Path, PathBuf};

/// The screen of the office: small, and common.
pub const SCREEN: (u32, u32) = (1366, 768);

/// Says whether every picture in sight has come.
pub const PICTURES_STAND: &str = "
  return [...document.images].every((picture) => picture.complete && picture.naturalWidth > 0)";

/// A founded desk with a manager, a front desk, accounts and a stock.
pub fn staffed() -> Desk {
    let desk = Desk::fresh();
    let behind = behind(&desk).with_hardness(Hardness::FOR_TESTS);
    let founding = FirstRun {
        firm: sample::firm(),
        manager: sample::MANAGER.to_owned(),
        password: sample::MANAGER_PASSWORD.to_owned(),
    };
    session::found(&behind, founding).unwrap();
    let text = sample::numbers();
    number::add(&behind, NumberAdd { text }).unwrap();
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
            &behind,
            StaffAdd {
                name,
                role,
                password,
            },
        )
        .unwrap();
    }
    desk
}

/// Puts an order on the desk that has every paper but some, and says which
/// order it is.
pub fn begun(desk: &Desk, form: &Form, without: &[PaperKind]) -> i64 {
    let behind = signed_in(desk);
    let id = order::begin(&behind, OrderNew::default()).unwrap().id;
    for kind in sample::PAPERS {
        if !without.contains(&kind) {
            attach(&behind, id, kind);
        }
    }
    let revision = order::show(&behind, OrderRef { id }).unwrap().revision;
    let form = form.clone();
    order::save(&behind, OrderSave { id, revision, form }).unwrap();
    id
}

/// Lets the desk take what another program scans into a folder.
pub fn scans_into(desk: &Desk, folder: &Path) {
    let behind = signed_in(desk);
    let mut settings = setting::show(&behind, ()).unwrap();
    settings.scan_folder = folder.display().to_string();
    setting::save(&behind, settings).unwrap();
}

/// Prints an order without a window.
pub fn print(desk: &Desk, id: i64) {
    let behind = signed_in(desk);
    let revision = order::show(&behind, OrderRef { id }).unwrap().revision;
    order::print(
        &behind,
        OrderPrint {
            id,
            revision,
            override_reason: None,
        },
    )
    .unwrap();
}

/// The archived pages of the newest agreement, and its number.
pub fn newest_archive(desk: &Desk) -> (String, Vec<u8>) {
    let behind = signed_in(desk);
    let wanted = AgreementList::default();
    let number = agreement::list(&behind, wanted).unwrap().remove(0).number;
    let pdf = agreement::pdf(&behind, &number).unwrap();
    (number, pdf)
}

/// Puts an agreement in force without a window: printed, signed and filed.
pub fn in_force(desk: &Desk, form: &Form) {
    let id = begun(desk, form, &[]);
    print(desk, id);
    let behind = signed_in(desk);
    attach(&behind, id, PaperKind::Signed);
    let wanted = AgreementList::default();
    let number = agreement::list(&behind, wanted).unwrap().remove(0).number;
    let signed_on = Clock::Shanghai.now().date().to_string();
    agreement::sign(
        &behind,
        AgreementSign {
            number,
            signed_on,
            despite: None,
        },
    )
    .unwrap();
}

/// What an order holds in the store, read while no window is open.
pub fn kept(desk: &Desk, id: i64) -> Form {
    order::show(&signed_in(desk), OrderRef { id }).unwrap().form
}

fn attach(behind: &Behind, order: i64, kind: PaperKind) {
    let (arrival, bytes) = (Arrival::Scan, sample::paper(kind));
    let file_name = sample::paper_name(kind);
    let add = PaperAdd {
        order,
        file_name,
        arrival,
        kind: Some(kind),
        bytes,
    };
    let page = paper::add(behind, add).unwrap().remove(0);
    let (id, rotation, crop) = (page.id, page.rotation, page.crop);
    let sealed = sample::is_sealed(kind);
    paper::update(
        behind,
        PaperUpdate {
            id,
            kind,
            arrival,
            sealed,
            rotation,
            crop,
        },
    )
    .unwrap();
}

/// The same desk without its window, by the computer's own clock.
fn behind(desk: &Desk) -> Behind {
    let assets = sample::samples().join("..");
    Behind::new(
        Place {
            data: desk.data(),
            assets,
        },
        Clock::Shanghai,
    )
}

fn signed_in(desk: &Desk) -> Behind {
    let behind = behind(desk);
    let (name, password) = (
        sample::MANAGER.to_owned(),
        sample::MANAGER_PASSWORD.to_owned(),
    );
    session::open(&behind, SignIn { name, password }).unwrap();
    behind
}

/// The sample form with dates that are never long past.
pub fn form() -> Form {
    let mut form = sample::form();
    let today = Clock::Shanghai.now().date();
    let write = |date: NaiveDate| date.format("%Y-%m-%d").to_string();
    form.tariff.start = write(today);
    form.tariff.end = write(today + chrono::Days::new(364));
    for bound in &mut form.bound {
        bound.proof_date = write(today);
    }
    form
}

/// Opens the window as large as the office's screen.
pub fn open(desk: &Desk) -> Window {
    let window = desk.open();
    window.resize(SCREEN.0, SCREEN.1);
    window
}

/// Opens the window and signs somebody in.
pub fn open_as(desk: &Desk, name: &str, password: &str) -> Window {
    let window = open(desk);
    sign_in(&window, name, password);
    window.wait_for(&test_id("screen-today"));
    window
}

/// Opens the window for the front desk.
pub fn open_front_desk(desk: &Desk) -> Window {
    open_as(desk, sample::FRONT_DESK, sample::FRONT_DESK_PASSWORD)
}

/// Opens the window for the manager.
pub fn open_manager(desk: &Desk) -> Window {
    open_as(desk, sample::MANAGER, sample::MANAGER_PASSWORD)
}

/// Picks the name and types the password.
pub fn sign_in(window: &Window, name: &str, password: &str) {
    window.click(&css(&format!(
        "[data-testid=sign-in-name] [data-name={name:?}]"
    )));
    window.type_into(&test_id("sign-in-password"), password);
    window.press(&[key::ENTER]);
}

/// A draft or a ready order, from today's desk.
pub fn open_order(window: &Window, id: i64) {
    window.click(&test_id(&format!("order-{id}")));
    window.wait_for(&test_id("acceptance"));
}

/// An order that has its form and no paper yet, open in the window.
pub fn without_papers() -> (Desk, Window) {
    let desk = staffed();
    let id = begun(&desk, &form(), &sample::PAPERS);
    let window = open_front_desk(&desk);
    open_order(&window, id);
    window.wait_for(&test_id("papers"));
    (desk, window)
}

/// Waits until the tray of the order on the screen holds so many papers.
pub fn wait_for_papers(window: &Window, count: usize) {
    window.wait_for(&css(&format!(
        "[data-testid=papers]:has([role=option]:nth-of-type({count}))"
    )));
}

/// The customer has read it over; Enter says so, once the button has the focus.
pub fn confirm_print(window: &Window) {
    window.wait_for(&css("[data-testid=print-confirm]:focus"));
    window.press(&[key::ENTER]);
    window.wait_for(&test_id("order-done"));
}

/// The large sample paper of a kind, as it comes from the scanner.
pub fn scanned(kind: PaperKind) -> PathBuf {
    sample::samples().join(sample::paper_name(kind))
}
