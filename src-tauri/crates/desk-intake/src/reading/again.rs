//! The second look: reads a place of a sheet once more, another way, for rules
//! that found it suspicious.

use super::ring::unrolled;
use super::{Look, Quad, Seal, SecondLook, TextLine};
use crate::clean::placement::Placement;
use crate::clean::warp::Pyramid;
use crate::geometry::{Corners4, Homography, extent};
use crate::ocr::{Cancel, Ocr};

/// A sheet that can be read again.
pub(crate) struct Again<'a> {
    pub(crate) ocr: &'a Ocr,
    pub(crate) page: &'a Pyramid<'a>,
    pub(crate) sheet: Placement,
    pub(crate) cancel: &'a Cancel,
}

impl std::fmt::Debug for Again<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Again").finish_non_exhaustive()
    }
}

/// A search looks at no more than this many pixels a side.
const MOST: f64 = 960.0;
/// How much a search enlarges at most.
const ENLARGED: f64 = 2.0;

impl Again<'_> {
    fn read(&self, places: &[Corners4], look: Look) -> Vec<TextLine> {
        // A second look is a favour: when it fails, the first one stands.
        self.ocr
            .read(self.page, &self.sheet, places, look, self.cancel)
            .map(|lines| lines.into_iter().flatten().collect())
            .unwrap_or_default()
    }

    fn find(&self, area: &Corners4, look: Look) -> Option<Vec<Corners4>> {
        let part = self.sheet.part(area)?;
        let (along, across) = extent(area);
        let side = (along.max(across) * ENLARGED).min(MOST);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most MOST"
        )]
        let side = (side as u32).max(64);
        let lines = self
            .ocr
            .find(self.page, &part, side, look, self.cancel)
            .ok()?;
        let to_sheet = Homography::of_rectangle(part.width(), part.height(), area)?;
        Some(
            lines
                .into_iter()
                .map(|line| line.map(|point| to_sheet.apply(point)))
                .collect(),
        )
    }
}

impl SecondLook for Again<'_> {
    fn reread(&self, corners: &Quad, look: Look) -> Option<TextLine> {
        self.read(&[wide(corners)], look).pop()
    }

    fn search(&self, area: &Quad, look: Look) -> Vec<TextLine> {
        let places = self.find(&wide(area), look).unwrap_or_default();
        self.read(&places, look)
    }

    fn around(&self, seal: &Seal) -> Option<TextLine> {
        let ring = unrolled(self.page, &self.sheet, seal)?;
        let letters = self.ocr.read_line(&ring, self.cancel).ok()?;
        let ([x, y], half) = (seal.centre, seal.diameter / 2.0);
        Some(TextLine {
            corners: [[-half, -half], [half, -half], [half, half], [-half, half]]
                .map(|[dx, dy]| [x + dx, y + dy]),
            text: letters.iter().map(|letter| letter.character).collect(),
            confidence: letters.iter().map(|letter| letter.confidence).sum::<f32>()
                / letters.len().max(1) as f32,
            letters,
        })
    }
}

fn wide(quad: &Quad) -> Corners4 {
    quad.map(|point| point.map(f64::from))
}
