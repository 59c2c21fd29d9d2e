//! A sheet set upright, with its lines: as large a look as its print needs, and
//! no line read twice.

use super::notices::{Notices, notices};
use super::sheet::Work;
use super::{DocumentKind, Look, TextLine};
use crate::IntakeError;
use crate::clean::placement::Placement;
use crate::fields;
use crate::geometry::Corners4;
use crate::ocr::Turned;

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
    /// Where notices begin that were left unread, in pixels of the sheet.
    pub(super) foot: Option<f64>,
}

impl Work<'_> {
    /// A sheet set upright, with its lines; `all` of them even where notices
    /// could be told by their places.
    pub(super) fn lined(&self, sheet: &Placement, all: bool) -> Result<Lined, IntakeError> {
        let look = self.tone.look();
        let lying = |sheet: &Placement, side: u32| {
            let longest = sheet.width().max(sheet.height());
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a sheet is about as large as its page at most"
            )]
            let enlarged = (longest as u32).saturating_mul(2);
            self.ocr
                .lying(self.page, sheet, side.min(enlarged), look, self.cancel)
        };
        let side = if sheet.is_card() { CARD } else { PAPER };
        let mut found = lying(sheet, side)?;
        if sheet.is_card()
            && found.places.len() > CARD_LINES
            && let Some(paper) = found.sheet.as_paper()
        {
            found = lying(&paper, PAPER)?;
        }
        let found = self.ocr.upright(self.page, found, look, self.cancel)?;
        self.rest(found, look, all)
    }

    /// All lines of a sheet, those read before as they were; of a licence all
    /// but its notices.
    fn rest(&self, found: Turned, look: Look, all: bool) -> Result<Lined, IntakeError> {
        let Turned {
            sheet,
            places,
            tasted,
        } = found;
        let read = |chosen: &[usize]| {
            let places: Vec<Corners4> = chosen.iter().map(|at| places[*at]).collect();
            let read = self
                .ocr
                .read(self.page, &sheet, &places, look, self.cancel)?;
            Ok::<_, IntakeError>(chosen.iter().copied().zip(read).collect::<Vec<_>>())
        };
        let is_new = |at: &usize| tasted.iter().all(|(known, _)| known != at);
        let mut left = if all || sheet.is_card() {
            Notices::default()
        } else {
            notices((sheet.width(), sheet.height()), &places)
        };
        left.lines.retain(is_new);
        let first = |at: &usize| is_new(at) && !left.lines.contains(at);
        let first: Vec<usize> = (0..places.len()).filter(first).collect();
        let legible = |(at, line): (usize, Option<TextLine>)| Some((at, line?));
        let (mut order, mut lines): (Vec<usize>, Vec<TextLine>) = read(&first)?
            .into_iter()
            .chain(tasted)
            .filter_map(legible)
            .unzip();
        if !left.lines.is_empty() && fields::kind_of(&lines) != DocumentKind::Licence {
            for (at, line) in read(&left.lines)?.into_iter().filter_map(legible) {
                order.push(at);
                lines.push(line);
            }
            left.foot = None;
        }
        let mut lines: Vec<(usize, TextLine)> = order.into_iter().zip(lines).collect();
        lines.sort_by_key(|(at, _)| *at);
        Ok(Lined {
            sheet,
            lines: lines.into_iter().map(|(_, line)| line).collect(),
            foot: left.foot,
        })
    }
}
