//! An independent client, Debian's sane-airscan, on our scanner: what our
//! client and our scanner understand of the protocol alike may still be wrong.

use crate::simulator::{Plan, Simulator, bars};
use std::path::Path;
use std::process::{Command, Output};

/// Lets the client scan, and nothing else of SANE.
fn scanimage(folder: &Path, scanner: &Simulator, words: &[&str]) -> Output {
    std::fs::write(folder.join("dll.conf"), "airscan\n").unwrap();
    let configuration = format!(
        "[devices]\n\"Trial\" = http://{}/eSCL/, eSCL\n\
         [options]\ndiscovery = disable\nws-discovery = off\n",
        scanner.address()
    );
    std::fs::write(folder.join("airscan.conf"), configuration).unwrap();
    let output = Command::new("scanimage")
        .env("SANE_CONFIG_DIR", folder)
        .args(["--device-name", "airscan:e0:Trial"])
        .args(words)
        .current_dir(folder)
        .output()
        .expect("scanimage is missing: install Debian's sane-utils and sane-airscan");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        !said.contains("Invalid argument"),
        "the airscan driver is missing (install Debian's sane-airscan) or refuses: {said}"
    );
    output
}

fn pages(folder: &Path) -> Vec<usize> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "png"))
        .collect();
    files.sort();
    let read = |path| bars(&std::fs::read(path).unwrap());
    files.into_iter().map(read).collect()
}

#[test]
fn another_client_scans_from_the_glass() {
    let (folder, scanner) = (
        tempfile::tempdir().unwrap(),
        Simulator::start(Plan::default()),
    );
    let words = [
        "--resolution=75",
        "--mode=Gray",
        "--format=png",
        "--output-file=page.png",
    ];
    let output = scanimage(folder.path(), &scanner, &words);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(pages(folder.path()), [1]);
}

#[test]
fn another_client_empties_the_feeder() {
    let (folder, scanner) = (
        tempfile::tempdir().unwrap(),
        Simulator::start(Plan::default()),
    );
    let words = [
        "--source=ADF Duplex",
        "--resolution=75",
        "--mode=Gray",
        "--format=png",
        "--batch=page-%02d.png",
    ];
    scanimage(folder.path(), &scanner, &words);
    assert_eq!(pages(folder.path()), [1, 2, 3, 4, 5, 6]);
}

#[test]
fn another_client_sees_a_jam_where_there_is_one() {
    let (folder, scanner) = (
        tempfile::tempdir().unwrap(),
        Simulator::start(Plan {
            jam_at: Some(2),
            ..Plan::default()
        }),
    );
    let words = [
        "--source=ADF",
        "--resolution=75",
        "--mode=Gray",
        "--format=png",
        "--batch=page-%02d.png",
    ];
    let output = scanimage(folder.path(), &scanner, &words);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("jammed"), "{said}");
    assert_eq!(pages(folder.path()), [1]);
}
