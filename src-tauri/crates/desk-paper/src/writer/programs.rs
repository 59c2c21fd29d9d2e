//! Font programs into a document in which printpdf left their names. Those of a
//! stock come first in the file, so that all files of a text begin alike and the
//! beginning is hashed once.

use super::embed::Program;
use crate::PaperError;
use lopdf::xref::XrefType;
use lopdf::{Document, Object, ObjectId};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The version of every file.
pub(super) const VERSION: &str = "1.7";

/// How all files that use every font of a stock begin.
pub(super) struct Beginning {
    bytes: Vec<u8>,
    hash: Sha256,
}

impl Beginning {
    /// Of files with these programs in this order.
    ///
    /// # Errors
    /// [`PaperError::Unwritable`], never seen in memory.
    pub fn of<'a>(programs: impl Iterator<Item = &'a Program>) -> Result<Self, PaperError> {
        let mut document = Document::with_version(VERSION);
        // As printpdf asks for it.
        document.reference_table.cross_reference_type = XrefType::CrossReferenceTable;
        for program in programs {
            document.add_object(program.object());
        }
        let mut bytes = Vec::new();
        document
            .save_to(&mut bytes)
            .map_err(|_| PaperError::Unwritable)?;
        let end = memchr::memmem::rfind(&bytes, b"xref\n0 ").ok_or(PaperError::Unwritable)?;
        bytes.truncate(end);
        let hash = Sha256::new_with_prefix(&bytes);
        Ok(Self { bytes, hash })
    }

    /// The hash so far, and how many bytes of `file` are in it.
    pub fn hashed(&self, file: &[u8]) -> Option<(Sha256, usize)> {
        let begins = file.starts_with(&self.bytes);
        begins.then(|| (self.hash.clone(), self.bytes.len()))
    }
}

/// Puts every program where its stand-in is: those of the stock, first in the
/// file, and the document's own.
///
/// # Errors
/// [`PaperError::Unwritable`] for a document that printpdf did not write.
pub(super) fn put_in(
    document: &mut Document,
    stocked: &[&Program],
    own: &[Program],
) -> Result<(), PaperError> {
    for program in own {
        let id = place(document, program)?;
        document.objects.insert(id, program.object());
    }
    let mut first = Vec::with_capacity(stocked.len());
    for program in stocked {
        let id = place(document, program)?;
        document.objects.insert(id, program.object());
        first.push(id);
    }
    lead(document, &first);
    Ok(())
}

/// Where printpdf put the stand-in of a program.
fn place(document: &Document, program: &Program) -> Result<ObjectId, PaperError> {
    let is_here = |object: &Object| matches!(object, Object::Stream(stream) if stream.content == program.stand_in);
    let mut objects = document.objects.iter();
    let found = objects.find(|(_, object)| is_here(object));
    found.map(|(id, _)| *id).ok_or(PaperError::Unwritable)
}

/// Gives these objects the lowest numbers, by which a file is ordered, and those
/// that had them the numbers that become free.
fn lead(document: &mut Document, first: &[ObjectId]) {
    let lowest: Vec<ObjectId> = (1..).zip(first).map(|(number, _)| (number, 0)).collect();
    let evicted = lowest.iter().filter(|id| !first.contains(id));
    let free = first.iter().filter(|id| !lowest.contains(id));
    let moves: BTreeMap<ObjectId, ObjectId> = first
        .iter()
        .copied()
        .zip(lowest.iter().copied())
        .chain(evicted.copied().zip(free.copied()))
        .filter(|(from, to)| from != to)
        .collect();
    let moved: Vec<_> = moves
        .iter()
        .filter_map(|(from, to)| Some((*to, document.objects.remove(from)?)))
        .collect();
    document.objects.extend(moved);
    let objects = document.objects.values_mut();
    objects.for_each(|object| redirect(object, &moves));
    for (_, object) in document.trailer.iter_mut() {
        redirect(object, &moves);
    }
}

fn redirect(object: &mut Object, moves: &BTreeMap<ObjectId, ObjectId>) {
    match object {
        Object::Reference(id) => {
            if let Some(to) = moves.get(id) {
                *id = *to;
            }
        }
        Object::Array(items) => items.iter_mut().for_each(|item| redirect(item, moves)),
        Object::Dictionary(entries) => entries
            .iter_mut()
            .for_each(|(_, entry)| redirect(entry, moves)),
        Object::Stream(stream) => stream
            .dict
            .iter_mut()
            .for_each(|(_, entry)| redirect(entry, moves)),
        _ => {}
    }
}
