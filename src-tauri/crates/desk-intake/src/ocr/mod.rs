//! From pixels to lines of text: finds the lines of a sheet, then reads them
//! letter by letter. The networks are PP-OCRv6 small (Apache-2.0), which
//! `assets/models` holds.
//!
//! Owns the networks and the pictures they want. Refuses to know what a paper
//! is: it reads a shopping list as willingly as a licence.

mod cancel;
mod classes;
mod ctc;
mod dense;
mod depthwise;
mod detect;
mod divided;
mod fetched;
mod glance;
mod graph;
mod laid;
mod layer;
mod mixer;
mod net;
mod onnx;
mod pool;
mod recognise;
mod tensor;
mod upright;

pub use cancel::Cancel;
pub(crate) use upright::Turned;

use crate::IntakeError;
use crate::clean::placement::Placement;
use crate::clean::warp::Pyramid;
use crate::cores::threads;
use crate::geometry::Corners4;
use crate::reading::{Letter, Look, TextLine};
use detect::Detector;
use net::{Net, Threads};
use recognise::Recogniser;
use std::path::Path;

/// The networks, opened once.
#[derive(Debug)]
pub(crate) struct Ocr {
    detector: Detector,
    recogniser: Recogniser,
    upside_down: Net,
}

impl Ocr {
    /// # Errors
    /// `ModelMissing`, `ModelDamaged`.
    pub(crate) fn open(folder: &Path) -> Result<Self, IntakeError> {
        let threads = threads();
        let single = (0..threads).map(|_| Threads::new(1)).collect();
        let threads = Threads::new(threads);
        let recogniser = Net::open(folder, "PP-OCRv6_rec_small.onnx", &threads);
        Ok(Self {
            detector: Detector::new(Net::open(folder, "PP-OCRv6_det_small.onnx", &threads)?),
            recogniser: Recogniser::new(recogniser?, single)?,
            upside_down: Net::open(folder, "ch_ppocr_mobile_v2.0_cls_mobile.onnx", &threads)?,
        })
    }

    /// Finds where lines stand on a sheet, in its own pixels; `side` is the
    /// length in pixels at which the sheet's longer side is looked at.
    pub(crate) fn find(
        &self,
        page: &Pyramid<'_>,
        sheet: &Placement,
        side: u32,
        look: Look,
        cancel: &Cancel,
    ) -> Result<Vec<Corners4>, IntakeError> {
        self.detector.find(page, sheet, side, look, cancel)
    }

    /// Reads lines whose places on the sheet are known, in the same order;
    /// `None` where nothing legible stands.
    pub(crate) fn read(
        &self,
        page: &Pyramid<'_>,
        sheet: &Placement,
        places: &[Corners4],
        look: Look,
        cancel: &Cancel,
    ) -> Result<Vec<Option<TextLine>>, IntakeError> {
        self.recogniser.read(page, sheet, places, look, cancel)
    }

    /// Letters of a line that was cut out and straightened already, 48 pixels
    /// high.
    pub(crate) fn read_line(
        &self,
        line: &image::RgbImage,
        cancel: &Cancel,
    ) -> Result<Vec<Letter>, IntakeError> {
        self.recogniser.read_line(line, cancel)
    }

    /// Turns a sheet so that its lines lie, and finds them on it; `side` as in
    /// [`Ocr::find`].
    pub(crate) fn lying(
        &self,
        page: &Pyramid<'_>,
        sheet: &Placement,
        side: u32,
        look: Look,
        cancel: &Cancel,
    ) -> Result<Turned, IntakeError> {
        upright::lying(self, page, sheet, side, (look, cancel))
    }

    /// Turns a sheet with lines that lie by half if they stand on their heads.
    pub(crate) fn upright(
        &self,
        page: &Pyramid<'_>,
        lying: Turned,
        look: Look,
        cancel: &Cancel,
    ) -> Result<Turned, IntakeError> {
        upright::upright(self, page, lying, (look, cancel))
    }
}
