//! From the lines of a file to the blocks of an edition, and the list of what
//! was found. Every word of the file goes into exactly one block, in its order.

use super::lines::{Role, article_level, role, starts_with_label, text, title, unbroken};
use super::name::Side;
use super::signatures;
use super::source::{Line, Source, Token};
use super::words::Filler;
use super::{Confidence, FoundKind};
use crate::agreement::edition::{Block, Edition, Inline, Words};
use crate::agreement::numeral::Level;
use crate::agreement::{Blank, numeral};

/// Where something found stands in the edition.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    Title,
    Motto,
    Block(usize),
    /// A row of the signature block.
    Row(usize, usize),
    End,
}

impl Place {
    /// Its line in the printed markup, whose blocks start at `lines`.
    pub fn line(self, edition: &Edition, lines: &[usize]) -> usize {
        let at = |block: usize| lines.get(block).copied().unwrap_or(1);
        match self {
            Self::Title => 3,
            Self::Motto => {
                if edition.motto.is_empty() {
                    3
                } else {
                    4
                }
            }
            Self::Block(block) => at(block),
            Self::Row(block, row) => at(block) + 1 + row,
            Self::End => lines.last().copied().unwrap_or(1),
        }
    }
}

/// Something found.
pub(super) struct Note {
    pub kind: FoundKind,
    pub source_line: usize,
    pub place: Place,
    pub text: String,
    pub blank: Option<Blank>,
    pub confidence: Confidence,
}

/// A file as blocks.
#[derive(Default)]
pub(super) struct Built {
    pub title: String,
    pub motto: String,
    pub blocks: Vec<Block>,
    pub notes: Vec<Note>,
}

pub(super) fn build(mut source: Source) -> Built {
    let header = std::mem::take(&mut source.header);
    let lines = unbroken(source);
    let mut built = Built::default();
    let from = built.head(&header, &lines);
    let articles = article_level(&lines);
    let is_article = |line: &Line| role(line, None, articles) == Role::Article;
    let first = (from..lines.len()).find(|&at| is_article(&lines[at]));
    let last = (from..lines.len()).rev().find(|&at| is_article(&lines[at]));
    let signed = signatures::find(&lines, last.map_or(from, |at| at + 1));
    let (until, after) = signed
        .as_ref()
        .map_or((lines.len(), lines.len()), |s| s.lines);
    let first = first.unwrap_or(until).min(until);
    built.parties(&lines[from..first]);
    built.body(&lines[first..until], articles);
    match signed {
        Some(signed) => built.signatures(signed),
        None => built.note(
            FoundKind::SignaturesLacking,
            (lines.last().map_or(1, |line| line.number), Place::End),
            "",
            Confidence::Unsure,
        ),
    }
    for line in &lines[after..] {
        let words = built.words(line, None, false);
        built.push(
            line,
            FoundKind::Attachment,
            Block::Flush(words),
            Confidence::Certain,
        );
    }
    built
}

impl Built {
    fn note(
        &mut self,
        kind: FoundKind,
        (source_line, place): (usize, Place),
        text: &str,
        confidence: Confidence,
    ) {
        self.notes.push(Note {
            kind,
            source_line,
            place,
            text: text.to_owned(),
            blank: None,
            confidence,
        });
    }

    /// Takes motto and title; gives the line after them.
    fn head(&mut self, header: &str, lines: &[Line]) -> usize {
        let place = title(lines);
        let over = place.unwrap_or(0);
        let mut motto: Vec<String> = Vec::new();
        if !header.is_empty() {
            motto.push(header.to_owned());
        }
        motto.extend(lines[..over].iter().map(text));
        motto.dedup();
        self.motto = motto.join("　");
        if !self.motto.is_empty() {
            let words = self.motto.clone();
            let sure = if over > 1 {
                Confidence::Unsure
            } else {
                Confidence::Likely
            };
            let line = lines.first().map_or(1, |line| line.number);
            self.note(FoundKind::Motto, (line, Place::Motto), &words, sure);
        }
        let Some(at) = place else {
            return 0;
        };
        self.title = text(&lines[at]).trim().to_owned();
        let words = self.title.clone();
        let place = (lines[at].number, Place::Title);
        self.note(FoundKind::Title, place, &words, Confidence::Certain);
        at + 1
    }

    /// The number's line, the parties and the preamble.
    fn parties(&mut self, lines: &[Line]) {
        let mut side = None;
        for line in lines {
            let squeezed = line.squeezed();
            if !starts_with_label(&squeezed) || squeezed.chars().count() > 80 {
                let words = self.words(line, None, false);
                let block = Block::paragraph(words);
                self.push(line, FoundKind::Preamble, block, Confidence::Likely);
                continue;
            }
            side = match signatures::party(&squeezed) {
                Some('甲') => Some(Side::Firm),
                Some(_) => Some(Side::Customer),
                None => side,
            };
            let words = self.words(line, side, true);
            if squeezed.contains("编号") {
                let block = if line.right {
                    Block::Right(words)
                } else {
                    Block::Flush(words)
                };
                self.push(line, FoundKind::Number, block, Confidence::Certain);
            } else {
                self.push(
                    line,
                    FoundKind::Party,
                    Block::Flush(words),
                    Confidence::Certain,
                );
            }
        }
    }

    fn body(&mut self, lines: &[Line], articles: Level) {
        for (at, line) in lines.iter().enumerate() {
            let words = self.words(line, None, false);
            let number = numeral::numeral(&text(line)).is_some();
            match role(line, lines.get(at + 1), articles) {
                Role::Article => {
                    let block = Block::Article(light(words));
                    self.push(line, FoundKind::Article, block, Confidence::Certain);
                }
                Role::Section => {
                    let block = Block::Section(light(words));
                    self.push(line, FoundKind::Section, block, Confidence::Likely);
                }
                _ if number => {
                    self.push(line, FoundKind::Item, paragraph(words), Confidence::Certain);
                }
                _ => self.blocks.push(paragraph(words)),
            }
            if line.joined > 1 {
                let place = (line.number, Place::Block(self.blocks.len() - 1));
                self.note(FoundKind::Joined, place, &text(line), Confidence::Likely);
            }
        }
    }

    fn signatures(&mut self, found: signatures::Found) {
        let block = self.blocks.len();
        let at = found.rows.first().map_or(1, |row| row.number);
        let (kind, sure) = if found.moved {
            (FoundKind::SidesMoved, Confidence::Unsure)
        } else {
            (FoundKind::Signatures, Confidence::Certain)
        };
        self.note(kind, (at, Place::Block(block)), "", sure);
        let first = found.rows.first();
        let turned = first
            .is_some_and(|row| signatures::party(&super::source::words(&row.left)) == Some('乙'));
        let (left, right) = if turned {
            (Side::Customer, Side::Firm)
        } else {
            (Side::Firm, Side::Customer)
        };
        let mut rows = Vec::with_capacity(found.rows.len());
        for (i, row) in found.rows.into_iter().enumerate() {
            let place = (row.number, Place::Row(block, i));
            let left = self.filled(&row.left, Some(left), true, place);
            let right = self.filled(&row.right, Some(right), true, place);
            rows.push((light(left), light(right)));
        }
        self.blocks.push(Block::Signatures(rows));
    }

    /// The words of the line that becomes the next block.
    fn words(&mut self, line: &Line, side: Option<Side>, labels: bool) -> Words {
        let place = (line.number, Place::Block(self.blocks.len()));
        let mut tokens: Vec<Token> = Vec::new();
        for (i, cell) in line.cells.iter().enumerate() {
            if i > 0 {
                tokens.push(Token::Text {
                    text: "　".to_owned(),
                    bold: false,
                });
            }
            tokens.extend(super::source::tokens(cell));
        }
        self.filled(&tokens, side, labels, place)
    }

    fn filled(
        &mut self,
        tokens: &[Token],
        side: Option<Side>,
        labels: bool,
        place: (usize, Place),
    ) -> Words {
        let filler = Filler::of(tokens, side, labels);
        for blank in filler.blanks {
            let kind = if blank.blank.is_none() && !blank.hand {
                FoundKind::UnnamedBlank
            } else {
                FoundKind::Blank
            };
            self.note(kind, place, &blank.before, blank.confidence);
            if let Some(note) = self.notes.last_mut() {
                note.blank = blank.blank;
            }
        }
        filler.words
    }

    fn push(&mut self, line: &Line, kind: FoundKind, block: Block, confidence: Confidence) {
        let place = (line.number, Place::Block(self.blocks.len()));
        self.note(kind, place, text(line).trim(), confidence);
        self.blocks.push(block);
    }
}

/// A paragraph; one that is bold throughout is a clause that weighs.
fn paragraph(words: Words) -> Block {
    let is_word = |inline: &&Inline| matches!(inline, Inline::Words(_) | Inline::Strong(_));
    let strong = words
        .iter()
        .filter(is_word)
        .all(|w| matches!(w, Inline::Strong(_)));
    let weighs = strong && words.iter().any(|w| matches!(w, Inline::Strong(_)));
    Block::Paragraph {
        words: if weighs { light(words) } else { words },
        weighs,
        leads: false,
    }
}

/// The words without bold of their own: heads have it anyway.
fn light(words: Words) -> Words {
    let mut out: Words = Vec::with_capacity(words.len());
    for inline in words {
        let inline = match inline {
            Inline::Strong(text) => Inline::Words(text),
            other => other,
        };
        match (out.last_mut(), inline) {
            (Some(Inline::Words(last)), Inline::Words(text)) => last.push_str(&text),
            (_, inline) => out.push(inline),
        }
    }
    out
}
