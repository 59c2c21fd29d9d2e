//! A sheet set upright, with its lines: as large a look as its print needs, and
//! no line read twice.

use super::reader::Work;
use super::{Look, TextLine};
use crate::IntakeError;
use crate::clean::placement::Placement;
use crate::geometry::Corners4;
use crate::ocr::Upright;

/// Longest side at which lines are looked for: a card's few lines are large on
/// it, a licence's many are small.
const CARD: u32 = 576;
const PAPER: u32 = 832;
/// Lines on one side of a card at most, its heading and dirt included; what has
/// more is a paper, whatever its photograph tells of its proportions.
const CARD_LINES: usize = 18;
/// A sheet with its lines, not yet understood.
pub(super) struct Lined {
    pub(super) sheet: Placement,
    pub(super) lines: Vec<TextLine>,
}

impl Work<'_> {
    /// A sheet set upright, with its lines.
    pub(super) fn lined(&self, sheet: &Placement) -> Result<Lined, IntakeError> {
        let look = self.tone.look();
        let upright = |sheet: &Placement, side: u32| {
            let longest = sheet.width().max(sheet.height());
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a sheet is about as large as its page at most"
            )]
            let enlarged = (longest as u32).saturating_mul(2);
            self.ocr
                .upright(self.page, sheet, side.min(enlarged), look, self.cancel)
        };
        let side = if sheet.is_card() { CARD } else { PAPER };
        let mut found = upright(sheet, side)?;
        if sheet.is_card()
            && found.places.len() > CARD_LINES
            && let Some(paper) = found.sheet.as_paper()
        {
            found = upright(&paper, PAPER)?;
        }
        Ok(Lined {
            sheet: found.sheet,
            lines: self.rest(found, look)?,
        })
    }

    /// All lines of a sheet, those read before as they were.
    fn rest(&self, found: Upright, look: Look) -> Result<Vec<TextLine>, IntakeError> {
        let Upright {
            sheet,
            places,
            tasted,
        } = found;
        let is_new = |at: &usize| tasted.iter().all(|(known, _)| known != at);
        let new: Vec<usize> = (0..places.len()).filter(is_new).collect();
        let unread: Vec<Corners4> = new.iter().map(|at| places[*at]).collect();
        let read = self
            .ocr
            .read(self.page, &sheet, &unread, look, self.cancel)?;
        let mut lines: Vec<_> = new.into_iter().zip(read).chain(tasted).collect();
        lines.sort_by_key(|(at, _)| *at);
        Ok(lines.into_iter().filter_map(|(_, line)| line).collect())
    }
}
