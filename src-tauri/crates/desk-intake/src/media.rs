//! What a file really is, told from its first bytes. A name proves nothing:
//! customers send PDF files called `.jpg`.

use crate::IntakeError;
use serde::{Deserialize, Serialize};

/// A kind of file that papers come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Media {
    /// JPEG photograph or scan.
    Jpeg,
    /// PNG picture.
    Png,
    /// TIFF, of one page or many; what fax machines and scanners write.
    Tiff,
    /// Windows bitmap.
    Bmp,
    /// WebP picture.
    Webp,
    /// PDF document.
    Pdf,
    /// HEIC photograph, as telephones take them.
    Heic,
}

impl Media {
    /// Every kind that is taken in.
    pub const ALL: [Self; 7] = [
        Self::Jpeg,
        Self::Png,
        Self::Tiff,
        Self::Bmp,
        Self::Webp,
        Self::Pdf,
        Self::Heic,
    ];

    /// The kind told from the first bytes.
    ///
    /// # Errors
    /// `FileEmpty`, `FileKindRefused` for well-known files that are no papers
    /// (the sentence names them), `FileNotAPaper` for all others.
    pub fn sniff(bytes: &[u8]) -> Result<Self, IntakeError> {
        if bytes.is_empty() {
            return Err(IntakeError::FileEmpty);
        }
        taken_in(bytes).ok_or_else(|| {
            refused_kind(bytes).map_or(IntakeError::FileNotAPaper, IntakeError::FileKindRefused)
        })
    }

    /// Media type as used in `Content-Type` and data URLs.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Tiff => "image/tiff",
            Self::Bmp => "image/bmp",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
            Self::Heic => "image/heic",
        }
    }

    /// Usual ending of the name, without the dot.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Tiff => "tif",
            Self::Bmp => "bmp",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
            Self::Heic => "heic",
        }
    }
}

fn taken_in(bytes: &[u8]) -> Option<Media> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(Media::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Media::Png),
        [b'I', b'I', 42 | 43, 0, ..] | [b'M', b'M', 0, 42 | 43, ..] => Some(Media::Tiff),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some(Media::Webp),
        [b'B', b'M', ..] if is_bitmap(bytes) => Some(Media::Bmp),
        _ if is_heic(bytes) => Some(Media::Heic),
        // The specification allows bytes before the header; real files have them.
        _ if find(&bytes[..bytes.len().min(1024)], b"%PDF-") => Some(Media::Pdf),
        _ => None,
    }
}

/// `BM` alone starts many texts; the size of the information header, of which
/// few exist, tells a bitmap.
fn is_bitmap(bytes: &[u8]) -> bool {
    bytes
        .get(14..18)
        .is_some_and(|size| matches!(size, [12 | 16 | 40 | 52 | 56 | 64 | 108 | 124, 0, 0, 0]))
}

/// Brands of ISO/IEC 23008-12 with HEVC inside, as major brand or, behind the
/// neutral `mif1`, among the compatible ones.
fn is_heic(bytes: &[u8]) -> bool {
    const HEVC: [&[u8; 4]; 6] = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"];
    brands(bytes)
        .iter()
        .any(|brand| HEVC.iter().any(|hevc| brand == *hevc))
}

/// Major and compatible brands of an ISO media file; none for other files.
fn brands(bytes: &[u8]) -> Vec<&[u8]> {
    let Some([size @ .., b'f', b't', b'y', b'p']) = bytes.get(..8) else {
        return Vec::new();
    };
    let size = size
        .iter()
        .fold(0_usize, |size, byte| size << 8 | usize::from(*byte));
    let end = size.clamp(16, 256).min(bytes.len());
    bytes[8..end].chunks_exact(4).collect()
}

/// Names of files that customers send instead of papers.
fn refused_kind(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'G', b'I', b'F', b'8', ..] => Some("GIF 动图"),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some("Word、Excel 或 WPS 文档"),
        [b'P', b'K', 3, 4, ..] => Some(zip_kind(bytes)),
        [b'R', b'a', b'r', b'!', ..] | [b'7', b'z', 0xbc, 0xaf, ..] => Some("压缩包"),
        [b'{', b'\\', b'r', b't', b'f', ..] => Some("RTF 文档"),
        [0, 0, 0, 0x0c, b'j', b'P', ..] => Some("JPEG 2000 图片"),
        [0xff, 0x0a, ..] | [0, 0, 0, 0x0c, b'J', b'X', b'L', ..] => Some("JPEG XL 图片"),
        [b'8', b'B', b'P', b'S', ..] => Some("Photoshop 文件"),
        _ => match brands(bytes).first() {
            Some(&b"avif" | &b"avis") => Some("AVIF 图片"),
            Some(_) => Some("视频"),
            None => None,
        },
    }
}

fn zip_kind(bytes: &[u8]) -> &'static str {
    let head = &bytes[..bytes.len().min(4096)];
    if find(head, b"OFD.xml") {
        "OFD 版式文件"
    } else if find(head, b"word/") || find(head, b"xl/") || find(head, b"[Content_Types].xml") {
        "Word、Excel 或 WPS 文档"
    } else {
        "压缩包"
    }
}

fn find(hay: &[u8], needle: &[u8]) -> bool {
    memchr::memmem::find(hay, needle).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_proves_nothing_only_bytes_do() {
        assert_eq!(Media::sniff(b"\xff\xd8\xff\xe0rest"), Ok(Media::Jpeg));
        assert_eq!(Media::sniff(b"\xef\xbb\xbf\n%PDF-1.7"), Ok(Media::Pdf));
        assert_eq!(
            Media::sniff(b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic"),
            Ok(Media::Heic)
        );
        assert_eq!(Media::sniff(b"II\x2a\0rest"), Ok(Media::Tiff));
    }

    #[test]
    fn files_that_are_no_papers_are_named() {
        let kind = |bytes: &[u8]| match Media::sniff(bytes) {
            Err(IntakeError::FileKindRefused(kind)) => kind,
            other => panic!("{other:?}"),
        };
        assert_eq!(kind(b"GIF89a"), "GIF 动图");
        assert_eq!(kind(b"PK\x03\x04....OFD.xml"), "OFD 版式文件");
        assert_eq!(
            kind(b"PK\x03\x04....word/document.xml"),
            "Word、Excel 或 WPS 文档"
        );
        assert_eq!(kind(b"\0\0\0\x1cftypavif\0\0\0\0"), "AVIF 图片");
        assert_eq!(kind(b"\0\0\0\x1cftypisom\0\0\0\0"), "视频");
    }

    #[test]
    fn nothing_and_nonsense_are_told_apart() {
        assert_eq!(Media::sniff(b""), Err(IntakeError::FileEmpty));
        assert_eq!(
            Media::sniff(b"BMW is a car"),
            Err(IntakeError::FileNotAPaper)
        );
        assert_eq!(
            Media::sniff(b"\0\0\0\x20fty"),
            Err(IntakeError::FileNotAPaper)
        );
    }
}
