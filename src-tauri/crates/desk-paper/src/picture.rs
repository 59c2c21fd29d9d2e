//! Pictures that go on paper: scans, seals, signatures. A JPEG goes into the
//! file as it came, so that nothing of a scan is lost; anything else is decoded
//! once and kept compressed, transparency apart.
//!
//! Refuses what is no picture, broken, or larger than any scan.

use crate::writer::stream::Deflater;
use desk_domain::Refusal;
use image::codecs::jpeg::JpegDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;
use thiserror::Error;

/// Longest side: A3 at 1200 dots to the inch.
const LONGEST: u32 = 20_000;
/// Memory that decoding may take.
const MEMORY: u64 = 512 * 1024 * 1024;

/// Why a picture cannot go on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PictureError {
    /// No picture that can be read.
    #[error("the picture cannot be read")]
    PictureUnreadable,
    /// Larger than any scan.
    #[error("the picture is too large")]
    PictureTooLarge,
}

impl Refusal for PictureError {
    fn code(&self) -> &'static str {
        match self {
            Self::PictureUnreadable => "PictureUnreadable",
            Self::PictureTooLarge => "SheetPictureTooLarge",
        }
    }
}

/// A picture ready for paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// As stored, before it is turned upright.
    width: u32,
    height: u32,
    orientation: Orientation,
    grey: bool,
    data: Data,
}

/// How a picture's samples are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Data {
    /// The file as it came.
    Jpeg(Vec<u8>),
    /// Samples of eight bits, deflated; how much each covers, if not all do.
    Flate {
        colour: Vec<u8>,
        alpha: Option<Vec<u8>>,
    },
}

impl Picture {
    /// Reads a picture file: JPEG, PNG, TIFF, BMP or WebP.
    ///
    /// # Errors
    /// [`PictureError`].
    pub fn read(file: &[u8]) -> Result<Self, PictureError> {
        let unreadable = |_| PictureError::PictureUnreadable;
        let mut reader = ImageReader::new(Cursor::new(file))
            .with_guessed_format()
            .map_err(|_| PictureError::PictureUnreadable)?;
        if let (Some(ImageFormat::Jpeg), Some(grey)) = (reader.format(), jpeg_is_grey(file)) {
            return Self::jpeg(file, grey);
        }
        let mut limits = Limits::default();
        (limits.max_image_width, limits.max_image_height) = (Some(LONGEST), Some(LONGEST));
        limits.max_alloc = Some(MEMORY);
        reader.limits(limits);
        let mut decoder = reader.into_decoder().map_err(told_apart)?;
        let orientation = decoder.orientation().map_err(unreadable)?;
        let mut decoded = DynamicImage::from_decoder(decoder).map_err(told_apart)?;
        decoded.apply_orientation(orientation);
        Self::decoded(&decoded)
    }

    /// Takes a picture that is decoded already.
    ///
    /// # Errors
    /// [`PictureError`].
    pub fn decoded(picture: &DynamicImage) -> Result<Self, PictureError> {
        let (width, height) = (picture.width(), picture.height());
        check_size(width, height)?;
        let mut deflater = Deflater::new();
        let mut kept = |bytes: &[u8]| {
            let deflated = deflater.deflate(bytes);
            deflated.map_err(|_| PictureError::PictureUnreadable)
        };
        let grey = !picture.color().has_color();
        let alpha = if picture.color().has_alpha() {
            let rgba = picture.to_rgba8();
            let alpha: Vec<u8> = rgba.pixels().map(|pixel| pixel.0[3]).collect();
            // A channel that hides nothing is no channel.
            alpha.iter().any(|covers| *covers < 255).then_some(alpha)
        } else {
            None
        };
        let colour = if grey {
            picture.to_luma8().into_raw()
        } else {
            picture.to_rgb8().into_raw()
        };
        Ok(Self {
            width,
            height,
            orientation: Orientation::NoTransforms,
            grey,
            data: Data::Flate {
                colour: kept(&colour)?,
                alpha: alpha.map(|alpha| kept(&alpha)).transpose()?,
            },
        })
    }

    fn jpeg(file: &[u8], grey: bool) -> Result<Self, PictureError> {
        let mut decoder = JpegDecoder::new(Cursor::new(file)).map_err(told_apart)?;
        let (width, height) = decoder.dimensions();
        check_size(width, height)?;
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        Ok(Self {
            width,
            height,
            orientation,
            grey,
            data: Data::Jpeg(file.to_vec()),
        })
    }

    /// Width and height in pixels, upright.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        if self.is_turned() {
            (self.height, self.width)
        } else {
            (self.width, self.height)
        }
    }

    /// Height over width, upright.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "sides are far below 2^24")]
    pub fn slope(&self) -> f32 {
        let (width, height) = self.size();
        height as f32 / width as f32
    }

    pub(crate) fn stored(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    pub(crate) fn is_grey(&self) -> bool {
        self.grey
    }

    pub(crate) fn data(&self) -> &Data {
        &self.data
    }

    fn is_turned(&self) -> bool {
        matches!(
            self.orientation,
            Orientation::Rotate90
                | Orientation::Rotate270
                | Orientation::Rotate90FlipH
                | Orientation::Rotate270FlipH
        )
    }

    /// Brings the unit square in which a PDF holds a picture upright into the
    /// rectangle with this left bottom corner.
    pub(crate) fn matrix(&self, left: f32, bottom: f32, width: f32, height: f32) -> [f32; 6] {
        // Across and up, each as what it takes of the stored across, of the
        // stored up, and of neither.
        let (across, up) = match self.orientation {
            Orientation::NoTransforms => ([1.0, 0.0, 0.0], [0.0, 1.0, 0.0]),
            Orientation::Rotate90 => ([0.0, 1.0, 0.0], [-1.0, 0.0, 1.0]),
            Orientation::Rotate180 => ([-1.0, 0.0, 1.0], [0.0, -1.0, 1.0]),
            Orientation::Rotate270 => ([0.0, -1.0, 1.0], [1.0, 0.0, 0.0]),
            Orientation::FlipHorizontal => ([-1.0, 0.0, 1.0], [0.0, 1.0, 0.0]),
            Orientation::FlipVertical => ([1.0, 0.0, 0.0], [0.0, -1.0, 1.0]),
            Orientation::Rotate90FlipH => ([0.0, -1.0, 1.0], [-1.0, 0.0, 1.0]),
            Orientation::Rotate270FlipH => ([0.0, 1.0, 0.0], [1.0, 0.0, 0.0]),
        };
        [
            width * across[0],
            height * up[0],
            width * across[1],
            height * up[1],
            left + width * across[2],
            bottom + height * up[2],
        ]
    }
}

fn check_size(width: u32, height: u32) -> Result<(), PictureError> {
    match (width, height) {
        (0, _) | (_, 0) => Err(PictureError::PictureUnreadable),
        (width, height) if width.max(height) > LONGEST => Err(PictureError::PictureTooLarge),
        _ => Ok(()),
    }
}

fn told_apart(error: image::ImageError) -> PictureError {
    match error {
        image::ImageError::Limits(_) => PictureError::PictureTooLarge,
        _ => PictureError::PictureUnreadable,
    }
}

/// Whether a JPEG that any PDF reader shows (eight bits, not arithmetic, one or
/// three parts) is grey; `None` for the others and for a file cut off.
fn jpeg_is_grey(file: &[u8]) -> Option<bool> {
    if !file.ends_with(&[0xFF, 0xD9]) {
        return None;
    }
    let mut at = 2;
    loop {
        let &[0xFF, marker, high, low] = file.get(at..at + 4)? else {
            return None;
        };
        match marker {
            0xC0..=0xC2 => {
                let bits = *file.get(at + 4)?;
                let parts = *file.get(at + 9)?;
                let known = bits == 8 && (parts == 1 || parts == 3);
                return known.then_some(parts == 1);
            }
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF | 0xDA => return None,
            _ => at += 2 + usize::from(u16::from_be_bytes([high, low])),
        }
    }
}
