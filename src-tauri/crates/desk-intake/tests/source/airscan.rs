//! An independent client, Debian's sane-airscan, on our scanner: what our
//! client and our scanner understand of the protocol alike may still be wrong.

use crate::escl::settings;
use crate::simulator::{Plan, Simulator, bars};
use crate::{hurried, scan};
use desk_intake::source::sane::Sane;
use desk_intake::source::{Cancel, Feed, ImageSource, Resolutions};
use std::path::Path;
use std::process::{Command, Output};

/// The client's name for our scanner.
const DEVICE: &str = "airscan:e0:Trial";

/// Lets SANE know this scanner and no other, through the client alone.
fn configure(folder: &Path, scanner: &Simulator) {
    std::fs::write(folder.join("dll.conf"), "airscan\n").unwrap();
    let configuration = format!(
        "[devices]\n\"Trial\" = http://{}/eSCL/, eSCL\n\
         [options]\ndiscovery = disable\nws-discovery = off\n",
        scanner.address()
    );
    std::fs::write(folder.join("airscan.conf"), configuration).unwrap();
}

fn scanimage(folder: &Path, scanner: &Simulator, words: &[&str]) -> Output {
    configure(folder, scanner);
    let output = Command::new("scanimage")
        .env("SANE_CONFIG_DIR", folder)
        .args(["--device-name", DEVICE])
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

#[test]
fn our_own_driver_program_drives_the_other_client() {
    let (folder, scanner) = (
        tempfile::tempdir().unwrap(),
        Simulator::start(Plan::default()),
    );
    configure(folder.path(), &scanner);
    let driver = env!("CARGO_BIN_EXE_desk400-sane").into();
    let sane = Sane::new(driver, hurried()).configured_in(folder.path().to_owned());
    assert_eq!(
        sane.devices(&Cancel::new()),
        Ok(Vec::new()),
        "what speaks eSCL is not listed twice"
    );
    let can = sane.capabilities(DEVICE).unwrap();
    let feeds: Vec<Feed> = can.feeds.iter().map(|each| each.feed).collect();
    assert_eq!(feeds, [Feed::Flatbed, Feed::Feeder, Feed::Duplex]);
    assert_eq!(
        can.feeds[0].resolutions,
        Resolutions::Listed(vec![75, 200, 300])
    );
    let (outcome, told) = scan(&sane, DEVICE, &settings(Feed::Duplex));
    assert_eq!(outcome, Ok(6));
    let seen: Vec<usize> = told.pages.iter().map(|page| bars(&page.bytes)).collect();
    assert_eq!(seen, [1, 2, 3, 4, 5, 6]);
}
