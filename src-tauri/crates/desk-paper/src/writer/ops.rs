//! Marks into printpdf's operators. Turns y upside down, because PDF counts
//! from the bottom of the page.

use super::glyphs::Used;
use super::layers::Layer;
use super::shared::Shared;
use super::text::{TextState, show};
use crate::layout::{Item, PlacedPicture, Run};
use printpdf::{
    Color, CurTransMat, DictItem, Greyscale, Line, LineCapStyle, LineJoinStyle, LinePoint, Op,
    PaintMode, Point, Pt, Rect, TextMatrix, XObjectTransform,
};

/// The operators of one layer. They leave the state of the page as it was, for
/// the layer above.
pub(super) fn ops(layer: &Layer<'_>, used: &Used<'_>, shared: &mut Shared) -> Vec<Op> {
    let mut ops = Vec::with_capacity(layer.items.len() * 5);
    ops.push(Op::SaveGraphicsState);
    let mut drawing = Drawing {
        ops,
        used,
        shared,
        page_height: layer.height,
        ink: 1.0,
        width: None,
        text: TextState::default(),
    };
    layer.items.iter().for_each(|item| drawing.item(item));
    drawing.ops.push(Op::RestoreGraphicsState);
    drawing.ops
}

struct Drawing<'a> {
    ops: Vec<Op>,
    used: &'a Used<'a>,
    shared: &'a mut Shared,
    page_height: f32,
    ink: f32,
    width: Option<f32>,
    text: TextState,
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
                self.rectangle((*x, *y, *w, *h), PaintMode::Stroke);
            }
            Item::Blocks {
                left,
                top,
                module,
                rects,
            } => self.blocks((*left, *top), *module, rects),
            Item::Curve {
                start,
                curves,
                width,
            } => self.curve(*start, curves, *width),
            Item::Picture(placed) => self.picture(placed),
            Item::Faint { alpha, items } => self.faint(*alpha, items),
        }
    }

    fn faint(&mut self, alpha: f32, items: &[Item]) {
        let gs = self.shared.alpha(alpha);
        let before = (self.ink, self.width, self.text.spacing);
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::LoadGraphicsState { gs });
        items.iter().for_each(|item| self.item(item));
        self.ops.push(Op::RestoreGraphicsState);
        (self.ink, self.width, self.text.spacing) = before;
        // printpdf, which looks up the glyphs, takes the font set last for the
        // one in force, and knows of no state restored.
        self.text.font = None;
    }

    fn point(&self, (x, y): (f32, f32)) -> Point {
        Point {
            x: Pt(rounded(x)),
            y: Pt(rounded(self.page_height - y)),
        }
    }

    fn on_line(&self, point: (f32, f32), bezier: bool) -> LinePoint {
        let p = self.point(point);
        LinePoint { p, bezier }
    }

    fn thickness(&mut self, width: f32) {
        if self.width != Some(width) {
            self.width = Some(width);
            let pt = Pt(rounded(width));
            self.ops.push(Op::SetOutlineThickness { pt });
        }
    }

    fn inked(&mut self, ink: f32) {
        if (self.ink - ink).abs() > f32::EPSILON {
            self.ink = ink;
            let grey = Greyscale {
                percent: rounded(1.0 - ink),
                icc_profile: None,
            };
            let col = Color::Greyscale(grey);
            self.ops.push(Op::SetFillColor { col });
        }
    }

    fn rectangle(&mut self, (x, y, w, h): (f32, f32, f32, f32), mode: PaintMode) {
        let corner = self.point((x, y + h));
        let rectangle = Rect {
            x: corner.x,
            y: corner.y,
            width: Pt(rounded(w)),
            height: Pt(rounded(h)),
            mode: Some(mode),
            winding_order: None,
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn line(&mut self, points: Vec<LinePoint>, width: f32) {
        self.thickness(width);
        let line = Line {
            points,
            is_closed: false,
        };
        self.ops.push(Op::DrawLine { line });
    }

    /// A bent stroke is the tick in a box: its ends and corners are round.
    fn stroke(&mut self, points: &[(f32, f32)], width: f32) {
        let ends = points.iter().map(|point| self.on_line(*point, false));
        let line = ends.collect();
        if points.len() > 2 {
            self.round(line, width);
        } else {
            self.line(line, width);
        }
    }

    fn curve(&mut self, start: (f32, f32), curves: &[[(f32, f32); 3]], width: f32) {
        let mut points = Vec::with_capacity(curves.len() * 3 + 2);
        points.push(self.on_line(start, false));
        for [a, b, end] in curves {
            points.extend([self.on_line(*a, true), self.on_line(*b, true)]);
            points.push(self.on_line(*end, false));
        }
        if curves.is_empty() {
            // A dot: a line of no length has round ends all the same.
            points.push(self.on_line(start, false));
        }
        self.round(points, width);
    }

    /// A line whose ends and corners are round.
    fn round(&mut self, points: Vec<LinePoint>, width: f32) {
        let before = self.width;
        self.ops.extend([
            Op::SaveGraphicsState,
            Op::SetLineCapStyle {
                cap: LineCapStyle::Round,
            },
            Op::SetLineJoinStyle {
                join: LineJoinStyle::Round,
            },
        ]);
        self.line(points, width);
        self.ops.push(Op::RestoreGraphicsState);
        self.width = before;
    }

    /// One path for all, so that no seam shows between neighbours, in units of
    /// the grid: whole numbers are short to write. printpdf's own rectangles are
    /// painted one by one; a path of many it lets through as it is.
    fn blocks(&mut self, (left, top): (f32, f32), module: f32, rects: &[[u16; 4]]) {
        if rects.is_empty() {
            return;
        }
        self.inked(1.0);
        let top = rounded(self.page_height - top);
        let matrix = CurTransMat::Raw([module, 0.0, 0.0, -module, rounded(left), top]);
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix });
        self.ops.extend(rects.iter().map(|rect| Op::Unknown {
            key: "re".to_owned(),
            value: rect.map(|number| DictItem::Int(number.into())).into(),
        }));
        self.ops.push(Op::Unknown {
            key: "f".to_owned(),
            value: Vec::new(),
        });
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn picture(&mut self, placed: &PlacedPicture) {
        let id = self.shared.picture(&placed.picture);
        self.ops.push(Op::SaveGraphicsState);
        if placed.multiplied {
            let gs = self.shared.multiply();
            self.ops.push(Op::LoadGraphicsState { gs });
        }
        if let Some(shown) = placed.shown {
            self.rectangle(shown, PaintMode::Clip);
        }
        let bottom = self.page_height - placed.y - placed.h;
        let matrix = placed.picture.matrix(placed.x, bottom, placed.w, placed.h);
        let matrix = CurTransMat::Raw(matrix);
        let transform = XObjectTransform::default();
        self.ops.extend([
            Op::SetTransformationMatrix { matrix },
            Op::UseXobject { id, transform },
            Op::RestoreGraphicsState,
        ]);
    }

    fn run(&mut self, run: &Run) {
        let Some(first) = run.glyphs.first() else {
            return;
        };
        self.inked(run.ink);
        self.ops.push(Op::StartTextSection);
        let pos = self.point((first.x, run.baseline));
        if run.turn == 0.0 {
            self.ops.push(Op::SetTextCursor { pos });
        } else {
            let (sin, cos) = run.turn.to_radians().sin_cos();
            let matrix = TextMatrix::Raw([cos, sin, -sin, cos, pos.x.0, pos.y.0]);
            self.ops.push(Op::SetTextMatrix { matrix });
        }
        show(&mut self.ops, run, self.used, &mut self.text);
        self.ops.push(Op::EndTextSection);
    }
}
