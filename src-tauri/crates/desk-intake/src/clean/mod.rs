//! Clean-up: where papers lie on a page, and how they look straight on, upright
//! and in even light. Owns the geometry between page and sheet. Refuses to
//! touch the page: every picture made here is a copy to look at.

mod content;
mod edge;
mod finder;
pub(crate) mod light;
pub(crate) mod mask;
mod near;
mod outline;
pub(crate) mod placement;
mod sampling;
mod shape;
mod soft;
mod surface;
mod thin;
pub(crate) mod warp;

use crate::reading::Corners;
use crate::{IntakeError, PageImage};
pub(crate) use content::{content, on_paper, prints_beside};
use desk_domain::paper::Rotation;
pub(crate) use finder::find;
pub(crate) use near::card_near;
use placement::{Placement, pixels};
use warp::Pyramid;

/// What tells that a document lies there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// Four edges of a paper or card.
    Edges,
    /// Nothing but the page itself: a scan that the paper fills, or a copy on
    /// which only the print is left.
    Page,
}

/// A document on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FoundDocument {
    /// Where it lies, clockwise from the corner nearest the page's top left;
    /// which way up it is, only its print can tell.
    pub corners: Corners,
    /// What tells so.
    pub evidence: Evidence,
}

/// Finds papers and cards on a scan or a photograph, several if there are,
/// from top to bottom. The whole page if no edge is to be seen.
#[must_use]
pub fn find_documents(page: &PageImage) -> Vec<FoundDocument> {
    let found = find(&Pyramid::new(page.pixels()));
    if found.is_empty() {
        let (width, height) = (f64::from(page.width()), f64::from(page.height()));
        return vec![FoundDocument {
            corners: pixels(&crate::geometry::rectangle(width, height)),
            evidence: Evidence::Page,
        }];
    }
    found
        .iter()
        .map(|found| FoundDocument {
            corners: pixels(found.sheet.corners()),
            evidence: Evidence::Edges,
        })
        .collect()
}

/// How a straightened picture is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Straight {
    /// Turned clockwise on top of the order of the corners.
    pub turn: Rotation,
    /// Longest side at most, in pixels.
    pub max_side: u32,
    /// Whether shade is evened out.
    pub even_light: bool,
}

/// Cuts the four-cornered part out of a page and shows it straight on. The
/// corners may have been dragged by hand, beyond the page even.
///
/// # Errors
/// `CropEmpty` when the corners enclose nothing or cross each other.
pub fn straighten(
    page: &PageImage,
    corners: &Corners,
    wanted: &Straight,
) -> Result<PageImage, IntakeError> {
    let sheet = shown(page, corners)?
        .turned(quarters(wanted.turn))
        .ok_or(IntakeError::CropEmpty)?;
    let picture = look(&Pyramid::new(page.pixels()), &sheet, wanted.max_side);
    Ok(PageImage::new(if wanted.even_light {
        light::evened(picture)
    } else {
        picture
    }))
}

/// A sheet whose corners a person showed.
///
/// # Errors
/// `CropEmpty` when the corners enclose nothing or cross each other.
pub(crate) fn shown(page: &PageImage, corners: &Corners) -> Result<Placement, IntakeError> {
    let corners = corners.map(|point| point.map(f64::from));
    if !finder::is_convex(&corners) {
        return Err(IntakeError::CropEmpty);
    }
    let size = (f64::from(page.width()), f64::from(page.height()));
    shape::placed(corners, size).ok_or(IntakeError::CropEmpty)
}

/// Cuts a place out of a page as a JPEG file, straight on, with some of its
/// surroundings, so that a person sees what was read.
///
/// # Errors
/// `CropEmpty`, `PictureUnwritable`.
pub fn crop(page: &PageImage, corners: &Corners) -> Result<Vec<u8>, IntakeError> {
    /// Longest side of such a picture in pixels.
    const LONGEST: u32 = 1200;
    let corners = corners.map(|point| point.map(f64::from));
    if !finder::is_convex(&corners) {
        return Err(IntakeError::CropEmpty);
    }
    let place = Placement::as_seen(corners).ok_or(IntakeError::CropEmpty)?;
    let (width, height) = (place.width(), place.height());
    let more = 0.35 * height.min(width);
    let wider = [
        [-more, -more],
        [width + more, -more],
        [width + more, height + more],
        [-more, height + more],
    ];
    let place = place.part(&wider).ok_or(IntakeError::CropEmpty)?;
    PageImage::new(look(&Pyramid::new(page.pixels()), &place, LONGEST)).to_jpeg(85)
}

/// A sheet at its own size, or smaller.
pub(crate) fn look(page: &Pyramid<'_>, sheet: &Placement, max_side: u32) -> image::RgbImage {
    let (width, height) = size(sheet, max_side);
    page.picture(sheet, width, height)
}

/// The same for whoever looks at the whole rather than at letters.
pub(crate) fn glimpse(page: &Pyramid<'_>, sheet: &Placement, max_side: u32) -> image::RgbImage {
    let (width, height) = size(sheet, max_side);
    page.glimpse(sheet, width, height)
}

/// Width and height of a sheet shown at its own size, or smaller.
fn size(sheet: &Placement, max_side: u32) -> (u32, u32) {
    let scale = (f64::from(max_side.max(1)) / sheet.width().max(sheet.height())).min(1.0);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most max_side"
    )]
    let length = |side: f64| ((side * scale).round() as u32).max(1);
    (length(sheet.width()), length(sheet.height()))
}

const fn quarters(turn: Rotation) -> u8 {
    match turn {
        Rotation::Upright => 0,
        Rotation::Right => 1,
        Rotation::Upsidedown => 2,
        Rotation::Left => 3,
    }
}
