//! Pictures of one page: JPEG, PNG, BMP, WebP, decoded by the `image` crate
//! under limits that are checked before the first pixel is unpacked.

pub(crate) mod jpeg;

use crate::limits::area;
use crate::page::Stored;
use crate::{IntakeError, Limits, Media};
use image::error::ImageError;
use image::metadata::Orientation;
use image::{
    ColorType, DynamicImage, ImageDecoder, ImageFormat, ImageReader, Pixel, Rgb, RgbImage,
};
use jpeg::JpegHead;
use std::error::Error;
use std::io::{Cursor, ErrorKind};

/// The picture as the file stores it, in RGB on white.
pub(crate) fn decode(media: Media, bytes: &[u8], limits: &Limits) -> Result<Stored, IntakeError> {
    let (mut decoder, dpi) = open(media, bytes, limits)?;
    let orientation = orientation(&mut decoder);
    let size = decoder.dimensions();
    let pixels =
        DynamicImage::from_decoder(decoder).map_err(|error| refusal(&error, size, limits))?;
    Ok(Stored {
        pixels: on_white(pixels),
        orientation,
        dpi,
    })
}

fn open<'a>(
    media: Media,
    bytes: &'a [u8],
    limits: &Limits,
) -> Result<(impl ImageDecoder + use<'a>, Option<u32>), IntakeError> {
    let head = match media {
        Media::Jpeg => Some(JpegHead::read(bytes)?),
        _ => None,
    };
    if let Some(head) = &head {
        limits.check_size((head.width, head.height))?;
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format(media));
    let mut bounds = image::Limits::no_limits();
    bounds.max_alloc = Some(limits.max_memory);
    reader.limits(bounds.clone());
    let mut decoder = reader
        .into_decoder()
        .map_err(|error| refusal(&error, (0, 0), limits))?;
    let size = decoder.dimensions();
    limits.check_size(size)?;
    let extra = head.as_ref().map_or(0, JpegHead::working_memory);
    let planned = memory(decoder.color_type(), decoder.total_bytes(), size) + extra;
    limits.check_memory(size, planned)?;
    bounds.max_image_width = Some(limits.max_side);
    bounds.max_image_height = Some(limits.max_side);
    decoder
        .set_limits(bounds)
        .map_err(|error| refusal(&error, size, limits))?;
    let dpi = match media {
        Media::Png => png_density(bytes),
        _ => head.and_then(|head| head.dpi),
    };
    Ok((decoder, dpi))
}

const fn format(media: Media) -> ImageFormat {
    match media {
        Media::Png => ImageFormat::Png,
        Media::Bmp => ImageFormat::Bmp,
        Media::Webp => ImageFormat::WebP,
        Media::Tiff => ImageFormat::Tiff,
        Media::Jpeg | Media::Pdf | Media::Heic => ImageFormat::Jpeg,
    }
}

/// An unreadable note of orientation is no reason to refuse a picture.
fn orientation(decoder: &mut impl ImageDecoder) -> Orientation {
    decoder.orientation().unwrap_or(Orientation::NoTransforms)
}

/// Bytes for the decoded picture and its copies on the way to RGB.
fn memory(color: ColorType, decoded: u64, size: (u32, u32)) -> u64 {
    let copies = match color {
        ColorType::Rgb8 => 0,
        ColorType::La16 | ColorType::Rgba16 | ColorType::Rgba32F => 7,
        _ => 3,
    };
    decoded + area(size) * copies
}

/// RGB with whatever is transparent shown on white, as paper would.
pub(crate) fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    let (width, height) = picture.dimensions();
    let mut rgb = RgbImage::new(width, height);
    for (to, from) in rgb.pixels_mut().zip(picture.pixels()) {
        let [.., alpha] = from.0;
        *to = Rgb(from.to_rgb().0.map(|part| over_white(part, alpha)));
    }
    rgb
}

fn over_white(part: u8, alpha: u8) -> u8 {
    let mixed = u16::from(part) * u16::from(alpha) + 255 * (255 - u16::from(alpha));
    u8::try_from((mixed + 127) / 255).unwrap_or(u8::MAX)
}

/// Turns the decoder's words into ours.
fn refusal(error: &ImageError, size: (u32, u32), limits: &Limits) -> IntakeError {
    match error {
        ImageError::Limits(_) => limits.too_large(size),
        ImageError::Unsupported(what) => IntakeError::VariantUnsupported(what.to_string()),
        other if breaks_off(other) => IntakeError::FileTruncated,
        other => IntakeError::damaged(other),
    }
}

/// Whether an end of file that came too early is the cause.
fn breaks_off(error: &ImageError) -> bool {
    let mut cause: Option<&(dyn Error + 'static)> = match error {
        ImageError::IoError(error) => return error.kind() == ErrorKind::UnexpectedEof,
        other => other.source(),
    };
    while let Some(error) = cause {
        if error
            .downcast_ref::<std::io::Error>()
            .is_some_and(|e| e.kind() == ErrorKind::UnexpectedEof)
        {
            return true;
        }
        cause = error.source();
    }
    false
}

/// Pixels per inch of a PNG's `pHYs` chunk.
fn png_density(bytes: &[u8]) -> Option<u32> {
    let mut rest = bytes.get(8..)?;
    loop {
        let &[l3, l2, l1, l0, k3, k2, k1, k0, ref tail @ ..] = rest else {
            return None;
        };
        let length = usize::try_from(u32::from_be_bytes([l3, l2, l1, l0])).ok()?;
        match &[k3, k2, k1, k0] {
            b"pHYs" => {
                let &[x3, x2, x1, x0, _, _, _, _, 1, ..] = tail else {
                    return None;
                };
                let metre = u64::from(u32::from_be_bytes([x3, x2, x1, x0]));
                return u32::try_from((metre * 254 + 5000) / 10_000)
                    .ok()
                    .filter(|dpi| *dpi > 1);
            }
            b"IDAT" | b"IEND" => return None,
            _ => rest = tail.get(length.checked_add(4)?..)?,
        }
    }
}
