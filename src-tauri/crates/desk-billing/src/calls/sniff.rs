//! What a file is, told by its bytes. Its name is never looked at: carriers
//! call a page with a table `.xls`.

use super::{CallsError, Encoding, Format};
use memchr::memmem;
use std::io::{Read, Seek, SeekFrom};

/// Bytes looked at before anything is decided; enough for the heads.
const SAMPLE: usize = 64 * 1024;
/// Pure ASCII that goes on longer than this is UTF-8 as well as anything.
const LONGEST_SEARCH: u64 = 64 * 1024 * 1024;

/// Beginnings of files that are recognised and hold no table of calls.
const OTHERS: [(&[u8], &str); 8] = [
    (b"%PDF", "PDF 文件"),
    (b"\xff\xd8\xff", "图片"),
    (b"\x89PNG", "图片"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
    (b"{\\rtf", "RTF 文档"),
    (b"MIME-Version:", "网页归档文件（MHT）"),
];

/// Looks at the beginning of a file, and leaves it rewound.
pub(crate) fn kind(input: &mut (impl Read + Seek)) -> Result<(Format, Encoding), CallsError> {
    input.seek(SeekFrom::Start(0))?;
    let (sample, whole) = sample(input)?;
    if sample.is_empty() {
        return Err(CallsError::Empty);
    }
    if sample.starts_with(b"PK\x03\x04") {
        input.seek(SeekFrom::Start(0))?;
        return Ok((Format::Xlsx, Encoding::Utf8));
    }
    if sample.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        input.seek(SeekFrom::Start(0))?;
        return Ok((Format::Xls, Encoding::Utf8));
    }
    if let Some((_, name)) = OTHERS.iter().find(|(start, _)| sample.starts_with(start)) {
        return Err(CallsError::KindRefused(name));
    }
    let encoding = encoding(&sample, whole, input)?;
    input.seek(SeekFrom::Start(0))?;
    let text = decoder(encoding).decode(&sample).0;
    Ok((text_kind(&text)?, encoding))
}

fn sample(input: &mut impl Read) -> Result<(Vec<u8>, bool), CallsError> {
    let mut sample = Vec::with_capacity(SAMPLE);
    input.take(SAMPLE as u64).read_to_end(&mut sample)?;
    let whole = sample.len() < SAMPLE;
    Ok((sample, whole))
}

/// The decoder of an encoding.
pub(crate) fn decoder(encoding: Encoding) -> &'static encoding_rs::Encoding {
    match encoding {
        Encoding::Utf8 | Encoding::Utf8Bom => encoding_rs::UTF_8,
        Encoding::Gb18030 => encoding_rs::GB18030,
        Encoding::Utf16Le => encoding_rs::UTF_16LE,
        Encoding::Utf16Be => encoding_rs::UTF_16BE,
    }
}

/// A page, lines, or something that is no text.
fn text_kind(text: &str) -> Result<Format, CallsError> {
    let start: String = text.chars().take(4096).collect::<String>().to_lowercase();
    let start = start.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if start.starts_with('<') {
        if start.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            return Err(CallsError::KindRefused("XML 表格"));
        }
        let lower = text.to_lowercase();
        if lower.contains("<table") || lower.contains("<html") {
            return Ok(Format::Html);
        }
        return Err(CallsError::NotATable);
    }
    let strange = text
        .chars()
        .filter(|c| c.is_control() && !matches!(c, '\t' | '\r' | '\n' | '\u{c}' | '\u{1a}'))
        .count();
    // A damaged byte here and there is a row's affair; a program is no table.
    if strange * 20 > text.chars().count() {
        return Err(CallsError::NotATable);
    }
    Ok(Format::Text)
}

/// The encoding: by its mark, by the zero bytes of UTF-16, by what UTF-8 allows.
fn encoding(
    sample: &[u8],
    whole: bool,
    input: &mut (impl Read + Seek),
) -> Result<Encoding, CallsError> {
    if sample.starts_with(b"\xef\xbb\xbf") {
        return Ok(Encoding::Utf8Bom);
    }
    if sample.starts_with(b"\xff\xfe") {
        return Ok(Encoding::Utf16Le);
    }
    if sample.starts_with(b"\xfe\xff") {
        return Ok(Encoding::Utf16Be);
    }
    if let Some(wide) = wide(sample) {
        return Ok(wide);
    }
    if sample.is_ascii() && !whole {
        return Ok(narrow(&first_foreign(input)?));
    }
    Ok(narrow(sample))
}

/// UTF-16 without a mark: the digits of numbers and times are half zeros.
fn wide(sample: &[u8]) -> Option<Encoding> {
    let pairs = sample.len() / 2;
    let zeros = |odd: usize| sample.chunks_exact(2).filter(|pair| pair[odd] == 0).count();
    let (high_first, low_first) = (zeros(0), zeros(1));
    match pairs {
        0..=3 => None,
        _ if low_first * 4 > pairs && high_first * 50 < pairs => Some(Encoding::Utf16Le),
        _ if high_first * 4 > pairs && low_first * 50 < pairs => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// UTF-8 unless its rules are broken more often than kept: GB 18030 keeps them
/// by accident only, and one damaged byte must not turn a file into gibberish.
fn narrow(sample: &[u8]) -> Encoding {
    let (mut kept, mut broken) = (0_usize, 0_usize);
    let mut chunks = sample.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        kept += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        // The sample may end inside a character.
        let cut = chunks.peek().is_none() && chunk.invalid().len() < 4;
        broken += usize::from(!chunk.invalid().is_empty() && !cut);
        if cut && kept == 0 && !chunk.invalid().is_empty() {
            broken += 1;
        }
    }
    if broken * 4 > kept {
        Encoding::Gb18030
    } else {
        Encoding::Utf8
    }
}

/// The first stretch of a long file that is not ASCII alone.
fn first_foreign(input: &mut impl Read) -> Result<Vec<u8>, CallsError> {
    let mut searched = 0;
    let mut buffer = vec![0; SAMPLE];
    while searched < LONGEST_SEARCH {
        let read = input.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        if let Some(at) = buffer[..read].iter().position(|byte| !byte.is_ascii()) {
            return Ok(buffer[at..read].to_vec());
        }
        searched += read as u64;
    }
    Ok(Vec::new())
}

/// Whether the bytes hold this text.
pub(crate) fn holds(bytes: &[u8], text: &str) -> bool {
    memmem::find(bytes, text.as_bytes()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn told(bytes: &[u8]) -> Result<(Format, Encoding), CallsError> {
        kind(&mut Cursor::new(bytes))
    }

    #[test]
    fn encodings_are_told_by_content() {
        let text = "主叫号码,400号码,开始时间\n13800138000,4000000001,2026-03-01 09:05:07\n";
        let gb = encoding_rs::GB18030.encode(text).0;
        assert_eq!(told(&gb), Ok((Format::Text, Encoding::Gb18030)));
        assert_eq!(told(text.as_bytes()), Ok((Format::Text, Encoding::Utf8)));
        let marked = format!("\u{feff}{text}");
        assert_eq!(
            told(marked.as_bytes()),
            Ok((Format::Text, Encoding::Utf8Bom))
        );
        let low: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(told(&low), Ok((Format::Text, Encoding::Utf16Le)));
        let high: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(told(&high), Ok((Format::Text, Encoding::Utf16Be)));
    }

    #[test]
    fn one_damaged_byte_does_not_change_the_encoding() {
        let mut bytes = "主叫号码,被叫号码,开始时间,归属地".as_bytes().to_vec();
        bytes[2] = 0xff;
        assert_eq!(told(&bytes), Ok((Format::Text, Encoding::Utf8)));
    }

    #[test]
    fn foreign_words_after_a_long_beginning_are_found() {
        let mut bytes = "13800138000,4000000001\n".repeat(8000).into_bytes();
        bytes.extend_from_slice(&encoding_rs::GB18030.encode("合计,河南郑州\n").0);
        assert_eq!(told(&bytes), Ok((Format::Text, Encoding::Gb18030)));
    }

    #[test]
    fn what_is_no_list_of_calls_is_refused_by_name() {
        assert_eq!(told(b""), Err(CallsError::Empty));
        assert_eq!(told(b"%PDF-1.7"), Err(CallsError::KindRefused("PDF 文件")));
        assert_eq!(
            told(b"\x7fELF\x01\x02\x00\x00\x03\x01"),
            Err(CallsError::NotATable)
        );
        assert_eq!(told(b"<svg></svg>"), Err(CallsError::NotATable));
        assert_eq!(
            told(b" <HTML><body><TABLE></TABLE></body></HTML>"),
            Ok((Format::Html, Encoding::Utf8))
        );
    }
}
