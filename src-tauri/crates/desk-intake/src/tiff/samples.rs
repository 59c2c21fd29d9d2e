//! Samples of every layout that scanners write, brought to RGB.

use super::{Reader, refusal};
use crate::limits::area;
use crate::picture::on_white;
use crate::{IntakeError, Limits};
use image::{DynamicImage, ImageBuffer, RgbImage};
use tiff::ColorType;
use tiff::decoder::DecodingResult;

/// The page the reader stands on.
pub(super) fn decode(reader: &mut Reader<'_>, limits: &Limits) -> Result<RgbImage, IntakeError> {
    let size = reader.dimensions().map_err(|error| refusal(&error))?;
    let color = reader.colortype().map_err(|error| refusal(&error))?;
    let samples = read(reader, size, limits)?;
    to_rgb(color, samples, size)
}

/// Unpacks the page; planes, if it is kept in planes, one sample after the other.
pub(super) fn read(
    reader: &mut Reader<'_>,
    size: (u32, u32),
    limits: &Limits,
) -> Result<DecodingResult, IntakeError> {
    let layout = reader
        .image_buffer_layout()
        .map_err(|error| refusal(&error))?;
    // The samples, their planes put together, RGBA on the way and RGB at the end.
    limits.check_memory(size, layout.complete_len as u64 * 2 + area(size) * 7)?;
    let mut samples = DecodingResult::U8(Vec::new());
    let layout = reader
        .read_image_to_buffer(&mut samples)
        .map_err(|error| refusal(&error))?;
    Ok(match (layout.planes, samples) {
        (0 | 1, samples) => samples,
        (planes, DecodingResult::U8(samples)) => DecodingResult::U8(interleave(&samples, planes)),
        (planes, DecodingResult::U16(samples)) => DecodingResult::U16(interleave(&samples, planes)),
        _ => return Err(IntakeError::VariantUnsupported("TIFF planes".to_owned())),
    })
}

fn interleave<T: Copy>(samples: &[T], planes: usize) -> Vec<T> {
    let pixels = samples.len() / planes;
    (0..pixels * planes)
        .map(|at| samples[at % planes * pixels + at / planes])
        .collect()
}

fn to_rgb(
    color: ColorType,
    samples: DecodingResult,
    size: (u32, u32),
) -> Result<RgbImage, IntakeError> {
    use {ColorType as C, DecodingResult as D, DynamicImage as I};
    let (width, height) = size;
    let picture = match (color, samples) {
        (C::Gray(bits @ (1 | 2 | 4)), D::U8(v)) => {
            buffer(size, unpack(&v, bits, size, true)).map(I::ImageLuma8)
        }
        (C::Gray(8), D::U8(v)) => buffer(size, v).map(I::ImageLuma8),
        (C::Gray(16), D::U16(v)) => buffer(size, v).map(I::ImageLuma16),
        (
            C::GrayA(8)
            | C::Multiband {
                bit_depth: 8,
                num_samples: 2,
            },
            D::U8(v),
        ) => buffer(size, v).map(I::ImageLumaA8),
        (C::RGB(8), D::U8(v)) => buffer(size, v).map(I::ImageRgb8),
        (C::RGB(16), D::U16(v)) => buffer(size, v).map(I::ImageRgb16),
        (C::RGBA(8), D::U8(v)) => buffer(size, v).map(I::ImageRgba8),
        (C::RGBA(16), D::U16(v)) => buffer(size, v).map(I::ImageRgba16),
        (C::CMYK(8), D::U8(v)) => {
            buffer(size, v.chunks_exact(4).flat_map(from_cmyk).collect()).map(I::ImageRgb8)
        }
        (C::YCbCr(8), D::U8(v)) => {
            buffer(size, v.chunks_exact(3).flat_map(from_ycbcr).collect()).map(I::ImageRgb8)
        }
        (other, _) => return Err(IntakeError::VariantUnsupported(format!("TIFF {other:?}"))),
    };
    picture
        .map(on_white)
        .ok_or_else(|| IntakeError::damaged(format!("samples for less than {width} x {height}")))
}

fn buffer<P: image::Pixel>(
    (width, height): (u32, u32),
    samples: Vec<P::Subpixel>,
) -> Option<ImageBuffer<P, Vec<P::Subpixel>>> {
    ImageBuffer::from_raw(width, height, samples)
}

/// Samples of 1, 2 or 4 bits, each row from a new byte, one byte each; as
/// shades from 0 to 255 if `shades`, else as the numbers they are.
pub(super) fn unpack(
    packed: &[u8],
    bits: u8,
    (width, height): (u32, u32),
    shades: bool,
) -> Vec<u8> {
    let per_byte = usize::from(8 / bits);
    let most = u8::MAX >> (8 - bits);
    let factor = if shades { u8::MAX / most } else { 1 };
    let width = width as usize;
    packed
        .chunks(width.div_ceil(per_byte))
        .take(height as usize)
        .flat_map(|row| {
            (0..width).map(move |x| {
                let shift = 8 - bits - (x % per_byte) as u8 * bits;
                row.get(x / per_byte)
                    .map_or(0, |byte| (byte >> shift & most) * factor)
            })
        })
        .collect()
}

/// Ink on white paper, without a profile.
fn from_cmyk(ink: &[u8]) -> [u8; 3] {
    let light = |part: u8| 255 - u16::from(part);
    let mix = |part: u8| u8::try_from((light(part) * light(ink[3]) + 127) / 255).unwrap_or(u8::MAX);
    [mix(ink[0]), mix(ink[1]), mix(ink[2])]
}

/// ITU-R BT.601 over the full range, as JFIF has it, in 1/65 536.
fn from_ycbcr(part: &[u8]) -> [u8; 3] {
    let [y, cb, cr] = [
        i32::from(part[0]) << 16,
        i32::from(part[1]) - 128,
        i32::from(part[2]) - 128,
    ];
    let byte =
        |value: i32| u8::try_from(((value + (1 << 15)) >> 16).clamp(0, 255)).unwrap_or(u8::MAX);
    [
        byte(y + 91_881 * cr),
        byte(y - 22_554 * cb - 46_802 * cr),
        byte(y + 116_130 * cb),
    ]
}
