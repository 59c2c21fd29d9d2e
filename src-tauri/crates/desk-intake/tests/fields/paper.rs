//! Makes sheets: lines of print at places, letter by letter.

use desk_intake::read_sheet;
use desk_intake::reading::{
    FieldName, FieldReading, Letter, Quad, Sheet, SheetReading, TextLine, Tone,
};

#[derive(Default)]
pub struct Paper {
    pub lines: Vec<TextLine>,
    pub codes: Vec<String>,
}

/// A line at a place; letters as wide as high, Latin ones half.
pub fn line(x: f32, y: f32, height: f32, text: &str) -> TextLine {
    let width = |sign: char| {
        if sign.is_ascii() {
            0.5 * height
        } else {
            height
        }
    };
    let long: f32 = text.chars().map(width).sum();
    let mut passed = 0.0;
    let letters = text
        .chars()
        .map(|sign| {
            let at = (passed + width(sign) / 2.0) / long;
            passed += width(sign);
            sure(sign, at)
        })
        .collect();
    TextLine {
        corners: quad(x, y, long, height),
        text: text.to_owned(),
        confidence: 0.99,
        letters,
    }
}

fn sure(character: char, at: f32) -> Letter {
    Letter {
        character,
        confidence: 0.99,
        at,
        others: Vec::new(),
    }
}

pub fn quad(x: f32, y: f32, long: f32, height: f32) -> Quad {
    [
        [x, y],
        [x + long, y],
        [x + long, y + height],
        [x, y + height],
    ]
}

impl Paper {
    /// Lines of one size, each at its place.
    pub fn of(height: f32, lines: &[(f32, f32, &str)]) -> Self {
        let lines = lines
            .iter()
            .map(|(x, y, text)| line(*x, *y, height, text))
            .collect();
        Self {
            lines,
            codes: Vec::new(),
        }
    }

    /// The letter at a place of a line is unsure and has a rival.
    pub fn doubt(mut self, part: &str, wrong: char, confidence: f32, rival: (char, f32)) -> Self {
        for line in &mut self.lines {
            if !line.text.contains(part) {
                continue;
            }
            if let Some(letter) = line.letters.iter_mut().find(|l| l.character == wrong) {
                letter.confidence = confidence;
                letter.others = vec![rival];
            }
        }
        self
    }

    /// Without the lines that hold this.
    pub fn without(mut self, part: &str) -> Self {
        self.lines.retain(|line| !line.text.contains(part));
        self
    }

    /// Turned by degrees about its corner, as a paper laid askew.
    pub fn askew(mut self, degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        for line in &mut self.lines {
            line.corners = line
                .corners
                .map(|[x, y]| [x * cos - y * sin, x * sin + y * cos]);
        }
        self
    }

    pub fn sheet(&self) -> Sheet<'static> {
        Sheet {
            width: 2000,
            height: 1400,
            lines: self.lines.clone(),
            foot: None,
            codes: self.codes.clone(),
            tone: Tone::Colour,
            seals: Vec::new(),
            again: None,
        }
    }

    pub fn read(&self) -> SheetReading {
        read_sheet(&self.sheet())
    }
}

pub fn text(reading: &SheetReading, field: FieldName) -> &str {
    reading
        .fields
        .get(&field)
        .map_or("(none)", |field| field.text.as_str())
}

pub fn field(reading: &SheetReading, field: FieldName) -> &FieldReading {
    reading
        .fields
        .get(&field)
        .unwrap_or_else(|| panic!("{field:?} was not read"))
}

/// Every field with the text it should have, none of them marked.
pub fn expect(reading: &SheetReading, wanted: &[(FieldName, &str)]) {
    for (name, wanted) in wanted {
        assert_eq!(text(reading, *name), *wanted, "{name:?}");
        assert!(
            !field(reading, *name).verify,
            "{name:?} is marked: {:?}",
            field(reading, *name)
        );
    }
}
