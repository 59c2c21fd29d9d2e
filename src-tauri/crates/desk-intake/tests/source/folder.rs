//! A folder into which real files are written, some of them slowly.

use crate::hurried;
use desk_intake::source::folder::WatchedFolder;
use desk_intake::source::{Event, News, Profile, Scan, ScanError, ScanLimits};
use desk_intake::{IntakeError, Media};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

fn fixture(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sound");
    fs::read(folder.join(name)).unwrap()
}

fn watch(folder: &Path, limits: ScanLimits) -> Scan {
    let source = WatchedFolder::new(folder.to_owned(), limits);
    let scan = Scan::start(Arc::new(source), "", Profile::Licence.wish()).unwrap();
    // It looks once before it says anything; nothing tells when.
    sleep(Duration::from_millis(30));
    scan
}

fn watched() -> (TempDir, Scan) {
    let folder = tempfile::tempdir().unwrap();
    let scan = watch(folder.path(), hurried());
    (folder, scan)
}

/// Names of the next files that are delivered.
fn next(scan: &Scan, count: usize) -> Vec<String> {
    let mut names = Vec::new();
    let deadline = Instant::now() + Duration::from_secs(5);
    while names.len() < count {
        assert!(Instant::now() < deadline, "only {names:?}");
        match scan.next(Duration::from_millis(50)) {
            Some(News::Event(Event::Page(page))) => names.push(page.name),
            None | Some(News::Event(Event::Waiting)) => {}
            other => panic!("{other:?}"),
        }
    }
    names.sort();
    names
}

/// That nothing is delivered for a while.
fn nothing(scan: &Scan) {
    let news = scan.next(Duration::from_millis(400));
    assert_eq!(news, None);
}

#[test]
fn every_kind_of_paper_is_taken_once() {
    let (folder, scan) = watched();
    let names = [
        "quad.jpg",
        "quad.png",
        "quad.pdf",
        "quad.bmp",
        "quad.webp",
        "quad.heic",
        "pages.tif",
    ];
    for name in names {
        fs::write(folder.path().join(name), fixture(name)).unwrap();
    }
    let mut expected = names.to_vec();
    expected.sort_unstable();
    assert_eq!(next(&scan, names.len()), expected);
    nothing(&scan);
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        names.len(),
        "all stay"
    );
}

#[test]
fn what_was_there_before_is_not_taken_until_it_changes() {
    let folder = tempfile::tempdir().unwrap();
    let old = folder.path().join("old.jpg");
    fs::write(&old, fixture("quad.jpg")).unwrap();
    let scan = watch(folder.path(), hurried());
    nothing(&scan);
    fs::write(&old, fixture("quad-gray.jpg")).unwrap();
    assert_eq!(next(&scan, 1), ["old.jpg"]);
}

#[test]
fn a_file_written_slowly_comes_whole() {
    let (folder, scan) = watched();
    let (whole, path) = (fixture("quad.jpg"), folder.path().join("slow.jpg"));
    let parts = whole.len().div_ceil(6);
    let (bytes, target) = (whole.clone(), path.clone());
    let writer = std::thread::spawn(move || {
        let mut file = File::create(target).unwrap();
        for part in bytes.chunks(parts) {
            file.write_all(part).unwrap();
            // Longer than a file must be still.
            sleep(Duration::from_millis(90));
        }
    });
    let page = match scan.next(Duration::from_secs(5)).unwrap() {
        News::Event(Event::Page(page)) => page,
        other => panic!("{other:?}"),
    };
    writer.join().unwrap();
    assert_eq!((page.media, page.bytes), (Media::Jpeg, whole));
    nothing(&scan);
}

#[test]
fn a_file_that_is_renamed_when_it_is_whole_is_taken_under_its_last_name() {
    let (folder, scan) = watched();
    let part = folder.path().join("scan.jpg.part");
    fs::write(&part, fixture("quad.jpg")).unwrap();
    nothing(&scan);
    fs::rename(part, folder.path().join("scan.jpg")).unwrap();
    assert_eq!(next(&scan, 1), ["scan.jpg"]);
}

#[test]
fn a_burst_of_files_is_taken_to_the_last() {
    let (folder, scan) = watched();
    let bytes = fixture("quad-gray.jpg");
    for at in 0..60 {
        fs::write(folder.path().join(format!("burst-{at:02}.jpg")), &bytes).unwrap();
    }
    let expected: Vec<String> = (0..60).map(|at| format!("burst-{at:02}.jpg")).collect();
    assert_eq!(next(&scan, 60), expected);
}

#[test]
fn what_is_no_paper_or_not_whole_is_left_alone() {
    let (folder, scan) = watched();
    let jpeg = fixture("quad.jpg");
    fs::write(folder.path().join("note.txt"), "hello").unwrap();
    fs::write(folder.path().join(".hidden.jpg"), &jpeg).unwrap();
    fs::write(folder.path().join("~lock.pdf"), fixture("quad.pdf")).unwrap();
    fs::write(folder.path().join("empty.jpg"), b"").unwrap();
    fs::write(folder.path().join("cut.jpg"), &jpeg[..jpeg.len() / 2]).unwrap();
    fs::create_dir(folder.path().join("folder.jpg")).unwrap();
    nothing(&scan);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let (folder, scan) = watched();
    let elsewhere = tempfile::tempdir().unwrap();
    let secret = elsewhere.path().join("secret.jpg");
    fs::write(&secret, fixture("quad.jpg")).unwrap();
    std::os::unix::fs::symlink(&secret, folder.path().join("link.jpg")).unwrap();
    nothing(&scan);
}

#[test]
fn a_file_that_is_refused_does_not_stop_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let limits = ScanLimits {
        max_page_bytes: fixture("quad-gray.jpg").len() as u64,
        ..hurried()
    };
    let scan = watch(folder.path(), limits);
    fs::write(folder.path().join("large.bmp"), vec![b'B'; 1 << 20]).unwrap();
    let refused = scan.next(Duration::from_secs(5)).unwrap();
    let News::Event(Event::Refused { name, why }) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(name, "large.bmp");
    assert!(matches!(
        why,
        ScanError::Intake(IntakeError::FileTooLarge { .. })
    ));
    fs::write(folder.path().join("small.jpg"), fixture("quad-gray.jpg")).unwrap();
    assert_eq!(next(&scan, 1), ["small.jpg"]);
}

#[test]
fn a_folder_that_goes_away_and_comes_back_is_waited_for() {
    let (folder, scan) = watched();
    let aside = folder.path().with_extension("aside");
    fs::rename(folder.path(), &aside).unwrap();
    assert_eq!(
        scan.next(Duration::from_secs(5)),
        Some(News::Event(Event::Waiting))
    );
    fs::rename(&aside, folder.path()).unwrap();
    fs::write(folder.path().join("new.jpg"), fixture("quad.jpg")).unwrap();
    assert_eq!(next(&scan, 1), ["new.jpg"]);
    scan.cancel();
    assert_eq!(scan.next(Duration::from_secs(5)), Some(News::Ended(Ok(1))));
}

#[test]
fn a_folder_that_is_not_there_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let scan = watch(&folder.path().join("none"), hurried());
    let ended = scan.next(Duration::from_secs(5));
    let expected = ScanError::FolderUnreadable(std::io::ErrorKind::NotFound);
    assert_eq!(ended, Some(News::Ended(Err(expected))));
}
