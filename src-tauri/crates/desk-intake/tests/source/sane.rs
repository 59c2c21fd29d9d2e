//! SANE itself, with the device that its makers test programs with.

use crate::{Told, hurried, scan};
use desk_intake::source::sane::{Sane, driver_beside};
use desk_intake::source::{
    Cancel, Colour, Event, Feed, ImageSource, Profile, Resolutions, ScanError, ScanSettings,
    SheetSize,
};
use desk_intake::{Limits, Media, admit};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const DEVICE: &str = "test:0";

fn driver() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_desk400-sane"))
}

/// SANE with its test device, which is told to behave so.
fn sane(behaviour: &str) -> (Sane, TempDir) {
    let installed = ["libsane-test.so.1", "libsane-test.so"].iter().any(|name| {
        [
            "/usr/lib/x86_64-linux-gnu/sane",
            "/usr/lib/aarch64-linux-gnu/sane",
            "/usr/lib64/sane",
        ]
        .iter()
        .any(|folder| Path::new(folder).join(name).exists())
    });
    assert!(
        installed,
        "SANE's test device is missing: install Debian's libsane1"
    );
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dll.conf"), "test\n").unwrap();
    let configuration = format!(
        "number_of_devices 2\nmode Gray\ndepth 8\nresolution 50\n\
         geometry_max 300.0\ntest-picture \"Color pattern\"\n{behaviour}\n"
    );
    std::fs::write(folder.path().join("test.conf"), configuration).unwrap();
    let sane = Sane::new(driver(), hurried()).configured_in(folder.path().to_owned());
    (sane, folder)
}

fn settings(feed: Feed, colour: Colour) -> ScanSettings {
    ScanSettings {
        feed,
        dpi: 75,
        colour,
        size: SheetSize::A4,
    }
}

fn fault(behaviour: &str) -> ScanError {
    let (sane, _folder) = sane(behaviour);
    let (outcome, _) = scan(&sane, DEVICE, &settings(Feed::Flatbed, Colour::Grey));
    outcome.unwrap_err()
}

#[test]
fn every_device_is_listed() {
    let (sane, _folder) = sane("");
    let devices = sane.devices(&Cancel::new()).unwrap();
    let ids: Vec<&str> = devices.iter().map(|device| device.id.as_str()).collect();
    assert_eq!(ids, ["test:0", "test:1"]);
    assert_eq!(devices[0].name, "Noname frontend-tester");
}

#[test]
fn a_device_says_what_it_can_do() {
    let (sane, _folder) = sane("");
    let can = sane.capabilities(DEVICE).unwrap();
    let feeds: Vec<Feed> = can.feeds.iter().map(|each| each.feed).collect();
    assert_eq!(feeds, [Feed::Flatbed, Feed::Feeder]);
    let glass = can.of(Feed::Flatbed).unwrap();
    assert_eq!(glass.resolutions, Resolutions::Between(1, 1200));
    assert_eq!(glass.colours, [Colour::Colour, Colour::Grey]);
    assert_eq!(glass.largest.unwrap().width, 3000);
}

#[test]
fn a_page_comes_in_colour_and_true_to_size() {
    let (sane, _folder) = sane("");
    let (outcome, told) = scan(&sane, DEVICE, &settings(Feed::Flatbed, Colour::Colour));
    assert_eq!(outcome, Ok(1));
    let page = &told.pages[0];
    assert_eq!((page.media, page.dpi), (Media::Png, Some(75)));
    let admitted = admit(&page.name, &page.bytes, &Limits::default()).unwrap();
    assert_eq!(
        (admitted.pages[0].width, admitted.pages[0].height),
        (620, 876)
    );
    let picture = image::load_from_memory(&page.bytes).unwrap();
    assert!(picture.color().has_color());
    let colours = picture.to_rgb8();
    assert!(
        colours
            .pixels()
            .any(|pixel| pixel.0[0] > 200 && pixel.0[1] < 50),
        "no red"
    );
}

#[test]
fn the_feeder_is_emptied() {
    let (sane, _folder) = sane("");
    let (outcome, told) = scan(&sane, DEVICE, &settings(Feed::Feeder, Colour::Grey));
    assert_eq!(outcome, Ok(10), "the test device holds ten sheets");
    assert_eq!(told.pages.last().unwrap().name, "scan-010.png");
}

#[test]
fn three_passes_make_one_page() {
    let (one, _folder) = sane("");
    let (three, _other) = sane("three-pass true\nthree-pass-order GBR");
    let wish = settings(Feed::Flatbed, Colour::Colour);
    let (_, together) = scan(&one, DEVICE, &wish);
    let (outcome, apart) = scan(&three, DEVICE, &wish);
    assert_eq!(outcome, Ok(1));
    let pixels = |told: &Told| {
        image::load_from_memory(&told.pages[0].bytes)
            .unwrap()
            .to_rgb8()
    };
    assert!(
        pixels(&together) == pixels(&apart),
        "the colours are mixed up"
    );
}

#[test]
fn a_page_whose_length_nobody_knew_is_whole() {
    let (sane, _folder) = sane("hand-scanner true");
    let (outcome, told) = scan(&sane, DEVICE, &settings(Feed::Flatbed, Colour::Grey));
    assert_eq!(outcome, Ok(1));
    assert!(admit("page", &told.pages[0].bytes, &Limits::default()).is_ok());
}

#[test]
fn every_fault_of_a_device_has_its_own_name() {
    for (status, expected) in [
        ("JAMMED", ScanError::Jam),
        ("NO_DOCS", ScanError::NoPaper),
        ("COVER_OPEN", ScanError::CoverOpen),
        ("DEVICE_BUSY", ScanError::Busy),
        ("ACCESS_DENIED", ScanError::Denied),
        ("CANCELLED", ScanError::Aborted),
        ("IO_ERROR", ScanError::Io("status 9".to_owned())),
    ] {
        let behaviour =
            format!("enable-test-options true\nread-status-code \"SANE_STATUS_{status}\"");
        assert_eq!(fault(&behaviour), expected);
    }
}

#[test]
fn a_device_that_is_not_there_is_unknown() {
    let (sane, _folder) = sane("");
    let (outcome, _) = scan(&sane, "test:7", &settings(Feed::Flatbed, Colour::Grey));
    assert_eq!(outcome, Err(ScanError::DeviceUnknown));
}

#[test]
fn a_feed_the_device_lacks_is_refused() {
    let (sane, _folder) = sane("");
    let (outcome, _) = scan(&sane, DEVICE, &settings(Feed::Duplex, Colour::Grey));
    assert!(matches!(outcome, Err(ScanError::Refused(_))), "{outcome:?}");
}

#[test]
fn a_fitted_profile_scans_what_the_device_can() {
    let (sane, _folder) = sane("");
    let mut fitted = Profile::Signed.fit(&sane.capabilities(DEVICE).unwrap());
    fitted.settings.dpi = 50;
    assert_eq!(fitted.compromises.len(), 1, "{:?}", fitted.compromises);
    let (outcome, _) = scan(&sane, DEVICE, &fitted.settings);
    assert_eq!(outcome, Ok(10));
}

#[test]
fn cancelling_stops_a_slow_device_at_once() {
    let (sane, _folder) =
        sane("read-delay true\nread-delay-duration 20000\nread-limit true\nread-limit-size 4096");
    let cancel = Cancel::new();
    let wish = settings(Feed::Flatbed, Colour::Colour);
    let stop = cancel.clone();
    let canceller = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(200));
        stop.cancel();
    });
    let started = Instant::now();
    let outcome = sane.scan(DEVICE, &wish, &cancel, &mut |_| {});
    assert_eq!(outcome, Err(ScanError::Cancelled));
    assert!(
        started.elapsed() < Duration::from_secs(2),
        "{:?}",
        started.elapsed()
    );
    canceller.join().unwrap();
}

/// The driver process that this very process started.
fn process_of_driver() -> String {
    let own = std::process::id().to_string();
    let deadline = Instant::now() + Duration::from_secs(5);
    while Instant::now() < deadline {
        for entry in std::fs::read_dir("/proc").unwrap().flatten() {
            let Ok(stat) = std::fs::read_to_string(entry.path().join("stat")) else {
                continue;
            };
            // "pid (name) state parent …"
            let Some((name, rest)) = stat.rsplit_once(") ") else {
                continue;
            };
            let is_child = rest.split(' ').nth(1) == Some(own.as_str());
            if is_child && name.ends_with("(desk400-sane") {
                return entry.file_name().to_string_lossy().into_owned();
            }
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("no driver was started");
}

/// Sends the driver a signal in the midst of a page.
fn interrupted(signal: &str, silence: Duration) -> ScanError {
    let (_, folder) =
        sane("read-delay true\nread-delay-duration 20000\nread-limit true\nread-limit-size 4096");
    let mut limits = hurried();
    limits.pace.silence = silence;
    let sane = Sane::new(driver(), limits).configured_in(folder.path().to_owned());
    let signal = signal.to_owned();
    let killer = std::thread::spawn(move || {
        let process = process_of_driver();
        std::thread::sleep(Duration::from_millis(100));
        let sent = std::process::Command::new("kill")
            .args([&signal, &process])
            .status();
        assert!(sent.unwrap().success());
    });
    let (outcome, _) = scan(&sane, DEVICE, &settings(Feed::Flatbed, Colour::Colour));
    killer.join().unwrap();
    outcome.unwrap_err()
}

#[test]
fn a_driver_that_crashes_is_a_sentence() {
    assert_eq!(
        interrupted("-ABRT", Duration::from_secs(10)),
        ScanError::DriverCrashed
    );
}

#[test]
fn a_driver_that_hangs_is_ended() {
    let started = Instant::now();
    let outcome = interrupted("-STOP", Duration::from_millis(400));
    assert_eq!(outcome, ScanError::DriverSilent { seconds: 0 });
    assert!(started.elapsed() < Duration::from_secs(3));
}

#[test]
fn without_the_driver_program_nothing_else_fails() {
    let absent = driver_beside(Path::new("/nowhere/desk400"));
    let sane = Sane::new(absent, hurried());
    assert!(matches!(
        sane.devices(&Cancel::new()),
        Err(ScanError::DriverAbsent(_))
    ));
}

#[test]
fn a_program_that_talks_nonsense_is_not_believed() {
    let sane = Sane::new(PathBuf::from("/bin/cat"), hurried());
    let outcome = sane.devices(&Cancel::new());
    assert!(
        matches!(outcome, Err(ScanError::AnswerUnclear(_))),
        "{outcome:?}"
    );
}

#[test]
fn progress_is_told_of_large_pages() {
    let (sane, _folder) = sane("");
    let mut wish = settings(Feed::Flatbed, Colour::Colour);
    wish.dpi = 150;
    let mut totals = Vec::new();
    let outcome = sane.scan(DEVICE, &wish, &Cancel::new(), &mut |event| {
        if let Event::Progress { page, bytes, total } = event {
            totals.push((page, bytes <= total.unwrap()));
        }
    });
    assert_eq!(outcome, Ok(1));
    assert!(!totals.is_empty() && totals.iter().all(|told| *told == (1, true)));
}
