//! Lines of any kind, as if a reader had seen them.

#![no_main]

use desk_intake::read_sheet;
use desk_intake::reading::{Letter, Sheet, TextLine, Tone};
use libfuzzer_sys::fuzz_target;

type Line = ([u16; 4], i8, String, u8);

fuzz_target!(|page: (Vec<Line>, Vec<String>, Option<u16>)| {
    let (lines, codes, foot) = page;
    let lines = lines.into_iter().take(300).map(line).collect();
    let sheet = Sheet {
        width: 2000,
        height: 1400,
        lines,
        foot: foot.map(f32::from),
        codes,
        tone: Tone::Colour,
        seals: Vec::new(),
        again: None,
    };
    for field in read_sheet(&sheet).fields.values() {
        assert!(!field.text.is_empty() && !field.text.chars().any(char::is_control));
        assert!((0.0..=1.0).contains(&field.confidence));
    }
});

fn line(([x, y, width, height], fall, text, confidence): Line) -> TextLine {
    let [x, y, width, height] = [x, y, width, height].map(f32::from);
    let fall = f32::from(fall);
    let count = text.chars().count().max(1) as f32;
    let letters = text.chars().enumerate().map(|(at, character)| Letter {
        character,
        confidence: f32::from(confidence) / 255.0,
        at: (at as f32 + 0.5) / count,
        others: Vec::new(),
    });
    TextLine {
        corners: [[x, y], [x + width, y + fall], [x + width, y + fall + height], [x, y + height]],
        letters: letters.collect(),
        confidence: 1.0,
        text,
    }
}
