//! The text of a .docx: paragraphs, rows of tables, and of their runs what
//! matters here: the words, bold, underline. Text that was struck out under
//! tracked changes is gone, text that was put in is there. Refuses text boxes
//! and drawings: they are no running text.

use super::numbering::Numbering;
use super::source::{Line, Part, is_space};
use roxmltree::{Document, Node};

/// Deeper than any Word nests.
const DEPTH: usize = 40;

/// The lines of the body. A line break inside a paragraph starts a line.
pub(super) fn lines(document: &Document<'_>, numbering: &mut Numbering) -> Vec<Line> {
    let mut reading = Reading {
        numbering,
        lines: Vec::new(),
        number: 0,
    };
    if let Some(body) = document.root_element().children().find(|n| is(n, "body")) {
        reading.blocks(body, 0);
    }
    reading.lines.retain(|line| !line.is_blank());
    reading.lines
}

/// All words of a part, white space squeezed.
pub(super) fn words(document: &Document<'_>) -> String {
    let texts = document.descendants().filter(|node| is(node, "t"));
    let text: String = texts.filter_map(|node| node.text()).collect();
    text.split_whitespace().collect::<Vec<_>>().join("　")
}

fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|n| is(n, name))
}

/// The attribute of this local name, whatever its namespace.
pub(super) fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes()
        .find(|a| a.name() == name)
        .map(|a| a.value())
}

/// Whether a property is there and not switched off.
fn is_on(properties: Option<Node<'_, '_>>, name: &str) -> bool {
    properties
        .and_then(|p| child(p, name))
        .is_some_and(|node| !matches!(value(node, "val"), Some("0" | "false" | "none" | "off")))
}

struct Reading<'n> {
    numbering: &'n mut Numbering,
    lines: Vec<Line>,
    number: usize,
}

impl Reading<'_> {
    fn blocks(&mut self, parent: Node<'_, '_>, depth: usize) {
        if depth > DEPTH {
            return;
        }
        for node in parent.children() {
            match node.tag_name().name() {
                "p" => {
                    let right = is_right(node);
                    for cell in self.paragraph(node) {
                        self.push(vec![cell], right);
                    }
                }
                "tbl" => self.table(node),
                "sdt" => child(node, "sdtContent")
                    .into_iter()
                    .for_each(|content| self.blocks(content, depth + 1)),
                "ins" | "customXml" | "smartTag" => self.blocks(node, depth + 1),
                _ => {}
            }
        }
    }

    fn push(&mut self, cells: Vec<Vec<Part>>, right: bool) {
        self.number += 1;
        self.lines.push(Line {
            number: self.number,
            cells,
            right,
            joined: 1,
        });
    }

    /// A row's cells stand side by side, paragraph by paragraph.
    fn table(&mut self, table: Node<'_, '_>) {
        for row in table.children().filter(|n| is(n, "tr")) {
            let cells: Vec<Vec<Vec<Part>>> = row
                .children()
                .filter(|n| is(n, "tc"))
                .map(|cell| {
                    let paragraphs = cell.children().filter(|n| is(n, "p"));
                    paragraphs.flat_map(|p| self.paragraph(p)).collect()
                })
                .collect();
            let tallest = cells.iter().map(Vec::len).max().unwrap_or(0);
            for at in 0..tallest {
                let side = |cell: &Vec<Vec<Part>>| cell.get(at).cloned().unwrap_or_default();
                self.push(cells.iter().map(side).collect(), false);
            }
        }
    }

    /// The lines of a paragraph, its automatic number before the first.
    fn paragraph(&mut self, node: Node<'_, '_>) -> Vec<Vec<Part>> {
        let mut parts = Vec::new();
        if let Some(number) = self.numbering.next(node) {
            parts.push(Part::plain(number));
        }
        runs(node, &mut parts, 0);
        let mut lines = vec![Vec::new()];
        for part in parts {
            for (i, text) in part.text.split('\n').enumerate() {
                if i > 0 {
                    lines.push(Vec::new());
                }
                if let (Some(line), false) = (lines.last_mut(), text.is_empty()) {
                    let text = text.to_owned();
                    line.push(Part { text, ..part });
                }
            }
        }
        lines
    }
}

fn is_right(paragraph: Node<'_, '_>) -> bool {
    let aligned = child(paragraph, "pPr").and_then(|p| child(p, "jc"));
    matches!(
        aligned.and_then(|jc| value(jc, "val")),
        Some("right" | "end")
    )
}

fn runs(parent: Node<'_, '_>, parts: &mut Vec<Part>, depth: usize) {
    if depth > DEPTH {
        return;
    }
    for node in parent.children().filter(Node::is_element) {
        match node.tag_name().name() {
            "r" => run(node, parts),
            "ins" | "hyperlink" | "smartTag" | "fldSimple" | "sdtContent" | "sdt" | "moveTo"
            | "customXml" | "bdo" | "dir" => runs(node, parts, depth + 1),
            _ => {}
        }
    }
}

fn run(node: Node<'_, '_>, parts: &mut Vec<Part>) {
    let properties = child(node, "rPr");
    if is_on(properties, "vanish") {
        return;
    }
    let mut text = String::new();
    for piece in node.children().filter(Node::is_element) {
        match piece.tag_name().name() {
            "t" => text.push_str(piece.text().unwrap_or_default()),
            "tab" => text.push('\t'),
            "br" | "cr" => text.push('\n'),
            "noBreakHyphen" => text.push('-'),
            // A sign of a symbol font: the box to tick is what agreements have.
            "sym" => text.push('□'),
            _ => {}
        }
    }
    if !text.is_empty() {
        let bold = is_on(properties, "b") && text.chars().any(|c| !is_space(c));
        parts.push(Part {
            underlined: is_on(properties, "u"),
            bold,
            text,
        });
    }
}
