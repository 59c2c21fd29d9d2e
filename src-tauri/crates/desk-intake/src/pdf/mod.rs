//! PDF papers: scans in an envelope, or papers that never were on paper. Pages
//! are drawn by hayro at the size that is wanted and no larger. Refuses to
//! follow links, run scripts or open attachments: hayro has no such doors.

mod unpack;
mod weight;

use crate::page::{PageImage, PageShape};
use crate::view::{Area, View, quarters};
use crate::{IntakeError, Limits};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings, render_into};
use image::{DynamicImage, RgbImage};
use memchr::memmem;
use std::sync::Arc;

/// Resolution of a page for which no size is asked.
const DPI: f64 = 300.0;
/// Beyond this, a page only gets blurred at great cost.
const FINEST_DPI: f64 = 600.0;
const POINTS_PER_INCH: f64 = 72.0;
/// Longest side and most pixels drawn, whatever is asked: A3 at 300 dpi.
const MAX_SIDE: f64 = 8000.0;
const MAX_PIXELS: f64 = 18_000_000.0;

/// The shapes of all pages.
pub(crate) fn shapes(bytes: &Arc<Vec<u8>>, limits: &Limits) -> Result<Vec<PageShape>, IntakeError> {
    let pdf = open(bytes, limits)?;
    Ok(pdf.pages().iter().map(shape).collect())
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to a range of pixels"
)]
fn shape(page: &Page<'_>) -> PageShape {
    let (width, height) = points(page);
    let pixels = |points: f64| (points * DPI / POINTS_PER_INCH).round().clamp(1.0, 1e6) as u32;
    PageShape {
        width: pixels(width),
        height: pixels(height),
        dpi: Some(DPI as u32),
    }
}

/// Size of a page as it is read, in points; A4 for a page that has none.
fn points(page: &Page<'_>) -> (f64, f64) {
    let (width, height) = page.render_dimensions();
    let sound = |side: f32| {
        if side.is_finite() {
            f64::from(side).clamp(1.0, 1e6)
        } else {
            595.0
        }
    };
    (sound(width), sound(height))
}

/// One page, counted from 1.
pub(crate) fn draw(
    bytes: &Arc<Vec<u8>>,
    page: u32,
    view: &View,
    limits: &Limits,
) -> Result<PageImage, IntakeError> {
    let pdf = open(bytes, limits)?;
    let pages = pdf.pages();
    let unknown = || IntakeError::PageUnknown {
        page,
        pages: u32::try_from(pages.len()).unwrap_or(u32::MAX),
    };
    let page = (page as usize)
        .checked_sub(1)
        .and_then(|at| pages.get(at))
        .ok_or_else(unknown)?;
    let area = view.area()?;
    let mut picture = DynamicImage::ImageRgb8(paint(page, &Frame::of(page, area, view.max_side))?);
    picture.apply_orientation(quarters(view.rotation));
    Ok(PageImage::new(picture.into_rgb8()))
}

fn open(bytes: &Arc<Vec<u8>>, limits: &Limits) -> Result<Pdf, IntakeError> {
    if !ends(bytes) {
        return Err(IntakeError::FileTruncated);
    }
    weight::check_packed(bytes, limits)?;
    let pdf = Pdf::new(Arc::clone(bytes)).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => IntakeError::PdfNeedsPassword,
        other => IntakeError::damaged(format!("{other:?}")),
    })?;
    let pages = u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX);
    if pages == 0 {
        return Err(IntakeError::FileWithoutPages);
    }
    if pages > limits.max_pages {
        return Err(IntakeError::TooManyPages {
            pages,
            limit: limits.max_pages,
        });
    }
    weight::check_objects(&pdf, limits)?;
    Ok(pdf)
}

/// Whether the file reaches its end marker; some senders pad it.
fn ends(bytes: &[u8]) -> bool {
    const MARKER: &[u8] = b"%%EOF";
    let padding = bytes
        .iter()
        .rev()
        .take_while(|byte| matches!(byte, 0 | b' ' | b'\r' | b'\n'))
        .count();
    let body = &bytes[..bytes.len() - padding];
    let tail = &body[body.len().saturating_sub(4096)..];
    memmem::find(tail, MARKER).is_some()
}

/// Which part of a page is drawn, at which scale, into how many pixels.
struct Frame {
    left: f64,
    top: f64,
    scale: f64,
    width: u16,
    height: u16,
}

impl Frame {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to a range of pixels that fits"
    )]
    fn of(page: &Page<'_>, area: Area, max_side: Option<u32>) -> Self {
        let (page_width, page_height) = points(page);
        let width = (area.right - area.left) * page_width;
        let height = (area.bottom - area.top) * page_height;
        let longest = width.max(height);
        let wanted = max_side.map_or(DPI / POINTS_PER_INCH, |side| {
            f64::from(side.max(1)) / longest
        });
        let scale = wanted
            .min(FINEST_DPI / POINTS_PER_INCH)
            .min(MAX_SIDE / longest)
            .min((MAX_PIXELS / (width * height)).sqrt());
        let pixels = |points: f64| (points * scale).round().clamp(1.0, MAX_SIDE) as u16;
        Self {
            left: area.left * page_width,
            top: area.top * page_height,
            scale,
            width: pixels(width),
            height: pixels(height),
        }
    }
}

fn paint(page: &Page<'_>, frame: &Frame) -> Result<RgbImage, IntakeError> {
    let transform = Affine::scale(frame.scale)
        * Affine::translate((-frame.left, -frame.top))
        * page.initial_transform(true).to_kurbo();
    let mut context = RenderContext::new(frame.width, frame.height);
    render_into(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &mut context,
        transform,
    );
    context.flush();
    let mut drawn = Pixmap::new(frame.width, frame.height);
    let settings = RasterizerSettings {
        target_init: TargetInit::Clear(WHITE),
        ..RasterizerSettings::default()
    };
    context.render_with(&mut drawn, &mut Resources::default(), settings);
    let rgb = drawn
        .data()
        .iter()
        .flat_map(|pixel| [pixel.r, pixel.g, pixel.b])
        .collect();
    RgbImage::from_raw(frame.width.into(), frame.height.into(), rgb)
        .ok_or(IntakeError::PictureUnwritable)
}
