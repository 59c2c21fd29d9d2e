//! What a TIFF directory says of its page (TIFF 6.0 section 8; TIFF-F for the
//! fields of faxes).

use super::{Reader, refusal};
use crate::picture::jpeg::JpegHead;
use crate::{IntakeError, Limits};
use image::metadata::Orientation;
use std::ops::Range;
use tiff::decoder::ifd::Value;
use tiff::tags::Tag;

const NEW_SUBFILE_TYPE: Tag = Tag::NewSubfileType;
const T4_OPTIONS: Tag = Tag::Unknown(292);

/// How the pixels are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    /// As samples, packed or not, for the decoder to unpack.
    Plain,
    /// As JPEG pictures, one a strip.
    Jpeg,
    /// As numbers of colours in a table.
    Palette,
    /// As a fax.
    Fax(FaxMode),
}

/// Bilevel coding of ITU-T T.4 and T.6.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FaxMode {
    /// Modified Huffman without line ends, each row from a new byte (TIFF 6.0 section 10).
    Huffman,
    /// Group 3, each row by itself.
    Group3Single,
    /// Group 3, rows by their difference from the one above.
    Group3Double,
    /// Group 4.
    Group4,
}

/// A page's directory.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) orientation: Orientation,
    /// Pixels per inch across and down; equal and zero when not stated.
    pub(super) resolution: (f64, f64),
    pub(super) coding: Coding,
    /// Where the strips (or tiles) lie in the file.
    pub(super) parts: Vec<Range<usize>>,
    /// Rows of a strip, or of a tile.
    pub(super) part_rows: u32,
    /// Lowest bit first, as some fax modems deliver it.
    pub(super) reversed_bits: bool,
    /// Whether a zero is black.
    pub(super) black_is_zero: bool,
}

impl Sheet {
    pub(super) fn read(
        reader: &mut Reader<'_>,
        length: usize,
        limits: &Limits,
    ) -> Result<Self, IntakeError> {
        let (width, height) = reader.dimensions().map_err(|error| refusal(&error))?;
        limits.check_size((width, height))?;
        let orientation = number(reader, Tag::Orientation, 1);
        let rows = number(reader, Tag::RowsPerStrip, height);
        Ok(Self {
            width,
            height,
            orientation: u8::try_from(orientation)
                .ok()
                .and_then(Orientation::from_exif)
                .unwrap_or(Orientation::NoTransforms),
            resolution: resolution(reader),
            coding: coding(reader)?,
            parts: parts(reader, length)?,
            part_rows: number(reader, Tag::TileLength, rows).clamp(1, height),
            reversed_bits: number(reader, Tag::FillOrder, 1) == 2,
            black_is_zero: number(reader, Tag::PhotometricInterpretation, 0) == 1,
        })
    }

    /// Pixels per inch of the page once its pixels are square.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to a small positive range"
    )]
    pub(super) fn dpi(&self) -> Option<u32> {
        let dpi = self.resolution.0.max(self.resolution.1);
        (dpi > 1.0).then(|| dpi.round().clamp(2.0, 100_000.0) as u32)
    }

    /// Each JPEG strip may claim any size of its own; none may exceed the strip.
    pub(super) fn check_jpeg_parts(&self, bytes: &[u8]) -> Result<(), IntakeError> {
        for part in &self.parts {
            let size = bytes.get(part.clone()).and_then(JpegHead::size);
            if size.is_none_or(|(width, height)| width > self.width || height > self.part_rows) {
                return Err(IntakeError::damaged("a strip larger than its page"));
            }
        }
        Ok(())
    }
}

/// A smaller copy of another page (bit 0 of `NewSubfileType`).
pub(super) fn is_thumbnail(reader: &mut Reader<'_>) -> bool {
    number(reader, NEW_SUBFILE_TYPE, 0) & 1 == 1
}

/// A field that may be missing or nonsense; nothing depends on it but looks.
fn number(reader: &mut Reader<'_>, tag: Tag, otherwise: u32) -> u32 {
    reader
        .find_tag_unsigned::<u32>(tag)
        .ok()
        .flatten()
        .unwrap_or(otherwise)
}

fn coding(reader: &mut Reader<'_>) -> Result<Coding, IntakeError> {
    let two_dimensional = number(reader, T4_OPTIONS, 0) & 1 == 1;
    let tiled = reader.find_tag(Tag::TileWidth).ok().flatten().is_some();
    Ok(match number(reader, Tag::Compression, 1) {
        2 => Coding::Fax(FaxMode::Huffman),
        3 if two_dimensional => Coding::Fax(FaxMode::Group3Double),
        3 => Coding::Fax(FaxMode::Group3Single),
        // A fax in tiles is rare, and the general decoder knows it.
        4 if !tiled => Coding::Fax(FaxMode::Group4),
        6 => {
            return Err(IntakeError::VariantUnsupported(
                "TIFF with old-style JPEG".to_owned(),
            ));
        }
        7 => Coding::Jpeg,
        _ if number(reader, Tag::PhotometricInterpretation, 0) == 3 => Coding::Palette,
        _ => Coding::Plain,
    })
}

/// Strips or tiles, none of which may reach beyond the file.
fn parts(reader: &mut Reader<'_>, length: usize) -> Result<Vec<Range<usize>>, IntakeError> {
    let mut list = |offsets, counts| -> Result<Vec<Range<usize>>, IntakeError> {
        let mut values = |tag| {
            let values = reader.find_tag_unsigned_vec::<u64>(tag);
            values
                .map(Option::unwrap_or_default)
                .map_err(|error| refusal(&error))
        };
        values(offsets)?
            .into_iter()
            .zip(values(counts)?)
            .map(|(offset, count)| range(offset, count, length))
            .collect()
    };
    let strips = list(Tag::StripOffsets, Tag::StripByteCounts)?;
    if strips.is_empty() {
        list(Tag::TileOffsets, Tag::TileByteCounts)
    } else {
        Ok(strips)
    }
}

fn range(offset: u64, count: u64, length: usize) -> Result<Range<usize>, IntakeError> {
    let end = offset
        .checked_add(count)
        .and_then(|end| usize::try_from(end).ok());
    match end {
        Some(end) if end <= length => Ok(usize::try_from(offset).unwrap_or(end)..end),
        _ => Err(IntakeError::FileTruncated),
    }
}

/// Pixels per inch; a resolution of centimetres or of no unit keeps its ratio.
fn resolution(reader: &mut Reader<'_>) -> (f64, f64) {
    let mut one = |tag| match reader.find_tag(tag) {
        Ok(Some(Value::Rational(above, below))) if below > 0 => f64::from(above) / f64::from(below),
        _ => 0.0,
    };
    let (across, down) = (one(Tag::XResolution), one(Tag::YResolution));
    if number(reader, Tag::ResolutionUnit, 2) == 3 {
        (across * 2.54, down * 2.54)
    } else {
        (across, down)
    }
}
