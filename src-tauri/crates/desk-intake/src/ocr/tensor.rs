//! Pictures in the form the networks were trained on: planes of blue, green
//! and red, bytes brought to -1 … 1, zero where there is no picture.

use image::RgbImage;

/// Writes a picture into one place of a batch whose rows are `width` long.
pub(super) fn write(picture: &RgbImage, width: usize, place: &mut [f32]) {
    let (across, down) = (picture.width() as usize, picture.height() as usize);
    for (plane, channel) in place.chunks_exact_mut(width * down).zip([2, 1, 0]) {
        let rows = picture.as_raw().chunks_exact(across * 3);
        for (row, target) in rows.zip(plane.chunks_exact_mut(width)) {
            let bytes = row.iter().skip(channel).step_by(3);
            for (value, byte) in target.iter_mut().zip(bytes) {
                *value = f32::from(*byte) / 127.5 - 1.0;
            }
        }
    }
}
