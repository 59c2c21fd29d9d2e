//! Chooses where the lines of a paragraph end. Justified paragraphs are
//! weighed as a whole (after Knuth and Plass), so that no line is stretched
//! because the one before it was greedy; ragged ones are filled line by line.

use super::breaks::Break;
use super::class::Class;
use super::gap::{Gap, gap, lead, trail};
use super::text::Cluster;

/// Clusters with running sums, so that any line's width is two subtractions.
pub(super) struct Measure<'a> {
    pub clusters: &'a [Cluster],
    pub size: f32,
    pub gaps: Vec<Gap>,
    left: Vec<f32>,
    stretch: Vec<f32>,
    shrink: Vec<f32>,
}

/// A line as it stands naturally.
#[derive(Debug, Clone, Copy)]
pub(super) struct Natural {
    /// First cluster.
    pub start: usize,
    /// One past the last cluster that is seen.
    pub end: usize,
    pub width: f32,
    pub stretch: f32,
    pub shrink: f32,
}

impl<'a> Measure<'a> {
    pub fn new(clusters: &'a [Cluster], size: f32) -> Self {
        let mut gaps: Vec<Gap> = clusters
            .windows(2)
            .map(|w| {
                let between = gap(&w[0], &w[1], size);
                Gap {
                    natural: between.natural + w[0].kern,
                    ..between
                }
            })
            .collect();
        gaps.push(Gap::default());
        let (mut left, mut stretch, mut shrink) = (vec![0.0], vec![0.0], vec![0.0]);
        for (i, (cluster, gap)) in clusters.iter().zip(&gaps).enumerate() {
            left.push(left[i] + cluster.width + gap.natural);
            stretch.push(stretch[i] + gap.stretch);
            shrink.push(shrink[i] + gap.shrink);
        }
        Self {
            clusters,
            size,
            gaps,
            left,
            stretch,
            shrink,
        }
    }

    /// The line from cluster `start` up to `end`; spaces at its end are dropped.
    pub fn natural(&self, start: usize, end: usize) -> Natural {
        let dropped =
            |c: &Cluster| matches!(c.class, Class::Space | Class::WideSpace | Class::LineEnd);
        let mut seen = end;
        while seen > start && dropped(&self.clusters[seen - 1]) {
            seen -= 1;
        }
        if seen == start {
            return Natural {
                start,
                end: seen,
                width: 0.0,
                stretch: 0.0,
                shrink: 0.0,
            };
        }
        let last = seen - 1;
        let right = self.left[last] + self.clusters[last].width;
        Natural {
            start,
            end: seen,
            width: right
                - self.left[start]
                - lead(&self.clusters[start], self.size)
                - trail(&self.clusters[last], self.size),
            stretch: (self.stretch[last] - self.stretch[start]) * self.size,
            shrink: self.shrink[last] - self.shrink[start],
        }
    }
}

/// Room for the lines of a paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub first: f32,
    pub other: f32,
}

impl Room {
    fn at(self, start: usize) -> f32 {
        if start == 0 { self.first } else { self.other }
    }
}

/// A little more than rounding.
const SLIP: f32 = 0.01;
/// Stretch per gap, in parts of the type size, that costs 1.0.
const LOOSE: f32 = 0.04;
/// Every line costs this, so that of two even settings the shorter wins.
const LINE_COST: f32 = 0.05;
/// A last line of one character (and its punctuation) costs this: as much as
/// a ninth of an em at every gap of the line before.
const LONELY_COST: f32 = 8.0;

/// How much of a ragged line may stay empty for a better break.
const RAGGED: f32 = 0.25;
/// What the width of each character left empty costs.
const EMPTY_COST: f32 = 0.8;

/// Ends of the lines, as one past their last cluster: each as full as it can be,
/// but for a break that tears a figure from its unit.
pub(super) fn greedy(measure: &Measure<'_>, breaks: &[Break], room: Room) -> Vec<usize> {
    let mut ends = Vec::new();
    let (mut start, mut fitting, mut part) = (0, 0, 0);
    for (i, chance) in breaks.iter().enumerate() {
        if *chance == Break::Never {
            continue;
        }
        while measure.natural(start, i + 1).width > room.at(start) + SLIP && fitting > start {
            start = best_end(measure, breaks, room.at(start), start, fitting);
            ends.push(start);
        }
        fitting = i + 1;
        if *chance == Break::Forced {
            ends.push(fitting);
            start = fitting;
            keep_company(measure, breaks, room, &mut ends[part..]);
            part = ends.len();
        }
    }
    ends
}

/// How full a line stays that gives something to a lonely last one.
const GIVING: f32 = 0.6;

/// Gives a last line of one character company from the line before. `ends` are
/// the lines of one paragraph.
fn keep_company(measure: &Measure<'_>, breaks: &[Break], room: Room, ends: &mut [usize]) {
    let [.., before, last] = ends else {
        return;
    };
    let last = *last;
    if !is_lonely(measure, &measure.natural(*before, last)) {
        return;
    }
    for end in (1..*before).rev() {
        let rest = measure.natural(end, last);
        if rest.width > GIVING * room.other {
            return;
        }
        if matches!(breaks[end - 1], Break::At(_)) && !is_lonely(measure, &rest) {
            *before = end;
            return;
        }
    }
}

/// The end of a line from `start` that fits up to `fitting`.
fn best_end(
    measure: &Measure<'_>,
    breaks: &[Break],
    room: f32,
    start: usize,
    fitting: usize,
) -> usize {
    let mut best = (fitting, f32::MAX);
    for end in (start + 1..=fitting).rev() {
        let Break::At(cost) = breaks[end - 1] else {
            continue;
        };
        let empty = room - measure.natural(start, end).width;
        if end < fitting && empty > RAGGED * room {
            break;
        }
        let cost = cost + EMPTY_COST * empty / measure.size;
        if cost < best.1 {
            best = (end, cost);
        }
    }
    best.0
}

/// As [`greedy`], but with the least bad spacing over the whole paragraph.
pub(super) fn balanced(measure: &Measure<'_>, breaks: &[Break], room: Room) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut start = 0;
    while start < breaks.len() {
        let length = breaks[start..]
            .iter()
            .take_while(|b| **b != Break::Forced)
            .count()
            + 1;
        let stop = (start + length).min(breaks.len());
        ends.extend(balanced_part(measure, breaks, room, start, stop));
        start = stop;
    }
    ends
}

/// The cheapest way to reach a break: what it cost and the break before it.
#[derive(Clone, Copy)]
struct Way {
    at: usize,
    cost: f32,
    from: usize,
}

fn balanced_part(
    measure: &Measure<'_>,
    breaks: &[Break],
    room: Room,
    start: usize,
    stop: usize,
) -> Vec<usize> {
    let mut ways = vec![Way {
        at: start,
        cost: 0.0,
        from: 0,
    }];
    for end in start + 1..=stop {
        let penalty = match breaks[end - 1] {
            Break::Never => continue,
            Break::At(cost) => cost,
            Break::Forced => 0.0,
        };
        if let Some(way) = cheapest(measure, &ways, room, end, end == stop) {
            ways.push(Way {
                cost: way.cost + penalty,
                ..way
            });
        }
    }
    let mut ends = Vec::new();
    let mut at = ways.len() - 1;
    while at > 0 {
        ends.push(ways[at].at);
        at = ways[at].from;
    }
    ends.reverse();
    ends
}

fn cheapest(
    measure: &Measure<'_>,
    ways: &[Way],
    room: Room,
    end: usize,
    last: bool,
) -> Option<Way> {
    let mut best: Option<Way> = None;
    for (from, way) in ways.iter().enumerate().rev() {
        let line = measure.natural(way.at, end);
        let slack = room.at(way.at) - line.width;
        if slack + line.shrink < -SLIP {
            // A single unbreakable piece wider than the line must still be set.
            if best.is_none() && from + 1 == ways.len() {
                best = Some(Way {
                    at: end,
                    cost: way.cost + 1e6,
                    from,
                });
            }
            break;
        }
        let cost = way.cost + LINE_COST + spacing_cost(measure, &line, slack, last);
        if best.is_none_or(|b| cost < b.cost) {
            best = Some(Way {
                at: end,
                cost,
                from,
            });
        }
    }
    best
}

fn spacing_cost(measure: &Measure<'_>, line: &Natural, slack: f32, last: bool) -> f32 {
    if slack < 0.0 {
        let part = -slack / line.shrink.max(SLIP);
        return 0.2 + 1.2 * part * part * part;
    }
    if last {
        let lonely = line.start > 0 && is_lonely(measure, line);
        return if lonely { LONELY_COST } else { 0.0 };
    }
    let loose = slack / line.stretch.max(SLIP) / LOOSE;
    (loose * loose).min(1e5)
}

/// Whether a last line is but one character with the punctuation behind it.
fn is_lonely(measure: &Measure<'_>, line: &Natural) -> bool {
    let seen = &measure.clusters[line.start..line.end];
    line.width < 3.1 * measure.size && seen.iter().filter(|c| !c.class.never_first()).count() <= 1
}
