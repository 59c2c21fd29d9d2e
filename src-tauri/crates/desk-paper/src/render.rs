//! PDF into pictures, for the preview on the screen. Refuses what is encrypted,
//! broken, endless or too large, before memory is spent on it.

use crate::PaperError;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::peniko::ImageAlphaType;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use image::{ImageFormat, RgbaImage};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How much is shown at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Pages of a document.
    pub pages: usize,
    /// Pixels of one picture.
    pub pixels: u64,
}

impl Default for Limits {
    /// 200 pages; 40 million pixels, an A4 page at 550 dots to the inch.
    fn default() -> Self {
        Self {
            pages: 200,
            pixels: 40_000_000,
        }
    }
}

/// A PDF opened for showing.
pub struct Reader {
    pdf: Pdf,
    pages: usize,
    limits: Limits,
}

impl Reader {
    /// Opens a PDF.
    ///
    /// # Errors
    /// [`PaperError::PdfEncrypted`], [`PaperError::PdfUnreadable`] (also for a
    /// PDF without pages) and [`PaperError::PdfTooManyPages`].
    pub fn open(bytes: Vec<u8>, limits: Limits) -> Result<Self, PaperError> {
        let pdf = guarded(|| Pdf::new(bytes))?.map_err(|error| match error {
            LoadPdfError::Decryption(_) => PaperError::PdfEncrypted,
            LoadPdfError::Invalid => PaperError::PdfUnreadable,
        })?;
        let pages = guarded(|| pdf.pages().len())?;
        match pages {
            0 => Err(PaperError::PdfUnreadable),
            pages if pages > limits.pages => Err(PaperError::PdfTooManyPages {
                pages,
                limit: limits.pages,
            }),
            pages => Ok(Self { pdf, pages, limits }),
        }
    }

    /// How many pages it has.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.pages
    }

    /// The page with this index (from 0) as a picture `width` pixels wide, on white.
    ///
    /// # Errors
    /// [`PaperError::PdfNoSuchPage`], [`PaperError::PdfPageTooLarge`], and
    /// [`PaperError::PdfUnreadable`] when drawing it fails.
    pub fn page(&self, index: usize, width: u32) -> Result<RgbaImage, PaperError> {
        let no_such = PaperError::PdfNoSuchPage {
            page: index.saturating_add(1),
            pages: self.pages,
        };
        let page = self.pdf.pages().get(index).ok_or(no_such)?;
        let (points_wide, points_high) = guarded(|| page.render_dimensions())?;
        let scale = width as f32 / points_wide;
        let height = (points_high * scale).ceil();
        let sound = scale.is_finite() && scale > 0.0 && (1.0..=65_000.0).contains(&height);
        let height = if sound { height as u32 } else { 0 };
        let pixels = u64::from(width) * u64::from(height);
        if !sound || width > 65_000 || pixels > self.limits.pixels {
            return Err(PaperError::PdfPageTooLarge { width, height });
        }
        let settings = PixmapSettings {
            x_scale: scale,
            y_scale: scale,
            bg_color: WHITE,
        };
        let pixmap = guarded(|| {
            let (cache, interpreter) = (RenderCache::new(), InterpreterSettings::default());
            render(
                page,
                &cache,
                &interpreter,
                &RenderSettings::default(),
                &settings,
            )
        })?;
        let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
        RgbaImage::from_raw(width, height, pixmap.take_rgba8(ImageAlphaType::Alpha))
            .ok_or(PaperError::PdfUnreadable)
    }

    /// As [`Reader::page`], as a PNG file.
    ///
    /// # Errors
    /// The same.
    pub fn page_png(&self, index: usize, width: u32) -> Result<Vec<u8>, PaperError> {
        let picture = self.page(index, width)?;
        let mut png = Cursor::new(Vec::new());
        picture
            .write_to(&mut png, ImageFormat::Png)
            .map_err(|_| PaperError::PdfUnreadable)?;
        Ok(png.into_inner())
    }
}

/// Number of pages of a PDF, under the usual limits.
///
/// # Errors
/// As [`Reader::open`].
pub fn page_count(pdf: &[u8]) -> Result<usize, PaperError> {
    Reader::open(pdf.to_vec(), Limits::default()).map(|reader| reader.page_count())
}

/// One page (from 0) of a PDF as a PNG file `width` pixels wide, under the usual limits.
///
/// # Errors
/// As [`Reader::open`] and [`Reader::page`].
pub fn page_png(pdf: &[u8], index: u32, width: u32) -> Result<Vec<u8>, PaperError> {
    let index = usize::try_from(index).unwrap_or(usize::MAX);
    Reader::open(pdf.to_vec(), Limits::default())?.page_png(index, width)
}

/// Runs the PDF interpreter. A file that makes it panic is an unreadable file,
/// not the end of the program.
fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, PaperError> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| PaperError::PdfUnreadable)
}
