//! One page from a device: its frames, read to their end and put together.

use crate::abi::Parameters;
use crate::library::Handle;
use crate::picture::{Pixels, Raster};
use desk_intake::source::sane::Fault;
use std::sync::atomic::{AtomicBool, Ordering};

/// Bytes read at once.
const BITE: usize = 64 * 1024;

/// Most bytes of a page before it is packed: A3 in colour at 600 dpi.
const MOST: usize = 256 * 1024 * 1024;

/// `SANE_Frame`.
const GREY: i32 = 0;
const RGB: i32 = 1;

/// Reads the next page, telling how much has come and, if known, will come.
///
/// Does not stop the device after it, so that a feeder goes on with the next.
pub fn read(
    device: &Handle,
    cancelled: &AtomicBool,
    tell: &mut dyn FnMut(usize, Option<usize>),
) -> Result<Raster, Fault> {
    let mut frames = Vec::new();
    loop {
        let shape = device.start()?;
        let bytes = frame(device, &shape, cancelled, tell)?;
        let last = shape.last_frame != 0;
        frames.push((shape, bytes));
        if last {
            break;
        }
        // Red, green and blue, in whatever order; nothing else has many.
        if frames.len() == 3 {
            return Err(Fault::Io("more than three frames".to_owned()));
        }
    }
    match frames.len() {
        1 => frames
            .pop()
            .map_or(Err(Fault::BrokenOff), |(shape, bytes)| {
                single(&shape, bytes)
            }),
        3 => three(&frames),
        _ => Err(Fault::Io("two frames".to_owned())),
    }
}

fn frame(
    device: &Handle,
    shape: &Parameters,
    cancelled: &AtomicBool,
    tell: &mut dyn FnMut(usize, Option<usize>),
) -> Result<Vec<u8>, Fault> {
    let lines = usize::try_from(shape.lines).ok().filter(|lines| *lines > 0);
    let total = lines.map(|lines| lines.saturating_mul(per_line(shape)));
    let (mut bytes, mut bite) = (Vec::new(), vec![0; BITE]);
    loop {
        let read = device.read(&mut bite);
        // A driver that was stopped may say anything, even that all is well:
        // only our own word counts.
        if cancelled.load(Ordering::SeqCst) {
            return Err(Fault::Aborted);
        }
        let Some(read) = read? else { break };
        bytes.extend_from_slice(bite.get(..read).unwrap_or_default());
        if bytes.len() > MOST {
            return Err(Fault::Io("a page without end".to_owned()));
        }
        tell(bytes.len(), total);
    }
    match total {
        Some(total) if bytes.len() < total => Err(Fault::BrokenOff),
        _ if bytes.is_empty() => Err(Fault::BrokenOff),
        _ => Ok(bytes),
    }
}

fn per_line(shape: &Parameters) -> usize {
    usize::try_from(shape.bytes_per_line).unwrap_or(0)
}

fn single(shape: &Parameters, bytes: Vec<u8>) -> Result<Raster, Fault> {
    let pixels = match (shape.format, shape.depth) {
        (GREY, 1) => Pixels::Bits,
        (GREY, 8) => Pixels::Grey,
        (GREY, 16) => Pixels::Grey16,
        (RGB, 8) => Pixels::Colour,
        (RGB, 16) => Pixels::Colour16,
        (format, depth) => return Err(Fault::Io(format!("format {format}, depth {depth}"))),
    };
    Raster::new(pixels, shape.pixels_per_line, per_line(shape), bytes)
}

/// Puts together the colours of a device that passes the page three times.
fn three(frames: &[(Parameters, Vec<u8>)]) -> Result<Raster, Fault> {
    const RED: i32 = 2;
    let mismatch = || Fault::Io("three frames that do not match".to_owned());
    let (first, bytes) = frames.first().ok_or_else(mismatch)?;
    let mut together = vec![0; bytes.len() * 3];
    let mut seen = [false; 3];
    for (shape, colour) in frames {
        let place = usize::try_from(shape.format - RED).map_err(|_| mismatch())?;
        let fits = shape.depth == 8 && colour.len() == bytes.len();
        if !fits || std::mem::replace(seen.get_mut(place).ok_or_else(mismatch)?, true) {
            return Err(mismatch());
        }
        for (pixel, value) in together.chunks_exact_mut(3).zip(colour) {
            pixel[place] = *value;
        }
    }
    let per_line = per_line(first) * 3;
    Raster::new(Pixels::Colour, first.pixels_per_line, per_line, together)
}
