//! Sets lines: gives every glyph its place, draws underlines, blanks and tick
//! boxes. A set line starts at x 0 with its baseline at y 0.

use super::class::Class;
use super::gap::lead;
use super::item::{Item, PlacedGlyph, Run};
use super::lines::{Measure, Natural};
use super::text::{Cluster, Mark, Type};

/// A set line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// Its marks.
    pub items: Vec<Item>,
    /// From its left edge to the end of what is seen.
    pub width: f32,
    /// Its words; an empty blank is `_`.
    pub text: String,
}

impl Line {
    /// Its marks where the line starts at `x` and has its baseline at `baseline`.
    pub fn lay(self, x: f32, baseline: f32) -> impl Iterator<Item = Item> {
        self.items
            .into_iter()
            .map(move |item| item.shifted(x, baseline))
    }
}

/// How far below the baseline an underline runs, and how thick it is: clear of
/// the tails of Q and g.
const UNDERLINE: (f32, f32) = (0.26, 0.45);

/// How much a line of this natural width gives or takes to fill `room`.
fn ratio(line: &Natural, room: f32, fill: bool) -> f32 {
    let slack = room - line.width;
    if slack < 0.0 {
        (slack / line.shrink.max(0.01)).max(-1.0)
    } else if fill && line.stretch > 0.0 {
        slack / line.stretch
    } else {
        0.0
    }
}

/// Sets one line into `room`, from x = `indent`; `fill` makes it reach the
/// right edge.
pub(super) fn set(
    measure: &Measure<'_>,
    line: &Natural,
    style: Type,
    indent: f32,
    room: f32,
    fill: bool,
) -> Line {
    let mut out = Setting::new(style);
    if line.start < line.end {
        let ratio = ratio(line, room, fill);
        let mut x = indent - lead(&measure.clusters[line.start], measure.size);
        for i in line.start..line.end {
            let cluster = &measure.clusters[i];
            out.cluster(cluster, x);
            let gap = measure.gaps[i];
            let give = if ratio < 0.0 {
                gap.shrink * ratio
            } else {
                gap.stretch * ratio * measure.size
            };
            x += cluster.width + gap.natural + give;
        }
    }
    out.finish(if fill && line.stretch > 0.0 {
        indent + room
    } else {
        indent + line.width.min(room)
    })
}

struct Setting {
    style: Type,
    line: Line,
    run: Option<Run>,
    rules: Vec<(u16, f32, f32)>,
}

impl Setting {
    fn new(style: Type) -> Self {
        Self {
            style,
            line: Line::default(),
            run: None,
            rules: Vec::new(),
        }
    }

    fn cluster(&mut self, cluster: &Cluster, x: f32) {
        if cluster.underlined() {
            self.underline(cluster, x);
        }
        match cluster.mark {
            Mark::Glyph => self.glyph(cluster, x),
            Mark::Tick(checked) => {
                self.tick(x, checked);
                self.glyph(cluster, x);
            }
            Mark::Blank => self.line.text.push('_'),
            Mark::FillStart | Mark::FillEnd => {}
        }
    }

    fn underline(&mut self, cluster: &Cluster, x: f32) {
        let right = x + cluster.width;
        match self.rules.last_mut() {
            Some(rule) if rule.0 == cluster.fill => rule.2 = right,
            _ => self.rules.push((cluster.fill, x, right)),
        }
    }

    fn glyph(&mut self, cluster: &Cluster, x: f32) {
        self.line.text.push(cluster.character);
        let blank = matches!(cluster.class, Class::WideSpace) && !cluster.underlined();
        if blank {
            return;
        }
        let placed = PlacedGlyph {
            character: cluster.character,
            gid: cluster.gid,
            x: x + cluster.inset,
            advance: cluster.advance,
        };
        match &mut self.run {
            Some(run) if run.face == cluster.face => run.glyphs.push(placed),
            _ => {
                self.end_run();
                self.run = Some(Run {
                    face: cluster.face,
                    size: self.style.size,
                    baseline: 0.0,
                    ink: self.style.ink,
                    turn: 0.0,
                    glyphs: vec![placed],
                });
            }
        }
    }

    /// A box of the height of a figure, with a tick that stays inside it.
    fn tick(&mut self, x: f32, checked: bool) {
        let size = self.style.size;
        let side = 0.78 * size;
        let (left, top) = (x + 0.11 * size, -0.77 * size);
        self.line.items.push(Item::Frame {
            x: left,
            y: top,
            w: side,
            h: side,
            width: 0.5,
        });
        if checked {
            let at = |dx: f32, dy: f32| (left + dx * side, top + dy * side);
            self.line.items.push(Item::Stroke {
                points: vec![at(0.18, 0.52), at(0.42, 0.78), at(0.84, 0.22)],
                width: 0.09 * size,
            });
        }
    }

    fn end_run(&mut self) {
        if let Some(run) = self.run.take() {
            self.line.items.push(Item::Run(run));
        }
    }

    fn finish(mut self, width: f32) -> Line {
        self.end_run();
        let (below, thick) = UNDERLINE;
        let y = below * self.style.size;
        for (_, from, to) in std::mem::take(&mut self.rules) {
            self.line.items.push(Item::rule((from, y), (to, y), thick));
        }
        self.line.width = width;
        self.line
    }
}
