//! Owns the list of Debian and Ubuntu packages, and installs those missing.

use super::For;
use crate::work::{Outcome, call, capture, find_program, run, run_asking};
use std::path::Path;

/// To build and run: a C compiler for SQLCipher, the web view, Chinese fonts
/// for the screen, Python's pip to fetch models.
const RUNNING: [&str; 8] = [
    "build-essential",
    "ca-certificates",
    "fonts-noto-cjk",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "pkg-config",
    "python3",
    "python3-pip",
];

/// To test: a driver and an invisible screen for the window, independent
/// readers for the papers, a printer that records what it is sent and a
/// print service that queues for it, scanner software with a device to test
/// with and an independent client of scanners in the network; another
/// program's eyes for the spreadsheets, and Python's environments for the peers
/// that benches fetch.
const TESTING: [&str; 15] = [
    "cups-client",
    "cups-daemon",
    "cups-ipp-utils",
    "dbus",
    "libreoffice-calc-nogui",
    "libsane1",
    "poppler-utils",
    "procps",
    "python3-venv",
    "qpdf",
    "sane-airscan",
    "sane-utils",
    "webkit2gtk-driver",
    "xauth",
    "xvfb",
];

/// To try the Windows halves: a compiler for Windows, something like Windows, and
/// what prints and draws on the other side of it.
const WINE: [&str; 8] = [
    "cups-client",
    "cups-daemon",
    "cups-ipp-utils",
    "dbus",
    "gcc-mingw-w64-x86-64",
    "ghostscript",
    "wine",
    "wine64",
];

/// Whether this system installs its packages with apt.
pub fn is_here() -> bool {
    Path::new("/etc/debian_version").is_file() && find_program("apt-get").is_some()
}

/// What to install by hand on another Linux.
pub fn advice(purpose: For) -> String {
    format!(
        "This is not Debian or Ubuntu; please see to it that these are installed \
         (Debian's names): {}",
        wanted(purpose).join(" ")
    )
}

/// Installs what is missing, as root or through sudo.
pub fn install(purpose: For) -> Outcome {
    let missing = missing(purpose)?;
    if missing.is_empty() {
        return Ok(());
    }
    println!("missing system packages: {}", missing.join(" "));
    apt_get(["update", "-q"])?;
    apt_get(
        ["install", "-q", "-y", "--no-install-recommends"]
            .into_iter()
            .chain(missing),
    )
}

/// Fetches one package's files into `folder` without installing it.
pub fn unpack(package: &str, folder: &Path) -> Outcome {
    let mut download = call("apt-get", ["download", "-q", package]);
    download.current_dir(folder);
    if run(&mut download).is_err() {
        // A fresh machine knows no package lists yet.
        apt_get(["update", "-q"])?;
        run(&mut download)?;
    }
    for file in crate::house::files(folder)? {
        run(&mut call(
            "dpkg-deb",
            ["-x".as_ref(), file.as_os_str(), folder.as_os_str()],
        ))?;
    }
    Ok(())
}

fn wanted(purpose: For) -> Vec<&'static str> {
    let for_tests: &[&str] = match purpose {
        For::Running => &[],
        For::Testing => &TESTING,
        For::Wine => &WINE,
    };
    RUNNING.iter().chain(for_tests).copied().collect()
}

fn missing(purpose: For) -> Outcome<Vec<&'static str>> {
    let format = "-f=${Package} ${db:Status-Status}\\n";
    let listing = capture(&mut call("dpkg-query", ["-W", format]))?;
    let installed: Vec<&str> = listing
        .lines()
        .filter_map(|line| line.strip_suffix(" installed"))
        .collect();
    Ok(wanted(purpose)
        .into_iter()
        .filter(|name| !installed.contains(name))
        .collect())
}

fn apt_get<'a>(words: impl IntoIterator<Item = &'a str>) -> Outcome {
    let is_root = capture(&mut call("id", ["-u"]))?.trim() == "0";
    let words: Vec<&str> = words.into_iter().collect();
    if is_root {
        return run(call("apt-get", &words).env("DEBIAN_FRONTEND", "noninteractive"));
    }
    if find_program("sudo").is_none() {
        return Err(format!(
            "neither root nor sudo; please have this done: apt-get {}",
            words.join(" ")
        )
        .into());
    }
    let prefix = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
    run_asking(&mut call("sudo", prefix.into_iter().chain(words)))
}
