//! Runs of glyphs into printpdf's way of showing text.

use super::glyphs::{Known, Slot, Used};
use crate::layout::Run;
use printpdf::{Codepoint, DictItem, Op, PdfFontHandle, Pt, TextItem};

/// What of the state of a page text leaves behind for the next text.
#[derive(Default)]
pub(super) struct TextState {
    /// The font in force, and its size.
    pub font: Option<(Slot, f32)>,
    /// What is added behind every glyph, in points.
    pub spacing: f32,
}

/// Shows the glyphs, each with the correction that brings the pen to where the
/// next one stands. The pen follows what is written, so rounding never adds up.
pub(super) fn show(ops: &mut Vec<Op>, run: &Run, used: &Used<'_>, state: &mut TextState) {
    let origin = run.glyphs.first().map_or(0.0, |glyph| glyph.x);
    let per_thousand = 1000.0 / run.size;
    space(ops, spacing(run), state);
    let between = state.spacing * per_thousand;
    let mut pen = 0.0_f32;
    let mut line = Line::default();
    for (i, glyph) in run.glyphs.iter().enumerate() {
        let (slot, known) = used.known(run.face, glyph);
        if state.font != Some((slot, run.size)) {
            state.font = Some((slot, run.size));
            line.show(ops);
            let font = PdfFontHandle::External(super::resource(slot));
            let size = Pt(run.size);
            ops.push(Op::SetFont { font, size });
        }
        pen += known.width + between;
        let correction = run
            .glyphs
            .get(i + 1)
            .map_or(0.0, |next| (pen - (next.x - origin) * per_thousand).round());
        pen -= correction;
        if known.character != glyph.character {
            line.show(ops);
            spoken(ops, known, correction, glyph.character);
            continue;
        }
        if known.is_found {
            line.text.push(known.character);
        } else {
            line.item(TextItem::GlyphIds(vec![numbered(known, 0.0)]));
        }
        if correction != 0.0 {
            line.item(TextItem::Offset(correction));
        }
    }
    line.show(ops);
}

/// Ten-thousandths of a point: a whole line's error stays below what corrections
/// are rounded to.
fn fine(length: f32) -> f32 {
    (length * 10_000.0).round() / 10_000.0
}

/// What most glyphs of a run have behind them beside their own width: a line
/// with both edges straight shares its room out evenly. Nothing where less than
/// half of them agree, for then it saves no correction.
fn spacing(run: &Run) -> f32 {
    /// Less than this is rounding.
    const SAME: f32 = 0.002;
    let gaps = || {
        let pairs = run.glyphs.windows(2);
        pairs.map(|pair| pair[1].x - pair[0].x - pair[0].advance)
    };
    // The vote of Boyer and Moore: who has the majority is left in the end.
    let (mut winner, mut votes) = (0.0_f32, 0_usize);
    for gap in gaps() {
        if votes == 0 {
            winner = gap;
        }
        if (gap - winner).abs() < SAME {
            votes += 1;
        } else {
            votes -= 1;
        }
    }
    let agree = gaps().filter(|gap| (gap - winner).abs() < SAME).count();
    // It costs two operators, to set it and to take it back.
    if winner.abs() < SAME || agree < 4 || agree * 2 < run.glyphs.len() {
        0.0
    } else {
        fine(winner)
    }
}

fn space(ops: &mut Vec<Op>, spacing: f32, state: &mut TextState) {
    if (state.spacing - spacing).abs() > f32::EPSILON {
        state.spacing = spacing;
        let multiplier = spacing;
        ops.push(Op::SetCharacterSpacing { multiplier });
    }
}

/// What one operator shows. Glyphs which printpdf finds by their characters go
/// to it as text, which costs it one string for many glyphs and not one each.
#[derive(Default)]
struct Line {
    text: String,
    items: Vec<TextItem>,
}

impl Line {
    /// Puts an item behind the text so far.
    fn item(&mut self, item: TextItem) {
        self.end_text();
        self.items.push(item);
    }

    fn end_text(&mut self) {
        if !self.text.is_empty() {
            let text = std::mem::take(&mut self.text);
            self.items.push(TextItem::Text(text));
        }
    }

    fn show(&mut self, ops: &mut Vec<Op>) {
        self.end_text();
        if !self.items.is_empty() {
            let items = std::mem::take(&mut self.items);
            ops.push(Op::ShowText { items });
        }
    }
}

/// A glyph by its number. What printpdf calls its CID is the text it stands for
/// when copied out.
fn numbered(known: Known, correction: f32) -> Codepoint {
    Codepoint::with_cid(known.number, correction, known.character.to_string())
}

/// A glyph that stands for another character than the file says of it: the
/// boxes to tick are drawn, and a blank carries their meaning.
fn spoken(ops: &mut Vec<Op>, known: Known, correction: f32, character: char) {
    let mut units = [0_u16; 2];
    let mut data = vec![0xFE, 0xFF];
    let units = character.encode_utf16(&mut units).iter();
    data.extend(units.flat_map(|unit| unit.to_be_bytes()));
    let text = DictItem::String {
        data,
        literal: false,
    };
    let map = [("ActualText".to_owned(), text)].into();
    let (tag, properties) = ("Span".to_owned(), DictItem::Dict { map });
    let glyph = TextItem::GlyphIds(vec![numbered(known, correction)]);
    ops.extend([
        Op::BeginMarkedContentWithProperties { tag, properties },
        Op::ShowText { items: vec![glyph] },
        Op::EndMarkedContent,
    ]);
}
