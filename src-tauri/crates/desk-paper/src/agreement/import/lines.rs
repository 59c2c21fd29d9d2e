//! What each line of a file is, before it becomes a block: where the title, the
//! articles and the signatures are. Puts paragraphs together again that were
//! broken by hand into lines.

use super::name::is_label;
use super::source::{Line, Part, Source, words};
use crate::agreement::numeral::{Level, numeral};

/// Lines shorter than this, in characters, were not broken for want of room.
const FULL: usize = 28;
/// A head has at most so many characters.
const HEAD: usize = 30;

/// Joins lines that are one paragraph.
pub(super) fn unbroken(source: Source) -> Vec<Line> {
    if !source.broken {
        return source.lines;
    }
    let mut out: Vec<Line> = Vec::with_capacity(source.lines.len());
    for line in source.lines {
        match out.last_mut() {
            Some(last) if goes_on(last, &line) => {
                let more = line.cells.into_iter().flatten().map(|part| {
                    let text = part.text.trim_start().to_owned();
                    Part { text, ..part }
                });
                if let Some(cell) = last.cells.first_mut() {
                    cell.extend(more);
                }
                last.joined += 1;
            }
            _ => out.push(line),
        }
    }
    out
}

fn goes_on(last: &Line, next: &Line) -> bool {
    let text = last.squeezed();
    let ended = text.ends_with([
        '。', '；', '：', '！', '？', '）', '.', ';', ':', ')', '”', '》', '_', '＿',
    ]);
    let next_text = next.squeezed();
    !ended
        && text.chars().count() >= FULL
        && next.number == last.number + last.joined.max(1)
        && next.is_flush()
        && numeral(&next_text).is_none()
        && !starts_with_label(&next_text)
}

/// Whether a line starts with a label and its colon: 甲方：, 编号：.
pub(super) fn starts_with_label(squeezed: &str) -> bool {
    let colon = squeezed.find(['：', ':']);
    colon.is_some_and(|at| is_label(&squeezed[..at]))
}

/// The title's place: a short line near the start that says what it is.
pub(super) fn title(lines: &[Line]) -> Option<usize> {
    const NEAR: usize = 8;
    lines.iter().take(NEAR).position(|line| {
        let text = line.squeezed();
        text.chars().count() <= HEAD
            && ["协议", "合同", "协议书", "合同书", "条款"]
                .iter()
                .any(|word| text.ends_with(word))
            && !text.contains(['：', ':', '。', '，'])
            && numeral(&text).is_none()
    })
}

/// How the articles of a text are numbered.
pub(super) fn article_level(lines: &[Line]) -> Level {
    let has = |level| {
        lines
            .iter()
            .any(|line| numeral(&text(line)).is_some_and(|n| n.level == level))
    };
    if has(Level::Article) || !has(Level::Chapter) {
        Level::Article
    } else {
        Level::Chapter
    }
}

/// What a line of the body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Article,
    Section,
    Item,
    Plain,
}

/// The words of a line; a gap is a space.
pub(super) fn text(line: &Line) -> String {
    words(&line.tokens())
}

/// What the line is; `next` is the line after it.
pub(super) fn role(line: &Line, next: Option<&Line>, articles: Level) -> Role {
    let text = text(line);
    let Some(number) = numeral(&text) else {
        return Role::Plain;
    };
    let below = next.and_then(|line| numeral(&self::text(line)));
    let head = is_head(text.get(number.length..).unwrap_or_default());
    if number.level == articles && head {
        Role::Article
    } else if number.level == Level::Part
        && head
        // A colon announces a list; a head announces nothing.
        && !text.trim_end().ends_with(['：', ':'])
        && below.is_some_and(|below| below.level > Level::Part)
    {
        Role::Section
    } else {
        Role::Item
    }
}

/// Whether words read as a head and not as a clause.
fn is_head(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '：' | ':' | '、'));
    !text.is_empty()
        && text.chars().count() <= HEAD
        && !text.ends_with(['。', '；', '，', '.', ';'])
        && !text.contains(['。', '；'])
}
