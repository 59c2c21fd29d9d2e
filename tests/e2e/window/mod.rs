//! The program's window, driven from outside: found, clicked, typed into,
//! photographed, killed. Waits by itself and never sleeps for a fixed time.
//! Refuses to know any flow; those stand in the files beside this folder.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "in a test, stopping with the reason is the right answer"
)]

mod hand;
mod place;
mod process;
mod wire;

pub use hand::key;
pub use place::{Place, button, css, field, file_input, role, test_id, text};
pub use process::Desk;

use process::Driver;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use wire::{Element, Session};

/// How long something may take to appear on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

const UP_TO_DATE: &str = "return !document.querySelector('main[aria-busy=true]')";
const STANDS_STILL: &str = include_str!("still.js");
const ACCOUNT: &str = include_str!("account.js");

/// One open window.
pub struct Window {
    session: Session,
    driver: Driver,
    /// Where this desk saves PDFs and backups.
    pub exports: PathBuf,
}

impl Window {
    fn open(desk: &Desk) -> Self {
        let driver = Driver::start(desk);
        let session = Session::open(driver.port, &driver.program);
        Self {
            session,
            driver,
            exports: desk.exports(),
        }
    }

    fn time_to(desk: &Desk, program: &Path, place: &Place) -> Duration {
        let driver = Driver::start_for(desk, program.to_owned());
        driver.wait_until_it_listens();
        let start = Instant::now();
        let session = Session::open(driver.port, &driver.program);
        let seen = || session.elements(place).is_ok_and(|found| !found.is_empty());
        while !seen() {
            assert!(start.elapsed() < PATIENCE, "{}", driver.said());
            std::thread::sleep(Duration::from_millis(2));
        }
        let time = start.elapsed();
        session.close();
        time
    }

    /// Closes the window as a person does.
    pub fn quit(mut self) {
        self.session.close();
        self.driver.stop();
    }

    /// Ends the program between two instructions, as a power cut does.
    pub fn kill9(mut self) {
        self.driver.kill_program();
        self.driver.stop();
    }

    /// The title of the page.
    pub fn title(&self) -> String {
        self.session.title()
    }

    /// Waits until it can be seen.
    pub fn wait_for(&self, place: &Place) {
        self.find(place);
    }

    /// Waits until it can no longer be seen.
    pub fn wait_gone(&self, place: &Place) {
        self.until(&format!("{place:?} to go"), || match self.look(place) {
            Ok(_) => Err("it is still there".to_owned()),
            Err(_) => Ok(()),
        });
    }

    /// Whether it can be seen now.
    pub fn sees(&self, place: &Place) -> bool {
        self.look(place).is_ok()
    }

    /// How many of them can be seen now.
    pub fn count(&self, place: &Place) -> usize {
        self.session.elements(place).map_or(0, |found| found.len())
    }

    /// Clicks in the middle of it, once nothing covers it.
    pub fn click(&self, place: &Place) {
        self.until(&format!("a click on {place:?}"), || {
            self.session.click(&self.look(place)?)
        });
    }

    /// Opens a row of a list. A list is shown as it was last known until the
    /// desk has answered, and then a row may move away from under the click.
    pub fn open_row(&self, row: &str) {
        self.wait_for(&css(row));
        self.wait_until("the list to be up to date", UP_TO_DATE);
        self.click(&css(&format!("{row} td")));
    }

    /// What stands in it: a field's value, else its text.
    pub fn read(&self, place: &Place) -> String {
        self.until(&format!("{place:?} to be read"), || self.said(place))
    }

    /// Waits until what stands in it is `expected`.
    pub fn wait_reads(&self, place: &Place, expected: &str) {
        self.until(&format!("{place:?} to read {expected:?}"), || {
            match self.said(place)? {
                said if said == expected => Ok(()),
                said => Err(format!("it reads {said:?}")),
            }
        });
    }

    /// Waits until a script in the page returns `true`.
    pub fn wait_until(&self, what: &str, script: &str) {
        self.until(what, || match self.session.script(script, &[])? {
            Value::Bool(true) => Ok(()),
            said => Err(format!("it says {said}")),
        });
    }

    /// Runs a script in the page; `return` hands a value back.
    pub fn script(&self, script: &str, arguments: &[Value]) -> Value {
        self.session
            .script(script, arguments)
            .unwrap_or_else(|error| {
                self.give_up(&format!("the script could not be run: {error}"));
            })
    }

    /// Makes the page as large as a screen of the office, or any other size.
    pub fn resize(&self, width: u32, height: u32) {
        self.session.resize(width, height);
        self.until(&format!("a width of {width}"), || {
            let real = self.script("return window.innerWidth", &[]);
            if real == json!(width) {
                Ok(())
            } else {
                Err(format!("it is {real}"))
            }
        });
    }

    /// Writes `target/shots/NAME.png`, once nothing on the page moves any more.
    pub fn screenshot(&self, name: &str) -> PathBuf {
        self.wait_until("the page to stand still", STANDS_STILL);
        let file = process::shots().join(format!("{name}.png"));
        std::fs::write(&file, self.session.screenshot().expect("a picture")).expect("target/shots");
        file
    }

    fn find(&self, place: &Place) -> Element {
        self.until(&format!("{place:?}"), || self.look(place))
    }

    fn look(&self, place: &Place) -> Result<Element, String> {
        let found = self.session.elements(place)?.into_iter().next();
        found.ok_or_else(|| "it is not to be seen".to_owned())
    }

    fn said(&self, place: &Place) -> Result<String, String> {
        let script = "return 'value' in arguments[0] ? arguments[0].value : arguments[0].innerText";
        let said = self
            .session
            .script(script, &[self.look(place)?.to_json()])?;
        Ok(said.as_str().unwrap_or_default().to_owned())
    }

    fn until<T>(&self, what: &str, mut done: impl FnMut() -> Result<T, String>) -> T {
        let start = Instant::now();
        loop {
            match done() {
                Ok(found) => return found,
                Err(why) if start.elapsed() > PATIENCE => {
                    self.give_up(&format!("waited {PATIENCE:?} for {what}; {why}"));
                }
                Err(_) => std::thread::sleep(Duration::from_millis(40)),
            }
        }
    }

    fn give_up(&self, why: &str) -> ! {
        let test = std::thread::current()
            .name()
            .unwrap_or("test")
            .replace("::", "-");
        let picture = self.session.screenshot().map(|bytes| {
            let file = process::shots().join(format!("failed-{test}.png"));
            std::fs::write(&file, bytes).map(|()| file.display().to_string())
        });
        let asked = |script| match self.session.script(script, &[]) {
            Ok(Value::String(said)) => said,
            other => format!("{other:?}"),
        };
        panic!(
            "{why}\npicture: {picture:?}\n── on the page ──\n{}\n── of the page ──\n{}\n── said by the program ──\n{}",
            asked("return document.body.innerText"),
            asked(ACCOUNT),
            self.driver.said()
        );
    }
}
