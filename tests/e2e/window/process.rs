//! A desk's folder on disk, and the processes that show it in a window.

use super::{PATIENCE, Place, Window};
use std::ffi::OsString;
use std::fs::{self, File};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A desk: its folders outlive the window, so that it can be opened again
/// after it was closed or killed.
pub struct Desk {
    folder: TempDir,
    environment: Vec<(String, OsString)>,
}

impl Desk {
    /// A desk on which nothing was done yet.
    pub fn fresh() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("home")).expect("a home");
        Self {
            folder,
            environment: Vec::new(),
        }
    }

    /// The program finds this in its environment, whenever it is opened.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.environment.push((name.to_owned(), value.into()));
        self
    }

    /// Opens its window.
    pub fn open(&self) -> Window {
        Window::open(self)
    }

    /// Starts `program` and tells how long it took until `place` could be seen.
    pub fn time_to(&self, program: &Path, place: &Place) -> Duration {
        Window::time_to(self, program, place)
    }

    /// Where its store lies.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Where it saves PDFs and backups.
    pub fn exports(&self) -> PathBuf {
        self.home().join("400受理台")
    }

    fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("window.log")
    }
}

/// Where pictures of the window go: `target/shots`.
pub fn shots() -> PathBuf {
    let folder = beside(3).join("shots");
    fs::create_dir_all(&folder).expect("target/shots");
    folder
}

fn repository() -> &'static Path {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("the repository's top folder")
}

/// A folder above this test's own program, `target/debug/deps/e2e-…`.
fn beside(levels: usize) -> PathBuf {
    let own = std::env::current_exe().expect("own path");
    own.ancestors()
        .nth(levels)
        .expect("a folder above")
        .to_owned()
}

/// `tauri-driver`, with the web view's driver and the program beneath it.
pub struct Driver {
    child: Child,
    log: PathBuf,
    /// The program under test.
    pub program: PathBuf,
    /// Where the driver listens.
    pub port: u16,
}

impl Driver {
    /// With the program that was built together with this test.
    pub fn start(desk: &Desk) -> Self {
        Self::start_for(desk, beside(2).join("desk400-window"))
    }

    /// With any program that has a Tauri window.
    pub fn start_for(desk: &Desk, program: PathBuf) -> Self {
        assert!(program.is_file(), "{} is not built", program.display());
        let (port, native) = free_ports();
        let log = File::options()
            .create(true)
            .append(true)
            .open(desk.log())
            .expect("a log");
        let driver = std::env::var_os("DESK400_TAURI_DRIVER").unwrap_or("tauri-driver".into());
        let child = Command::new(driver)
            .args([
                "--port",
                &port.to_string(),
                "--native-port",
                &native.to_string(),
            ])
            .current_dir(repository())
            .env("DESK400_ASSETS", repository().join("assets"))
            .env("DESK400_DATA", desk.data())
            .env("HOME", desk.home())
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("XDG_DATA_HOME")
            .env("LANG", "C.UTF-8")
            .env("TZ", "Asia/Shanghai")
            .envs(desk.environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("a log"))
            .stderr(log)
            // One group, so that all of them can be ended together.
            .process_group(0)
            .spawn()
            .expect("tauri-driver; `cargo xtask setup --test` installs it");
        Self {
            child,
            log: desk.log(),
            program,
            port,
        }
    }

    /// So that the driver's own start is not timed.
    pub fn wait_until_it_listens(&self) {
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(start.elapsed() < PATIENCE, "{}", self.said());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// What the program wrote to its terminal.
    pub fn said(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// `kill -9` for the program alone.
    pub fn kill_program(&self) {
        let pid = self.program_pid().expect("the program runs");
        kill("-KILL", &pid);
    }

    /// Ends driver, web view's driver and program.
    pub fn stop(&mut self) {
        kill("-TERM", &format!("-{}", self.child.id()));
        // Reaps it; what it ended with says nothing.
        let _ = self.child.wait();
    }

    fn program_pid(&self) -> Option<String> {
        let processes = fs::read_dir("/proc")
            .ok()?
            .flatten()
            .map(|entry| entry.path());
        let is_ours = |process: &Path| {
            let program = fs::read_link(process.join("exe")).ok();
            program.as_deref() == Some(&self.program) && group(process) == Some(self.child.id())
        };
        let found = processes.into_iter().find(|process| is_ours(process))?;
        found
            .file_name()
            .map(|pid| pid.to_string_lossy().into_owned())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            self.stop();
        }
    }
}

/// The process group, fifth in `/proc/PID/stat`; the second field is a name in
/// brackets that may hold anything.
fn group(process: &Path) -> Option<u32> {
    let stat = fs::read_to_string(process.join("stat")).ok()?;
    stat.rsplit_once(')')?
        .1
        .split_whitespace()
        .nth(2)?
        .parse()
        .ok()
}

fn kill(signal: &str, whom: &str) {
    // Fails only when nobody is left to be ended.
    let _ = Command::new("kill")
        .args([signal, "--", whom])
        .stderr(Stdio::null())
        .status();
}

fn free_ports() -> (u16, u16) {
    let listen = || TcpListener::bind("127.0.0.1:0").expect("a free port");
    let (one, two) = (listen(), listen());
    let port = |listener: &TcpListener| listener.local_addr().expect("an address").port();
    (port(&one), port(&two))
}
