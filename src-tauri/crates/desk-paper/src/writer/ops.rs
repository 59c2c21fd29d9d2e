//! Marks into printpdf's operators. Turns y upside down, because PDF counts
//! from the bottom of the page.

use super::glyphs::{Used, UsedGlyphs};
use super::layers::Layer;
use super::resource;
use crate::font::FaceId;
use crate::layout::{Item, Run};
use printpdf::{
    Codepoint, Color, DictItem, Greyscale, Line, LineCapStyle, LineJoinStyle, LinePoint, Op,
    PdfFontHandle, Point, Pt, TextItem, TextMatrix,
};

/// The operators of one layer. They leave the state of the page as it was, for
/// the layer above.
pub(super) fn ops(layer: &Layer<'_>, used: &Used) -> Vec<Op> {
    let mut drawing = Drawing {
        ops: vec![Op::SaveGraphicsState],
        used,
        page_height: layer.height,
        ink: 1.0,
        width: None,
        font: None,
    };
    layer.items.iter().for_each(|item| drawing.item(item));
    drawing.ops.push(Op::RestoreGraphicsState);
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
        show(&mut self.ops, run, self.used.face(run.face));
        self.ops.push(Op::EndTextSection);
    }
}

/// Shows the glyphs, each with the correction that brings the pen to where the
/// next one stands. The pen follows what is written, so rounding never adds up.
fn show(ops: &mut Vec<Op>, run: &Run, used: &UsedGlyphs) {
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
        let character = used.character(number).unwrap_or(glyph.character);
        let codepoint = Codepoint::with_cid(number, correction, character.to_string());
        if character == glyph.character {
            shown.push(codepoint);
        } else {
            flush(ops, &mut shown);
            spoken(ops, codepoint, glyph.character);
        }
    }
    flush(ops, &mut shown);
}

fn flush(ops: &mut Vec<Op>, shown: &mut Vec<Codepoint>) {
    if !shown.is_empty() {
        let glyphs = std::mem::take(shown);
        ops.push(Op::ShowText {
            items: vec![TextItem::GlyphIds(glyphs)],
        });
    }
}

/// A glyph that stands for another character than the file says of it: the
/// boxes to tick are drawn, and a blank carries their meaning.
fn spoken(ops: &mut Vec<Op>, codepoint: Codepoint, character: char) {
    let mut units = [0_u16; 2];
    let mut data = vec![0xFE, 0xFF];
    data.extend(
        character
            .encode_utf16(&mut units)
            .iter()
            .flat_map(|unit| unit.to_be_bytes()),
    );
    let text = DictItem::String {
        data,
        literal: false,
    };
    let map = [("ActualText".to_owned(), text)].into();
    let (tag, properties) = ("Span".to_owned(), DictItem::Dict { map });
    ops.push(Op::BeginMarkedContentWithProperties { tag, properties });
    ops.push(Op::ShowText {
        items: vec![TextItem::GlyphIds(vec![codepoint])],
    });
    ops.push(Op::EndMarkedContent);
}
