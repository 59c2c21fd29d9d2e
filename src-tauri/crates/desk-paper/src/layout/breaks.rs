//! Where a line may end. UAX #14 first, then the Chinese rules it lacks:
//! quotation marks, ranges, dashes, units that stay with their figures, and
//! data in blanks that is not torn. Refuses nothing: a word wider than the
//! line is cut as a last resort, so that nothing runs off the paper.

use super::class::Class;
use super::text::{Cluster, Mark};

/// What may happen after a cluster.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Break {
    Never,
    /// Allowed, at this cost beside a line that is 1.0 badly spaced.
    At(f32),
    Forced,
}

/// Data of fewer characters than this is never broken.
const WHOLE_FILL: usize = 10;
/// Longer data leaves at least this many characters on either line.
const FILL_PART: usize = 3;
const UNIT_COST: f32 = 6.0;
const DASH_COST: f32 = 2.0;
/// Inside an amount in capitals, but behind its 元, 万 and 亿.
const AMOUNT_COST: f32 = 2.5;
const TORN_COST: f32 = 40.0;

/// Tells for each cluster what may happen after it. `narrowest` is the width
/// of the narrowest line.
pub(super) fn breaks(clusters: &[Cluster], narrowest: f32) -> Vec<Break> {
    let mut breaks = by_rules(clusters);
    keep_fills(clusters, &mut breaks);
    cut_overlong(clusters, &mut breaks, narrowest);
    breaks
}

/// The text as UAX #14 sees it, and where each cluster ends in it. The edges
/// of fills take no room; drawn things stand in as ideographs.
fn plain(clusters: &[Cluster]) -> (String, Vec<usize>) {
    let mut text = String::with_capacity(clusters.len() * 3);
    let ends = clusters
        .iter()
        .map(|cluster| {
            match cluster.mark {
                Mark::Glyph => text.push(cluster.character),
                Mark::Blank | Mark::Tick(_) => text.push('〇'),
                Mark::FillStart | Mark::FillEnd => {}
            }
            text.len()
        })
        .collect();
    (text, ends)
}

fn by_rules(clusters: &[Cluster]) -> Vec<Break> {
    let (text, ends) = plain(clusters);
    let mut unicode = vec![false; text.len() + 1];
    for (at, _) in unicode_linebreak::linebreaks(&text) {
        unicode[at] = true;
    }
    let mut before: Option<&Cluster> = None;
    let mut breaks = Vec::with_capacity(clusters.len());
    for (i, cluster) in clusters.iter().enumerate() {
        let next = clusters.get(i + 1);
        if matches!(cluster.mark, Mark::Glyph | Mark::Blank | Mark::Tick(_)) {
            before = Some(cluster);
        }
        let visible_next = match next.map(|c| c.mark) {
            Some(Mark::FillStart) => clusters.get(i + 2),
            _ => next,
        };
        breaks.push(match (before, visible_next) {
            _ if cluster.class == Class::LineEnd || next.is_none() => Break::Forced,
            _ if cluster.mark == Mark::FillStart => Break::Never,
            _ if next.is_some_and(|c| c.mark == Mark::FillEnd) => Break::Never,
            (Some(a), Some(b)) => between(a, b, unicode[ends[i]]),
            _ => Break::Never,
        });
    }
    breaks
}

fn between(a: &Cluster, b: &Cluster, unicode: bool) -> Break {
    let hard = |c: Class| matches!(c, Class::HardSpace | Class::LineEnd);
    let space = |c: Class| matches!(c, Class::Space | Class::WideSpace);
    if b.class.never_first() || space(b.class) || hard(a.class) || hard(b.class) {
        return Break::Never;
    }
    if a.class == Class::Opening || matches!(a.mark, Mark::Tick(_)) {
        return Break::Never;
    }
    match (a.class, b.class) {
        // The dash of a range: 09:00–18:00.
        _ if a.character == '–' => Break::Never,
        (Class::Dash, Class::Dash) => Break::Never,
        (_, Class::Dash) => Break::At(DASH_COST),
        (Class::Space | Class::WideSpace, _) | (_, Class::Opening) => Break::At(0.0),
        _ if a.class.closes() => Break::At(0.0),
        _ if counted(a.character, b.character) => Break::Never,
        _ if is_capital_unit(a.character) && is_capital(b.character) => match a.character {
            '元' | '万' | '亿' => Break::At(0.0),
            _ => Break::At(AMOUNT_COST),
        },
        _ if tied(a.character, b.character) => Break::At(UNIT_COST),
        _ if unicode => Break::At(0.0),
        _ => Break::Never,
    }
}

/// Figures and what they count: 12个, 2026年, 第3页, 2单元.
fn tied(a: char, b: char) -> bool {
    const UNITS: &str = "元角分年月日号条款项份个天次页路位分小时万亿楼层室院单栋幢座";
    (a.is_ascii_digit() && UNITS.contains(b)) || (a == '第' && b.is_ascii_digit())
}

/// Figures of amounts in capitals.
fn is_capital(c: char) -> bool {
    "零壹贰叁肆伍陆柒捌玖".contains(c)
}

/// What they count.
fn is_capital_unit(c: char) -> bool {
    "拾佰仟万亿元角分".contains(c)
}

/// A figure of an amount in capitals and what it counts, 玖分, and the 整 at the
/// end: whoever reads 分 alone on a line has lost the figure.
fn counted(a: char, b: char) -> bool {
    (is_capital(a) || is_capital_unit(a)) && (is_capital_unit(b) || b == '整')
}

fn keep_fills(clusters: &[Cluster], breaks: &mut [Break]) {
    let mut start = 0;
    while start < clusters.len() {
        let fill = clusters[start].fill;
        let end = start
            + clusters[start..]
                .iter()
                .take_while(|c| c.fill == fill)
                .count();
        if fill > 0 {
            let letters = (end - start).saturating_sub(2);
            for (k, slot) in breaks[start..end - 1].iter_mut().enumerate() {
                // k letters stand before the gap: the first cluster is the edge.
                let part = k >= FILL_PART && letters.saturating_sub(k) >= FILL_PART;
                if *slot != Break::Forced && (letters < WHOLE_FILL || !part) {
                    *slot = Break::Never;
                }
            }
        }
        start = end;
    }
}

/// How desperately a word wider than the line is cut.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// After the signs of addresses: `.`, `@`, `-`, `/`, `_`.
    AtSigns,
    /// Wherever punctuation allows.
    Decently,
    /// Anywhere.
    Anywhere,
}

/// Cuts what is wider than a line.
fn cut_overlong(clusters: &[Cluster], breaks: &mut [Break], narrowest: f32) {
    for cut in [Cut::AtSigns, Cut::Decently, Cut::Anywhere] {
        let mut start = 0;
        while start < clusters.len() {
            let length = breaks[start..]
                .iter()
                .take_while(|b| **b == Break::Never)
                .count()
                + 1;
            let end = (start + length).min(clusters.len());
            let width: f32 = clusters[start..end].iter().map(|c| c.width).sum();
            if width > narrowest {
                for i in start..end - 1 {
                    if breaks[i] == Break::Never && may_cut(&clusters[i], &clusters[i + 1], cut) {
                        breaks[i] = Break::At(TORN_COST);
                    }
                }
            }
            start = end;
        }
    }
}

fn may_cut(a: &Cluster, b: &Cluster, cut: Cut) -> bool {
    if a.mark == Mark::FillStart || b.mark == Mark::FillEnd || b.class == Class::LineEnd {
        return false;
    }
    let bad = b.class.never_first()
        || a.class == Class::Opening
        || matches!(b.class, Class::Space | Class::WideSpace)
        || matches!(a.mark, Mark::Tick(_))
        || (a.fill > 0 && a.fill == b.fill && a.class == Class::Ideograph);
    match cut {
        Cut::AtSigns => !bad && matches!(a.character, '.' | '@' | '-' | '/' | '_'),
        Cut::Decently => !bad,
        Cut::Anywhere => true,
    }
}
