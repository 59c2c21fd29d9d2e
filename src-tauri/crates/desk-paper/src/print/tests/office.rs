//! An office for one test: a printer that records what it is given, a print
//! system of its own. Everything lives in a folder that goes with the test.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

use std::collections::BTreeMap;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A PDF of one page, different for every mark.
pub(super) fn pdf(mark: &str) -> Vec<u8> {
    let mut file = format!("%PDF-1.7\n%{mark}\n").into_bytes();
    let mut table = String::from("0000000000 65535 f \n");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ];
    for (n, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", n + 1).bytes());
    }
    let start = file.len();
    let tail =
        format!("xref\n0 4\n{table}trailer << /Size 4 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    file.extend(tail.bytes());
    file
}

/// A port nobody listens at.
pub(super) fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

/// Waits until something is so, for as long as a busy machine may need.
pub(super) fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(
            started.elapsed() < Duration::from_secs(40),
            "waited in vain: {what}"
        );
        sleep(Duration::from_millis(50));
    }
}

/// A program of the test's own, ended with all its children.
struct Running(Child);

impl Running {
    fn start(command: &mut Command) -> Self {
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .process_group(0)
            .spawn();
        Self(child.unwrap_or_else(|error| panic!("{command:?}: {error}; is it installed?")))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).status();
        let _ = self.0.wait();
    }
}

/// A printer.
pub(super) struct OfficePrinter {
    folder: TempDir,
    port: u16,
    _running: Running,
}

impl OfficePrinter {
    /// One that takes PDF, prints both sides and works.
    pub(super) fn new() -> Self {
        Self::with(
            &["-2", "-f", "application/pdf,application/octet-stream"],
            "",
        )
    }

    /// One with options of `ippeveprinter`, and a script that runs for each job.
    pub(super) fn with(options: &[&str], script: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let record = folder.path().join("record.sh");
        let text = format!(
            "#!/bin/sh\nfolder='{}'\n{script}\nenv > \"$folder/env.part\"\ncp \"$1\" \"$folder/document\"\nmv \"$folder/env.part\" \"$folder/env\"\n",
            folder.path().display()
        );
        fs::write(&record, text).unwrap();
        fs::set_permissions(&record, fs::Permissions::from_mode(0o755)).unwrap();
        let port = free_port();
        let spool = folder.path().join("spool");
        fs::create_dir(&spool).unwrap();
        // It wants a message bus for announcing itself, and gets an empty one.
        let inner = "DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS exec \"$@\"";
        let mut command = Command::new("dbus-run-session");
        command
            .args([
                "--",
                "sh",
                "-c",
                inner,
                "sh",
                program("ippeveprinter").to_str().unwrap(),
            ])
            .args(["-r", "off", "-n", "localhost", "-p", &port.to_string()])
            .arg("-c")
            .arg(&record)
            .arg("-d")
            .arg(&spool)
            .args(options)
            .arg("三楼打印机")
            .stderr(fs::File::create(folder.path().join("log")).unwrap());
        let running = Running::start(&mut command);
        until("the printer is switched on", || {
            TcpStream::connect(("localhost", port)).ok()
        });
        Self {
            folder,
            port,
            _running: running,
        }
    }

    pub(super) fn address(&self) -> String {
        format!("ipp://localhost:{}/ipp/print", self.port)
    }

    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What was printed: the document, and the job's attributes.
    pub(super) fn printed(&self) -> (Vec<u8>, BTreeMap<String, String>) {
        let read = |name| fs::read(self.folder.path().join(name)).ok();
        let environment = until("the job is printed", || read("env"));
        let attributes = String::from_utf8_lossy(&environment)
            .lines()
            .filter_map(|line| line.strip_prefix("IPP_")?.split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        (read("document").unwrap(), attributes)
    }
}

/// A print system of the test's own.
pub(super) struct PrintSystem {
    folder: TempDir,
    port: u16,
    _running: Running,
}

impl PrintSystem {
    pub(super) fn new() -> Self {
        let folder = TempDir::new().unwrap();
        // Its helpers run as another user when it is started by root.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let port = free_port();
        let at = |name: &str| folder.path().join(name).display().to_string();
        for name in ["cache", "spool", "state", "tmp"] {
            fs::create_dir(at(name)).unwrap();
        }
        fs::set_permissions(at("tmp"), fs::Permissions::from_mode(0o1777)).unwrap();
        let files = format!(
            "ServerRoot {root}\nRequestRoot {root}/spool\nCacheDir {root}/cache\nStateDir {root}/state\n\
             TempDir {root}/tmp\nAccessLog {root}/access_log\nErrorLog {root}/error_log\nPageLog {root}/page_log\n",
            root = folder.path().display()
        );
        let rules = "Order allow,deny\nAllow localhost\n";
        let server = format!(
            "LogLevel info\nListen localhost:{port}\nListen {}\nBrowsing Off\nDefaultAuthType None\n\
             PreserveJobHistory Yes\n<Location />\n{rules}</Location>\n<Location /admin>\n{rules}</Location>\n\
             <Policy default>\n<Limit All>\n{rules}</Limit>\n</Policy>\n",
            at("cups.sock")
        );
        fs::write(at("cups-files.conf"), files).unwrap();
        fs::write(at("cupsd.conf"), server).unwrap();
        let mut command = Command::new(program("cupsd"));
        command.args(["-f", "-c", &at("cupsd.conf"), "-s", &at("cups-files.conf")]);
        let log = fs::File::create(folder.path().join("log")).unwrap();
        let running = Running::start(command.stderr(log));
        until("the print system listens", || {
            TcpStream::connect(("localhost", port)).ok()
        });
        Self {
            folder,
            port,
            _running: running,
        }
    }

    pub(super) fn host(&self) -> String {
        format!("localhost:{}", self.port)
    }

    pub(super) fn socket(&self) -> String {
        self.folder.path().join("cups.sock").display().to_string()
    }

    /// Adds a queue that hands documents to a printer unaltered.
    pub(super) fn add(&self, name: &str, printer: &str, is_default: bool) {
        self.run("lpadmin", &["-p", name, "-v", printer, "-m", "raw", "-E"]);
        if is_default {
            self.run("lpadmin", &["-d", name]);
        }
    }

    /// Adds the usual queue, with a driver's description of its printer.
    pub(super) fn add_described(&self, name: &str, printer: &str, description: &str) {
        let file = self.folder.path().join("driver.ppd");
        fs::write(&file, description).unwrap();
        let file = file.display().to_string();
        self.run("lpadmin", &["-p", name, "-v", printer, "-P", &file, "-E"]);
        self.run("lpadmin", &["-d", name]);
    }

    pub(super) fn run(&self, command: &str, words: &[&str]) {
        let output = Command::new(program(command))
            .args(words)
            .env("CUPS_SERVER", self.host())
            .output()
            .unwrap();
        assert!(output.status.success(), "{command} {words:?}: {output:?}");
    }
}

/// Print systems keep their programs where users do not look.
fn program(name: &str) -> PathBuf {
    let places = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];
    let found = places
        .iter()
        .map(|place| Path::new(place).join(name))
        .find(|path| path.is_file());
    found.unwrap_or_else(|| PathBuf::from(name))
}
