//! Marks into the operators of a PDF content stream. Turns y upside down,
//! because PDF counts from the bottom of the page.

use super::glyphs::{Used, UsedGlyphs};
use crate::font::FaceId;
use crate::layout::{Item, Run};
use pdf_writer::types::{LineCapStyle, LineJoinStyle};
use pdf_writer::{Content, Name, Str};

/// Name of a face in the pages' resources.
pub(super) fn resource(face: FaceId) -> Name<'static> {
    match face {
        FaceId::Regular => Name(b"F0"),
        FaceId::Bold => Name(b"F1"),
        FaceId::Fallback => Name(b"F2"),
    }
}

/// The content stream of one layer of a page of this height.
pub(super) fn content(items: &[Item], used: &Used, page_height: f32) -> Vec<u8> {
    let mut drawing = Drawing {
        content: Content::new(),
        used,
        page_height,
        ink: 1.0,
        width: None,
        font: None,
    };
    drawing.content.save_state();
    for item in items {
        drawing.item(item);
    }
    drawing.content.restore_state();
    drawing.content.finish().into_vec()
}

struct Drawing<'a> {
    content: Content,
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
                self.line_width(*width);
                let bottom = rounded(self.page_height - y - h);
                self.content
                    .rect(rounded(*x), bottom, rounded(*w), rounded(*h))
                    .stroke();
            }
        }
    }

    fn line_width(&mut self, width: f32) {
        if self.width != Some(width) {
            self.width = Some(width);
            self.content.set_line_width(rounded(width));
        }
    }

    fn stroke(&mut self, points: &[(f32, f32)], width: f32) {
        self.line_width(width);
        let bent = points.len() > 2;
        if bent {
            self.content.save_state();
            self.content.set_line_cap(LineCapStyle::RoundCap);
            self.content.set_line_join(LineJoinStyle::RoundJoin);
        }
        for (i, &(x, y)) in points.iter().enumerate() {
            let (x, y) = (rounded(x), rounded(self.page_height - y));
            if i == 0 {
                self.content.move_to(x, y);
            } else {
                self.content.line_to(x, y);
            }
        }
        self.content.stroke();
        if bent {
            self.content.restore_state();
        }
    }

    fn run(&mut self, run: &Run) {
        let Some(first) = run.glyphs.first() else {
            return;
        };
        if (self.ink - run.ink).abs() > f32::EPSILON {
            self.ink = run.ink;
            self.content.set_fill_gray(rounded(1.0 - run.ink));
        }
        self.content.begin_text();
        if self.font != Some((run.face, run.size)) {
            self.font = Some((run.face, run.size));
            self.content.set_font(resource(run.face), run.size);
        }
        let (sin, cos) = run.turn.to_radians().sin_cos();
        let (x, y) = (rounded(first.x), rounded(self.page_height - run.baseline));
        self.content.set_text_matrix([cos, sin, -sin, cos, x, y]);
        show(&mut self.content, run, self.used.face(run.face));
        self.content.end_text();
    }
}

/// Shows the glyphs, with an adjustment wherever the next glyph does not stand
/// where the last one's width leaves the pen. The pen follows what is written,
/// so rounding never adds up.
fn show(content: &mut Content, run: &Run, glyphs: &UsedGlyphs) {
    let origin = run.glyphs.first().map_or(0.0, |glyph| glyph.x);
    let mut positioned = content.show_positioned();
    let mut items = positioned.items();
    let mut pending: Vec<u8> = Vec::with_capacity(run.glyphs.len() * 2);
    let mut pen = 0.0_f32;
    for glyph in &run.glyphs {
        let wanted = (glyph.x - origin) / run.size * 1000.0;
        let adjust = (pen - wanted).round();
        if adjust != 0.0 {
            if !pending.is_empty() {
                items.show(Str(&pending));
                pending.clear();
            }
            items.adjust(adjust);
            pen -= adjust;
        }
        let (cid, width) = glyphs.number(glyph);
        pending.extend(cid.to_be_bytes());
        pen += (width * 1000.0).round();
    }
    items.show(Str(&pending));
}
