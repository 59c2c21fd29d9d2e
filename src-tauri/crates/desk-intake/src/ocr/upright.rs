//! Which way up a sheet is, told by its own print: lines standing on end mean
//! a quarter turn, letters on their heads half a turn.

use super::{Cancel, Ocr, tensor};
use crate::IntakeError;
use crate::clean::placement::Placement;
use crate::clean::warp::Pyramid;
use crate::geometry::{Corners4, extent};
use crate::reading::Look;

/// A line counts when it is this many times as long as high; shorter ones
/// look alike in all directions.
const OBLONG: f64 = 1.6;
/// Lines asked whether they stand on their heads.
const ASKED: usize = 10;
/// Lines read both ways when the first answer is not clear.
const READ: usize = 5;
/// Size of the picture the classifier wants.
const SIZE: [usize; 2] = [48, 192];

pub(super) fn upright(
    ocr: &Ocr,
    page: &Pyramid<'_>,
    sheet: &Placement,
    side: u32,
    look: Look,
    cancel: &Cancel,
) -> Result<(Placement, Vec<Corners4>), IntakeError> {
    let mut sheet = *sheet;
    let mut lines = ocr.find(page, &sheet, side, look, cancel)?;
    if stands_on_end(&lines)
        && let Some(turned) = sheet.turned(1)
    {
        sheet = turned;
        lines = ocr.find(page, &sheet, side, look, cancel)?;
    }
    if is_upside_down(ocr, page, &sheet, &lines, cancel)?
        && let Some(turned) = sheet.turned(2)
    {
        // Lines on their heads are found as well as upright ones; lines on end
        // are not, so only those are looked for again.
        lines = lines
            .iter()
            .rev()
            .map(|line| half_turned(line, &sheet))
            .collect();
        sheet = turned;
    }
    Ok((sheet, lines))
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

fn is_upside_down(
    ocr: &Ocr,
    page: &Pyramid<'_>,
    sheet: &Placement,
    lines: &[Corners4],
    cancel: &Cancel,
) -> Result<bool, IntakeError> {
    let mut longest: Vec<Corners4> = lines
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
    let share = share_upside_down(ocr, page, sheet, &longest, cancel)?;
    if share < 0.2 {
        return Ok(false);
    }
    longest.truncate(READ);
    let mut turned = longest.clone();
    turned.iter_mut().for_each(|line| line.rotate_right(2));
    let legible = |places: &[Corners4]| -> Result<f32, IntakeError> {
        let read = ocr.read(page, sheet, places, Look::Plain, cancel)?;
        Ok(read
            .iter()
            .flatten()
            .flat_map(|line| &line.letters)
            .map(|letter| letter.confidence - 0.5)
            .sum())
    };
    Ok(legible(&turned)? > legible(&longest)?)
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
    let answer = ocr.upside_down.run::<2>(shape, numbers, cancel)?;
    let likely = answer.numbers.chunks_exact(2).map(|pair| pair[1]);
    Ok(likely.sum::<f32>() / lines.len() as f32)
}
