//! Taking one picture out of another along straight lines, between its pixels.
//! Owns the arithmetic and how it is shared among the processor's cores.

use crate::cores::threads;
use crate::geometry::Homography;
use image::RgbImage;

/// A picture of so many pixels is worth more than one thread.
const LARGE: u32 = 250_000;
/// So many pixels of a row lie on a straight line at even distances, as nearly
/// as eyes can tell, however a sheet is tilted.
const STRETCH: usize = 16;
/// Places are told in parts of a pixel,
const PARTS: u64 = 1 << FINE;
/// and tones are mixed in as many.
const FINE: u32 = 6;
/// A place in parts of a pixel of the processor's own choice: finer than that.
const FIXED: u32 = 16;
/// From one colour of a pixel to the next where all three go together.
const LANE: u32 = 21;

/// Samples a picture between its pixels; `scale` is the picture's size in parts
/// of what `map` leads to, `step` what one pixel wanted measures in the map's
/// rectangle.
pub(super) fn sample(
    from: &RgbImage,
    map: &Homography,
    scale: f64,
    (width, height): (u32, u32),
    step: f64,
) -> RgbImage {
    let mut picture = RgbImage::new(width, height);
    let row = width as usize * 3;
    let threads = if width * height < LARGE { 1 } else { threads() };
    let share = (height as usize).div_ceil(threads);
    let way = Way { map, scale, step };
    if threads == 1 {
        sample_rows(from, &way, (0, row), &mut picture);
        return picture;
    }
    let way = &way;
    std::thread::scope(|scope| {
        for (part, rows) in picture.chunks_mut(share * row).enumerate() {
            scope.spawn(move || sample_rows(from, way, (part * share, row), rows));
        }
    });
    picture
}

/// The way from the picture wanted to the one there is.
struct Way<'a> {
    map: &'a Homography,
    scale: f64,
    step: f64,
}

/// Some rows of the picture wanted, from the row `first` on.
fn sample_rows(from: &RgbImage, way: &Way<'_>, (first, row): (usize, usize), rows: &mut [u8]) {
    let m = way.map.matrix();
    for (y, line) in rows.chunks_exact_mut(row).enumerate() {
        let v = ((first + y) as f64 + 0.5) * way.step;
        let start = [0, 1, 2].map(|at| m[3 * at + 1] * v + m[3 * at + 2]);
        let place = |x: usize| {
            let u = (x as f64 + 0.5) * way.step;
            let depth = way.scale / (m[6] * u + start[2]);
            [m[0] * u + start[0], m[3] * u + start[1]].map(|at| at * depth - 0.5)
        };
        for (at, pixels) in line.chunks_mut(3 * STRETCH).enumerate() {
            let x = at * STRETCH;
            let end = x + pixels.len() / 3 - 1;
            if !stretch(from, [place(x), place(end)], pixels) {
                for (at, pixel) in pixels.chunks_exact_mut(3).enumerate() {
                    pixel.copy_from_slice(&near_border(from, place(x + at)));
                }
            }
        }
    }
}

/// Pixels along the straight line from one place to another, if the whole line
/// is well within the picture.
fn stretch(from: &RgbImage, [start, end]: [[f64; 2]; 2], pixels: &mut [u8]) -> bool {
    // A pixel is fetched together with its neighbour and two bytes more.
    let (right, bottom) = (
        f64::from(from.width()) - 2.0,
        f64::from(from.height()) - 1.0,
    );
    let within = |[x, y]: [f64; 2]| x >= 0.0 && y >= 0.0 && x < right && y < bottom;
    if !within(start) || !within(end) {
        return false;
    }
    let row = from.width() as usize * 3;
    let raw = from.as_raw().as_slice();
    let last = (pixels.len() / 3 - 1).max(1) as f64;
    #[allow(clippy::cast_possible_truncation, reason = "within the picture")]
    let fixed = |value: f64| (value * f64::from(1_u32 << FIXED)) as i64;
    let step = [0, 1].map(|axis| fixed((end[axis] - start[axis]) / last));
    let mut place = start.map(fixed);
    for pixel in pixels.chunks_exact_mut(3) {
        let [x, y] = place.map(i64::cast_unsigned);
        let (left, top) = ((x >> FIXED) as usize, (y >> FIXED) as usize);
        let at = top * row + left * 3;
        let (Some(upper), Some(lower)) = (eight(raw, at), eight(raw, at + row)) else {
            return false;
        };
        let [across, down] = [x, y].map(|value| (value >> (FIXED - FINE)) & (PARTS - 1));
        let mixed = lanes(upper) * ((PARTS - across) * (PARTS - down))
            + lanes(upper >> 24) * (across * (PARTS - down))
            + lanes(lower) * ((PARTS - across) * down)
            + lanes(lower >> 24) * (across * down)
            + HALVES;
        let tones = [0, LANE, 2 * LANE].map(|lane| (mixed >> (lane + 2 * FINE)) & 0xff);
        #[allow(clippy::cast_possible_truncation, reason = "one byte each")]
        pixel.copy_from_slice(&tones.map(|tone| tone as u8));
        place = [0, 1].map(|axis| place[axis] + step[axis]);
    }
    true
}

/// Half of what one tone counts, for rounding, in all lanes.
const HALVES: u64 = {
    let half = PARTS * PARTS / 2;
    half | half << LANE | half << (2 * LANE)
};

/// Eight bytes at a place, the first lowest.
#[inline]
fn eight(raw: &[u8], at: usize) -> Option<u64> {
    let bytes = raw.get(at..)?.first_chunk::<8>()?;
    Some(u64::from_le_bytes(*bytes))
}

/// The three lowest bytes, each in a lane wide enough to be multiplied.
#[inline]
const fn lanes(bytes: u64) -> u64 {
    (bytes & 0xff) | (bytes & 0xff00) << (LANE - 8) | (bytes & 0x00ff_0000) << (2 * LANE - 16)
}

/// A pixel that may lie at the border or beyond it, where the border's pixels
/// go on.
fn near_border(from: &RgbImage, [x, y]: [f64; 2]) -> [u8; 3] {
    let (left, across) = on(x, from.width());
    let (top, down) = on(y, from.height());
    let corners = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(right, below)| {
        let x = (left + right).min(from.width() - 1);
        let y = (top + below).min(from.height() - 1);
        from.get_pixel(x, y).0
    });
    let parts = 1_u32 << FINE;
    let weights = [
        (parts - across) * (parts - down),
        across * (parts - down),
        (parts - across) * down,
        across * down,
    ];
    [0, 1, 2].map(|colour| {
        let mixed: u32 = corners
            .iter()
            .zip(weights)
            .map(|(pixel, weight)| u32::from(pixel[colour]) * weight)
            .sum();
        #[allow(clippy::cast_possible_truncation, reason = "a mean of bytes")]
        let tone = ((mixed + parts * parts / 2) >> (2 * FINE)) as u8;
        tone
    })
}

/// The pixel at or before a place, and how many parts the place lies beyond it.
fn on(at: f64, length: u32) -> (u32, u32) {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the picture; a cast of NaN gives 0"
    )]
    {
        let at = at.clamp(0.0, f64::from(length - 1));
        let whole = at as u32;
        (
            whole,
            ((at - f64::from(whole)) * f64::from(1_u32 << FINE)) as u32,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::rectangle;
    use image::Rgb;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_stretch_is_as_bright_as_its_pixels_one_by_one(
            corners in prop::array::uniform4(prop::array::uniform2(-12.0_f64..12.0)),
            size in prop::sample::select(vec![(100, 90), (60, 75), (115, 60)]),
            step in prop::sample::select(vec![0.5, 1.0]),
        ) {
            let from = RgbImage::from_fn(120, 110, |x, y| {
                Rgb([(2 * x) as u8, (2 * y) as u8, (x + y) as u8])
            });
            let mut place = rectangle(110.0, 100.0).map(|[x, y]| [x + 5.0, y + 5.0]);
            for (point, by) in place.iter_mut().zip(corners) {
                *point = [point[0] + by[0], point[1] + by[1]];
            }
            let (width, height) = size;
            let wide = f64::from(width) * step;
            let map = Homography::of_rectangle(wide, f64::from(height) * step, &place);
            let map = map.unwrap();
            let picture = sample(&from, &map, 1.0, size, step);
            let m = map.matrix();
            for (x, y, Rgb(pixel)) in picture.enumerate_pixels() {
                let [u, v] = [x, y].map(|at| (f64::from(at) + 0.5) * step);
                let [a, b, depth] = [0, 3, 6].map(|at| m[at] * u + m[at + 1] * v + m[at + 2]);
                let [red, green, blue] = near_border(&from, [a / depth - 0.5, b / depth - 0.5]);
                // Tones go up by two a pixel; the line may be bent by a quarter.
                let unlike = [(red, 0), (green, 1), (blue, 2)]
                    .map(|(tone, colour): (u8, usize)| tone.abs_diff(pixel[colour]));
                prop_assert!(unlike.iter().all(|unlike| *unlike <= 2), "{x} {y} {unlike:?}");
            }
        }
    }

    #[test]
    fn a_place_on_a_pixel_shows_that_pixel() {
        let from = RgbImage::from_fn(20, 3, |x, y| Rgb([x as u8 * 12, 255 - y as u8, 7]));
        let mut pixels = [0; 3 * 9];
        assert!(stretch(&from, [[1.0, 1.0], [17.0, 1.0]], &mut pixels));
        for (at, pixel) in pixels.chunks_exact(3).enumerate() {
            assert_eq!(pixel, from.get_pixel(1 + 2 * at as u32, 1).0);
        }
        assert!(!stretch(&from, [[1.0, 1.0], [18.0, 1.0]], &mut pixels));
        assert!(!stretch(&from, [[1.0, 1.0], [9.0, 2.0]], &mut pixels));
        assert!(!stretch(&from, [[f64::NAN, 1.0], [9.0, 1.0]], &mut pixels));
    }
}
