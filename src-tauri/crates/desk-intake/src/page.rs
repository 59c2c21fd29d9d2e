//! A page: its shape, and the picture it gives for a way of looking at it.

use crate::IntakeError;
use crate::clean::light::luma;
use crate::view::{View, fit, lies_down, quarters};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageEncoder, RgbImage, imageops};
use pic_scale::{
    ImageSize, ImageStore, ImageStoreMut, ResamplingFunction, Scaler, ThreadingPolicy,
};

/// Size of a page as a person sees it, with its orientation applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageShape {
    /// Width in pixels; of a PDF page in pixels at 300 dpi.
    pub width: u32,
    /// Height in pixels; of a PDF page in pixels at 300 dpi.
    pub height: u32,
    /// Pixels per inch, when the file states them; a photograph does not.
    pub dpi: Option<u32>,
}

impl PageShape {
    pub(crate) const fn turned(
        width: u32,
        height: u32,
        orientation: Orientation,
        dpi: Option<u32>,
    ) -> Self {
        if lies_down(orientation) {
            Self {
                width: height,
                height: width,
                dpi,
            }
        } else {
            Self { width, height, dpi }
        }
    }
}

/// Pixels as the file stores them, and the turn that sets them upright.
#[derive(Debug)]
pub(crate) struct Stored {
    pub(crate) pixels: RgbImage,
    pub(crate) orientation: Orientation,
    pub(crate) dpi: Option<u32>,
}

impl Stored {
    pub(crate) fn shape(&self) -> PageShape {
        let (width, height) = self.pixels.dimensions();
        PageShape::turned(width, height, self.orientation, self.dpi)
    }

    /// Cuts out, scales and only then turns, so that the turn costs little.
    pub(crate) fn seen(self, view: &View) -> Result<PageImage, IntakeError> {
        let (width, height) = self.pixels.dimensions();
        let area = view.area()?.before(self.orientation);
        let [left, top, across, down] = area.pixels(width, height);
        let part = if (across, down) == (width, height) {
            self.pixels
        } else {
            imageops::crop_imm(&self.pixels, left, top, across, down).to_image()
        };
        let size = fit(across, down, view.max_side);
        let mut picture = DynamicImage::ImageRgb8(scale(part, size)?);
        picture.apply_orientation(self.orientation);
        picture.apply_orientation(quarters(view.rotation));
        Ok(PageImage {
            pixels: picture.into_rgb8(),
        })
    }
}

/// Brings a picture to a size, with a filter that keeps small print readable.
pub(crate) fn scale(
    picture: RgbImage,
    (width, height): (u32, u32),
) -> Result<RgbImage, IntakeError> {
    if picture.dimensions() == (width, height) {
        return Ok(picture);
    }
    let failed = |_| IntakeError::PictureUnwritable;
    let from = ImageSize::new(picture.width() as usize, picture.height() as usize);
    let to = ImageSize::new(width as usize, height as usize);
    let mut scaler = Scaler::new(ResamplingFunction::CatmullRom);
    scaler.set_threading_policy(ThreadingPolicy::Single);
    let plan = scaler.plan_rgb_resampling(from, to).map_err(failed)?;
    let source = ImageStore::<u8, 3>::from_slice(picture.as_raw(), from.width, from.height)
        .map_err(failed)?;
    let mut target = ImageStoreMut::<u8, 3>::alloc(to.width, to.height);
    plan.resample(&source, &mut target).map_err(failed)?;
    RgbImage::from_raw(width, height, target.as_bytes().to_vec())
        .ok_or(IntakeError::PictureUnwritable)
}

/// Makes the pixels of a page square: a fax of 204 × 98 dpi is stored at half
/// its height, and reads as if it had been sat on.
pub(crate) fn squared(width: u32, height: u32, resolution: (f64, f64)) -> (u32, u32) {
    let ratio = resolution.0 / resolution.1;
    if !ratio.is_finite() || !(0.2..=5.0).contains(&ratio) || (0.95..=1.05).contains(&ratio) {
        return (width, height);
    }
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the ratio lies within 0.2 … 5"
    )]
    let stretched = |length: u32, by: f64| (f64::from(length) * by).round() as u32;
    if ratio > 1.0 {
        (width, stretched(height, ratio))
    } else {
        (stretched(width, 1.0 / ratio), height)
    }
}

/// A page as a picture, in RGB.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageImage {
    pixels: RgbImage,
}

impl PageImage {
    /// Share of the page that is dark, 0 to 1, its rim left out: next to
    /// nothing on the empty back of a sheet.
    #[must_use]
    pub fn ink(&self) -> f32 {
        let (width, height) = self.pixels.dimensions();
        let (left, top) = (width / 25, height / 25);
        let (mut dark, mut all) = (0_u32, 0_u32);
        for y in (top..height - top).step_by(2) {
            for x in (left..width - left).step_by(2) {
                all += 1;
                dark += u32::from(luma(self.pixels.get_pixel(x, y)) < 120);
            }
        }
        #[allow(clippy::cast_precision_loss, reason = "a share needs no more")]
        if all == 0 {
            0.0
        } else {
            dark as f32 / all as f32
        }
    }

    pub(crate) const fn new(pixels: RgbImage) -> Self {
        Self { pixels }
    }

    /// Width in pixels.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.pixels.width()
    }

    /// Height in pixels.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.pixels.height()
    }

    /// The pixels.
    #[must_use]
    pub const fn pixels(&self) -> &RgbImage {
        &self.pixels
    }

    /// The pixels, given away.
    #[must_use]
    pub fn into_pixels(self) -> RgbImage {
        self.pixels
    }

    /// As a PNG file, packed quickly rather than tightly.
    ///
    /// # Errors
    /// `PictureUnwritable`.
    pub fn to_png(&self) -> Result<Vec<u8>, IntakeError> {
        let mut file = Vec::new();
        let encoder =
            PngEncoder::new_with_quality(&mut file, CompressionType::Fast, FilterType::Adaptive);
        self.write(encoder)?;
        Ok(file)
    }

    /// As a JPEG file of a quality between 1 and 100.
    ///
    /// # Errors
    /// `PictureUnwritable`.
    pub fn to_jpeg(&self, quality: u8) -> Result<Vec<u8>, IntakeError> {
        let mut file = Vec::new();
        self.write(JpegEncoder::new_with_quality(
            &mut file,
            quality.clamp(1, 100),
        ))?;
        Ok(file)
    }

    fn write(&self, encoder: impl ImageEncoder) -> Result<(), IntakeError> {
        encoder
            .write_image(
                self.pixels.as_raw(),
                self.width(),
                self.height(),
                ExtendedColorType::Rgb8,
            )
            .map_err(|_| IntakeError::PictureUnwritable)
    }
}
