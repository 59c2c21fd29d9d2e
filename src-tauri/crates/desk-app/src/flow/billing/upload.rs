//! Files on their way in from the window, piece by piece, in a private file
//! that goes when the desk does. Refuses pieces without end.

use super::CallsUpload;
use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use desk_domain::staff::Permission;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;

/// Largest file of call records: 1 GiB.
const LARGEST: u64 = 1 << 30;
/// Files that wait to be looked at; the oldest goes when one more comes.
const MOST: usize = 16;

/// A piece of a file.
#[derive(Debug, Clone)]
pub struct CallsPiece {
    /// The file it belongs to; `None` for the first piece of a new one.
    pub upload: Option<u32>,
    /// The file's name.
    pub file_name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// A file that came in.
pub(crate) struct Upload {
    pub(super) name: String,
    pub(super) file: File,
    bytes: u64,
}

/// Files that came in and were not imported yet.
#[derive(Default)]
pub(crate) struct Uploads {
    files: BTreeMap<u32, Upload>,
    last: u32,
}

impl Uploads {
    /// The file, for reading; it stays here.
    pub(super) fn get(&self, upload: u32) -> Result<(String, File), Failure> {
        let found = self.files.get(&upload).ok_or(Situation::UploadGone)?;
        let file = found.file.try_clone().map_err(|_| Situation::UploadFailed)?;
        Ok((found.name.clone(), file))
    }

    /// Forgets a file.
    pub(super) fn forget(&mut self, upload: u32) {
        self.files.remove(&upload);
    }

    fn begin(&mut self, name: &str) -> Result<u32, Failure> {
        // Without a name in any folder: whatever happens, it leaves nothing.
        let file = tempfile::tempfile().map_err(|_| Situation::UploadFailed)?;
        while self.files.len() >= MOST {
            self.files.pop_first();
        }
        self.last += 1;
        let name: String = name.chars().filter(|c| !c.is_control()).take(200).collect();
        let upload = Upload {
            name,
            file,
            bytes: 0,
        };
        self.files.insert(self.last, upload);
        Ok(self.last)
    }
}

/// Takes a piece of a file.
///
/// # Errors
/// More than 1 GiB; a disk that takes no more; a file that was given up.
pub fn receive(desk: &Desk, piece: CallsPiece) -> Result<CallsUpload, Failure> {
    if !desk.role()?.may(Permission::KeepAccounts) {
        return Err(Situation::NotPermitted.into());
    }
    let mut jobs = desk.jobs();
    let id = match piece.upload {
        Some(id) => id,
        None => jobs.uploads.begin(&piece.file_name)?,
    };
    let upload = jobs.uploads.files.get_mut(&id).ok_or(Situation::UploadGone)?;
    upload.bytes += piece.bytes.len() as u64;
    if upload.bytes > LARGEST {
        jobs.uploads.forget(id);
        return Err(Situation::UploadTooLarge.into());
    }
    let bytes = upload.bytes;
    if upload.file.write_all(&piece.bytes).is_err() {
        jobs.uploads.forget(id);
        return Err(Situation::UploadFailed.into());
    }
    Ok(CallsUpload { upload: id, bytes })
}

