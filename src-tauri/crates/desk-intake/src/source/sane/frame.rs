//! What is said between this program and the driver process: a request as one
//! line of JSON, answers as frames. A frame is a line `KIND LENGTH` and as many
//! bytes; a page's are a PNG file, all others JSON.

use super::super::{Capabilities, ScanError, ScanLimits, ScanSettings};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, Read, Write};

/// Longest first line of a frame, in bytes.
const LONGEST_HEAD: u64 = 40;

/// What the driver is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "request", rename_all = "snake_case")]
pub enum Request {
    /// All devices.
    Devices,
    /// What one can do.
    Describe {
        /// SANE's name of the device.
        device: String,
    },
    /// Its pages.
    Scan {
        /// SANE's name of the device.
        device: String,
        /// How.
        settings: ScanSettings,
    },
}

/// A device as SANE names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaneDevice {
    /// What SANE opens it by.
    pub id: String,
    /// Who made it.
    pub vendor: String,
    /// Its model.
    pub model: String,
}

/// What the driver says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Frame {
    /// One device.
    Device(SaneDevice),
    /// What a device can do.
    Capabilities(Capabilities),
    /// The resolution that the device took, in dots per inch.
    Settled {
        /// Dots per inch.
        dpi: u32,
    },
    /// Part of a page has come.
    Progress {
        /// Bytes so far, before they are packed.
        bytes: u64,
        /// Bytes in all, if the device knows.
        total: Option<u64>,
    },
    /// A page as PNG.
    Page(Vec<u8>),
    /// All was done.
    Done,
    /// It could not be done.
    Failed(Fault),
}

/// Why the driver could not do it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Somebody else uses the device.
    Busy,
    /// The feeder is empty.
    NoPaper,
    /// Paper is stuck.
    Jam,
    /// A cover is open.
    CoverOpen,
    /// This user may not use the device.
    Denied,
    /// The device does not do what was asked.
    Refused,
    /// Stopped, from here or at the device.
    Aborted,
    /// A page ended before its end.
    BrokenOff,
    /// There is no such device.
    DeviceUnknown,
    /// Anything else, in SANE's own words.
    Io(String),
    /// SANE is not installed.
    LibraryAbsent,
}

#[derive(Serialize, Deserialize)]
struct Settled {
    dpi: u32,
}

#[derive(Serialize, Deserialize)]
struct Progress {
    bytes: u64,
    total: Option<u64>,
}

/// Writes a frame and sends it off.
///
/// # Errors
/// Nobody reads any more.
pub fn write_frame(to: &mut impl Write, frame: &Frame) -> io::Result<()> {
    let (kind, bytes) = match frame {
        Frame::Device(device) => ("device", serde_json::to_vec(device)?),
        Frame::Capabilities(told) => ("capabilities", serde_json::to_vec(told)?),
        Frame::Settled { dpi } => ("settled", serde_json::to_vec(&Settled { dpi: *dpi })?),
        Frame::Progress { bytes, total } => {
            let (bytes, total) = (*bytes, *total);
            ("progress", serde_json::to_vec(&Progress { bytes, total })?)
        }
        Frame::Failed(fault) => ("failed", serde_json::to_vec(fault)?),
        Frame::Done => ("done", Vec::new()),
        Frame::Page(page) => {
            writeln!(to, "page {}", page.len())?;
            to.write_all(page)?;
            return to.flush();
        }
    };
    writeln!(to, "{kind} {}", bytes.len())?;
    to.write_all(&bytes)?;
    to.flush()
}

/// Reads the next frame; nothing where the driver ended between two.
///
/// # Errors
/// `ScannerAnswerUnclear`, `ScanPageTooLarge`, `ScanBrokenOff` if it ended in
/// the midst of a frame.
pub fn read_frame(
    from: &mut impl BufRead,
    limits: &ScanLimits,
) -> Result<Option<Frame>, ScanError> {
    let Some((kind, length)) = head(from)? else {
        return Ok(None);
    };
    let bytes = body(from, &kind, length, limits)?;
    let frame = match kind.as_str() {
        "device" => Frame::Device(json(&bytes)?),
        "capabilities" => Frame::Capabilities(json(&bytes)?),
        "settled" => Frame::Settled {
            dpi: json::<Settled>(&bytes)?.dpi,
        },
        "progress" => {
            let Progress { bytes, total } = json(&bytes)?;
            Frame::Progress { bytes, total }
        }
        "page" => Frame::Page(bytes),
        "done" => Frame::Done,
        "failed" => Frame::Failed(json(&bytes)?),
        _ => return Err(ScanError::unclear("a frame of no known kind")),
    };
    Ok(Some(frame))
}

fn head(from: &mut impl BufRead) -> Result<Option<(String, u64)>, ScanError> {
    let mut line = Vec::new();
    let mut bounded = from.take(LONGEST_HEAD);
    let read = bounded.read_until(b'\n', &mut line);
    if read.map_err(|_| ScanError::BrokenOff)? == 0 {
        return Ok(None);
    }
    let unclear = || ScanError::unclear("no frame");
    let Some((b'\n', line)) = line.split_last() else {
        let whole = line.len() as u64 == LONGEST_HEAD;
        return Err(if whole {
            unclear()
        } else {
            ScanError::BrokenOff
        });
    };
    let text = std::str::from_utf8(line).map_err(|_| unclear())?;
    let (kind, length) = text.split_once(' ').ok_or_else(unclear)?;
    let length = length.parse().map_err(|_| unclear())?;
    Ok(Some((kind.to_owned(), length)))
}

/// Takes as many bytes as were announced, if they are not too many. Memory is
/// taken as they come, not as they are announced.
fn body(
    from: &mut impl BufRead,
    kind: &str,
    length: u64,
    limits: &ScanLimits,
) -> Result<Vec<u8>, ScanError> {
    if kind == "page" && length > limits.max_page_bytes {
        let limit = limits.max_page_bytes;
        return Err(ScanError::PageTooLarge { limit });
    }
    if kind != "page" && length > limits.max_answer {
        return Err(ScanError::unclear("an endless frame"));
    }
    let mut bytes = Vec::new();
    let read = from.take(length).read_to_end(&mut bytes);
    match read {
        Ok(read) if read as u64 == length => Ok(bytes),
        _ => Err(ScanError::BrokenOff),
    }
}

fn json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ScanError> {
    serde_json::from_slice(bytes).map_err(|_| ScanError::unclear("a frame that says nothing"))
}
