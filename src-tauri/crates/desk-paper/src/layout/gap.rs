//! The room between two clusters: what punctuation gives up, what Chinese and
//! western text get between them, and how far a line may stretch or shrink there.

use super::class::Class;
use super::text::{Cluster, Mark};

/// Room after a cluster, in points but for `stretch`.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Gap {
    /// Added to the clusters' widths; negative where blanks overlap.
    pub natural: f32,
    /// Share of the line's stretch.
    pub stretch: f32,
    /// How much it may give up.
    pub shrink: f32,
}

/// Between Chinese and western text.
const MIXED: f32 = 0.22;
/// Between a tick box and its words.
const TICK: f32 = 0.18;
/// A dash of two reaches across its own margins.
const DASH_OVERLAP: f32 = 0.09;

/// Room between `a` and `b` in type of `size`.
pub(super) fn gap(a: &Cluster, b: &Cluster, size: f32) -> Gap {
    let em = |natural: f32, stretch: f32, shrink: f32| Gap {
        natural: natural * size,
        stretch,
        shrink: shrink * size,
    };
    if a.mark != Mark::Glyph || b.mark != Mark::Glyph {
        return drawn(a, b, size);
    }
    let left = a.class.closes() && a.is_full_width(size);
    let right = b.class == Class::Opening && b.is_full_width(size);
    match (a.class, b.class) {
        (Class::LineEnd, _) | (_, Class::LineEnd) => em(0.0, 0.0, 0.0),
        (Class::Dash, Class::Dash) => em(-DASH_OVERLAP, 0.0, 0.0),
        (Class::Space | Class::HardSpace, _) => Gap {
            natural: 0.0,
            stretch: 2.0,
            shrink: a.width * 0.25,
        },
        (_, Class::Space | Class::HardSpace) => em(0.0, 0.0, 0.0),
        (Class::WideSpace, _) | (_, Class::WideSpace) => em(0.0, 0.0, 0.0),
        (_, next) if left && next.closes() => em(-0.5, 1.0, 0.0),
        _ if left && right => em(-0.5, 1.0, 0.15),
        (Class::Opening, Class::Opening) if right => em(-0.5, 1.0, 0.0),
        (Class::Stop, _) if left => em(0.0, 1.0, 0.1),
        _ if left || right => em(0.0, 1.0, 0.25),
        _ if meet(a, b) || meet(b, a) => em(MIXED, 1.5, 0.1),
        (x, y) if x.is_chinese() && y.is_chinese() => em(0.0, 1.0, 0.0),
        (x, y) if x.is_chinese() != y.is_chinese() => em(0.0, 0.5, 0.0),
        _ => em(0.0, 0.0, 0.0),
    }
}

/// Beside drawn things: a fill's outer edges may part from the text, its inner
/// edges and a tick's label may not.
fn drawn(a: &Cluster, b: &Cluster, size: f32) -> Gap {
    let glued = a.mark == Mark::FillStart
        || b.mark == Mark::FillEnd
        || matches!(a.mark, Mark::Tick(_))
        || a.class == Class::LineEnd
        || b.class == Class::LineEnd;
    if glued {
        let natural = if matches!(a.mark, Mark::Tick(_)) {
            TICK * size
        } else {
            0.0
        };
        return Gap {
            natural,
            ..Gap::default()
        };
    }
    let punctuation = a.class.closes() && a.is_full_width(size);
    Gap {
        natural: 0.0,
        stretch: 1.0,
        shrink: if punctuation { 0.25 * size } else { 0.0 },
    }
}

fn meet(western: &Cluster, chinese: &Cluster) -> bool {
    chinese.class == Class::Ideograph
        && western.class == Class::Western
        && western.character.is_alphanumeric()
}

/// What a line gains by starting with this cluster.
pub(super) fn lead(cluster: &Cluster, size: f32) -> f32 {
    let opens = cluster.class == Class::Opening && cluster.is_full_width(size);
    if opens { 0.5 * size } else { 0.0 }
}

/// What a line gains by ending with this cluster.
pub(super) fn trail(cluster: &Cluster, size: f32) -> f32 {
    let closes = cluster.class.closes() && cluster.is_full_width(size);
    if closes { 0.5 * size } else { 0.0 }
}
