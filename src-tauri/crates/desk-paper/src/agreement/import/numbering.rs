//! Word's automatic numbers. They stand nowhere in a .docx's text, yet on every
//! page of its print, so they are counted here as Word counts them (ECMA-376
//! part 1, 17.9), and become words of the text.

use super::document::{child, value};
use crate::agreement::numeral::in_chinese;
use roxmltree::{Document, Node};
use std::collections::HashMap;

/// Levels of a list.
const LEVELS: usize = 9;

#[derive(Debug, Clone, Default)]
struct Level {
    format: String,
    /// For example `第%1条`.
    text: String,
    start: u32,
}

/// A list: its levels, and under which name it counts.
#[derive(Debug, Clone)]
struct List {
    levels: Vec<Level>,
    counter: String,
}

/// The lists of a document and how far they have counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: HashMap<String, List>,
    /// Style → list and level.
    styles: HashMap<String, (String, usize)>,
    counts: HashMap<String, [u32; LEVELS]>,
}

impl Numbering {
    pub fn read(numbering: &Document<'_>, styles: &Document<'_>) -> Self {
        let root = numbering.root_element();
        let named =
            |name: &'static str| root.children().filter(move |n| n.has_tag_name_local(name));
        let kinds: HashMap<&str, Vec<Level>> = named("abstractNum")
            .filter_map(|node| Some((value(node, "abstractNumId")?, levels(node))))
            .collect();
        let lists = named("num")
            .filter_map(|node| {
                let id = value(node, "numId")?;
                let kind = value(child(node, "abstractNumId")?, "val")?;
                Some((id.to_owned(), list(node, id, kind, kinds.get(kind)?)))
            })
            .collect();
        let styles = styles
            .root_element()
            .children()
            .filter(|n| n.has_tag_name_local("style"))
            .filter_map(|style| {
                let properties = child(style, "pPr").and_then(|p| child(p, "numPr"))?;
                Some((value(style, "styleId")?.to_owned(), of(properties)?))
            })
            .collect();
        Self {
            lists,
            styles,
            counts: HashMap::new(),
        }
    }

    /// The number of this paragraph, if it has an automatic one.
    pub fn next(&mut self, paragraph: Node<'_, '_>) -> Option<String> {
        let properties = child(paragraph, "pPr")?;
        let own = child(properties, "numPr");
        let style = child(properties, "pStyle").and_then(|style| value(style, "val"));
        let styled = || style.and_then(|style| self.styles.get(style).cloned());
        let (id, level) = match own {
            Some(own) => of(own).or_else(styled)?,
            None => styled()?,
        };
        let list = self.lists.get(&id)?;
        let starts: Vec<u32> = list.levels.iter().map(|level| level.start).collect();
        let counts = self.counts.entry(list.counter.clone()).or_default();
        let start = |at: usize| starts.get(at).copied().unwrap_or(1);
        for (above, count) in counts[..level].iter_mut().enumerate() {
            if *count == 0 {
                *count = start(above);
            }
        }
        counts[level] = if counts[level] == 0 {
            start(level)
        } else {
            counts[level].saturating_add(1)
        };
        counts[level + 1..].fill(0);
        Some(written(list, level, counts))
    }
}

trait Local {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl Local for Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

fn levels(list: Node<'_, '_>) -> Vec<Level> {
    let text = |level, name| child(level, name).and_then(|n| value(n, "val"));
    list.children()
        .filter(|n| n.has_tag_name_local("lvl"))
        .take(LEVELS)
        .map(|level| Level {
            format: text(level, "numFmt").unwrap_or("decimal").to_owned(),
            text: text(level, "lvlText").unwrap_or_default().to_owned(),
            start: text(level, "start")
                .and_then(|s| s.parse().ok())
                .unwrap_or(1),
        })
        .collect()
}

/// A list with a start of its own counts for itself; others of one kind go on
/// where the last left off.
fn list(node: Node<'_, '_>, id: &str, kind: &str, levels: &[Level]) -> List {
    let mut levels = levels.to_vec();
    let mut own = false;
    for change in node
        .children()
        .filter(|n| n.has_tag_name_local("lvlOverride"))
    {
        let at = value(change, "ilvl").and_then(|l| l.parse::<usize>().ok());
        let start = child(change, "startOverride").and_then(|s| value(s, "val"));
        let start = start.and_then(|s| s.parse().ok());
        if let (Some(level), Some(start)) = (at.and_then(|at| levels.get_mut(at)), start) {
            level.start = start;
            own = true;
        }
    }
    List {
        levels,
        counter: if own {
            format!("num {id}")
        } else {
            format!("kind {kind}")
        },
    }
}

/// The list and level of a paragraph or style; list 0 is none.
fn of(properties: Node<'_, '_>) -> Option<(String, usize)> {
    let id = value(child(properties, "numId")?, "val")?;
    let level = child(properties, "ilvl").and_then(|l| value(l, "val"));
    let level = level.and_then(|l| l.parse::<usize>().ok()).unwrap_or(0);
    (id != "0").then(|| (id.to_owned(), level.min(LEVELS - 1)))
}

fn written(list: &List, level: usize, counts: &[u32; LEVELS]) -> String {
    let Some(own) = list.levels.get(level) else {
        return String::new();
    };
    if own.format == "bullet" {
        // Signs of symbol fonts mean nothing outside them.
        let known = |c: char| !matches!(u32::from(c), 0xE000..=0xF8FF);
        return own.text.chars().filter(|c| known(*c)).collect();
    }
    let mut out = own.text.clone();
    for (at, count) in counts.iter().enumerate().take(level + 1) {
        let format = list.levels.get(at).map_or("decimal", |l| l.format.as_str());
        out = out.replace(&format!("%{}", at + 1), &figure(format, *count));
    }
    out
}

fn figure(format: &str, value: u32) -> String {
    let letter = |first: char| {
        let step = value.saturating_sub(1) % 26;
        char::from_u32(u32::from(first) + step).map_or_else(String::new, String::from)
    };
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "ideographDigital"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "ideographTraditional" => in_chinese(value),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&value) => {
            char::from_u32(u32::from('①') + value - 1).map_or_else(String::new, String::from)
        }
        "decimalFullWidth" => value
            .to_string()
            .chars()
            .filter_map(|c| char::from_u32(u32::from(c) + 0xFEE0))
            .collect(),
        "lowerLetter" => letter('a'),
        "upperLetter" => letter('A'),
        "lowerRoman" => roman(value).to_lowercase(),
        "upperRoman" => roman(value),
        "none" => String::new(),
        _ => value.to_string(),
    }
}

fn roman(mut value: u32) -> String {
    const SIGNS: [(u32, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if value > 399 {
        return value.to_string();
    }
    let mut out = String::new();
    for (worth, sign) in SIGNS {
        while value >= worth {
            out.push_str(sign);
            value -= worth;
        }
    }
    out
}
