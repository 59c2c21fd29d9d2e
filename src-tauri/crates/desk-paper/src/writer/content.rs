//! Marks into the operators of a PDF. Turns y upside down, because PDF counts
//! from the bottom of the page.

use super::glyphs::{Used, UsedGlyphs};
use super::layers::Layer;
use super::shared::Shared;
use crate::font::FaceId;
use crate::layout::{Item, PlacedGlyph, PlacedPicture, Run};
use pdf_writer::types::{LineCapStyle, LineJoinStyle};
use pdf_writer::{Content, Finish, Name, Settings, Str, TextStr};

/// The operators of one layer. They leave the state of the page as it was, for
/// the layer above.
pub(super) fn draw(layer: &Layer<'_>, used: &Used, shared: &mut Shared) -> Vec<u8> {
    let settings = Settings { pretty: false };
    let mut content = Content::with_settings_and_capacity(settings, layer.items.len() * 64);
    content.save_state();
    let mut drawing = Drawing {
        content,
        used,
        shared,
        page_height: layer.height,
        ink: 1.0,
        width: None,
        font: None,
    };
    layer.items.iter().for_each(|item| drawing.item(item));
    drawing.content.restore_state();
    drawing.content.finish().into_vec()
}

struct Drawing<'a> {
    content: Content,
    used: &'a Used,
    shared: &'a mut Shared,
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
                self.thickness(*width);
                let (left, bottom) = self.point((*x, y + h));
                self.content.rect(left, bottom, rounded(*w), rounded(*h));
                self.content.stroke();
            }
            Item::Blocks { rects } => self.blocks(rects),
            Item::Curve {
                start,
                curves,
                width,
            } => self.curve(*start, curves, *width),
            Item::Picture(placed) => self.picture(placed),
            Item::Faint { alpha, items } => {
                let state = self.shared.alpha(*alpha);
                let before = (self.ink, self.width, self.font);
                self.content.save_state();
                self.content.set_parameters(Name(state.as_bytes()));
                items.iter().for_each(|item| self.item(item));
                self.content.restore_state();
                (self.ink, self.width, self.font) = before;
            }
        }
    }

    fn point(&self, (x, y): (f32, f32)) -> (f32, f32) {
        (rounded(x), rounded(self.page_height - y))
    }

    fn thickness(&mut self, width: f32) {
        if self.width != Some(width) {
            self.width = Some(width);
            self.content.set_line_width(rounded(width));
        }
    }

    fn inked(&mut self, ink: f32) {
        if (self.ink - ink).abs() > f32::EPSILON {
            self.ink = ink;
            self.content.set_fill_gray(rounded(1.0 - ink));
        }
    }

    /// A bent stroke is the tick in a box: its ends and corners are round.
    fn stroke(&mut self, points: &[(f32, f32)], width: f32) {
        let bent = points.len() > 2;
        if bent {
            self.round();
        }
        self.thickness(width);
        for (i, point) in points.iter().enumerate() {
            let (x, y) = self.point(*point);
            if i == 0 {
                self.content.move_to(x, y);
            } else {
                self.content.line_to(x, y);
            }
        }
        self.content.stroke();
        if bent {
            self.content.restore_state();
            self.width = None;
        }
    }

    /// Saves the state and makes ends and corners of lines round.
    fn round(&mut self) {
        self.content.save_state();
        self.content.set_line_cap(LineCapStyle::RoundCap);
        self.content.set_line_join(LineJoinStyle::RoundJoin);
        self.width = None;
    }

    fn curve(&mut self, start: (f32, f32), curves: &[[(f32, f32); 3]], width: f32) {
        self.round();
        self.thickness(width);
        let (x, y) = self.point(start);
        self.content.move_to(x, y);
        for curve in curves {
            let [a, b, c] = curve.map(|point| self.point(point));
            self.content.cubic_to(a.0, a.1, b.0, b.1, c.0, c.1);
        }
        if curves.is_empty() {
            // A dot: a line of no length has round ends all the same.
            self.content.line_to(x, y);
        }
        self.content.stroke();
        self.content.restore_state();
        self.width = None;
    }

    fn blocks(&mut self, rects: &[(f32, f32, f32, f32)]) {
        self.inked(1.0);
        for &(x, y, w, h) in rects {
            // Edges are rounded, not sizes: neighbours meet without a gap.
            let (left, top) = self.point((x, y));
            let (right, bottom) = self.point((x + w, y + h));
            let (w, h) = (rounded(right - left), rounded(top - bottom));
            self.content.rect(left, bottom, w, h);
        }
        if !rects.is_empty() {
            self.content.fill_nonzero();
        }
    }

    fn picture(&mut self, placed: &PlacedPicture) {
        let name = self.shared.picture(&placed.picture);
        self.content.save_state();
        if placed.multiplied {
            let state = self.shared.multiply();
            self.content.set_parameters(Name(state));
        }
        if let Some((x, y, w, h)) = placed.shown {
            let (left, bottom) = self.point((x, y + h));
            self.content.rect(left, bottom, rounded(w), rounded(h));
            self.content.clip_nonzero().end_path();
        }
        let bottom = self.page_height - placed.y - placed.h;
        let matrix = placed.picture.matrix(placed.x, bottom, placed.w, placed.h);
        self.content.transform(matrix);
        self.content.x_object(Name(name.as_bytes()));
        self.content.restore_state();
    }

    fn run(&mut self, run: &Run) {
        let Some(first) = run.glyphs.first() else {
            return;
        };
        self.inked(run.ink);
        self.content.begin_text();
        if self.font != Some((run.face, run.size)) {
            self.font = Some((run.face, run.size));
            let name = Name(super::font_name(run.face));
            self.content.set_font(name, run.size);
        }
        let (x, y) = self.point((first.x, run.baseline));
        if run.turn == 0.0 {
            self.content.next_line(x, y);
        } else {
            let (sin, cos) = run.turn.to_radians().sin_cos();
            self.content.set_text_matrix([cos, sin, -sin, cos, x, y]);
        }
        show(&mut self.content, run, self.used.face(run.face));
        self.content.end_text();
    }
}

/// Shows the glyphs, each with the correction that brings the pen to where the
/// next one stands. The pen follows what is written, so rounding never adds up.
fn show(content: &mut Content, run: &Run, used: &UsedGlyphs) {
    let origin = run.glyphs.first().map_or(0.0, |glyph| glyph.x);
    let per_thousand = 1000.0 / run.size;
    let mut pen = 0.0_f32;
    let mut rest = run.glyphs.as_slice();
    while let Some(first) = rest.first() {
        let (number, _, character) = used.number(first);
        if character == first.character {
            let same = |glyph: &PlacedGlyph| used.number(glyph).2 == glyph.character;
            let plain = rest.iter().take_while(|glyph| same(glyph)).count();
            let (now, later) = rest.split_at(plain);
            let next = later.first().map(|glyph| glyph.x);
            positioned(content, now, next, used, (origin, per_thousand, &mut pen));
            rest = later;
        } else {
            let mut buffer = [0_u8; 4];
            let text = &*first.character.encode_utf8(&mut buffer);
            let mut marked = content.begin_marked_content_with_properties(Name(b"Span"));
            marked.properties().actual_text(TextStr(text));
            marked.finish();
            let next = rest.get(1).map(|glyph| glyph.x);
            debug_assert!(number > 0, "noted before");
            positioned(
                content,
                &rest[..1],
                next,
                used,
                (origin, per_thousand, &mut pen),
            );
            content.end_marked_content();
            rest = &rest[1..];
        }
    }
}

/// Glyphs and corrections; `next` is where the glyph after them stands.
fn positioned(
    content: &mut Content,
    glyphs: &[PlacedGlyph],
    next: Option<f32>,
    used: &UsedGlyphs,
    (origin, per_thousand, pen): (f32, f32, &mut f32),
) {
    let mut shown = content.show_positioned();
    let mut items = shown.items();
    let mut bytes = Vec::with_capacity(glyphs.len() * 2);
    for (i, glyph) in glyphs.iter().enumerate() {
        let (number, width, _) = used.number(glyph);
        bytes.extend(number.to_be_bytes());
        *pen += width;
        let after = glyphs.get(i + 1).map(|glyph| glyph.x).or(next);
        let correction = after.map_or(0.0, |x| (*pen - (x - origin) * per_thousand).round());
        if correction != 0.0 {
            items.show(Str(&bytes));
            items.adjust(correction);
            bytes.clear();
            *pen -= correction;
        }
    }
    if !bytes.is_empty() {
        items.show(Str(&bytes));
    }
}
