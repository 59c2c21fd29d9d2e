//! Reads lines: cuts each out of the page, straight and 48 pixels high, and
//! lets a network name its letters. Each thread reads a line of its own: no
//! thread waits for another, and nothing is spent on empty room beside short
//! lines, as it is when lines share a batch.

use super::ctc::{Alphabet, letters};
use super::net::{Net, Threads};
use super::{Cancel, tensor};
use crate::IntakeError;
use crate::clean::light;
use crate::clean::placement::Placement;
use crate::clean::warp::Pyramid;
use crate::geometry::Corners4;
use crate::reading::{Letter, Look, TextLine};
use image::RgbImage;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Height of a line for the network, in pixels.
const HEIGHT: u32 = 48;
/// Letters are made so much narrower than they are high: the network reads them
/// as well, in less time.
const NARROWED: f64 = 0.82;
/// Widest line, in pixels: about sixty-six letters.
const WIDEST: u32 = 3200;
/// Least room for a line.
const NARROWEST: usize = 80;
/// Lines are brought to a multiple of this width.
const STEP: usize = 8;
/// A line whose letters are less sure than this on average is no text.
const LEGIBLE: f32 = 0.35;

pub(super) struct Recogniser {
    net: Net,
    alphabet: Alphabet,
    /// One thread each.
    readers: Vec<Threads>,
}

impl std::fmt::Debug for Recogniser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Recogniser").finish_non_exhaustive()
    }
}

/// Lines to be read, where, and how.
struct Task<'a> {
    page: &'a Pyramid<'a>,
    sheet: &'a Placement,
    places: &'a [Corners4],
    look: Look,
    cancel: &'a Cancel,
    /// Which places are lines, and how wide: the widest first, so that all
    /// threads end at about the same time.
    order: Vec<(usize, u32)>,
    /// How many of them have been taken.
    taken: AtomicUsize,
}

/// Which place, and what stands there.
type Read = (usize, Option<TextLine>);

impl Recogniser {
    pub(super) fn new(net: Net, readers: Vec<Threads>) -> Result<Self, IntakeError> {
        let alphabet = net.note("character").and_then(Alphabet::new);
        let fits = |alphabet: &Alphabet| alphabet.classes() == net.classes();
        let alphabet = alphabet.filter(fits).ok_or(IntakeError::ModelDamaged {
            file: "PP-OCRv6_rec_small.onnx",
        })?;
        Ok(Self {
            net,
            alphabet,
            readers,
        })
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
        order.sort_by_key(|(_, width)| std::cmp::Reverse(*width));
        let task = Task {
            page,
            sheet,
            places,
            look,
            cancel,
            order,
            taken: AtomicUsize::new(0),
        };
        let mut lines = vec![None; places.len()];
        for (index, line) in self.shared(&task)? {
            lines[index] = line;
        }
        Ok(lines)
    }

    /// Letters of a line cut out already, [`HEIGHT`] pixels high.
    pub(super) fn read_line(
        &self,
        line: &RgbImage,
        cancel: &Cancel,
    ) -> Result<Vec<Letter>, IntakeError> {
        self.letters(line, self.net.threads(), cancel)
    }

    /// Reads all lines of a task, on as many threads as it has lines for.
    fn shared(&self, task: &Task<'_>) -> Result<Vec<Read>, IntakeError> {
        if task.order.len() < 2 {
            return self.some(task, self.net.threads());
        }
        let readers = &self.readers[..self.readers.len().min(task.order.len())];
        std::thread::scope(|scope| {
            let started: Vec<_> = readers
                .iter()
                .map(|threads| scope.spawn(|| threads.within(|| self.some(task, threads))))
                .collect();
            let mut all = Vec::new();
            for reader in started {
                all.extend(reader.join().map_err(|_| IntakeError::ReadingFailed)??);
            }
            Ok(all)
        })
    }

    /// Reads lines of a task until none is left.
    fn some(&self, task: &Task<'_>, threads: &Threads) -> Result<Vec<Read>, IntakeError> {
        let mut read = Vec::new();
        loop {
            let at = task.taken.fetch_add(1, Ordering::Relaxed);
            let Some((index, width)) = task.order.get(at) else {
                return Ok(read);
            };
            let place = &task.places[*index];
            let Some(cut) = task.sheet.part(place) else {
                continue;
            };
            let picture = task.page.picture(&cut, *width, HEIGHT);
            let letters =
                self.letters(&light::seen_as(picture, task.look), threads, task.cancel)?;
            read.push((*index, line(place, letters)));
        }
    }

    /// Letters of a line cut out.
    fn letters(
        &self,
        cut: &RgbImage,
        threads: &Threads,
        cancel: &Cancel,
    ) -> Result<Vec<Letter>, IntakeError> {
        let width = cut.width() as usize;
        let room = width.max(NARROWEST).next_multiple_of(STEP);
        let mut numbers = vec![0.0; 3 * HEIGHT as usize * room];
        tensor::write(cut, room, &mut numbers);
        let shape = [1, 3, HEIGHT as usize, room];
        let slices = self.net.slices(threads, shape, numbers, cancel)?;
        let filled = width as f32 / room as f32;
        Ok(letters(&self.alphabet, &slices, filled))
    }
}

/// Width of a line 48 pixels high.
fn width(line: &Placement) -> u32 {
    let width = NARROWED * f64::from(HEIGHT) * line.width() / line.height();
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
