//! Growing and shrinking the white of a mask by whole squares. Goes row by row
//! with running counts, so that the reach costs nothing: a page is gone through
//! two dozen times while a person waits.

use image::GrayImage;

/// White wherever white is within `reach` pixels, across and down.
pub(crate) fn grow(mask: &mut GrayImage, reach: u8) {
    spread(mask, reach, 0);
}

/// Black wherever black is within `reach` pixels, across and down.
pub(crate) fn shrink(mask: &mut GrayImage, reach: u8) {
    spread(mask, reach, 255);
}

/// Fills gaps of up to twice `reach`.
pub(crate) fn close(mask: &mut GrayImage, reach: u8) {
    grow(mask, reach);
    shrink(mask, reach);
}

/// Takes away what is narrower than twice `reach`.
pub(crate) fn open(mask: &mut GrayImage, reach: u8) {
    shrink(mask, reach);
    grow(mask, reach);
}

/// Spreads what is not `ground`; what lies beyond the border spreads nothing.
fn spread(mask: &mut GrayImage, reach: u8, ground: u8) {
    let width = mask.width() as usize;
    let reach = usize::from(reach);
    if width == 0 || reach == 0 {
        return;
    }
    let mut rows = vec![0; mask.len()];
    for (row, spread) in mask.chunks_exact(width).zip(rows.chunks_exact_mut(width)) {
        spread_across(row, reach, ground, spread);
    }
    let height = rows.len() / width;
    let row = |y: usize| &rows[y * width..(y + 1) * width];
    // How many rows within reach hold something, column by column.
    let mut held = vec![0_u16; width];
    for y in 0..reach.min(height) {
        held.iter_mut()
            .zip(row(y))
            .for_each(|(sum, here)| *sum += u16::from(*here));
    }
    for (y, line) in mask.chunks_exact_mut(width).enumerate() {
        if y + reach < height {
            held.iter_mut()
                .zip(row(y + reach))
                .for_each(|(sum, here)| *sum += u16::from(*here));
        }
        if y > reach {
            held.iter_mut()
                .zip(row(y - reach - 1))
                .for_each(|(sum, here)| *sum -= u16::from(*here));
        }
        for (value, held) in line.iter_mut().zip(&held) {
            *value = if *held > 0 { 255 - ground } else { ground };
        }
    }
}

/// One where something is within reach in the row; the rest stays as it is.
fn spread_across(row: &[u8], reach: usize, ground: u8, spread: &mut [u8]) {
    let mut at = 0;
    let next = |from: usize, wanted: bool| {
        let rest = row[from..].iter();
        let to = { rest }.position(|value| (*value != ground) == wanted);
        to.map_or(row.len(), |to| from + to)
    };
    while at < row.len() {
        let start = next(at, true);
        if start == row.len() {
            return;
        }
        at = next(start, false);
        spread[start.saturating_sub(reach)..(at + reach).min(row.len())].fill(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use imageproc::distance_transform::Norm;
    use imageproc::morphology;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn masks_grow_and_shrink_as_the_distance_from_each_pixel_says(
            (width, height) in (1_u32..40, 1_u32..30),
            seed in any::<u64>(),
            reach in 0_u8..9,
        ) {
            // Theirs takes what lies further than the picture is long for white.
            prop_assume!(u32::from(reach) < width + height);
            let mut state = seed | 1;
            let mask = GrayImage::from_fn(width, height, |_, _| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                image::Luma([if state >> 60 < 3 { 255 } else { 0 }])
            });
            for (ours, theirs) in [
                (close as fn(&mut GrayImage, u8), morphology::close_mut as fn(&mut GrayImage, Norm, u8)),
                (open, morphology::open_mut),
                (grow, morphology::dilate_mut),
                (shrink, morphology::erode_mut),
            ] {
                let (mut mine, mut known) = (mask.clone(), mask.clone());
                ours(&mut mine, reach);
                theirs(&mut known, Norm::LInf, reach);
                prop_assert_eq!(mine, known);
            }
        }
    }
}
