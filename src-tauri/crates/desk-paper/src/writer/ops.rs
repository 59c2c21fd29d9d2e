//! Marks into printpdf's operators. Turns y upside down, because PDF counts
//! from the bottom of the page.

use super::glyphs::{Used, UsedGlyphs};
use super::resource;
use crate::font::FaceId;
use crate::layout::{Item, Page, Run};
use printpdf::{
    Codepoint, Color, Greyscale, Line, LineCapStyle, LineJoinStyle, LinePoint, Op, PdfFontHandle,
    Point, Pt, TextItem, TextMatrix,
};

/// The operators of one page.
pub(super) fn ops(page: &Page, used: &Used) -> Vec<Op> {
    let mut drawing = Drawing {
        ops: Vec::new(),
        used,
        page_height: page.height,
        ink: 1.0,
        width: None,
        font: None,
    };
    page.items().for_each(|item| drawing.item(item));
    drawing.ops
}

struct Drawing<'a> {
    ops: Vec<Op>,
    used: &'a Used,
    page_height: f32,
    ink: f32,
    width: Option<f32>,
    font: Option<(FaceId, f32)>,
}

/// Hundredths of a point are finer than any printer.
fn rounded(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

impl Drawing<'_> {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Run(run) => self.run(run),
            Item::Stroke { points, width } => self.stroke(points, *width),
            Item::Frame { x, y, w, h, width } => {
                let corners = [(*x, *y), (x + w, *y), (x + w, y + h), (*x, y + h)];
                self.line(&corners, *width, true);
            }
        }
    }

    /// A bent stroke is the tick in a box: its ends and corners are round.
    fn stroke(&mut self, points: &[(f32, f32)], width: f32) {
        let bent = points.len() > 2;
        if bent {
            self.ops.push(Op::SaveGraphicsState);
            self.ops.push(Op::SetLineCapStyle {
                cap: LineCapStyle::Round,
            });
            self.ops.push(Op::SetLineJoinStyle {
                join: LineJoinStyle::Round,
            });
        }
        self.line(points, width, false);
        if bent {
            self.ops.push(Op::RestoreGraphicsState);
            self.width = None;
        }
    }

    fn line(&mut self, points: &[(f32, f32)], width: f32, is_closed: bool) {
        if self.width != Some(width) {
            self.width = Some(width);
            self.ops.push(Op::SetOutlineThickness {
                pt: Pt(rounded(width)),
            });
        }
        let points = points
            .iter()
            .map(|&(x, y)| LinePoint {
                p: self.point(x, y),
                bezier: false,
            })
            .collect();
        self.ops.push(Op::DrawLine {
            line: Line { points, is_closed },
        });
    }

    fn point(&self, x: f32, y: f32) -> Point {
        Point {
            x: Pt(rounded(x)),
            y: Pt(rounded(self.page_height - y)),
        }
    }

    fn run(&mut self, run: &Run) {
        let Some(first) = run.glyphs.first() else {
            return;
        };
        if (self.ink - run.ink).abs() > f32::EPSILON {
            self.ink = run.ink;
            let grey = Greyscale {
                percent: rounded(1.0 - run.ink),
                icc_profile: None,
            };
            self.ops.push(Op::SetFillColor {
                col: Color::Greyscale(grey),
            });
        }
        self.ops.push(Op::StartTextSection);
        if self.font != Some((run.face, run.size)) {
            self.font = Some((run.face, run.size));
            let font = PdfFontHandle::External(resource(run.face));
            self.ops.push(Op::SetFont {
                font,
                size: Pt(run.size),
            });
        }
        let start = self.point(first.x, run.baseline);
        if run.turn == 0.0 {
            self.ops.push(Op::SetTextCursor { pos: start });
        } else {
            let (sin, cos) = run.turn.to_radians().sin_cos();
            let matrix = TextMatrix::Raw([cos, sin, -sin, cos, start.x.0, start.y.0]);
            self.ops.push(Op::SetTextMatrix { matrix });
        }
        let glyphs = glyphs(run, self.used.face(run.face));
        self.ops.push(Op::ShowText {
            items: vec![TextItem::GlyphIds(glyphs)],
        });
        self.ops.push(Op::EndTextSection);
    }
}

/// The glyphs, each with the correction that brings the pen to where the next
/// one stands. The pen follows what is written, so rounding never adds up.
fn glyphs(run: &Run, used: &UsedGlyphs) -> Vec<Codepoint> {
    let origin = run.glyphs.first().map_or(0.0, |glyph| glyph.x);
    let mut pen = 0.0_f32;
    let mut shown = Vec::with_capacity(run.glyphs.len());
    for (i, glyph) in run.glyphs.iter().enumerate() {
        let (number, width) = used.number(glyph);
        pen += width;
        let correction = run.glyphs.get(i + 1).map_or(0.0, |next| {
            (pen - (next.x - origin) / run.size * 1000.0).round()
        });
        pen -= correction;
        shown.push(Codepoint::with_cid(
            number,
            correction,
            glyph.character.to_string(),
        ));
    }
    shown
}
