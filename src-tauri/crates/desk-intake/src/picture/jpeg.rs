//! The marker segments of a JPEG file (ITU-T T.81 annex B), read before any
//! pixel is: size, memory needed, and whether the file reaches its end. The
//! decoder itself fills what is missing with grey, which on a licence would
//! pass for an empty field.

use crate::IntakeError;

/// No encoder writes more; a file with thousands of scans over a large frame
/// keeps a decoder busy for hours.
const MOST_SCANS: u32 = 200;

/// What a JPEG file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct JpegHead {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Samples of all components, subsampling considered.
    samples: u64,
    scans: u32,
    pub(crate) dpi: Option<u32>,
}

impl JpegHead {
    /// Reads the markers of a whole file.
    ///
    /// # Errors
    /// `FileTruncated` if the end marker is missing, `VariantUnsupported` for
    /// lossless, arithmetic and hierarchical coding, `FileDamaged`.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, IntakeError> {
        let mut head = None;
        let mut dpi = None;
        let mut scans = 0;
        let mut segments = Segments { bytes, at: 2 };
        loop {
            let (marker, body) = segments.next()?;
            match marker {
                0xc0..=0xc2 => head = Some(Self::frame(body)?),
                0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                    return Err(IntakeError::VariantUnsupported(format!(
                        "JPEG SOF{:x}",
                        marker & 15
                    )));
                }
                0xda => {
                    scans += 1;
                    segments.skip_coded_data();
                }
                0xe0 => dpi = dpi.or(density(body)),
                0xd9 => break,
                _ => {}
            }
            if scans > MOST_SCANS {
                return Err(IntakeError::damaged("too many scans"));
            }
        }
        let head = head
            .filter(|_| scans > 0)
            .ok_or_else(|| IntakeError::damaged("no frame"))?;
        Ok(Self { scans, dpi, ..head })
    }

    /// Size alone, from a file that may be incomplete or a part of another file.
    pub(crate) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
        let mut segments = Segments { bytes, at: 2 };
        loop {
            match segments.next().ok()? {
                (0xc0..=0xc2, body) => return Self::frame(body).ok().map(|h| (h.width, h.height)),
                (0xd9 | 0xda, _) => return None,
                _ => {}
            }
        }
    }

    /// Bytes the decoder needs beside its output: more than one scan means
    /// that every coefficient waits in 16 bits for the last one.
    pub(crate) const fn working_memory(&self) -> u64 {
        if self.scans > 1 { self.samples * 2 } else { 0 }
    }

    /// B.2.2: precision, height, width, components with sampling factors.
    fn frame(body: &[u8]) -> Result<Self, IntakeError> {
        let &[precision, h1, h0, w1, w0, count, ref components @ ..] = body else {
            return Err(IntakeError::damaged("short frame header"));
        };
        if precision != 8 {
            return Err(IntakeError::VariantUnsupported(format!(
                "JPEG {precision} bit"
            )));
        }
        let (width, height) = (
            u32::from(u16::from_be_bytes([w1, w0])),
            u32::from(u16::from_be_bytes([h1, h0])),
        );
        let factors: Vec<(u64, u64)> = components
            .chunks_exact(3)
            .take(usize::from(count))
            .map(|c| (u64::from(c[1] >> 4), u64::from(c[1] & 15)))
            .collect();
        let across = factors.iter().map(|f| f.0).max().unwrap_or(0);
        let down = factors.iter().map(|f| f.1).max().unwrap_or(0);
        if width == 0 || height == 0 || across == 0 || down == 0 {
            return Err(IntakeError::damaged("empty frame"));
        }
        let units: u64 = factors.iter().map(|f| f.0 * f.1).sum();
        let samples = u64::from(width) * u64::from(height) * units / (across * down);
        Ok(Self {
            width,
            height,
            samples,
            scans: 0,
            dpi: None,
        })
    }
}

/// Pixels per inch of a JFIF header, when it states one.
fn density(body: &[u8]) -> Option<u32> {
    let &[b'J', b'F', b'I', b'F', 0, _, _, unit, x1, x0, ..] = body else {
        return None;
    };
    let density = u32::from(u16::from_be_bytes([x1, x0]));
    match unit {
        1 => Some(density),
        2 => Some((density * 254 + 50) / 100),
        _ => None,
    }
    .filter(|dpi| *dpi > 1)
}

struct Segments<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Segments<'a> {
    /// The next marker and its body, which is empty for markers without one.
    fn next(&mut self) -> Result<(u8, &'a [u8]), IntakeError> {
        let mut rest = self.bytes.get(self.at..).unwrap_or_default().iter();
        let start = rest
            .position(|byte| *byte == 0xff)
            .ok_or(IntakeError::FileTruncated)?;
        let fill = rest
            .position(|byte| *byte != 0xff)
            .ok_or(IntakeError::FileTruncated)?;
        self.at += start + fill + 2;
        let marker = self.bytes[self.at - 1];
        if matches!(marker, 0x00 | 0x01 | 0xd0..=0xd9) {
            return Ok((marker, &[]));
        }
        let length = match self.bytes.get(self.at..self.at + 2) {
            Some(&[high, low]) => usize::from(u16::from_be_bytes([high, low])),
            _ => return Err(IntakeError::FileTruncated),
        };
        if length < 2 {
            return Err(IntakeError::damaged("segment without a length"));
        }
        let body = self
            .bytes
            .get(self.at + 2..self.at + length)
            .ok_or(IntakeError::FileTruncated)?;
        self.at += length;
        Ok((marker, body))
    }

    /// Goes to the next marker that ends the coded data of a scan.
    fn skip_coded_data(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let end = rest
            .windows(2)
            .position(|pair| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xff | 0xd0..=0xd7));
        self.at += end.unwrap_or(rest.len());
    }
}
