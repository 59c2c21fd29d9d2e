//! Faxes: TIFF strips in the codings of ITU-T T.4 and T.6.

use super::sheet::{FaxMode, Sheet};
use crate::limits::area;
use crate::{IntakeError, Limits};
use hayro_ccitt::{DecodeSettings, Decoder, DecoderContext, EncodingMode};
use image::RgbImage;
use std::borrow::Cow;

/// The page; a page of which rows are missing is refused, for a licence whose
/// lower half is blank looks like a licence with nothing written there.
pub(super) fn decode(
    bytes: &[u8],
    sheet: &Sheet,
    mode: FaxMode,
    limits: &Limits,
) -> Result<RgbImage, IntakeError> {
    let size = (sheet.width, sheet.height);
    limits.check_memory(size, area(size) * 6)?;
    let (white, black) = if sheet.black_is_zero {
        (0, 255)
    } else {
        (255, 0)
    };
    // The whole page at once: a vector that grows by doubling would need the
    // memory of three.
    let pixels = Vec::with_capacity(sheet.width as usize * sheet.height as usize * 3);
    let mut rows = Rows {
        pixels,
        width: sheet.width as usize,
        white,
        black,
    };
    let mut left = sheet.height;
    for part in &sheet.parts {
        let wanted = sheet.part_rows.min(left);
        if wanted == 0 {
            break;
        }
        let data = bytes.get(part.clone()).unwrap_or_default();
        let data = if sheet.reversed_bits {
            Cow::Owned(data.iter().map(|byte| byte.reverse_bits()).collect())
        } else {
            Cow::Borrowed(data)
        };
        strip(&data, wanted, mode, &mut rows)?;
        left -= wanted;
    }
    if left > 0 {
        return Err(IntakeError::FileTruncated);
    }
    RgbImage::from_raw(size.0, size.1, rows.pixels).ok_or(IntakeError::FileTruncated)
}

fn strip(data: &[u8], wanted: u32, mode: FaxMode, rows: &mut Rows) -> Result<(), IntakeError> {
    let before = rows.count();
    let mut context = DecoderContext::new(DecodeSettings {
        columns: u32::try_from(rows.width).unwrap_or(0),
        rows: wanted,
        end_of_block: mode != FaxMode::Huffman,
        end_of_line: false,
        rows_are_byte_aligned: mode == FaxMode::Huffman,
        encoding: match mode {
            FaxMode::Huffman | FaxMode::Group3Single => EncodingMode::Group3_1D,
            FaxMode::Group3Double => EncodingMode::Group3_2D,
            FaxMode::Group4 => EncodingMode::Group4,
        },
        strict: false,
    });
    let outcome = hayro_ccitt::decode(data, rows, &mut context);
    if rows.count() - before >= wanted as usize {
        return Ok(());
    }
    Err(outcome.map_or_else(
        |error| IntakeError::damaged(format!("{error:?}")),
        |_| IntakeError::FileTruncated,
    ))
}

/// Rows as they come, in RGB.
struct Rows {
    pixels: Vec<u8>,
    width: usize,
    white: u8,
    black: u8,
}

impl Rows {
    fn count(&self) -> usize {
        self.pixels.len() / (self.width * 3)
    }
}

impl Decoder for Rows {
    fn push_row(&mut self, changes: &[u32]) {
        let start = self.pixels.len();
        self.pixels.resize(start + self.width * 3, self.white);
        let row = &mut self.pixels[start..];
        for run in changes.chunks(2) {
            let from = run[0] as usize * 3;
            let to = run.get(1).map_or(row.len(), |end| *end as usize * 3);
            if let Some(run) = row.get_mut(from..to) {
                run.fill(self.black);
            }
        }
    }
}
