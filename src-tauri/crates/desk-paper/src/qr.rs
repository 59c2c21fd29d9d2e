//! QR codes drawn as black blocks, so that they are as sharp as the printer.

use crate::PaperError;
use crate::layout::Item;
use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::types::QrResult;
use qrcode::{Color, EcLevel, bits, ec};

/// The code of a short text, error level M, as a square of this side with its
/// left top corner at (`left`, `top`). The quiet zone around it, four modules
/// wide, is the caller's to keep free.
///
/// # Errors
/// [`PaperError::Unwritable`] for a text longer than a code can hold.
pub fn code(text: &str, left: f32, top: f32, side: f32) -> Result<Item, PaperError> {
    let (width, colours) = modules(text).map_err(|_| PaperError::Unwritable)?;
    Ok(Item::Blocks {
        left,
        top,
        module: side / width as f32,
        rects: blocks(width, colours),
    })
}

/// The dark modules as few rectangles: each as wide as the modules that no other
/// covers yet, and as high as it stays dark.
fn blocks(width: usize, mut colours: Vec<Color>) -> Vec<[u16; 4]> {
    let mut rects = Vec::with_capacity(width * width / 6);
    for at in 0..colours.len() {
        let (row, column) = (at / width, at % width);
        let dark = |colours: &[Color], row: usize, columns: usize| {
            let start = row * width + column;
            let modules = colours.get(start..start + columns);
            modules.is_some_and(|modules| modules.iter().all(|m| *m == Color::Dark))
        };
        let row_end = (row + 1) * width;
        let columns = colours[at..row_end]
            .iter()
            .take_while(|module| **module == Color::Dark)
            .count();
        if columns == 0 {
            continue;
        }
        let rows = (row..width)
            .take_while(|row| dark(&colours, *row, columns))
            .count();
        for below in row..row + rows {
            colours[below * width + column..][..columns].fill(Color::Light);
        }
        let count = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        rects.push([column, row, columns, rows].map(count));
    }
    rects
}

/// Modules by row. All codes have one mask: to weigh all eight, as the standard
/// recommends, takes longer than to set the page, and readers take any.
fn modules(text: &str) -> QrResult<(usize, Vec<Color>)> {
    let bits = bits::encode_auto(text.as_bytes(), EcLevel::M)?;
    let version = bits.version();
    let (data, correction) = ec::construct_codewords(&bits.into_bytes(), version, EcLevel::M)?;
    let mut canvas = Canvas::new(version, EcLevel::M);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    canvas.apply_mask(MaskPattern::LargeCheckerboard);
    let width = usize::try_from(version.width()).unwrap_or_default();
    Ok((width, canvas.into_colors()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Draws a code as a scanner of so many pixels a module would see it.
    fn seen(text: &str, pixels: usize) -> Option<String> {
        let (width, colours) = modules(text).ok()?;
        let side = (width + 8) * pixels;
        let dark = |x: usize, y: usize| {
            let (column, row) = ((x / pixels).wrapping_sub(4), (y / pixels).wrapping_sub(4));
            column < width && row < width && colours[row * width + column] == Color::Dark
        };
        let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
            if dark(x, y) { 20 } else { 240 }
        });
        let grids = prepared.detect_grids();
        grids.first()?.decode().ok().map(|(_, text)| text)
    }

    proptest! {
        #[test]
        fn every_code_is_read_back_whatever_its_mask(
            text in "D4:[A-Z0-9]{1,8}-20[0-9]{2}-[0-9]{6}:[A-Z0-9.-]{4,16}:[AB][1-9]/[1-9]:[0-9A-F]{6}",
        ) {
            prop_assert_eq!(seen(&text, 4), Some(text));
        }
    }

    #[test]
    fn the_blocks_cover_every_dark_module_once_and_no_light_one() {
        let (width, colours) = modules("D4:QF-2026-000123:2026-01:A3/8:9F3A61").unwrap();
        let mut covered = vec![0; width * width];
        for rect in blocks(width, colours.clone()) {
            let [column, row, columns, rows] = rect.map(usize::from);
            for y in row..row + rows {
                for times in &mut covered[y * width + column..][..columns] {
                    *times += 1;
                }
            }
        }
        let wanted = colours.iter().map(|c| i32::from(*c == Color::Dark));
        assert!(wanted.eq(covered));
    }

    #[test]
    fn the_code_of_a_usual_page_has_25_modules_a_side() {
        let (width, _) = modules("D4:QF-2026-000123:2026-01:A3/8:9F3A61").unwrap();
        assert_eq!(width, 25);
    }

    #[test]
    fn a_text_too_long_for_any_code_is_refused() {
        assert!(code(&"甲".repeat(2000), 0.0, 0.0, 40.0).is_err());
    }
}
