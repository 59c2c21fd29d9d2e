//! PDF pages as GDI wants its pictures: rows from the top, each on a boundary
//! of four bytes, blue before green before red, or grey. A page goes out in
//! bands, for drivers choke on a whole one; what is white of it does not go out at
//! all, and what is grey goes out as such, for every byte of it is spooled.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use std::ops::Range;

const POINTS_PER_INCH: f32 = 72.0;

/// Rows of a band, about those of a line of print at 600 dots per inch.
const BAND: usize = 128;

/// Red, green and blue.
type Dot = [u8; 3];

const PAPER: Dot = [255; 3];

/// A page, drawn.
pub(super) struct Drawn {
    dots: Vec<Dot>,
    width: usize,
    dpi: i32,
}

/// A part of a page that has something on it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Band {
    /// Where it lies on the page.
    pub(super) rows: Range<usize>,
    /// Where it lies on the page.
    pub(super) columns: Range<usize>,
    /// One byte a dot instead of three.
    pub(super) is_grey: bool,
    /// The rows.
    pub(super) bits: Vec<u8>,
}

impl Drawn {
    /// Draws a page at this many dots per inch.
    pub(super) fn new(page: &Page<'_>, dpi: i32) -> Self {
        #[allow(clippy::cast_precision_loss, reason = "a resolution is a small number")]
        let scale = dpi as f32 / POINTS_PER_INCH;
        let settings = PixmapSettings {
            x_scale: scale,
            y_scale: scale,
            bg_color: WHITE,
        };
        let pixmap = render(
            page,
            &RenderCache::new(),
            &InterpreterSettings::default(),
            &RenderSettings::default(),
            &settings,
        );
        Self::of(&pixmap, dpi)
    }

    fn of(pixmap: &Pixmap, dpi: i32) -> Self {
        let dots = pixmap.data().iter().map(|dot| [dot.r, dot.g, dot.b]);
        Self {
            dots: dots.collect(),
            width: usize::from(pixmap.width()),
            dpi,
        }
    }

    /// A length in the page's dots in those of a device of another resolution.
    pub(super) fn scaled(&self, length: usize, dots: i32) -> i32 {
        let length = i64::try_from(length).unwrap_or_default();
        let scaled =
            (length * i64::from(dots) + i64::from(self.dpi / 2)) / i64::from(self.dpi.max(1));
        i32::try_from(scaled).unwrap_or(i32::MAX)
    }

    /// What is on the page, from its top.
    pub(super) fn bands(&self) -> impl Iterator<Item = Band> {
        let width = self.width.max(1);
        let bands = self.dots.chunks(BAND * width).enumerate();
        bands.filter_map(move |(n, dots)| band(dots, width, n * BAND))
    }
}

fn band(dots: &[Dot], width: usize, first: usize) -> Option<Band> {
    let rows = || dots.chunks_exact(width);
    let inked = |dot: &Dot| *dot != PAPER;
    let left = rows().filter_map(|row| row.iter().position(inked)).min()?;
    let right = rows().filter_map(|row| row.iter().rposition(inked)).max()?;
    let columns = left..right + 1;
    let part = || rows().map(|row| &row[columns.clone()]);
    let is_grey = part().flatten().all(|[r, g, b]| r == g && g == b);
    let mut bits = Vec::new();
    for row in part() {
        if is_grey {
            bits.extend(row.iter().map(|[grey, ..]| grey));
        } else {
            bits.extend(row.iter().flat_map(|[r, g, b]| [b, g, r]));
        }
        bits.resize(bits.len().next_multiple_of(4), 0);
    }
    Some(Band {
        rows: first..first + rows().len(),
        columns,
        is_grey,
        bits,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(width: usize, height: usize, inked: &[(usize, usize, Dot)]) -> Drawn {
        let mut dots = vec![PAPER; width * height];
        for (x, y, dot) in inked {
            dots[y * width + x] = *dot;
        }
        Drawn {
            dots,
            width,
            dpi: 600,
        }
    }

    #[test]
    fn white_is_not_sent() {
        assert_eq!(page(50, 400, &[]).bands().count(), 0);
        let one = page(50, 400, &[(7, 300, [0; 3]), (11, 310, [9; 3])]);
        let bands: Vec<_> = one.bands().collect();
        assert_eq!(bands.len(), 1);
        assert_eq!(
            (bands[0].rows.clone(), bands[0].columns.clone()),
            (256..384, 7..12)
        );
    }

    #[test]
    fn grey_takes_one_byte_a_dot_and_a_seal_stays_red() {
        let bands: Vec<_> = page(
            5,
            140,
            &[(0, 0, [80; 3]), (4, 0, [0; 3]), (1, 130, [200, 16, 32])],
        )
        .bands()
        .collect();
        assert!(bands[0].is_grey && !bands[1].is_grey);
        // Five dots fill eight bytes, and the second row is white.
        assert_eq!(bands[0].bits[..8], [80, 255, 255, 255, 0, 0, 0, 0]);
        assert_eq!(bands[0].bits[8..13], [255; 5]);
        assert_eq!(bands[0].bits.len(), 128 * 8);
        assert_eq!(bands[1].rows, 128..140);
        assert_eq!(bands[1].columns, 1..2);
        assert_eq!(bands[1].bits[2 * 4..3 * 4], [32, 16, 200, 0]);
    }

    #[test]
    fn a_device_that_is_finer_gets_the_page_at_its_true_size() {
        let page = page(1, 1, &[]);
        assert_eq!(page.scaled(600, 1200), 1200);
        assert_eq!(page.scaled(7016, 600), 7016);
        assert_eq!(page.scaled(600, 203), 203);
    }
}
