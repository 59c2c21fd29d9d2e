//! Which way up a sheet is, told by its own print: lines standing on end mean
//! a quarter turn, letters on their heads half a turn.

use super::glance::seems_on_end;
use super::{Cancel, Ocr, tensor};
use crate::IntakeError;
use crate::clean::placement::Placement;
use crate::clean::warp::Pyramid;
use crate::fields::is_han;
use crate::geometry::{Corners4, extent};
use crate::reading::{Letter, Look, TextLine};

/// A line counts when it is this many times as long as high; shorter ones
/// look alike in all directions.
const OBLONG: f64 = 1.6;
/// Lines read to see whether they stand upright, so that two threads or four
/// are busy to the end,
const TASTED: usize = 4;
/// and when those do not tell, so many both ways.
const DOUBTFUL: usize = 6;
/// How long such a line should be, in parts of its height.
const TASTE: f64 = 8.0;
/// Chinese letters this sure on average stand upright; on their heads they are
/// read as something, but half as surely.
const SURE: f32 = 0.85;
/// Fewer of them tell nothing.
const FEWEST: usize = 8;
/// Lines asked whether they stand on their heads.
const ASKED: usize = 6;
/// Lines on average less likely than this to stand on their heads do not.
const UNLIKELY: f32 = 0.2;
/// Size of the picture the classifier wants.
const SIZE: [usize; 2] = [48, 192];

/// Which line, and what was read there.
type Tasted = (usize, Option<TextLine>);

/// A sheet turned until its lines can be read, and where they are.
pub(crate) struct Turned {
    pub(crate) sheet: Placement,
    /// From top to bottom.
    pub(crate) places: Vec<Corners4>,
    /// Those of them that were read to tell which way up they are.
    pub(crate) tasted: Vec<Tasted>,
}

impl Turned {
    /// The same after half a turn. Lines on their heads are found as well as
    /// upright ones; lines on end are not, and must be looked for again.
    fn half_turned(&self) -> Option<Self> {
        let lines = self.places.iter().rev();
        Some(Self {
            sheet: self.sheet.turned(2)?,
            places: lines.map(|line| half_turned(line, &self.sheet)).collect(),
            tasted: Vec::new(),
        })
    }
}

/// A sheet turned so that its lines lie, and their places; on their heads
/// perhaps.
pub(super) fn lying(
    ocr: &Ocr,
    page: &Pyramid<'_>,
    sheet: &Placement,
    side: u32,
    (look, cancel): (Look, &Cancel),
) -> Result<Turned, IntakeError> {
    let mut sheet = *sheet;
    // A glance tells nearly always what looking for lines twice would.
    if seems_on_end(page, &sheet)
        && let Some(turned) = sheet.turned(1)
    {
        sheet = turned;
    }
    let mut places = ocr.find(page, &sheet, side, look, cancel)?;
    if stands_on_end(&places)
        && let Some(turned) = sheet.turned(1)
    {
        sheet = turned;
        places = ocr.find(page, &sheet, side, look, cancel)?;
    }
    Ok(Turned {
        sheet,
        places,
        tasted: Vec::new(),
    })
}

/// A sheet with its lines lying, turned by half if they stand on their heads.
pub(super) fn upright(
    ocr: &Ocr,
    page: &Pyramid<'_>,
    mut found: Turned,
    (look, cancel): (Look, &Cancel),
) -> Result<Turned, IntakeError> {
    let read = |found: &Turned, chosen: &[usize]| {
        let places: Vec<Corners4> = chosen.iter().map(|at| found.places[*at]).collect();
        let read = ocr.read(page, &found.sheet, &places, look, cancel)?;
        Ok::<_, IntakeError>(chosen.iter().copied().zip(read).collect::<Vec<Tasted>>())
    };
    let taste = taste(&found.places);
    let (clear, doubtful) = taste.split_at(taste.len().min(TASTED));
    found.tasted = read(&found, clear)?;
    if reads_upright(&found.tasted) || !may_be_upside_down(ocr, page, &found, cancel)? {
        return Ok(found);
    }
    let Some(mut other) = found.half_turned() else {
        return Ok(found);
    };
    let last = found.places.len().saturating_sub(1);
    let same = |chosen: &[usize]| chosen.iter().map(|at| last - at).collect::<Vec<_>>();
    other.tasted = read(&other, &same(clear))?;
    if !reads_upright(&other.tasted) {
        found.tasted.extend(read(&found, doubtful)?);
        other.tasted.extend(read(&other, &same(doubtful))?);
    }
    Ok(if legible(&other.tasted) > legible(&found.tasted) {
        other
    } else {
        found
    })
}

/// Lines that tell most for least: neither a label nor a long one.
fn taste(lines: &[Corners4]) -> Vec<usize> {
    let off = |at: usize| {
        let (along, across) = extent(&lines[at]);
        (along / across.max(1.0) / TASTE).ln().abs()
    };
    let mut chosen: Vec<usize> = (0..lines.len()).collect();
    chosen.sort_by(|a, b| off(*a).total_cmp(&off(*b)));
    chosen.truncate(DOUBTFUL);
    chosen
}

/// Whether lines were read as only upright ones are.
fn reads_upright(tasted: &[Tasted]) -> bool {
    let han = letters(tasted).filter(|letter| is_han(letter.character));
    let sure: Vec<f32> = han.map(|letter| letter.confidence).collect();
    sure.len() >= FEWEST && sure.iter().sum::<f32>() > SURE * sure.len() as f32
}

/// How well lines read, all in all.
fn legible(tasted: &[Tasted]) -> f32 {
    letters(tasted).map(|letter| letter.confidence - 0.5).sum()
}

fn letters(tasted: &[Tasted]) -> impl Iterator<Item = &Letter> {
    let lines = tasted.iter().filter_map(|(_, line)| line.as_ref());
    lines.flat_map(|line| &line.letters)
}

/// A line on a sheet after half a turn of both.
fn half_turned(line: &Corners4, sheet: &Placement) -> Corners4 {
    let mut line = line.map(|[x, y]| [sheet.width() - x, sheet.height() - y]);
    line.rotate_right(2);
    line
}

/// Whether there is more print on end than lying.
fn stands_on_end(lines: &[Corners4]) -> bool {
    let (mut lying, mut standing) = (0.0, 0.0);
    for (along, across) in lines.iter().map(extent) {
        if along > OBLONG * across {
            lying += along;
        } else if across > OBLONG * along {
            standing += across;
        }
    }
    standing > lying
}

/// Whether lines may stand on their heads; that they do, only reading tells.
fn may_be_upside_down(
    ocr: &Ocr,
    page: &Pyramid<'_>,
    found: &Turned,
    cancel: &Cancel,
) -> Result<bool, IntakeError> {
    let mut longest: Vec<Corners4> = found
        .places
        .iter()
        .filter(|line| {
            let (along, across) = extent(line);
            along > 2.5 * across
        })
        .copied()
        .collect();
    longest.sort_by(|a, b| extent(b).0.total_cmp(&extent(a).0));
    longest.truncate(ASKED);
    if longest.is_empty() {
        return Ok(false);
    }
    Ok(share_upside_down(ocr, page, &found.sheet, &longest, cancel)? >= UNLIKELY)
}

/// Mean likelihood that lines stand on their heads.
fn share_upside_down(
    ocr: &Ocr,
    page: &Pyramid<'_>,
    sheet: &Placement,
    lines: &[Corners4],
    cancel: &Cancel,
) -> Result<f32, IntakeError> {
    let [height, width] = SIZE;
    let size = 3 * height * width;
    let mut numbers = vec![0.0; lines.len() * size];
    for (line, place) in lines.iter().zip(numbers.chunks_exact_mut(size)) {
        // Only the beginning of a long line, or its letters are squeezed.
        let Some(line) = sheet.part(line) else {
            continue;
        };
        let part = (line.height() * 4.0 / line.width()).min(1.0) * line.width();
        let head = [
            [0.0, 0.0],
            [part, 0.0],
            [part, line.height()],
            [0.0, line.height()],
        ];
        if let Some(head) = line.part(&head) {
            let across = (width as f64 * head.width() / (head.height() * 4.0)).min(width as f64);
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "at most the width of the picture"
            )]
            let picture = page.picture(&head, (across as u32).max(8), height as u32);
            tensor::write(&picture, width, place);
        }
    }
    let shape = [lines.len(), 3, height, width];
    let answer = ocr.upside_down.run(shape, numbers, cancel)?;
    let likely = answer.chunks_exact(2).map(|pair| pair[1]);
    Ok(likely.sum::<f32>() / lines.len() as f32)
}
