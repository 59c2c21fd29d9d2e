//! A quick look at a scanned sheet, for filing signed pages: the codes on it,
//! which way up it lies, and round red seals. No letter is read here.
//!
//! Refuses to know what a code says: whose page it is, is told elsewhere.

use crate::PageImage;
use crate::clean::placement::{Placement, pixels};
use crate::clean::warp::Pyramid;
use crate::codes::{Code, all_codes, grey, one_code};
use crate::colour;
use crate::geometry::{Corners4, Point, contains, middle};
use crate::reading::{Corners, SealHint};
use desk_domain::paper::Rotation;
use image::{GrayImage, Luma, RgbImage, imageops};

/// Side of a corner in which a page's own code is looked for first, in parts
/// of the page's shorter side: 65 mm of A4. The code stands 40 mm from the
/// right edge and 20 mm from the bottom one at most; a page that lies askew
/// moves it by 15 mm.
const CORNER: f64 = 0.31;
/// A corner is searched at no more than this many pixels a side: 350 dpi of A4.
const MOST: u32 = 900;
/// A corner smaller than this, 220 dpi of A4, is enlarged for a second look.
const SMALL: u32 = 600;
/// White around a corner: a code needs a quiet zone, even at the page's edge.
const QUIET: u32 = 16;
/// Longest side at which the whole page is searched quickly: 200 dpi of A4.
const WHOLE: u32 = 2400;
/// Longest side at which the whole page is searched when nothing was found.
const LAST: u32 = 3600;
/// Longest side at which seals are looked for.
const SEALS: u32 = 800;

/// What a quick look at a sheet tells.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetLook {
    /// All codes seen, those in the page's corners first. Texts are to be
    /// compared and shown, never opened.
    pub codes: Vec<SheetCode>,
    /// The turn that sets the sheet upright, as most of its codes tell; `None`
    /// without a code. Where foreign codes may stand on the sheet, ask the
    /// turn of the code that matters.
    pub turn: Option<Rotation>,
    /// Round red seals, largest first: a hint that 已盖公章, for a person to
    /// confirm. A grey or black scan shows none.
    pub seals: Vec<SealHint>,
}

/// A QR code on a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetCode {
    /// What it says, 1 to 1024 bytes.
    pub text: String,
    /// Where it stands on the page, from the code's own top left; true to
    /// about two of its modules.
    pub corners: Corners,
    /// The turn that sets this code upright.
    pub turn: Rotation,
}

/// Looks at a scanned page: its corners first, where our pages bear their code,
/// then all of it. Takes a small part of a second at 300 dpi, and never much
/// longer than reading its pixels a few times.
#[must_use]
pub fn look_at_sheet(page: &PageImage) -> SheetLook {
    let pyramid = Pyramid::new(page.pixels());
    let codes = codes(&pyramid);
    SheetLook {
        turn: turn_of_most(&codes),
        codes: codes.into_iter().map(sheet_code).collect(),
        seals: Placement::whole(page.width(), page.height())
            .map(|sheet| seals(&pyramid, &sheet))
            .unwrap_or_default(),
    }
}

/// Round red seals on a sheet.
fn seals(page: &Pyramid<'_>, sheet: &Placement) -> Vec<SealHint> {
    let picture = crate::clean::look(page, sheet, SEALS);
    let scale = sheet.width() / f64::from(picture.width());
    let found = colour::seals(&picture).into_iter();
    found
        .map(|seal| SealHint::of(sheet, &seal.scaled(scale as f32)))
        .collect()
}

/// Codes in pixels of the page.
fn codes(page: &Pyramid<'_>) -> Vec<Code> {
    let corners = corners(page.page());
    let mut found = Vec::new();
    for corner in &corners {
        add(&mut found, corner.codes(all_codes, Seen::AsIs));
    }
    let in_corner = !found.is_empty();
    let whole = Part::whole(page.at_most(WHOLE), page.page());
    add(&mut found, whole.codes(all_codes, Seen::AsIs));
    if in_corner {
        return found;
    }
    // A code that is faint, noisy or coarse: patience, and other sizes.
    for (decode, seen) in [
        (one_code as Decoder, Seen::AsIs),
        (all_codes, Seen::Resized),
        (one_code, Seen::Resized),
        (all_codes, Seen::Soft),
        (one_code, Seen::Soft),
    ] {
        for corner in &corners {
            add(&mut found, corner.codes(decode, seen));
        }
        if !found.is_empty() {
            return found;
        }
    }
    let whole = Part::whole(page.at_most(LAST), page.page());
    add(&mut found, whole.codes(one_code, Seen::AsIs));
    add(&mut found, whole.codes(all_codes, Seen::Soft));
    found
}

/// Adds the codes that are not there yet.
fn add(known: &mut Vec<Code>, found: Vec<Code>) {
    for code in found {
        let same = |other: &Code| {
            other.text == code.text && contains(&other.corners, middle(&code.corners))
        };
        if !known.iter().any(same) {
            known.push(code);
        }
    }
}

type Decoder = fn(&GrayImage) -> Vec<Code>;

/// Ways of looking at a part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    AsIs,
    /// Twice the size where pixels are coarse, half of it where they are fine.
    Resized,
    Soft,
}

/// A part of the page without colours, and how it lies there.
struct Part {
    tones: GrayImage,
    left: f64,
    top: f64,
    /// Pixels of the page that one of the part's pixels covers.
    step: f64,
}

impl Part {
    /// The whole page, at the size of a picture of it.
    fn whole(picture: &RgbImage, page: &RgbImage) -> Self {
        let step = f64::from(page.width()) / f64::from(picture.width());
        let quiet = f64::from(QUIET) * step;
        Self {
            tones: padded(&grey(picture)),
            left: -quiet,
            top: -quiet,
            step,
        }
    }

    /// A square of the page.
    fn square(page: &RgbImage, left: u32, top: u32, side: u32) -> Self {
        let tones = grey(&imageops::crop_imm(page, left, top, side, side).to_image());
        let size = side.min(MOST);
        let step = f64::from(side) / f64::from(size);
        let tones = if size == side {
            tones
        } else {
            imageops::resize(&tones, size, size, imageops::FilterType::Triangle)
        };
        let quiet = f64::from(QUIET) * step;
        Self {
            tones: padded(&tones),
            left: f64::from(left) - quiet,
            top: f64::from(top) - quiet,
            step,
        }
    }

    fn codes(&self, decode: Decoder, seen: Seen) -> Vec<Code> {
        let (tones, step) = self.seen(seen);
        let on_page = |[x, y]: Point| [x * step + self.left, y * step + self.top];
        decode(&tones)
            .into_iter()
            .map(|code| Code {
                corners: code.corners.map(on_page),
                ..code
            })
            .collect()
    }

    fn seen(&self, seen: Seen) -> (std::borrow::Cow<'_, GrayImage>, f64) {
        use std::borrow::Cow;
        let (width, height) = self.tones.dimensions();
        match seen {
            Seen::AsIs => (Cow::Borrowed(&self.tones), self.step),
            Seen::Soft => {
                let soft = imageproc::filter::gaussian_blur_f32(&self.tones, 1.0);
                (Cow::Owned(soft), self.step)
            }
            Seen::Resized => {
                let coarse = width.min(height) < SMALL;
                let size = |side: u32| if coarse { side * 2 } else { side / 2 };
                let filter = imageops::FilterType::Triangle;
                let tones = imageops::resize(&self.tones, size(width), size(height), filter);
                let step = f64::from(width) / f64::from(tones.width());
                (Cow::Owned(tones), self.step * step)
            }
        }
    }
}

/// A picture with white around it.
fn padded(tones: &GrayImage) -> GrayImage {
    let (width, height) = tones.dimensions();
    let mut wide = GrayImage::from_pixel(width + 2 * QUIET, height + 2 * QUIET, Luma([255]));
    imageops::replace(&mut wide, tones, QUIET.into(), QUIET.into());
    wide
}

/// The page's corners, where an upright page has its code first.
fn corners(page: &RgbImage) -> Vec<Part> {
    let (width, height) = page.dimensions();
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a part of a page's side"
    )]
    let side = (f64::from(width.min(height)) * CORNER) as u32;
    if side < 64 {
        return Vec::new();
    }
    let (right, bottom) = (width - side, height - side);
    [(right, bottom), (0, 0), (0, bottom), (right, 0)]
        .into_iter()
        .map(|(left, top)| Part::square(page, left, top, side))
        .collect()
}

fn sheet_code(code: Code) -> SheetCode {
    SheetCode {
        turn: turn(&code.corners),
        corners: pixels(&code.corners),
        text: code.text,
    }
}

/// The turn that sets a code upright.
fn turn(corners: &Corners4) -> Rotation {
    let [a, b, c, d] = *corners;
    let across = (b[0] - a[0]) + (c[0] - d[0]);
    let down = (b[1] - a[1]) + (c[1] - d[1]);
    match (across.abs() >= down.abs(), across > 0.0, down > 0.0) {
        (true, true, _) => Rotation::Upright,
        (true, false, _) => Rotation::Upsidedown,
        // Its top edge runs downwards: it was turned clockwise.
        (false, _, true) => Rotation::Left,
        (false, _, false) => Rotation::Right,
    }
}

/// The turn that most codes ask for, the first of them where they are as many.
fn turn_of_most(codes: &[Code]) -> Option<Rotation> {
    let turns: Vec<Rotation> = codes.iter().map(|code| turn(&code.corners)).collect();
    let count = |turn: &Rotation| turns.iter().filter(|other| *other == turn).count();
    let most = turns.iter().map(count).max()?;
    turns.iter().copied().find(|turn| count(turn) == most)
}
