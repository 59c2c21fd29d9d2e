//! A folder that another program scans into: the maker's own software, an
//! office machine that sends to a share.
//!
//! Looks at the folder again and again instead of asking the system for news:
//! news is lost on shares and differs between systems, while a look costs
//! nothing. Takes what is added or changed after the start, once, and only
//! when it is whole. Never moves, alters or deletes a file, and follows no
//! links: whoever may write there may not choose what is read elsewhere.

use super::tail::{Ending, ending};
use super::{
    Cancel, Capabilities, Device, Event, ImageSource, ScanError, ScanLimits, ScanSettings,
    ScannedPage, SourceKind,
};
use crate::{Limits, Media, read_file};
use std::collections::BTreeMap;
use std::fs::{DirEntry, Metadata};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

/// Where a file's end proves nothing, it must have been still for so many
/// times as long.
const UNPROVEN: u32 = 4;

/// Most files looked at; a folder of more is somebody's archive.
const MOST: usize = 10_000;

/// Endings of files that are taken, in lower case.
const TAKEN: [&str; 10] = [
    "jpg", "jpeg", "png", "tif", "tiff", "pdf", "bmp", "webp", "heic", "heif",
];

/// A watched folder, as a source with one device.
#[derive(Debug, Clone)]
pub struct WatchedFolder {
    path: PathBuf,
    limits: ScanLimits,
}

impl WatchedFolder {
    /// Watches this folder.
    #[must_use]
    pub fn new(path: PathBuf, limits: ScanLimits) -> Self {
        Self { path, limits }
    }
}

impl ImageSource for WatchedFolder {
    fn kind(&self) -> SourceKind {
        SourceKind::Folder
    }

    fn devices(&self, _: &Cancel) -> Result<Vec<Device>, ScanError> {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        Ok(vec![Device {
            kind: SourceKind::Folder,
            id: self.path.to_string_lossy().into_owned(),
            name: name.to_string_lossy().into_owned(),
        }])
    }

    fn capabilities(&self, _: &str) -> Result<Capabilities, ScanError> {
        Ok(Capabilities::default())
    }

    /// Watches until it is cancelled. A share that is away for a while is
    /// waited for; one that is away at the start is not.
    fn scan(
        &self,
        _: &str,
        _: &ScanSettings,
        cancel: &Cancel,
        events: &mut dyn FnMut(Event),
    ) -> Result<u32, ScanError> {
        let known = look(&self.path).map_err(|error| unreadable(&error))?;
        let mut watch = Watch {
            limits: &self.limits,
            known,
            pending: BTreeMap::new(),
            delivered: 0,
            events,
        };
        let mut away = false;
        while !cancel.wait(self.limits.pace.folder_look) {
            match look(&self.path) {
                Ok(seen) => {
                    away = false;
                    watch.compare(seen);
                    watch.take_what_is_whole(cancel);
                }
                Err(_) if !away => {
                    away = true;
                    (watch.events)(Event::Waiting);
                }
                Err(_) => {}
            }
        }
        Ok(watch.delivered)
    }
}

fn unreadable(error: &std::io::Error) -> ScanError {
    ScanError::FolderUnreadable(error.kind())
}

/// What tells one state of a file from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    length: u64,
    changed: Option<SystemTime>,
}

impl From<&Metadata> for State {
    fn from(data: &Metadata) -> Self {
        Self {
            length: data.len(),
            changed: data.modified().ok(),
        }
    }
}

type Seen = BTreeMap<PathBuf, State>;

/// The files that could be papers, as they are now.
fn look(folder: &Path) -> std::io::Result<Seen> {
    let entries = std::fs::read_dir(folder)?;
    // A file that vanishes meanwhile is none.
    Ok(entries
        .flatten()
        .filter_map(|e| file(&e))
        .take(MOST)
        .collect())
}

fn file(entry: &DirEntry) -> Option<(PathBuf, State)> {
    // Of the entry, not of what it may point at.
    let data = entry.metadata().ok()?;
    let path = entry.path();
    (data.is_file() && is_taken(&path)).then(|| (path, State::from(&data)))
}

/// By its name: copies under way often carry a dot, a tilde or another ending.
fn is_taken(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    !name.starts_with(['.', '~']) && TAKEN.contains(&ending.to_lowercase().as_str())
}

struct Watch<'a> {
    limits: &'a ScanLimits,
    /// Files that were there at the start or are done with.
    known: Seen,
    /// Files that may still grow, and since when they did not.
    pending: BTreeMap<PathBuf, (State, Instant)>,
    delivered: u32,
    events: &'a mut dyn FnMut(Event),
}

/// What came of a file that stood still.
enum Taken {
    Page(Media, Vec<u8>),
    NotYet,
    No(ScanError),
}

impl Watch<'_> {
    /// Notes what is new, what has changed and what is gone.
    fn compare(&mut self, seen: Seen) {
        self.known.retain(|path, _| seen.contains_key(path));
        self.pending.retain(|path, _| seen.contains_key(path));
        for (path, state) in seen {
            if self.known.get(&path) == Some(&state) {
                continue;
            }
            let same = |(before, _): &(State, Instant)| *before == state;
            if !self.pending.get(&path).is_some_and(same) {
                self.pending.insert(path, (state, Instant::now()));
            }
        }
    }

    fn take_what_is_whole(&mut self, cancel: &Cancel) {
        let still = self.limits.pace.folder_still;
        let ripe: Vec<(PathBuf, State, Duration)> = self
            .pending
            .iter()
            .map(|(path, (state, since))| (path.clone(), *state, since.elapsed()))
            .filter(|(_, state, quiet)| *quiet >= still && state.length > 0)
            .collect();
        for (path, state, quiet) in ripe {
            if cancel.is_cancelled() {
                return;
            }
            match self.taken(&path, state, quiet) {
                Taken::NotYet => continue,
                Taken::Page(media, bytes) => self.deliver(&path, media, bytes),
                Taken::No(why) => (self.events)(Event::Refused {
                    name: own_name(&path),
                    why,
                }),
            }
            self.pending.remove(&path);
            self.known.insert(path, state);
        }
    }

    /// Reads a file that stands still, and looks whether it changed meanwhile.
    fn taken(&self, path: &Path, state: State, quiet: Duration) -> Taken {
        let limits = Limits {
            max_bytes: self.limits.max_page_bytes,
            ..Limits::default()
        };
        if !is_free(path) {
            return Taken::NotYet;
        }
        let bytes = match read_file(path, &limits) {
            Ok(bytes) => bytes,
            // Held by its writer, or gone; one too large stays so.
            Err(crate::IntakeError::FileUnreadable(_)) => return Taken::NotYet,
            Err(error) => return Taken::No(error.into()),
        };
        let after = std::fs::symlink_metadata(path);
        if !after.is_ok_and(|data| data.is_file() && State::from(&data) == state) {
            return Taken::NotYet;
        }
        let long = quiet >= self.limits.pace.folder_still * UNPROVEN;
        match Media::sniff(&bytes) {
            // Written from the end, or not begun: its head may still come.
            Err(_) if !long => Taken::NotYet,
            Err(error) => Taken::No(error.into()),
            Ok(media) => match ending(media, &bytes) {
                Ending::Whole => Taken::Page(media, bytes),
                Ending::Unmarked if long => Taken::Page(media, bytes),
                // It waits for its end as long as it takes.
                Ending::Unmarked | Ending::BrokenOff => Taken::NotYet,
            },
        }
    }

    fn deliver(&mut self, path: &Path, media: Media, bytes: Vec<u8>) {
        self.delivered += 1;
        (self.events)(Event::Page(ScannedPage {
            number: self.delivered,
            name: own_name(path),
            media,
            dpi: None,
            bytes,
        }));
    }
}

fn own_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// Whether its writer has let it go. Only Windows knows.
#[cfg(windows)]
fn is_free(path: &Path) -> bool {
    use std::os::windows::fs::OpenOptionsExt;
    let mut alone = std::fs::OpenOptions::new();
    alone.read(true).share_mode(0).open(path).is_ok()
}

#[cfg(not(windows))]
fn is_free(_: &Path) -> bool {
    true
}
