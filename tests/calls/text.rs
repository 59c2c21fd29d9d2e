//! Lines and pages, in every encoding.

use super::{Call, Cell, Letters, Style, cells};
use std::io::{Result, Write};

/// The mark a file of this encoding begins with.
pub(super) fn mark(letters: Letters) -> &'static [u8] {
    match letters {
        Letters::Gb18030 | Letters::Utf8 => b"",
        Letters::Utf8Bom => b"\xef\xbb\xbf",
        Letters::Utf16Le => b"\xff\xfe",
        Letters::Utf16Be => b"\xfe\xff",
    }
}

/// A text as bytes, without a mark.
pub(super) fn encoded(letters: Letters, text: &str) -> Vec<u8> {
    match letters {
        Letters::Utf8 | Letters::Utf8Bom => text.as_bytes().to_vec(),
        Letters::Gb18030 => encoding_rs::GB18030.encode(text).0.into_owned(),
        Letters::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Letters::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    }
}

/// One line with its end; quoted where it must be.
pub(super) fn line(row: &[Cell], separator: char) -> String {
    let quoted = |cell: &Cell| {
        let text = cell.shown();
        if text.contains([separator, '\n', '"']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.to_owned()
        }
    };
    let cells: Vec<String> = row.iter().map(quoted).collect();
    cells.join(&separator.to_string()) + "\r\n"
}

/// A page with a table for each of the tables.
pub(super) fn page(tables: &[(&str, Vec<Vec<Cell>>)]) -> String {
    let escaped = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('\t', "&nbsp;")
    };
    let mut page =
        "<html><head><style>td{mso-number-format:\"\\@\"}</style></head><body>\n".to_owned();
    for (_, rows) in tables {
        page.push_str("<table border=\"1\">\n");
        for row in rows {
            page.push_str("<tr>");
            for cell in row {
                page.push_str(&format!("<td>{}</td>", escaped(cell.shown())));
            }
            page.push_str("</tr>\n");
        }
        page.push_str("</table>\n");
    }
    page + "</body></html>\n"
}

/// Writes lines one by one, for files larger than memory should hold.
///
/// # Errors
/// Whatever `out` refuses.
pub fn write_lines(
    out: &mut impl Write,
    letters: Letters,
    separator: char,
    style: &Style,
    calls: impl Iterator<Item = Call>,
) -> Result<()> {
    out.write_all(mark(letters))?;
    out.write_all(&encoded(letters, &line(&cells::heads(style), separator)))?;
    for call in calls {
        out.write_all(&encoded(
            letters,
            &line(&cells::row(style, &call), separator),
        ))?;
    }
    Ok(())
}
