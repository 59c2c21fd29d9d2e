//! TIFF as scanners and fax machines write it: many pages, bilevel coding,
//! palettes, pixels that are not square. Pages and strips are checked against
//! the file's end before anything is unpacked.

mod ccitt;
mod palette;
mod samples;
mod sheet;

use crate::page::{PageShape, Stored, scale, squared};
use crate::{IntakeError, Limits};
use sheet::{Coding, Sheet};
use std::io::{Cursor, ErrorKind};
use tiff::TiffError;
use tiff::decoder::Decoder;

type Reader<'a> = Decoder<Cursor<&'a [u8]>>;

/// The shapes of all pages.
pub(crate) fn shapes(bytes: &[u8], limits: &Limits) -> Result<Vec<PageShape>, IntakeError> {
    let mut reader = open(bytes, limits)?;
    let mut shapes = Vec::new();
    for directory in directories(&mut reader, limits)? {
        reader
            .seek_to_image(directory)
            .map_err(|error| refusal(&error))?;
        let sheet = Sheet::read(&mut reader, bytes.len(), limits)?;
        let (width, height) = squared(sheet.width, sheet.height, sheet.resolution);
        limits.check_size((width, height))?;
        shapes.push(PageShape::turned(
            width,
            height,
            sheet.orientation,
            sheet.dpi(),
        ));
    }
    Ok(shapes)
}

/// One page, counted from 1.
pub(crate) fn decode(bytes: &[u8], page: u32, limits: &Limits) -> Result<Stored, IntakeError> {
    let mut reader = open(bytes, limits)?;
    let directories = directories(&mut reader, limits)?;
    let pages = u32::try_from(directories.len()).unwrap_or(u32::MAX);
    let directory = (page as usize)
        .checked_sub(1)
        .and_then(|index| directories.get(index))
        .ok_or(IntakeError::PageUnknown { page, pages })?;
    reader
        .seek_to_image(*directory)
        .map_err(|error| refusal(&error))?;
    let sheet = Sheet::read(&mut reader, bytes.len(), limits)?;
    let pixels = match sheet.coding {
        Coding::Fax(mode) => ccitt::decode(bytes, &sheet, mode, limits)?,
        Coding::Palette => palette::decode(bytes, *directory, &mut reader, limits)?,
        Coding::Jpeg => {
            sheet.check_jpeg_parts(bytes)?;
            samples::decode(&mut reader, limits)?
        }
        Coding::Plain => samples::decode(&mut reader, limits)?,
    };
    let size = squared(sheet.width, sheet.height, sheet.resolution);
    limits.check_size(size)?;
    Ok(Stored {
        pixels: scale(pixels, size)?,
        orientation: sheet.orientation,
        dpi: sheet.dpi(),
    })
}

fn open<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Reader<'a>, IntakeError> {
    let memory = usize::try_from(limits.max_memory).unwrap_or(usize::MAX);
    let mut bounds = tiff::decoder::Limits::default();
    bounds.decoding_buffer_size = memory;
    bounds.intermediate_buffer_size = memory;
    let reader = Decoder::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
    Ok(reader.with_limits(bounds))
}

/// Which image directories are pages: all but the small pictures that some
/// programs keep beside them.
fn directories(reader: &mut Reader<'_>, limits: &Limits) -> Result<Vec<usize>, IntakeError> {
    let most = limits.max_pages as usize;
    let mut pages = Vec::new();
    for directory in 0.. {
        if directory == 0 || !sheet::is_thumbnail(reader) {
            pages.push(directory);
        }
        if pages.len() > most || directory > most * 2 {
            let pages = u32::try_from(directory + 1).unwrap_or(u32::MAX);
            return Err(IntakeError::TooManyPages {
                pages,
                limit: limits.max_pages,
            });
        }
        if !reader.more_images() {
            break;
        }
        reader.next_image().map_err(|error| refusal(&error))?;
    }
    Ok(pages)
}

/// Turns the decoder's words into ours.
fn refusal(error: &TiffError) -> IntakeError {
    match error {
        TiffError::IoError(error) if error.kind() == ErrorKind::UnexpectedEof => {
            IntakeError::FileTruncated
        }
        TiffError::UnsupportedError(what) => IntakeError::VariantUnsupported(what.to_string()),
        other => IntakeError::damaged(other),
    }
}
