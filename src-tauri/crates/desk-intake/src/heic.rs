//! HEIC photographs, as telephones take them (ISO/IEC 23008-12 with HEVC
//! inside). The decoder is safe Rust throughout and applies the turns and
//! cuts that the file asks for.

use crate::limits::area;
use crate::page::Stored;
use crate::{IntakeError, Limits};
use heifer::heifer_hevc_dec::Error as HevcError;
use heifer::heifer_isobmff::{Error as BoxError, HeifFile};
use heifer::{Error, Image, Options};
use image::metadata::Orientation;
use image::{DynamicImage, RgbImage, RgbaImage};

/// What decoding needs for one pixel: the coded planes in 16 bits, RGBA twice
/// while it is turned, RGB.
const BYTES_PER_PIXEL: u64 = 6 + 8 + 3;

/// The main picture, upright.
pub(crate) fn decode(bytes: &[u8], limits: &Limits) -> Result<Stored, IntakeError> {
    check(bytes, limits)?;
    let side = u64::from(limits.max_side);
    let options = Options {
        max_threads: 2,
        max_pixels: (limits.max_memory / BYTES_PER_PIXEL)
            .min(side * side)
            .max(1),
    };
    // A picture in a colour space that cannot be brought to sRGB is still
    // worth reading in its own colours.
    let picture = match heifer::decode_srgb_rgba8(bytes, &options) {
        Err(Error::Unsupported(_)) => heifer::decode_rgba8(bytes, &options),
        outcome => outcome,
    };
    let pixels = flat(picture.map_err(|error| refusal(&error))?)?;
    limits.check_size(pixels.dimensions())?;
    Ok(Stored {
        pixels,
        orientation: Orientation::NoTransforms,
        dpi: None,
    })
}

/// Size as the file states it, before anything is decoded.
fn check(bytes: &[u8], limits: &Limits) -> Result<(), IntakeError> {
    let file = HeifFile::parse(bytes).map_err(|error| refusal(&Error::Container(error)))?;
    let size = file.image_size(file.primary_id).ok().flatten();
    let Some(size) = size else { return Ok(()) };
    limits.check_size(size)?;
    limits.check_memory(size, area(size) * BYTES_PER_PIXEL)
}

fn flat(picture: Image<u8>) -> Result<RgbImage, IntakeError> {
    let Image {
        width,
        height,
        data,
        ..
    } = picture;
    RgbaImage::from_raw(width, height, data)
        .map(|pixels| crate::picture::on_white(DynamicImage::ImageRgba8(pixels)))
        .ok_or_else(|| IntakeError::damaged("pixels are missing"))
}

fn refusal(error: &Error) -> IntakeError {
    match error {
        Error::Container(BoxError::UnexpectedEof) | Error::Hevc(HevcError::UnexpectedEof) => {
            IntakeError::FileTruncated
        }
        Error::Container(BoxError::Unimplemented(_))
        | Error::Hevc(HevcError::Unimplemented(_))
        | Error::Unsupported(_) => IntakeError::HeicUnsupported(error.to_string()),
        _ => IntakeError::damaged(error),
    }
}
