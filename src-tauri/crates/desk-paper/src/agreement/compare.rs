//! Two editions side by side, article by article. Articles are matched by
//! their heads, not their numbers, so that one put in between does not make
//! everything after it look changed; inside an article line is held against
//! line, and in a changed line word against word.

use super::edition::{Block, Edition};
use super::numeral::Level;
use super::outline::{Clause, outline};
use serde::Serialize;
use similar::{Algorithm, ChangeTag, DiffOp, TextDiff, capture_diff_slices};
use ts_rs::TS;

/// What happened to an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// Word for word the same.
    Same,
    /// In both, with other words.
    Changed,
    /// Only in the new edition.
    Added,
    /// Only in the old edition.
    Removed,
}

/// A stretch of one side's line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DiffRun {
    /// The words.
    pub text: String,
    /// Whether the other side lacks them.
    pub changed: bool,
}

/// A line of the old edition beside the line of the new one that took its
/// place; an empty side has no such line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Pair {
    /// What happened to the line.
    pub kind: ChangeKind,
    /// The old line.
    pub old: Vec<DiffRun>,
    /// The new line.
    pub new: Vec<DiffRun>,
}

/// One article (or what stands before the first, or after the last) of both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ArticleChange {
    /// What happened to it.
    pub kind: ChangeKind,
    /// Its head in the old edition; empty where it is not in it.
    pub old_head: String,
    /// Its head in the new edition; empty where it is not in it.
    pub new_head: String,
    /// Its lines, the head among them.
    pub lines: Vec<Pair>,
}

/// A line as it is compared: bold and the kind of line count as words do.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Line {
    mark: &'static str,
    text: String,
}

struct Article {
    /// By what it is matched.
    key: String,
    head: String,
    lines: Vec<Line>,
}

/// Holds two editions against each other.
#[must_use]
pub fn compare(old: &Edition, new: &Edition) -> Vec<ArticleChange> {
    let (old, new) = (articles(old), articles(new));
    let keys = |articles: &[Article]| articles.iter().map(|a| a.key.clone()).collect::<Vec<_>>();
    let ops = capture_diff_slices(Algorithm::Patience, &keys(&old), &keys(&new));
    ops.into_iter()
        .flat_map(|op| beside(&old, &new, op))
        .map(|(old, new)| article(old, new))
        .collect()
}

/// The pairs of one operation; a replaced stretch is paired in order.
fn beside<'a, T>(old: &'a [T], new: &'a [T], op: DiffOp) -> Vec<(Option<&'a T>, Option<&'a T>)> {
    let (from, to) = (&old[op.old_range()], &new[op.new_range()]);
    (0..from.len().max(to.len()))
        .map(|i| (from.get(i), to.get(i)))
        .collect()
}

fn articles(edition: &Edition) -> Vec<Article> {
    let lines: Vec<usize> = vec![0; edition.blocks.len()];
    let mut articles = vec![Article {
        key: "首部".to_owned(),
        head: "首部".to_owned(),
        lines: vec![Line {
            mark: "",
            text: edition.title.clone(),
        }],
    }];
    let mut closing = false;
    for clause in outline(&edition.blocks, &lines) {
        let ends = matches!(clause.block, Block::Confirm(_) | Block::Signatures(_));
        if clause.is_article() || (ends && !closing) {
            closing = ends;
            articles.push(started(&clause, ends));
        }
        if let Some(article) = articles.last_mut() {
            article.lines.extend(lines_of(clause.block));
        }
    }
    articles
}

fn started(clause: &Clause<'_>, ends: bool) -> Article {
    if ends {
        return Article {
            key: "签署".to_owned(),
            head: "签署".to_owned(),
            lines: Vec::new(),
        };
    }
    // An article whose words are the whole of its line is matched by number.
    let in_line = matches!(clause.block, Block::Paragraph { .. });
    let number = clause
        .number
        .filter(|n| n.level == Level::Article && in_line);
    Article {
        key: number.map_or_else(|| clause.body().to_owned(), |n| n.cited()),
        head: number.map_or_else(|| clause.text.clone(), |n| n.cited()),
        lines: Vec::new(),
    }
}

fn lines_of(block: &Block) -> Vec<Line> {
    let mark = match block {
        Block::Article(_) | Block::Section(_) => "#",
        Block::Paragraph { weighs: true, .. } => "!",
        _ => "",
    };
    match block {
        Block::Signatures(rows) => rows
            .iter()
            .map(|(left, right)| Line {
                mark,
                text: format!("{}　{}", super::plain(left), super::plain(right)),
            })
            .collect(),
        other => vec![Line {
            mark,
            text: other.text(),
        }],
    }
}

fn article(old: Option<&Article>, new: Option<&Article>) -> ArticleChange {
    let lines = |article: Option<&Article>| article.map_or_else(Vec::new, |a| a.lines.clone());
    let head = |article: Option<&Article>| article.map_or_else(String::new, |a| a.head.clone());
    let (before, after) = (lines(old), lines(new));
    let pairs: Vec<Pair> = capture_diff_slices(Algorithm::Patience, &before, &after)
        .into_iter()
        .flat_map(|op| beside(&before, &after, op))
        .map(|(old, new)| pair(old, new))
        .collect();
    let kind = match (old, new) {
        (None, _) => ChangeKind::Added,
        (_, None) => ChangeKind::Removed,
        _ if pairs.iter().all(|pair| pair.kind == ChangeKind::Same) => ChangeKind::Same,
        _ => ChangeKind::Changed,
    };
    ArticleChange {
        kind,
        old_head: head(old),
        new_head: head(new),
        lines: pairs,
    }
}

fn pair(old: Option<&Line>, new: Option<&Line>) -> Pair {
    let whole = |line: Option<&Line>, changed| {
        line.map_or_else(Vec::new, |line| {
            vec![DiffRun {
                text: line.text.clone(),
                changed,
            }]
        })
    };
    let (Some(before), Some(after)) = (old, new) else {
        return Pair {
            kind: if old.is_none() {
                ChangeKind::Added
            } else {
                ChangeKind::Removed
            },
            old: whole(old, true),
            new: whole(new, true),
        };
    };
    if before == after {
        return Pair {
            kind: ChangeKind::Same,
            old: whole(old, false),
            new: whole(new, false),
        };
    }
    let (old, new) = runs(&before.text, &after.text);
    Pair {
        kind: ChangeKind::Changed,
        old,
        new,
    }
}

/// The two lines with what differs marked. Lines that share little are marked
/// whole: letters that happen to match help nobody.
fn runs(old: &str, new: &str) -> (Vec<DiffRun>, Vec<DiffRun>) {
    let diff = TextDiff::from_chars(old, new);
    let whole = |text: &str| {
        vec![DiffRun {
            text: text.to_owned(),
            changed: true,
        }]
    };
    if diff.ratio() < 0.3 {
        return (whole(old), whole(new));
    }
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for change in diff.iter_all_changes() {
        let changed = change.tag() != ChangeTag::Equal;
        let text = change.value();
        if change.tag() != ChangeTag::Insert {
            add(&mut left, text, changed);
        }
        if change.tag() != ChangeTag::Delete {
            add(&mut right, text, changed);
        }
    }
    (left, right)
}

fn add(runs: &mut Vec<DiffRun>, text: &str, changed: bool) {
    match runs.last_mut() {
        Some(run) if run.changed == changed => run.text.push_str(text),
        _ => runs.push(DiffRun {
            text: text.to_owned(),
            changed,
        }),
    }
}
