//! PDF pages as GDI wants its pictures: rows of blue, green, red, each row on
//! a boundary of four bytes.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use std::ops::Range;

const POINTS_PER_INCH: f32 = 72.0;

/// A page, drawn.
pub(super) struct Drawn {
    pub(super) width: usize,
    pub(super) height: usize,
    dpi: i32,
    bits: Vec<u8>,
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
        let (width, height) = (usize::from(pixmap.width()), usize::from(pixmap.height()));
        let mut bits = Vec::with_capacity(stride(width) * height);
        for row in pixmap.data().chunks_exact(width.max(1)) {
            bits.extend(row.iter().flat_map(|pixel| [pixel.b, pixel.g, pixel.r]));
            bits.resize(bits.len().next_multiple_of(4), 0);
        }
        Self {
            width,
            height,
            dpi,
            bits,
        }
    }

    /// A length in the page's pixels in dots of a device of another resolution.
    pub(super) fn scaled(&self, pixels: usize, dots: i32) -> i32 {
        let pixels = i64::try_from(pixels).unwrap_or_default();
        let scaled =
            (pixels * i64::from(dots) + i64::from(self.dpi / 2)) / i64::from(self.dpi.max(1));
        i32::try_from(scaled).unwrap_or(i32::MAX)
    }

    /// Some of its rows.
    pub(super) fn rows(&self, rows: Range<usize>) -> &[u8] {
        let stride = stride(self.width);
        self.bits
            .get(rows.start * stride..rows.end * stride)
            .unwrap_or_default()
    }
}

const fn stride(width: usize) -> usize {
    (width * 3).next_multiple_of(4)
}
