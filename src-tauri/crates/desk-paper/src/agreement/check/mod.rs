//! The checker: reads a text before it is published and tells what a careful
//! colleague would. Owns the rules and how grave each is. Refuses to change a
//! word: an error stops publishing, a warning and a hint are only told.

mod closing;
mod conditions;
mod heavy;
mod law;
mod numbers;
mod parties;

use super::edition::{Block, Inline};
use super::outline::{Clause, outline};
use super::{Blank, parse};
use chrono::NaiveDate;
use desk_domain::Refusal;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The text cannot be published.
    Error,
    /// It should be mended, but may be published.
    Warning,
    /// Worth a look.
    Hint,
}

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TextRule {
    /// The markup cannot be read; the finding's code names the fault.
    Markup,
    /// A law is cited that no longer holds on the text's first day.
    RepealedLaw,
    /// A number is left out: 第六条, 第八条.
    NumberGap,
    /// A number comes twice, or goes back.
    NumberRepeat,
    /// A blank of an imported text that nobody has named.
    BlankUnnamed,
    /// The text never asks for the agreement's number, the customer's name or
    /// the 400 number.
    BlankMissing,
    /// One party goes by several names: 乙方, 客户, 用户.
    PartyNames,
    /// A clause weighs on the customer and is not bold (民法典第四百九十六条).
    HeavyPlain,
    /// Clauses weigh on the customer and no line to sign goes with them.
    HeavyUnsigned,
    /// Two conditions stand in one item of a list.
    TwoConditions,
    /// Nobody is asked for the date of signing.
    DateMissing,
    /// The text does not say how many originals there are.
    CopiesMissing,
    /// The signature block lacks a side's place to sign or seal.
    SignatureMissing,
}

impl TextRule {
    fn severity(self) -> Severity {
        match self {
            Self::Markup | Self::BlankUnnamed => Severity::Error,
            Self::PartyNames | Self::TwoConditions => Severity::Hint,
            _ => Severity::Warning,
        }
    }

    /// Key of its sentence; [`TextRule::Markup`] speaks with the fault's own.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Markup => "TextMarkup",
            Self::RepealedLaw => "TextRepealedLaw",
            Self::NumberGap => "TextNumberGap",
            Self::NumberRepeat => "TextNumberRepeat",
            Self::BlankUnnamed => "TextBlankUnnamed",
            Self::BlankMissing => "TextBlankMissing",
            Self::PartyNames => "TextPartyNames",
            Self::HeavyPlain => "TextHeavyPlain",
            Self::HeavyUnsigned => "TextHeavyUnsigned",
            Self::TwoConditions => "TextTwoConditions",
            Self::DateMissing => "TextDateMissing",
            Self::CopiesMissing => "TextCopiesMissing",
            Self::SignatureMissing => "TextSignatureMissing",
        }
    }
}

/// One thing found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TextFinding {
    /// What was looked for.
    pub rule: TextRule,
    /// Line of the markup, from 1.
    pub line: usize,
    /// How grave it is.
    pub severity: Severity,
    /// Key of the sentence in the wording.
    pub code: &'static str,
    /// Values for its placeholders; `line` and `clause` are always there.
    pub details: BTreeMap<&'static str, String>,
}

impl Refusal for TextFinding {
    fn code(&self) -> &'static str {
        self.code
    }

    fn details(&self) -> Vec<(&'static str, String)> {
        let details = self.details.iter();
        details
            .map(|(name, value)| (*name, value.clone()))
            .collect()
    }
}

/// A finding before its place is known.
struct Note {
    rule: TextRule,
    line: usize,
    clause: String,
    details: Vec<(&'static str, String)>,
}

impl Note {
    fn at(rule: TextRule, clause: &Clause<'_>) -> Self {
        let cited = clause.cited();
        Self {
            rule,
            line: clause.line,
            clause: if cited.is_empty() {
                "协议首部".to_owned()
            } else {
                cited
            },
            details: Vec::new(),
        }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.details.push((name, value.into()));
        self
    }

    fn finding(self) -> TextFinding {
        let mut details: BTreeMap<_, _> = self.details.into_iter().collect();
        details.insert("line", self.line.to_string());
        details.insert("clause", self.clause);
        TextFinding {
            rule: self.rule,
            line: self.line,
            severity: self.rule.severity(),
            code: self.rule.code(),
            details,
        }
    }
}

/// Reads a text in the markup and tells everything found, by line. A text is
/// held against the law of its own first day.
#[must_use]
pub fn check(text: &str) -> Vec<TextFinding> {
    let parsed = parse::read(text);
    let mut findings: Vec<TextFinding> = parsed
        .faults
        .iter()
        .map(|(line, fault)| {
            let mut details = BTreeMap::from([("line", line.to_string())]);
            details.extend(fault.detail().map(|found| ("found", found)));
            TextFinding {
                rule: TextRule::Markup,
                line: *line,
                severity: TextRule::Markup.severity(),
                code: fault.code(),
                details,
            }
        })
        .collect();
    let clauses = outline(&parsed.blocks, &parsed.lines);
    let effective = parsed.edition.map(|edition| edition.effective);
    let notes = every_rule(&clauses, effective);
    findings.extend(notes.into_iter().map(Note::finding));
    findings.sort_by_key(|finding| (finding.line, finding.severity, finding.rule));
    findings
}

fn every_rule(clauses: &[Clause<'_>], effective: Option<NaiveDate>) -> Vec<Note> {
    if clauses.is_empty() {
        return Vec::new();
    }
    let mut notes = law::check(clauses, effective);
    notes.extend(numbers::check(clauses));
    notes.extend(blanks(clauses));
    notes.extend(parties::check(clauses));
    notes.extend(heavy::check(clauses));
    notes.extend(conditions::check(clauses));
    notes.extend(closing::check(clauses));
    notes
}

/// Blanks that nobody has named, and blanks that every agreement needs.
fn blanks(clauses: &[Clause<'_>]) -> Vec<Note> {
    const NEEDED: [Blank; 3] = [Blank::AgreementNumber, Blank::CompanyName, Blank::Number400];
    let inlines =
        |block: &Block| -> Vec<Inline> { block.words().into_iter().flatten().cloned().collect() };
    let mut notes = Vec::new();
    let mut asked = Vec::new();
    for clause in clauses {
        for inline in inlines(clause.block) {
            match inline {
                Inline::Unnamed(hint) => {
                    notes.push(Note::at(TextRule::BlankUnnamed, clause).with("found", hint));
                }
                Inline::Blank(blank) => asked.push(blank),
                _ => {}
            }
        }
    }
    let missing = NEEDED.iter().filter(|blank| !asked.contains(blank));
    notes.extend(missing.map(|blank| {
        Note::at(TextRule::BlankMissing, &clauses[0])
            .with("blank", blank.label())
            .with("name", blank.name())
    }));
    notes
}
