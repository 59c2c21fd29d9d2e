//! `read`: what papers say, without a store. Owns walking a folder and telling
//! how far the work is; a file that cannot be read is told of and holds up no
//! other.

use crate::answer::Answer;
use crate::file;
use crate::refused::Refused;
use crate::situation::Situation;
use crate::words;
use desk_app::flow::reading::{self, DocumentKind, FieldName, FieldReading, PageReading};
use desk_app::{Clock, Desk, Place};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Reads every file, and every file of a folder.
pub fn read(place: Place, named: &[PathBuf]) -> Result<Answer, Refused> {
    let desk = Desk::new(place, Clock::Shanghai);
    let files = files(named)?;
    let bar = progress(files.len());
    let mut told = Told::default();
    for path in &files {
        bar.set_message(file::name(path));
        let pages = one(&desk, path, &bar);
        match pages {
            Ok(pages) => told.pages(&pages),
            Err(refused) if files.len() == 1 => return Err(refused),
            Err(refused) => told.refusal(path, &refused),
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    told.answer()
}

fn one(desk: &Desk, path: &Path, bar: &ProgressBar) -> Result<Vec<PageReading>, Refused> {
    let bytes = file::read(path)?;
    let name = path.to_string_lossy();
    Ok(reading::of_file(
        desk,
        &name,
        &bytes,
        &mut |page, pages| {
            if pages > 1 {
                bar.set_message(format!("{} {page}/{pages}", file::name(path)));
            }
            true
        },
    )?)
}

/// The files named, and those in the folders named, in order of their names.
fn files(named: &[PathBuf]) -> Result<Vec<PathBuf>, Refused> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let unreadable = |_| Situation::InputFileUnreadable {
            file: file::name(path),
        };
        let mut inside = std::fs::read_dir(path)
            .map_err(unreadable)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.is_file() && is_paper(path))
            .collect::<Vec<_>>();
        inside.sort();
        files.append(&mut inside);
    }
    Ok(files)
}

/// In a folder, other files may lie beside the papers.
fn is_paper(path: &Path) -> bool {
    const ENDINGS: [&str; 10] = [
        "jpg", "jpeg", "png", "tif", "tiff", "bmp", "webp", "pdf", "heic", "heif",
    ];
    path.extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| ENDINGS.contains(&ending.to_ascii_lowercase().as_str()))
}

/// A bar on stderr; nothing where that is no terminal.
fn progress(files: usize) -> ProgressBar {
    let bar = ProgressBar::new(files as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}") {
        bar.set_style(style);
    }
    bar
}

/// What is told of all files.
#[derive(Default)]
struct Told {
    documents: Vec<Value>,
    text: String,
    refused: usize,
}

impl Told {
    fn pages(&mut self, pages: &[PageReading]) {
        for page in pages {
            self.documents.push(json!(page));
            self.text += &format!("{} 第 {} 页\n{}\n", page.file, page.page, shown(page));
        }
    }

    fn refusal(&mut self, path: &Path, refused: &Refused) {
        self.refused += 1;
        let name = path.to_string_lossy();
        self.text += &format!("{name}：{}\n\n", refused.message());
        let mut document = refused.document();
        document["file"] = name.into();
        self.documents.push(document);
    }

    fn answer(self) -> Result<Answer, Refused> {
        let answer = Answer::new(self.documents, self.text)?;
        Ok(if self.refused > 0 {
            answer.with_refusals()
        } else {
            answer
        })
    }
}

fn shown(page: &PageReading) -> String {
    if page.documents.is_empty() {
        return "  没有认出证照。\n".to_owned();
    }
    let documents = page.documents.iter();
    documents
        .map(|document| {
            let fields = document.fields.iter();
            let lines = fields.map(|(name, field)| line(document.kind, *name, field));
            let kind = words::document_kind(document.kind);
            format!("  {kind}\n{}", lines.collect::<String>())
        })
        .collect()
}

/// Scopes are long: a line for each, which the terminal breaks where it likes.
fn line(kind: DocumentKind, name: FieldName, field: &FieldReading) -> String {
    let (label, text) = (words::field(kind, name), &field.text);
    let why = field.doubts.iter().map(|doubt| words::doubt(*doubt));
    let look = match why.collect::<Vec<_>>().join("；") {
        why if !why.is_empty() => format!("　← 请核对（{why}）"),
        _ if field.verify => "　← 请核对".to_owned(),
        _ => String::new(),
    };
    format!("    {label}：{text}{look}\n")
}
