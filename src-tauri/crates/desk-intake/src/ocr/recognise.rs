//! Reads lines: cuts each out of the page, straight and 48 pixels high, and
//! lets a network name its letters. Lines of like width share a batch, so that
//! little is spent on empty room.

use super::ctc::{Alphabet, letters};
use super::net::Net;
use super::{Cancel, tensor};
use crate::IntakeError;
use crate::clean::light;
use crate::clean::placement::Placement;
use crate::clean::warp::Pyramid;
use crate::geometry::Corners4;
use crate::reading::{Letter, Look, TextLine};
use image::RgbImage;

/// Height of a line for the network, in pixels.
const HEIGHT: u32 = 48;
/// Widest line, in pixels: about sixty-six letters.
const WIDEST: u32 = 3200;
/// Least room for a line: the network was trained on no less.
const NARROWEST: usize = 160;
/// Batches are brought to a multiple of this width.
const STEP: usize = 16;
/// Lines in one batch.
const BATCH: usize = 6;
/// Pixels of width in one batch, which bounds memory.
const ROOM: usize = 6400;
/// A line whose letters are less sure than this on average is no text.
const LEGIBLE: f32 = 0.35;

#[derive(Debug)]
pub(super) struct Recogniser {
    net: Net,
    alphabet: Alphabet,
}

/// A line cut out, and which of the lines wanted it is.
struct Cut {
    index: usize,
    picture: RgbImage,
}

impl Cut {
    fn width(&self) -> usize {
        self.picture.width() as usize
    }
}

impl Recogniser {
    pub(super) fn new(net: Net) -> Result<Self, IntakeError> {
        let alphabet = net.note("character").and_then(Alphabet::new);
        let alphabet = alphabet.ok_or(IntakeError::ModelDamaged {
            file: "PP-OCRv6_rec_small.onnx",
        })?;
        Ok(Self { net, alphabet })
    }

    pub(super) fn read(
        &self,
        page: &Pyramid<'_>,
        sheet: &Placement,
        places: &[Corners4],
        look: Look,
        cancel: &Cancel,
    ) -> Result<Vec<Option<TextLine>>, IntakeError> {
        let mut order: Vec<(usize, u32)> = places
            .iter()
            .enumerate()
            .filter_map(|(index, place)| Some((index, width(&sheet.part(place)?))))
            .collect();
        order.sort_by_key(|(_, width)| *width);
        let mut lines = vec![None; places.len()];
        let mut rest = order.as_slice();
        while !rest.is_empty() {
            let (batch, after) = rest.split_at(batch_length(rest));
            rest = after;
            let cuts: Vec<Cut> = batch
                .iter()
                .filter_map(|(index, width)| {
                    let line = sheet.part(&places[*index])?;
                    let picture = light::seen_as(page.picture(&line, *width, HEIGHT), look);
                    Some(Cut {
                        index: *index,
                        picture,
                    })
                })
                .collect();
            for (cut, letters) in cuts.iter().zip(self.batch(&cuts, cancel)?) {
                lines[cut.index] = line(&places[cut.index], letters);
            }
        }
        Ok(lines)
    }

    /// Letters of each of some cuts of like width.
    fn batch(&self, cuts: &[Cut], cancel: &Cancel) -> Result<Vec<Vec<Letter>>, IntakeError> {
        let widest = cuts.iter().map(Cut::width).max().unwrap_or(0);
        let room = widest.max(NARROWEST).next_multiple_of(STEP);
        let size = 3 * HEIGHT as usize * room;
        let mut numbers = vec![0.0; cuts.len() * size];
        for (cut, place) in cuts.iter().zip(numbers.chunks_exact_mut(size)) {
            tensor::write(&cut.picture, room, place);
        }
        let shape = [cuts.len(), 3, HEIGHT as usize, room];
        let answer = self.net.run::<3>(shape, numbers, cancel)?;
        let [count, slices, classes] = answer.shape;
        if count != cuts.len() || classes != self.alphabet.classes() {
            return Err(IntakeError::ReadingFailed);
        }
        let lines = answer.numbers.chunks_exact((slices * classes).max(1));
        Ok(cuts
            .iter()
            .zip(lines)
            .map(|(cut, slices)| letters(&self.alphabet, slices, cut.width() as f32 / room as f32))
            .collect())
    }
}

/// How many of the lines to come, sorted by width, go into one batch.
fn batch_length(lines: &[(usize, u32)]) -> usize {
    (1..=BATCH.min(lines.len()))
        .rev()
        .find(|count| *count == 1 || count * lines[count - 1].1 as usize <= ROOM)
        .unwrap_or(1)
}

/// Width of a line 48 pixels high.
fn width(line: &Placement) -> u32 {
    let width = f64::from(HEIGHT) * line.width() / line.height();
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped"
    )]
    let width = width.ceil().clamp(8.0, f64::from(WIDEST)) as u32;
    width
}

/// A line, if its letters are legible.
fn line(place: &Corners4, letters: Vec<Letter>) -> Option<TextLine> {
    let printed = letters.iter().filter(|l| l.character != ' ');
    let count = printed.clone().count();
    let confidence = printed.map(|l| l.confidence).sum::<f32>() / count.max(1) as f32;
    if count == 0 || confidence < LEGIBLE {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, reason = "pixels need no more")]
    let corners = place.map(|point| point.map(|value| value as f32));
    Some(TextLine {
        corners,
        text: letters.iter().map(|l| l.character).collect(),
        confidence,
        letters,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_lines_share_a_batch_with_fewer_others() {
        let like = |width| vec![(0, width); 20];
        assert_eq!(batch_length(&like(300)), BATCH);
        assert_eq!(batch_length(&like(3200)), 2);
        assert_eq!(batch_length(&like(9000)), 1);
    }
}
