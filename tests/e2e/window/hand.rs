//! What a person's hands do: type, press keys, give files by dialog, by drag
//! and by paste.

use super::{Place, Window};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::path::Path;

/// Keys without a character, as the standard numbers them (section 17.4.2).
pub mod key {
    /// Takes back a character.
    pub const BACKSPACE: char = '\u{E003}';
    /// To the next field.
    pub const TAB: char = '\u{E004}';
    /// Confirms.
    pub const ENTER: char = '\u{E007}';
    /// Held with others.
    pub const SHIFT: char = '\u{E008}';
    /// Held with others.
    pub const CONTROL: char = '\u{E009}';
    /// Held with others.
    pub const ALT: char = '\u{E00A}';
    /// Gives up.
    pub const ESCAPE: char = '\u{E00C}';
    /// Arrow.
    pub const LEFT: char = '\u{E012}';
    /// Arrow.
    pub const UP: char = '\u{E013}';
    /// Arrow.
    pub const RIGHT: char = '\u{E014}';
    /// Arrow.
    pub const DOWN: char = '\u{E015}';
    /// Help.
    pub const F1: char = '\u{E031}';
    /// A new acceptance.
    pub const F2: char = '\u{E032}';
    /// Scan.
    pub const F4: char = '\u{E034}';
    /// Preview.
    pub const F6: char = '\u{E036}';
    /// Print.
    pub const F9: char = '\u{E039}';
}

const DROP: &str = include_str!("drop.js");

impl Window {
    /// Types into a field, after what stands there, and waits until it has all
    /// arrived: keys reach the page one by one, and nothing may overtake them.
    pub fn type_into(&self, place: &Place, text: &str) {
        self.until(&format!("typing into {place:?}"), || {
            self.session.send_keys(&self.look(place)?, text)
        });
        self.until(&format!("{text:?} to arrive in {place:?}"), || {
            let said = without_gaps(&self.said(place)?);
            if said.contains(&without_gaps(text)) {
                Ok(())
            } else {
                // Passwords come this way too.
                Err(format!("{} characters stand there", said.chars().count()))
            }
        });
    }

    /// Replaces what stands in a field.
    pub fn fill(&self, place: &Place, text: &str) {
        self.click(place);
        self.press(&[key::CONTROL, 'a']);
        self.press(&[key::BACKSPACE]);
        self.type_into(place, text);
    }

    /// Presses keys together, in whatever has the focus: `&[key::CONTROL, 's']`.
    pub fn press(&self, keys: &[char]) {
        let down = keys
            .iter()
            .map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys
            .iter()
            .rev()
            .map(|key| json!({ "type": "keyUp", "value": key }));
        let actions: Vec<Value> = down.chain(up).collect();
        let keyboard = json!([{ "type": "key", "id": "keyboard", "actions": actions }]);
        self.session.act(&keyboard).expect("keys");
    }

    /// Draws with the mouse over a place: each stroke a list of points, in
    /// pixels from the middle of it.
    pub fn draw(&self, place: &Place, strokes: &[Vec<(i64, i64)>]) {
        let element = self.find(place).to_json();
        let at = |(x, y): (i64, i64)| json!({ "type": "pointerMove", "duration": 20, "origin": element, "x": x, "y": y });
        let mut actions = Vec::new();
        for stroke in strokes {
            let mut points = stroke.iter().copied().map(at);
            actions.extend(points.next());
            actions.push(json!({ "type": "pointerDown", "button": 0 }));
            actions.extend(points);
            actions.push(json!({ "type": "pointerUp", "button": 0 }));
        }
        let mouse = json!([{
            "type": "pointer",
            "id": "pen",
            "parameters": { "pointerType": "mouse" },
            "actions": actions
        }]);
        self.session.act(&mouse).expect("a drawing");
    }

    /// Chooses files in a file dialog.
    pub fn choose_files(&self, place: &Place, files: &[&Path]) {
        let names: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
        let element = self.find(place);
        self.session
            .send_keys(&element, &names.join("\n"))
            .expect("files");
    }

    /// Drags files from outside and drops them there.
    pub fn drop_files(&self, place: &Place, files: &[&Path]) {
        self.hand_over("drop", place, files);
    }

    /// Pastes files, as after copying a picture elsewhere.
    pub fn paste_files(&self, place: &Place, files: &[&Path]) {
        self.hand_over("paste", place, files);
    }

    /// No driver can drag from outside the window, so the page gets the events
    /// that the web view would have made of it.
    fn hand_over(&self, how: &str, place: &Place, files: &[&Path]) {
        let parcels: Vec<Value> = files
            .iter()
            .map(|file| {
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                let bytes = std::fs::read(file).expect("the file to hand over");
                json!({ "name": name, "bytes": STANDARD.encode(bytes) })
            })
            .collect();
        let element = self.find(place);
        self.script(DROP, &[json!(how), element.to_json(), json!(parcels)]);
    }
}

/// Fields show long digits in groups.
fn without_gaps(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}
