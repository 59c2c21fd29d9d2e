//! A quick look at a scanned sheet, for filing signed pages: the codes on it,
//! which way up it lies, and round red seals. No letter is read here.
//!
//! Refuses to know what a code says: whose page it is, is told elsewhere.

use crate::PageImage;
use crate::clean::placement::{Placement, pixels};
use crate::clean::warp::Pyramid;
use crate::codes::{Code, all_codes, grey, grey_part, one_code};
use crate::colour;
use crate::geometry::{Corners4, Point, contains, middle};
use crate::reading::{Corners, SealHint};
use desk_domain::paper::Rotation;
use image::{GrayImage, Luma, RgbImage, imageops};
use std::borrow::Cow;

/// Side of a corner in which a page's own code is looked for first, in parts
/// of the page's shorter side: 65 mm of A4. The code stands 40 mm from the
/// right edge and 20 mm from the bottom one at most; a page that lies askew
/// moves it by 15 mm.
const CORNER: f64 = 0.31;
/// Longest side of the page whose corners are looked at first, 250 dpi of A4:
/// finer pixels take longer and tell no more of a sound code.
const QUICK: u32 = 3000;
/// Longest side of the page whose corners are looked at closely: 350 dpi of A4.
const CLOSE: u32 = 4200;
/// White around a corner: a code needs a quiet zone, even at the page's edge.
const QUIET: u32 = 16;
/// A corner with fewer pixels a side holds no code that can be read.
const SMALLEST: u32 = 64;
/// Longest side at which the whole page is searched quickly: 150 dpi of A4.
const WHOLE: u32 = 1800;
/// Longest side at which the whole page is searched when nothing was found.
const LAST: u32 = 3600;
/// Longest side at which seals are looked for: 75 dpi of A4.
const SEALS: u32 = 1000;

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
    // Two halves of the work take about as long.
    let (mut codes, (whole, seals)) = std::thread::scope(|scope| {
        let rest = scope.spawn(|| (on_whole(&pyramid), seals(&pyramid)));
        let mut codes = Vec::new();
        for corner in corners(&pyramid, QUICK) {
            add(&mut codes, corner.codes(all_codes, Seen::AsIs));
        }
        (codes, rest.join().unwrap_or_default())
    });
    let in_corner = !codes.is_empty();
    add(&mut codes, whole);
    if !in_corner {
        look_closely(&pyramid, &mut codes);
    }
    SheetLook {
        turn: turn_of_most(&codes),
        codes: codes.into_iter().map(sheet_code).collect(),
        seals,
    }
}

fn on_whole(page: &Pyramid<'_>) -> Vec<Code> {
    Part::whole(page.at_most(WHOLE), page.page()).codes(all_codes, Seen::AsIs)
}

/// Round red seals, on the page.
fn seals(page: &Pyramid<'_>) -> Vec<SealHint> {
    let (full, small) = (page.page(), page.at_most(SEALS));
    let Some(sheet) = Placement::whole(full.width(), full.height()) else {
        return Vec::new();
    };
    #[allow(clippy::cast_precision_loss, reason = "a ratio")]
    let scale = full.width() as f32 / small.width() as f32;
    colour::seals(small)
        .into_iter()
        .map(|seal| SealHint::of(&sheet, &seal.scaled(scale)))
        .collect()
}

/// Looks for a code that is faint, noisy or coarse: with patience, and at other
/// sizes; on the whole page if the corners have none.
fn look_closely(page: &Pyramid<'_>, found: &mut Vec<Code>) {
    let corners = corners(page, CLOSE);
    for (decode, seen) in [
        (one_code as Decoder, Seen::AsIs),
        (all_codes, Seen::AsIs),
        (all_codes, Seen::Soft),
        (one_code, Seen::Soft),
        (all_codes, Seen::Enlarged),
        (one_code, Seen::Enlarged),
    ] {
        let before = found.len();
        for corner in &corners {
            add(found, corner.codes(decode, seen));
        }
        if found.len() > before {
            return;
        }
    }
    let whole = Part::whole(page.at_most(LAST), page.page());
    add(found, whole.codes(one_code, Seen::AsIs));
    add(found, whole.codes(all_codes, Seen::Soft));
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
    /// Slightly softened, which joins what noise has broken.
    Soft,
    Enlarged,
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
    /// All of a picture that shows the page at a size of its own.
    fn whole(picture: &RgbImage, page: &RgbImage) -> Self {
        Self::of(grey(picture), [0, 0], scale(picture, page))
    }

    /// A square of such a picture.
    fn square(picture: &RgbImage, place: [u32; 2], side: u32, page: &RgbImage) -> Self {
        let square = grey_part(picture, place, [side, side]);
        Self::of(square, place, scale(picture, page))
    }

    fn of(tones: GrayImage, place: [u32; 2], step: f64) -> Self {
        let [left, top] = place.map(|at| (f64::from(at) - f64::from(QUIET)) * step);
        Self {
            tones: padded(&tones),
            left,
            top,
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

    fn seen(&self, seen: Seen) -> (Cow<'_, GrayImage>, f64) {
        let (width, height) = self.tones.dimensions();
        match seen {
            Seen::AsIs => (Cow::Borrowed(&self.tones), self.step),
            Seen::Soft => {
                let soft = imageproc::filter::gaussian_blur_f32(&self.tones, 1.0);
                (Cow::Owned(soft), self.step)
            }
            Seen::Enlarged => {
                let filter = imageops::FilterType::Triangle;
                let tones = imageops::resize(&self.tones, width * 2, height * 2, filter);
                (Cow::Owned(tones), self.step / 2.0)
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

/// Pixels of the page that one pixel of a picture of it covers.
fn scale(picture: &RgbImage, page: &RgbImage) -> f64 {
    f64::from(page.width()) / f64::from(picture.width())
}

/// The page's corners, first where an upright page has its code, in a picture
/// of the page of this size at most.
fn corners(page: &Pyramid<'_>, size: u32) -> Vec<Part> {
    let picture = page.at_most(size);
    let (width, height) = picture.dimensions();
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a part of a page's side"
    )]
    let side = (f64::from(width.min(height)) * CORNER) as u32;
    if side < SMALLEST {
        return Vec::new();
    }
    let (right, bottom) = (width - side, height - side);
    [[right, bottom], [0, 0], [0, bottom], [right, 0]]
        .into_iter()
        .map(|place| Part::square(picture, place, side, page.page()))
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
