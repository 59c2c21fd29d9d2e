//! Plain text out of bytes: a byte order mark first, then UTF-8, UTF-16 by its
//! zero bytes, GB18030 last. Refuses what decodes with a single error: a lost
//! character in an agreement is not to be guessed.

use super::ImportError;
use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};
use serde::Serialize;
use ts_rs::TS;

/// How plain text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// GB18030, with it GBK and GB2312.
    Gb18030,
    /// UTF-16, little end first (Windows' "Unicode").
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
}

pub(super) fn decode(file: &[u8]) -> Result<(String, Encoding), ImportError> {
    const OLD_WORD: &[u8] = b"\xD0\xCF\x11\xE0";
    const OTHER: [&[u8]; 7] = [
        b"%PDF",
        b"\x89PNG",
        b"\xFF\xD8\xFF",
        b"{\\rtf",
        b"GIF8",
        b"Rar!",
        b"7z\xBC\xAF",
    ];
    if file.starts_with(OLD_WORD) {
        return Err(ImportError::OldWord);
    }
    if OTHER.iter().any(|start| file.starts_with(start)) {
        return Err(ImportError::NotText);
    }
    let (encoding, bytes) = encoding_of(file)?;
    let decoder = match encoding {
        Encoding::Utf8 => UTF_8,
        Encoding::Gb18030 => GB18030,
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
    };
    let text = decoder
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or(ImportError::EncodingUnknown)?;
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    if text.chars().any(control) {
        return Err(ImportError::NotText);
    }
    Ok((text.into_owned(), encoding))
}

fn encoding_of(file: &[u8]) -> Result<(Encoding, &[u8]), ImportError> {
    if let Some((found, length)) = encoding_rs::Encoding::for_bom(file) {
        let encoding = if found == UTF_16LE {
            Encoding::Utf16Le
        } else if found == UTF_16BE {
            Encoding::Utf16Be
        } else {
            Encoding::Utf8
        };
        return Ok((encoding, &file[length..]));
    }
    if std::str::from_utf8(file).is_ok() && !file.contains(&0) {
        return Ok((Encoding::Utf8, file));
    }
    // Line ends and figures have a zero byte on one side in UTF-16; Chinese
    // text in GB18030 has none at all.
    let zeros = |odd: usize| {
        file.iter()
            .skip(odd)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    match (zeros(0), zeros(1)) {
        (0, 0) => Ok((Encoding::Gb18030, file)),
        (even, odd) if odd > even => Ok((Encoding::Utf16Le, file)),
        (even, odd) if even > odd => Ok((Encoding::Utf16Be, file)),
        _ => Err(ImportError::EncodingUnknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "第一条：400电话服务范围\n甲方：";

    fn utf16(big: bool, mark: bool) -> Vec<u8> {
        let text = if mark {
            format!("\u{feff}{TEXT}")
        } else {
            TEXT.to_owned()
        };
        let units = text.encode_utf16();
        units
            .flat_map(|unit| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    }

    #[test]
    fn every_usual_encoding_is_told_by_itself() {
        let read = |bytes: &[u8]| decode(bytes).unwrap();
        let text = TEXT.to_owned();
        assert_eq!(read(TEXT.as_bytes()), (text.clone(), Encoding::Utf8));
        let marked = format!("\u{feff}{TEXT}");
        assert_eq!(read(marked.as_bytes()), (text.clone(), Encoding::Utf8));
        let (gb, _, _) = GB18030.encode(TEXT);
        assert_eq!(read(&gb), (text.clone(), Encoding::Gb18030));
        for mark in [false, true] {
            assert_eq!(read(&utf16(false, mark)), (text.clone(), Encoding::Utf16Le));
            assert_eq!(read(&utf16(true, mark)), (text.clone(), Encoding::Utf16Be));
        }
    }

    #[test]
    fn what_is_no_text_is_refused_by_its_kind() {
        assert_eq!(decode(b"%PDF-1.7"), Err(ImportError::NotText));
        assert_eq!(decode(b"\xD0\xCF\x11\xE0\xA1"), Err(ImportError::OldWord));
        assert_eq!(decode(b"\xFF\xFF\xFF"), Err(ImportError::EncodingUnknown));
        assert_eq!(decode(b"abc\x01"), Err(ImportError::NotText));
    }
}
