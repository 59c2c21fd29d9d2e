//! A page as PNG. Nothing is lost, unlike with JPEG, and seals stay as red as
//! the device saw them.

use desk_intake::source::sane::Fault;
use png::{BitDepth, ColorType, Compression, Encoder, PixelDimensions, Unit};

/// Longest side, in pixels.
const LONGEST: u32 = 30_000;

/// Inches in a metre.
const PER_METRE: f64 = 39.370_078_740_157_48;

/// How a device gives pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pixels {
    /// Eight to a byte; 1 is black.
    Bits,
    /// One byte each.
    Grey,
    /// Two bytes each, in this machine's order.
    Grey16,
    /// Three bytes each.
    Colour,
    /// Six bytes each.
    Colour16,
}

impl Pixels {
    /// Bytes that so many of them take.
    fn bytes(self, count: usize) -> usize {
        match self {
            Self::Bits => count.div_ceil(8),
            Self::Grey => count,
            Self::Grey16 => count * 2,
            Self::Colour => count * 3,
            Self::Colour16 => count * 6,
        }
    }

    /// Lines without their padding, as PNG has them: 1 is white, and eight bits
    /// are as many as paper has.
    fn pack(self, mut bytes: Vec<u8>, per_line: usize, needed: usize) -> Vec<u8> {
        bytes.truncate(bytes.len() / per_line * per_line);
        let lines = bytes.chunks_exact(per_line).map(|line| &line[..needed]);
        match self {
            Self::Bits => lines.flatten().map(|eight| !eight).collect(),
            Self::Grey16 | Self::Colour16 => lines.flat_map(upper_halves).collect(),
            Self::Grey | Self::Colour if needed == per_line => bytes,
            Self::Grey | Self::Colour => lines.flatten().copied().collect(),
        }
    }
}

/// A page in pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    width: u32,
    height: u32,
    color: ColorType,
    depth: BitDepth,
    bytes: Vec<u8>,
}

impl Raster {
    /// From lines that may be padded. A last line that is not whole is left out.
    pub fn new(pixels: Pixels, width: i32, per_line: usize, bytes: Vec<u8>) -> Result<Self, Fault> {
        let misshapen = || Fault::Io("pixels that make no picture".to_owned());
        let width = u32::try_from(width).map_err(|_| misshapen())?;
        let across = usize::try_from(width).map_err(|_| misshapen())?;
        let needed = pixels.bytes(across);
        if needed == 0 || needed > per_line {
            return Err(misshapen());
        }
        let height = u32::try_from(bytes.len() / per_line).map_err(|_| misshapen())?;
        if height == 0 || width.max(height) > LONGEST {
            return Err(misshapen());
        }
        let colour = matches!(pixels, Pixels::Colour | Pixels::Colour16);
        let bits = pixels == Pixels::Bits;
        Ok(Self {
            width,
            height,
            color: if colour {
                ColorType::Rgb
            } else {
                ColorType::Grayscale
            },
            depth: if bits { BitDepth::One } else { BitDepth::Eight },
            bytes: pixels.pack(bytes, per_line, needed),
        })
    }

    /// The PNG file, with the resolution in it.
    pub fn png(&self, dpi: u32) -> Result<Vec<u8>, Fault> {
        let trouble = |error: png::EncodingError| Fault::Io(error.to_string());
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, self.width, self.height);
        encoder.set_color(self.color);
        encoder.set_depth(self.depth);
        encoder.set_compression(Compression::Fast);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "saturates"
        )]
        let per_metre = (f64::from(dpi) * PER_METRE).round() as u32;
        encoder.set_pixel_dims(Some(PixelDimensions {
            xppu: per_metre,
            yppu: per_metre,
            unit: Unit::Meter,
        }));
        let mut writer = encoder.write_header().map_err(trouble)?;
        writer.write_image_data(&self.bytes).map_err(trouble)?;
        writer.finish().map_err(trouble)?;
        Ok(file)
    }
}

/// The upper byte of each sample of two.
fn upper_halves(line: &[u8]) -> impl Iterator<Item = u8> {
    let upper = usize::from(cfg!(target_endian = "little"));
    line.iter().skip(upper).step_by(2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn padding_and_a_broken_last_line_are_left_out() {
        let raster = Raster::new(Pixels::Grey, 2, 3, vec![1, 2, 0, 3, 4, 0, 9]).unwrap();
        assert_eq!((raster.height, raster.bytes), (2, vec![1, 2, 3, 4]));
    }

    #[test]
    fn black_is_black_in_a_picture_of_single_bits() {
        let raster = Raster::new(Pixels::Bits, 8, 1, vec![0b1000_0000]).unwrap();
        assert_eq!(raster.bytes, vec![0b0111_1111]);
    }

    #[test]
    fn a_line_shorter_than_its_pixels_makes_no_picture() {
        assert!(Raster::new(Pixels::Colour, 2, 5, vec![0; 50]).is_err());
        assert!(Raster::new(Pixels::Grey, -1, 5, vec![0; 50]).is_err());
        assert!(Raster::new(Pixels::Grey, 0, 0, Vec::new()).is_err());
    }
}
