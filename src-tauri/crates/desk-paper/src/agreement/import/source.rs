//! A file as lines of parts, before anybody knows what they mean. Owns the
//! reading of white space: what is an indent, what is a gap to fill in, what
//! only stretches a line. White space is the only thing an import may change.

/// A stretch of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub text: String,
    pub underlined: bool,
    pub bold: bool,
}

impl Part {
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            underlined: false,
            bold: false,
        }
    }
}

/// A line of text, a paragraph of a .docx, or a row of a table (more cells).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number in the file, from 1.
    pub number: usize,
    pub cells: Vec<Vec<Part>>,
    /// Whether the file sets it to the right edge.
    pub right: bool,
    /// How many lines of the file it was joined from; 0 and 1 for one.
    pub joined: usize,
}

/// A file.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// The page header of a .docx.
    pub header: String,
    /// Lines with something on them.
    pub lines: Vec<Line>,
    /// Whether paragraphs may have been broken by hand into lines.
    pub broken: bool,
}

/// A stretch of a line once white space is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Text {
        text: String,
        bold: bool,
    },
    /// Room left to write on.
    Gap(Gap),
}

/// Room left to write on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Gap {
    /// Width in halves of a character.
    pub width: usize,
    /// Whether a line is drawn there; bare white space may be but a column.
    pub drawn: bool,
}

/// A line of plain text indented by this many halves was meant for the right
/// edge of the paper.
const RIGHT: usize = 30;
/// White space narrower than this (in halves) only stretches a line.
const GAP: usize = 3;

impl Source {
    pub fn of_text(text: &str) -> Self {
        let lines = text
            .split(['\n', '\u{c}', '\u{2028}'])
            .enumerate()
            .map(|(i, line)| Line {
                number: i + 1,
                cells: vec![vec![Part::plain(line.trim_end_matches('\r'))]],
                right: indent(line) >= RIGHT,
                joined: 1,
            })
            .filter(|line| !line.is_blank())
            .collect();
        Self {
            header: String::new(),
            lines,
            broken: true,
        }
    }

    /// Bytes of text.
    pub fn size(&self) -> usize {
        let parts = self
            .lines
            .iter()
            .flat_map(|line| line.cells.iter().flatten());
        parts.map(|part| part.text.len()).sum()
    }
}

/// Width of the white space a line starts with, in halves of a character.
fn indent(line: &str) -> usize {
    line.chars()
        .map_while(|c| is_space(c).then(|| halves(c)))
        .sum()
}

pub(super) fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}')
}

fn halves(character: char) -> usize {
    match character {
        '\u{3000}' | '\u{2003}' => 2,
        '\t' => 4,
        '\u{feff}' | '\u{200b}' => 0,
        _ => 1,
    }
}

fn is_rule(character: char) -> bool {
    matches!(character, '_' | '＿' | '\u{2581}')
}

impl Line {
    pub fn is_blank(&self) -> bool {
        let mut parts = self.cells.iter().flatten();
        !parts.any(|part| part.text.chars().any(|c| !is_space(c)) || part.underlined)
    }

    /// All its words in one string, white space left out.
    pub fn squeezed(&self) -> String {
        let parts = self.cells.iter().flatten();
        let text: String = parts.map(|part| part.text.as_str()).collect();
        text.chars().filter(|c| !is_space(*c)).collect()
    }

    /// The words of its first cell in tokens.
    pub fn tokens(&self) -> Vec<Token> {
        self.cells
            .first()
            .map_or_else(Vec::new, |cell| tokens(cell))
    }

    /// Whether the first part starts without an indent.
    pub fn is_flush(&self) -> bool {
        let first = self.cells.first().and_then(|cell| cell.first());
        first.is_some_and(|part| indent(&part.text) == 0)
    }
}

/// Reads the white space of one cell.
pub(super) fn tokens(parts: &[Part]) -> Vec<Token> {
    let mut reading = Reading::default();
    for part in parts {
        for character in part.text.chars() {
            if is_rule(character) {
                reading.space(halves(character).max(1), true);
            } else if is_space(character) {
                reading.space(halves(character), part.underlined);
            } else {
                reading.letter(character, part.bold);
            }
        }
    }
    reading.end_space(None);
    unspaced(reading.tokens)
}

/// Puts labels together that were spaced out to line up: 日　　期：.
fn unspaced(tokens: Vec<Token>) -> Vec<Token> {
    const SPACED: [&str; 12] = [
        "甲方", "乙方", "日期", "编号", "电话", "地址", "传真", "邮编", "账号", "税号", "住所",
        "住址",
    ];
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        if let Token::Text { text, .. } = &token
            && let [.., Token::Text { text: before, .. }, Token::Gap(gap)] = out.as_mut_slice()
            && !gap.drawn
            && before.chars().count() == 1
            && let mut letters = text.chars()
            && let Some(second) = letters.next()
            && matches!(letters.next(), Some('：' | ':' | '（' | '('))
            && SPACED.contains(&format!("{before}{second}").as_str())
        {
            before.push_str(text);
            out.pop();
            continue;
        }
        out.push(token);
    }
    out
}

#[derive(Default)]
struct Reading {
    tokens: Vec<Token>,
    width: usize,
    drawn: usize,
}

impl Reading {
    fn space(&mut self, halves: usize, drawn: bool) {
        self.width += halves;
        self.drawn += if drawn { halves } else { 0 };
    }

    fn letter(&mut self, letter: char, bold: bool) {
        let closes = matches!(
            letter,
            '。' | '，' | '、' | '；' | '：' | '）' | '》' | '”' | '！' | '？'
        );
        self.end_space(Some(letter));
        let same = match self.tokens.last_mut() {
            Some(Token::Text { text, bold: was }) if *was == bold || closes => {
                // White space before a closing sign is a slip of the keyboard.
                if closes {
                    text.truncate(text.trim_end().len());
                }
                text.push(letter);
                true
            }
            _ => false,
        };
        if !same {
            self.tokens.push(Token::Text {
                text: letter.to_string(),
                bold,
            });
        }
    }

    /// White space is over: an indent and the end of a line are nothing, a
    /// little is a space, more is room to write on.
    fn end_space(&mut self, next: Option<char>) {
        let (width, drawn) = (
            std::mem::take(&mut self.width),
            std::mem::take(&mut self.drawn),
        );
        let last = match self.tokens.last() {
            Some(Token::Text { text, .. }) => text.chars().last(),
            _ => None,
        };
        let wide = width >= GAP && !self.tokens.is_empty() && next.is_some();
        if drawn >= 2 || wide || (width > 0 && is_date(last, next)) {
            self.tokens.push(Token::Gap(Gap {
                width,
                drawn: drawn >= 2,
            }));
        } else if width > 0
            && next.is_some()
            && let Some(Token::Text { text, .. }) = self.tokens.last_mut()
            && !text.ends_with(['（', '《', '“', '：'])
        {
            text.push(if width > 1 { '\u{3000}' } else { ' ' });
        }
    }
}

/// Between 年, 月 and 日 the least room is for a figure.
fn is_date(last: Option<char>, next: Option<char>) -> bool {
    matches!(
        (last, next),
        (Some('年'), Some('月')) | (Some('月'), Some('日')) | (Some('：'), Some('年'))
    )
}

/// The words of tokens in one string; a gap is a space.
pub(super) fn words(tokens: &[Token]) -> String {
    tokens
        .iter()
        .map(|token| match token {
            Token::Text { text, .. } => text.as_str(),
            Token::Gap(_) => " ",
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> String {
        tokens(&[Part::plain(line)])
            .iter()
            .map(|token| match token {
                Token::Text { text, .. } => text.clone(),
                Token::Gap(gap) if gap.drawn => "[_]".to_owned(),
                Token::Gap(_) => "[ ]".to_owned(),
            })
            .collect()
    }

    #[test]
    fn white_space_is_told_apart_by_its_place_and_width() {
        assert_eq!(
            read("    合同金额为        元,以后"),
            "合同金额为[ ]元,以后"
        );
        assert_eq!(read("号码为              　　　　      。"), "号码为[ ]。");
        assert_eq!(read("（这里简称客户  ）"), "（这里简称客户）");
        assert_eq!(read("诚实守信  合作共赢"), "诚实守信　合作共赢");
        assert_eq!(read("第三条 用户资料"), "第三条 用户资料");
        assert_eq!(read("金额____元"), "金额[_]元");
        assert_eq!(read("乙方：      "), "乙方：");
        assert_eq!(read("乙方：______"), "乙方：[_]");
        assert_eq!(read("日    期：  年 月  日"), "日期：[ ]年[ ]月[ ]日");
    }

    #[test]
    fn underlined_white_space_of_a_docx_is_room_to_write_on_wherever_it_stands() {
        let rule = Part {
            text: "    ".into(),
            underlined: true,
            bold: false,
        };
        let found = tokens(&[Part::plain("乙方："), rule]);
        assert!(
            matches!(
                found[1],
                Token::Gap(Gap {
                    drawn: true,
                    width: 4
                })
            ),
            "{found:?}"
        );
    }
}
