//! Compares what was read with the truth, and counts.

use crate::truth::{Document, Paper};
use desk_intake::reading::{DocumentKind, DocumentReading, FieldName, FieldReading};
use std::collections::BTreeMap;

/// What became of one field.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Right,
    RightMarked,
    WrongMarked,
    WrongUnmarked,
    Missing,
    /// Read where nothing stands.
    Invented,
}

struct Value {
    kind: DocumentKind,
    field: FieldName,
    outcome: Outcome,
    truth: String,
    read: String,
    confidence: f32,
}

/// One paper's outcome.
pub struct Score {
    file: String,
    damage: String,
    values: Vec<Value>,
    /// Largest corner error in per cent of the diagonal, per document.
    corner_errors: Vec<Option<f64>>,
    upright: usize,
    documents: usize,
    found: usize,
    seconds: f64,
}

/// The same text whichever way it was set: full-width forms, spaces, and a
/// stop at the end say nothing.
fn plain(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '（' => '(',
            '）' => ')',
            '：' => ':',
            '；' => ';',
            '，' => ',',
            '•' | '・' | '．' => '·',
            other => other,
        })
        .collect();
    text.trim_end_matches('。').to_owned()
}

impl Score {
    pub fn of(paper: &Paper, mut read: Vec<DocumentReading>, seconds: f64) -> Self {
        let mut score = Self {
            file: paper.file.clone(),
            damage: paper.damage.clone(),
            values: Vec::new(),
            corner_errors: Vec::new(),
            upright: 0,
            documents: paper.documents.len(),
            found: read.len(),
            seconds,
        };
        for document in &paper.documents {
            let at = read.iter().position(|r| r.kind == document.kind);
            let reading = at.map(|at| read.remove(at));
            score.compare(document, reading.as_ref());
        }
        score
    }

    fn compare(&mut self, truth: &Document, read: Option<&DocumentReading>) {
        let (error, upright) = read.map_or((None, false), |read| off(truth, read));
        self.corner_errors.push(error);
        self.upright += usize::from(upright);
        let none = BTreeMap::new();
        let fields = read.map_or(&none, |read| &read.fields);
        for (name, text) in &truth.fields {
            let read = fields.get(name);
            self.values.push(Value {
                kind: truth.kind,
                field: *name,
                outcome: outcome(text, read),
                truth: text.clone(),
                read: read.map(|r| r.text.clone()).unwrap_or_default(),
                confidence: read.map_or(0.0, |r| r.confidence),
            });
        }
        // The truth does not say which copy it is.
        let invented = fields
            .iter()
            .filter(|(name, _)| !truth.fields.contains_key(name) && **name != FieldName::CopyNo);
        for (name, read) in invented {
            self.values.push(Value {
                kind: truth.kind,
                field: *name,
                outcome: Outcome::Invented,
                truth: String::new(),
                read: read.text.clone(),
                confidence: read.confidence,
            });
        }
    }

    fn count(&self, wanted: &[Outcome]) -> usize {
        self.values
            .iter()
            .filter(|v| wanted.contains(&v.outcome))
            .count()
    }

    pub fn summary(&self) -> String {
        let errors: Vec<String> = self
            .corner_errors
            .iter()
            .map(|error| error.map_or("-".to_owned(), |error| format!("{error:.2}")))
            .collect();
        format!(
            "{:34} {:5.2} s  {:>2}/{:<2} right  found {}/{}  upright {}  corners off {} %",
            self.file,
            self.seconds,
            self.count(&[Outcome::Right, Outcome::RightMarked]),
            self.values.len(),
            self.found,
            self.documents,
            self.upright,
            errors.join(" "),
        )
    }

    pub fn print_values(&self) {
        for value in &self.values {
            println!("    {}", value.line());
        }
    }
}

impl Value {
    fn line(&self) -> String {
        let word = match self.outcome {
            Outcome::Right => "right",
            Outcome::RightMarked => "right, marked",
            Outcome::WrongMarked => "wrong, marked",
            Outcome::WrongUnmarked => "WRONG, UNMARKED",
            Outcome::Missing => "missing",
            Outcome::Invented => "invented",
        };
        format!(
            "{:?}.{:?}: {word} ({:.3})\n        truth {}\n        read  {}",
            self.kind, self.field, self.confidence, self.truth, self.read
        )
    }
}

fn outcome(truth: &str, read: Option<&FieldReading>) -> Outcome {
    let Some(read) = read else {
        return Outcome::Missing;
    };
    match (plain(truth) == plain(&read.text), read.verify) {
        (true, false) => Outcome::Right,
        (true, true) => Outcome::RightMarked,
        (false, true) => Outcome::WrongMarked,
        (false, false) => Outcome::WrongUnmarked,
    }
}

/// Largest distance between true and found corners in per cent of the
/// diagonal, and whether the document was set upright.
fn off(truth: &Document, read: &DocumentReading) -> (Option<f64>, bool) {
    let Some(corners) = truth.corners else {
        // A sheet on its head would not have been understood.
        return (None, true);
    };
    let found = read.corners.map(|point| point.map(f64::from));
    let distance = |a: [f64; 2], b: [f64; 2]| (a[0] - b[0]).hypot(a[1] - b[1]);
    let diagonal = distance(corners[0], corners[2]);
    let worst = (0..4)
        .map(|at| distance(corners[at], found[at]))
        .fold(0.0, f64::max);
    let along = |c: &[[f64; 2]; 4]| [c[1][0] - c[0][0], c[1][1] - c[0][1]];
    let (a, b) = (along(&corners), along(&found));
    let cosine = (a[0] * b[0] + a[1] * b[1]) / (a[0].hypot(a[1]) * b[0].hypot(b[1])).max(1e-9);
    (Some(100.0 * worst / diagonal), cosine > 0.7)
}

/// All papers together.
#[derive(Default)]
pub struct Total {
    scores: Vec<Score>,
}

impl Total {
    pub fn add(&mut self, score: Score) {
        self.scores.push(score);
    }

    pub fn print(&self) {
        self.print_wrong();
        println!("\nper field");
        let values = || self.scores.iter().flat_map(|s| &s.values);
        let mut fields: Vec<_> = values().map(|v| (v.kind, v.field)).collect();
        fields.sort_unstable();
        fields.dedup();
        for (kind, field) in fields {
            let these: Vec<&Value> = values()
                .filter(|v| (v.kind, v.field) == (kind, field))
                .collect();
            println!("  {:40} {}", format!("{kind:?}.{field:?}"), share(&these));
        }
        println!("\nper damage");
        let mut damages: Vec<&str> = self.scores.iter().map(|s| s.damage.as_str()).collect();
        damages.sort_unstable();
        damages.dedup();
        for damage in damages {
            let of = self.scores.iter().filter(|s| s.damage == damage);
            println!(
                "  {damage:60} {}",
                share(&of.flat_map(|s| &s.values).collect::<Vec<_>>())
            );
        }
        let fax = |s: &&Score| s.damage.contains("fax") || s.file.contains("fax");
        let registrar = |v: &&Value| v.field != FieldName::Registrar;
        let of = |fax_wanted: bool| -> Vec<&Value> {
            let scores = self.scores.iter().filter(move |s| fax(s) == fax_wanted);
            scores.flat_map(|s| &s.values).filter(registrar).collect()
        };
        println!("\nwithout faxes  {}", share(&of(false)));
        println!("faxes          {}", share(&of(true)));
        println!(
            "(the registrar is not counted in these two: some papers name it in their seal alone)"
        );
        self.print_places();
    }

    fn print_wrong(&self) {
        println!("\nnot right");
        for score in &self.scores {
            for value in &score.values {
                if !matches!(value.outcome, Outcome::Right | Outcome::RightMarked) {
                    println!("  {} {}", score.file, value.line());
                }
            }
        }
        println!("\nright but marked");
        for score in &self.scores {
            for value in score
                .values
                .iter()
                .filter(|v| v.outcome == Outcome::RightMarked)
            {
                println!(
                    "  {} {:?}.{:?} ({:.3}) {}",
                    score.file, value.kind, value.field, value.confidence, value.read
                );
            }
        }
    }

    fn print_places(&self) {
        let photos = self
            .scores
            .iter()
            .filter(|s| s.damage.contains("photo ") || s.damage.contains("photo,"));
        let errors: Vec<f64> = photos
            .flat_map(|s| &s.corner_errors)
            .flatten()
            .copied()
            .collect();
        let good = errors.iter().filter(|error| **error <= 1.5).count();
        println!(
            "corners within 1.5 % of the diagonal on {good} of {} photographed documents",
            errors.len()
        );
        let upright: usize = self.scores.iter().map(|s| s.upright).sum();
        let documents: usize = self.scores.iter().map(|s| s.documents).sum();
        println!("upright {upright} of {documents} documents");
        for (what, licence) in [("licences", true), ("cards", false)] {
            let is =
                |s: &&Score| s.values.iter().any(|v| v.kind == DocumentKind::Licence) == licence;
            let times: Vec<f64> = self.scores.iter().filter(is).map(|s| s.seconds).collect();
            let mean = times.iter().sum::<f64>() / times.len().max(1) as f64;
            println!("{what}: {mean:.2} s a paper");
        }
    }
}

fn share(values: &[&Value]) -> String {
    let count = |wanted: Outcome| values.iter().filter(|v| v.outcome == wanted).count();
    let invented = count(Outcome::Invented);
    let all = values.len() - invented;
    let right = count(Outcome::Right) + count(Outcome::RightMarked);
    format!(
        "{right:>3}/{all:<3} {:5.1} %  right but marked {}  wrong marked {}  WRONG UNMARKED {}  missing {}  invented {invented}",
        100.0 * right as f64 / all.max(1) as f64,
        count(Outcome::RightMarked),
        count(Outcome::WrongMarked),
        count(Outcome::WrongUnmarked),
        count(Outcome::Missing),
    )
}
