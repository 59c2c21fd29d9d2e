//! The words of one line with their blanks named. Refuses to name what it does
//! not know; a date of signing is always left to the hand, for nobody knows it
//! when the paper is printed.

use super::Confidence;
use super::name::{self, Side};
use super::source::Token;
use crate::agreement::Blank;
use crate::agreement::edition::{Inline, Words};

/// A blank found in a line.
pub(super) struct FoundBlank {
    /// What stands before it.
    pub before: String,
    pub blank: Option<Blank>,
    /// Left to the hand on purpose.
    pub hand: bool,
    pub confidence: Confidence,
}

/// Room for a name to be signed, beside the printed one.
const SIGN: u8 = 7;
/// Room for what a hand writes behind a label.
const HAND: u8 = 10;

/// Fills the gaps of a line.
#[derive(Default)]
pub(super) struct Filler {
    pub words: Words,
    pub blanks: Vec<FoundBlank>,
    before: String,
}

impl Filler {
    /// `side` is whose line it is; `labels` tells that a colon at the end is a
    /// label to fill in behind.
    pub fn of(tokens: &[Token], side: Option<Side>, labels: bool) -> Self {
        let mut filler = Self::default();
        let mut at = 0;
        while at < tokens.len() {
            at = match &tokens[at] {
                Token::Text { text, bold } => {
                    filler.text(text, *bold);
                    at + 1
                }
                Token::Gap(_) => match date(&tokens[at..]) {
                    Some(rest) => {
                        filler.date(rest);
                        at + 6
                    }
                    None => {
                        filler.gap(side, labels);
                        at + 1
                    }
                },
            };
        }
        if labels && filler.before.trim_end().ends_with(['：', ':']) {
            filler.gap(side, labels);
        }
        filler.trimmed()
    }

    fn text(&mut self, text: &str, bold: bool) {
        self.before.push_str(text);
        match (self.words.last_mut(), bold) {
            (Some(Inline::Words(last)), false) | (Some(Inline::Strong(last)), true) => {
                last.push_str(text);
            }
            (_, true) => self.words.push(Inline::Strong(text.to_owned())),
            (_, false) => self.words.push(Inline::Words(text.to_owned())),
        }
    }

    fn gap(&mut self, side: Option<Side>, labels: bool) {
        let named = name::blank(&self.before, side);
        // A label of a signature that no data fills is for the hand.
        let hand = named.is_none() && labels;
        let label = name::label(&self.before);
        match named {
            Some((blank, _)) => {
                self.words.push(Inline::Blank(blank));
                let signs = [Blank::FirmRepresentative, Blank::CompanyRepresentative];
                if labels && signs.contains(&blank) {
                    self.words.push(Inline::Hand(SIGN));
                }
            }
            None if hand => self.words.push(Inline::Hand(HAND)),
            None => self.words.push(Inline::Unnamed(last_of(&label))),
        }
        self.found(
            label,
            named.map(|n| n.0),
            hand,
            named.map_or(Confidence::Unsure, |n| n.1),
        );
    }

    /// ＿年＿月＿日: a day of the service by its words, else one for the hand.
    fn date(&mut self, rest: &str) {
        let before = self.before.trim_end();
        let blank = if before.ends_with(['自', '从']) || before.ends_with("起始日期：") {
            Some(Blank::StartDate)
        } else if before.ends_with(['至', '到']) || before.ends_with("终止日期：") {
            Some(Blank::EndDate)
        } else {
            None
        };
        let label = name::label(before);
        match blank {
            Some(blank) => self.words.push(Inline::Blank(blank)),
            None => {
                for (width, unit) in [(4, "年"), (3, "月"), (3, "日")] {
                    self.words.push(Inline::Hand(width));
                    self.words.push(Inline::Words(unit.to_owned()));
                }
            }
        }
        self.found(label, blank, blank.is_none(), Confidence::Likely);
        self.before.clear();
        if !rest.is_empty() {
            self.text(rest, false);
        }
    }

    fn found(&mut self, before: String, blank: Option<Blank>, hand: bool, confidence: Confidence) {
        self.blanks.push(FoundBlank {
            before,
            blank,
            hand,
            confidence,
        });
        self.before.clear();
    }

    /// White space at the ends is none of the words.
    fn trimmed(mut self) -> Self {
        if let Some(Inline::Words(text) | Inline::Strong(text)) = self.words.first_mut() {
            *text = text.trim_start().to_owned();
        }
        if let Some(Inline::Words(text) | Inline::Strong(text)) = self.words.last_mut() {
            text.truncate(text.trim_end().len());
        }
        self.words.retain(|inline| {
            !matches!(inline, Inline::Words(text) | Inline::Strong(text) if text.is_empty())
        });
        self
    }
}

/// What follows 日 where the tokens are ＿年＿月＿日.
fn date(tokens: &[Token]) -> Option<&str> {
    let text = |at: usize| match tokens.get(at) {
        Some(Token::Text { text, .. }) => Some(text.as_str()),
        _ => None,
    };
    let gap = |at: usize| matches!(tokens.get(at), Some(Token::Gap(_)));
    let dated = gap(0) && text(1)? == "年" && gap(2) && text(3)? == "月" && gap(4);
    text(5)?.strip_prefix('日').filter(|_| dated)
}

/// The end of a label, short enough for a chip.
fn last_of(label: &str) -> String {
    const SHOWN: usize = 12;
    let count = label.chars().count();
    label.chars().skip(count.saturating_sub(SHOWN)).collect()
}
