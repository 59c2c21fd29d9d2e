//! Papers come in by drag, by paste and by dialog; what is no paper is refused
//! in a sentence and holds up no other.

use crate::office;
use desk_domain::paper::PaperKind;
use desk_tests::window::{Window, css, file_input, test_id, text};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

const THUMBNAILS: &str = "[data-testid=papers] [role=option]";

fn wait_for_papers(window: &Window, count: usize) {
    office::wait_for_papers(window, count);
    assert_eq!(window.count(&css(THUMBNAILS)), count);
}

fn made(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let file = folder.join(name);
    fs::write(&file, bytes).unwrap();
    file
}

#[test]
fn dragged_and_pasted_files_become_papers() {
    let (_desk, window) = office::without_papers();
    let files = [PaperKind::Licence, PaperKind::IdPortrait].map(office::scanned);
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    window.drop_files(&test_id("papers"), &files);
    wait_for_papers(&window, 2);
    let emblem = office::scanned(PaperKind::IdEmblem);
    window.paste_files(&test_id("acceptance"), &[&emblem]);
    wait_for_papers(&window, 3);
    window.quit();
}

#[test]
fn what_is_no_paper_is_refused_in_a_sentence_and_the_others_come_in() {
    let (_desk, window) = office::without_papers();
    let folder = tempfile::tempdir().unwrap();
    let licence = office::scanned(PaperKind::Licence);
    let whole = fs::read(&licence).unwrap();
    let huge = folder.path().join("录像.jpg");
    File::create(&huge).unwrap().set_len(2 << 30).unwrap();
    let files = [
        made(folder.path(), "说明.txt", "这不是图片".as_bytes()),
        made(folder.path(), "断了.jpg", &whole[..whole.len() / 3]),
        huge,
        licence,
    ];
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    window.choose_files(&file_input("papers-input"), &files);
    wait_for_papers(&window, 1);
    for name in ["说明.txt", "断了.jpg", "录像.jpg"] {
        window.wait_for(&text(name));
    }
    window.wait_for(&text("2048 MB"));
    window.screenshot("26-papers-refused");
    window.quit();
}
