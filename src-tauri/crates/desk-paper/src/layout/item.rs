//! What stands on a page, as plain marks: runs of placed glyphs, rules, frames,
//! strokes, blocks and pictures. Lengths are points (1/72 inch), the origin is the top left
//! corner, y grows downwards. Knows nothing of PDF.

use crate::font::FaceId;
use crate::picture::Picture;
use std::sync::Arc;

/// A glyph at its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlacedGlyph {
    /// The character it stands for when text is copied out.
    pub character: char,
    /// Index in the face.
    pub gid: u16,
    /// Left edge of its advance box.
    pub x: f32,
    /// Its own width.
    pub advance: f32,
}

/// Glyphs of one face and size on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The face.
    pub face: FaceId,
    /// Type size.
    pub size: f32,
    /// The baseline.
    pub baseline: f32,
    /// Darkness: 0.0 is white, 1.0 is black.
    pub ink: f32,
    /// Turn around the run's first point, anticlockwise, in degrees.
    pub turn: f32,
    /// The glyphs, from left to right.
    pub glyphs: Vec<PlacedGlyph>,
}

/// A picture at its place.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedPicture {
    /// The picture; pages that share it in memory share it in the file.
    pub picture: Arc<Picture>,
    /// Left edge of the whole picture.
    pub x: f32,
    /// Its top edge.
    pub y: f32,
    /// Its width.
    pub w: f32,
    /// Its height.
    pub h: f32,
    /// The part that is seen: left, top, width, height on the page.
    pub shown: Option<(f32, f32, f32, f32)>,
    /// Whether it darkens what is beneath, as a stamp's ink does.
    pub multiplied: bool,
}

/// One mark on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// Text.
    Run(Run),
    /// An open line through points, for rules and the tick in a box.
    Stroke {
        /// The points.
        points: Vec<(f32, f32)>,
        /// Thickness.
        width: f32,
    },
    /// A rectangle's outline.
    Frame {
        /// Left edge.
        x: f32,
        /// Top edge.
        y: f32,
        /// Width.
        w: f32,
        /// Height.
        h: f32,
        /// Thickness of the outline.
        width: f32,
    },
    /// Black rectangles of a grid of squares: the modules of a code.
    Blocks {
        /// Left edge of the grid.
        left: f32,
        /// Its top edge.
        top: f32,
        /// Side of a square.
        module: f32,
        /// The rectangles, counted in squares: column, row, columns, rows.
        rects: Vec<[u16; 4]>,
    },
    /// A bent line with round ends: a pen's way.
    Curve {
        /// Where it begins.
        start: (f32, f32),
        /// Two points that draw the line to them, and where it goes.
        curves: Vec<[(f32, f32); 3]>,
        /// Thickness.
        width: f32,
    },
    /// A picture.
    Picture(PlacedPicture),
    /// Marks through which what is beneath is seen.
    Faint {
        /// How much they cover, 0.0 nothing to 1.0 all.
        alpha: f32,
        /// The marks.
        items: Vec<Item>,
    },
}

impl Item {
    /// A straight line.
    #[must_use]
    pub fn rule(from: (f32, f32), to: (f32, f32), width: f32) -> Self {
        Self::Stroke {
            points: vec![from, to],
            width,
        }
    }

    /// Moves the mark right and down.
    pub fn shift(&mut self, dx: f32, dy: f32) {
        match self {
            Self::Run(run) => {
                run.baseline += dy;
                for glyph in &mut run.glyphs {
                    glyph.x += dx;
                }
            }
            Self::Stroke { points, .. } => {
                for point in points {
                    *point = (point.0 + dx, point.1 + dy);
                }
            }
            Self::Frame { x, y, .. } => {
                *x += dx;
                *y += dy;
            }
            Self::Blocks { left, top, .. } => {
                *left += dx;
                *top += dy;
            }
            Self::Curve { start, curves, .. } => {
                let points = std::iter::once(start).chain(curves.iter_mut().flatten());
                for (x, y) in points {
                    *x += dx;
                    *y += dy;
                }
            }
            Self::Picture(placed) => {
                placed.x += dx;
                placed.y += dy;
                if let Some((x, y, ..)) = &mut placed.shown {
                    *x += dx;
                    *y += dy;
                }
            }
            Self::Faint { items, .. } => items.iter_mut().for_each(|item| item.shift(dx, dy)),
        }
    }

    /// The mark, moved right and down.
    #[must_use]
    pub fn shifted(mut self, dx: f32, dy: f32) -> Self {
        self.shift(dx, dy);
        self
    }

    /// The rectangle the mark covers: left, top, right, bottom. Text counts
    /// from its ascent (0.88) to its descent (0.12); turned text is not asked.
    #[must_use]
    pub fn bounds(&self) -> (f32, f32, f32, f32) {
        match self {
            Self::Run(run) => {
                let left = run.glyphs.first().map_or(0.0, |g| g.x);
                let right = run.glyphs.last().map_or(0.0, |g| g.x + g.advance);
                (
                    left,
                    run.baseline - 0.88 * run.size,
                    right,
                    run.baseline + 0.12 * run.size,
                )
            }
            Self::Stroke { points, .. } => around(points.iter().map(|&(x, y)| (x, y, x, y))),
            Self::Frame { x, y, w, h, .. } => (*x, *y, x + w, y + h),
            Self::Blocks {
                left,
                top,
                module,
                rects,
            } => around(rects.iter().map(|rect| {
                let [column, row, columns, rows] = rect.map(f32::from);
                let at = |x: f32, y: f32| (left + x * module, top + y * module);
                let ((x0, y0), (x1, y1)) = (at(column, row), at(column + columns, row + rows));
                (x0, y0, x1, y1)
            })),
            Self::Curve { start, curves, .. } => {
                let points = std::iter::once(start).chain(curves.iter().flatten());
                around(points.map(|&(x, y)| (x, y, x, y)))
            }
            Self::Picture(placed) => {
                let whole = (placed.x, placed.y, placed.w, placed.h);
                let (x, y, w, h) = placed.shown.unwrap_or(whole);
                (x, y, x + w, y + h)
            }
            Self::Faint { items, .. } => around(items.iter().map(Self::bounds)),
        }
    }
}

/// The rectangle around rectangles.
fn around(all: impl Iterator<Item = (f32, f32, f32, f32)>) -> (f32, f32, f32, f32) {
    all.fold(
        (f32::MAX, f32::MAX, f32::MIN, f32::MIN),
        |(l, t, r, b), (left, top, right, bottom)| {
            (l.min(left), t.min(top), r.max(right), b.max(bottom))
        },
    )
}

/// A page: layers laid over each other. Pages may share a layer (the two
/// copies of an agreement do), and then it is written once.
#[derive(Debug, Clone)]
pub struct Page {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// What stands on it, from the lowest layer to the highest.
    pub layers: Vec<Arc<Vec<Item>>>,
    /// What a viewer shows as the page's number, for example `甲-1`.
    pub label: String,
}

/// A4, upright.
pub const A4: (f32, f32) = (595.276, 841.89);

impl Page {
    /// An A4 page of these layers.
    #[must_use]
    pub fn a4(layers: Vec<Arc<Vec<Item>>>, label: String) -> Self {
        Self {
            width: A4.0,
            height: A4.1,
            layers,
            label,
        }
    }

    /// Everything on the page.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.layers.iter().flat_map(|layer| layer.iter())
    }
}
