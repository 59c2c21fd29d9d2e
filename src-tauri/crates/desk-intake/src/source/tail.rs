//! Whether a file has its end. A copy that is still running, and a page whose
//! sender broke off, have a sound beginning and no end.

use crate::Media;
use memchr::memmem;

/// How far from the end the mark is looked for; some devices pad.
const REACH: usize = 1024;

/// What the end of a file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// The mark that ends such files is there.
    Whole,
    /// The mark is missing.
    BrokenOff,
    /// Such files have no mark.
    Unmarked,
}

/// Looks at the end of a file of this kind.
pub(super) fn ending(media: Media, bytes: &[u8]) -> Ending {
    let tail = &bytes[bytes.len().saturating_sub(REACH)..];
    let has = |mark: &[u8]| {
        if memmem::find(tail, mark).is_some() {
            Ending::Whole
        } else {
            Ending::BrokenOff
        }
    };
    match media {
        Media::Jpeg => has(&[0xff, 0xd9]),
        Media::Png => has(b"IEND"),
        Media::Pdf => has(b"%%EOF"),
        Media::Webp | Media::Bmp => stated(media, bytes),
        Media::Tiff | Media::Heic => Ending::Unmarked,
    }
}

/// Kinds whose head states how long they are: RIFF without its own eight
/// bytes, bitmaps with everything (some write 0).
fn stated(media: Media, bytes: &[u8]) -> Ending {
    let (at, more) = if media == Media::Webp { (4, 8) } else { (2, 0) };
    let Some(field) = bytes.get(at..at + 4) else {
        return Ending::BrokenOff;
    };
    let length = field
        .iter()
        .rev()
        .fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte))
        + more;
    match length {
        0 => Ending::Unmarked,
        _ if length <= bytes.len() as u64 => Ending::Whole,
        _ => Ending::BrokenOff,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_without_its_end_is_broken_off() {
        let whole = [b"\xff\xd8\xff".as_slice(), &[7; 3000], b"\xff\xd9\0\0"].concat();
        assert_eq!(ending(Media::Jpeg, &whole), Ending::Whole);
        assert_eq!(ending(Media::Jpeg, &whole[..2000]), Ending::BrokenOff);
        assert_eq!(ending(Media::Tiff, b"II"), Ending::Unmarked);
        assert_eq!(ending(Media::Webp, b"RIFF\x04\0\0\0WEBP"), Ending::Whole);
        assert_eq!(
            ending(Media::Webp, b"RIFF\x40\0\0\0WEBP"),
            Ending::BrokenOff
        );
        assert_eq!(ending(Media::Bmp, b"BM"), Ending::BrokenOff);
    }
}
