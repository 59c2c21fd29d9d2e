//! Pages whose pixels are numbers of colours in a table (TIFF 6.0 section 5).
//! The decoder does not know them; it does know pictures in greys, and the
//! two differ only in one field and in what the numbers mean.

use super::{Reader, open, refusal, samples};
use crate::{IntakeError, Limits};
use image::RgbImage;
use tiff::ColorType;
use tiff::decoder::DecodingResult;
use tiff::tags::{ByteOrder, Tag};

const PHOTOMETRIC: [u16; 2] = [262, 1];

/// The page of a directory, read as greys from a copy of the file and looked
/// up in the table.
pub(super) fn decode(
    bytes: &[u8],
    directory: usize,
    reader: &mut Reader<'_>,
    limits: &Limits,
) -> Result<RgbImage, IntakeError> {
    let table = reader
        .find_tag_unsigned_vec::<u16>(Tag::ColorMap)
        .map_err(|error| refusal(&error))?
        .ok_or_else(|| IntakeError::damaged("no table of colours"))?;
    let copy = as_greys(bytes, reader).ok_or_else(unsupported)?;
    let mut reader = open(&copy, limits)?;
    reader
        .seek_to_image(directory)
        .map_err(|error| refusal(&error))?;
    let size = reader.dimensions().map_err(|error| refusal(&error))?;
    let color = reader.colortype().map_err(|error| refusal(&error))?;
    let numbers = match (color, samples::read(&mut reader, size, limits)?) {
        (ColorType::Gray(bits @ (1 | 2 | 4)), DecodingResult::U8(packed)) => {
            samples::unpack(&packed, bits, size, false)
        }
        (ColorType::Gray(8), DecodingResult::U8(numbers)) => numbers,
        _ => return Err(unsupported()),
    };
    let colors = table.len() / 3;
    let color = |number: u8| {
        // All reds come first, then all greens, then all blues, in 16 bits.
        let part = |plane| {
            table
                .get(plane * colors + usize::from(number))
                .map_or(0, high_byte)
        };
        if usize::from(number) < colors {
            [part(0), part(1), part(2)]
        } else {
            [0; 3]
        }
    };
    RgbImage::from_raw(
        size.0,
        size.1,
        numbers.into_iter().flat_map(color).collect(),
    )
    .ok_or_else(|| IntakeError::damaged("pixels are missing"))
}

fn high_byte(part: &u16) -> u8 {
    part.to_be_bytes()[0]
}

fn unsupported() -> IntakeError {
    IntakeError::VariantUnsupported("TIFF palette".to_owned())
}

/// A copy of the file in which the current directory calls its pixels greys.
fn as_greys(bytes: &[u8], reader: &mut Reader<'_>) -> Option<Vec<u8>> {
    let little = reader.byte_order() == ByteOrder::LittleEndian;
    let short = |at: usize| {
        let pair = bytes.get(at..at + 2)?.try_into().ok()?;
        Some(if little {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        })
    };
    let start = usize::try_from(reader.ifd_pointer()?.0).ok()?;
    let entries = usize::from(short(start)?);
    let entry = (0..entries)
        .map(|entry| start + 2 + entry * 12)
        .find(|at| short(*at) == Some(PHOTOMETRIC[0]))?;
    let value = if little {
        PHOTOMETRIC[1].to_le_bytes()
    } else {
        PHOTOMETRIC[1].to_be_bytes()
    };
    let mut copy = bytes.to_vec();
    copy.get_mut(entry + 8..entry + 10)?.copy_from_slice(&value);
    Some(copy)
}
