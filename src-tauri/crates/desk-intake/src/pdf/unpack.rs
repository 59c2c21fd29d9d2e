//! Unpacks the general codings of PDF streams (ISO 32000-1, 7.4) up to a
//! limit, to learn how much they come to. What they hold is of no interest
//! here; errors end a stream early, as they do for the decoder that draws.

use super::weight::too_heavy;
use crate::IntakeError;
use flate2::read::ZlibDecoder;
use hayro::hayro_syntax::Filter;
use std::borrow::Cow;
use std::io::{self, Read, Write};
use weezl::BitOrder;

/// Runs a stream through its filters; refuses it as soon as one of them comes
/// to more than `limit` bytes. Returns what is left for a picture decoder.
pub(super) fn through<'a>(
    packed: Cow<'a, [u8]>,
    filters: &[Filter],
    limit: u64,
) -> Result<Cow<'a, [u8]>, IntakeError> {
    filters.iter().try_fold(packed, |data, filter| {
        let unpacked = match filter {
            Filter::FlateDecode => inflate(&data, limit),
            Filter::LzwDecode => lzw(&data, limit),
            Filter::RunLengthDecode => run_lengths(&data, limit),
            Filter::AsciiHexDecode => ascii_hex(&data),
            Filter::Ascii85Decode => ascii_85(&data),
            _ => return Ok(data),
        };
        if unpacked.len() as u64 > limit {
            Err(too_heavy(limit))
        } else {
            Ok(unpacked.into())
        }
    })
}

fn inflate(packed: &[u8], limit: u64) -> Vec<u8> {
    let mut unpacked = Vec::new();
    // What came before an error counts all the same.
    let _ = ZlibDecoder::new(packed)
        .take(limit + 1)
        .read_to_end(&mut unpacked);
    unpacked
}

fn lzw(packed: &[u8], limit: u64) -> Vec<u8> {
    let mut unpacked = Upto {
        bytes: Vec::new(),
        limit,
    };
    let mut decoder = weezl::decode::Decoder::with_tiff_size_switch(BitOrder::Msb, 8);
    let _ = decoder.into_stream(&mut unpacked).decode_all(packed);
    unpacked.bytes
}

fn run_lengths(packed: &[u8], limit: u64) -> Vec<u8> {
    let mut unpacked = Vec::new();
    let mut rest = packed;
    while let [length, tail @ ..] = rest {
        rest = match (*length, tail) {
            (128, _) | (129.., []) => break,
            (0..=127, _) => {
                let (run, tail) = tail.split_at(tail.len().min(usize::from(*length) + 1));
                unpacked.extend_from_slice(run);
                tail
            }
            (_, [byte, tail @ ..]) => {
                unpacked.resize(unpacked.len() + 257 - usize::from(*length), *byte);
                tail
            }
        };
        if unpacked.len() as u64 > limit {
            break;
        }
    }
    unpacked
}

fn ascii_hex(packed: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = packed
        .iter()
        .take_while(|byte| **byte != b'>')
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    digits
        .chunks(2)
        .map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0))
        .collect()
}

fn ascii_85(packed: &[u8]) -> Vec<u8> {
    let mut unpacked = Vec::with_capacity(packed.len());
    let mut group = Vec::with_capacity(5);
    for byte in packed.iter().take_while(|byte| **byte != b'~') {
        match byte {
            b'z' if group.is_empty() => unpacked.extend([0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => {}
        }
        if group.len() == 5 {
            unpacked.extend(base_85(&group));
            group.clear();
        }
    }
    if group.len() > 1 {
        let known = group.len() - 1;
        group.resize(5, 84);
        unpacked.extend(&base_85(&group)[..known]);
    }
    unpacked
}

fn base_85(digits: &[u8]) -> [u8; 4] {
    let value = digits.iter().fold(0_u32, |value, digit| {
        value.wrapping_mul(85).wrapping_add(u32::from(*digit))
    });
    value.to_be_bytes()
}

/// Takes bytes until one more than the limit has come.
struct Upto {
    bytes: Vec<u8>,
    limit: u64,
}

impl Write for Upto {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        if self.bytes.len() as u64 > self.limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOMY: u64 = 1 << 20;

    fn unpacked(packed: &[u8], filters: &[Filter]) -> Vec<u8> {
        through(packed.into(), filters, ROOMY).unwrap().into_owned()
    }

    #[test]
    fn every_general_coding_is_unpacked_as_the_standard_shows() {
        // The examples of ISO 32000-1, 7.4.
        let lzw = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        assert_eq!(
            unpacked(&lzw, &[Filter::LzwDecode]),
            [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]
        );
        assert_eq!(unpacked(b"4E 6f7>", &[Filter::AsciiHexDecode]), b"Nop");
        assert_eq!(
            unpacked(b"87cURD]i,\"Ebo80~>", &[Filter::Ascii85Decode]),
            b"Hello World!"
        );
        let runs = [4, 10, 11, 12, 13, 14, 253, 3, 128];
        let expected = [10, 11, 12, 13, 14, 3, 3, 3, 3];
        assert_eq!(unpacked(&runs, &[Filter::RunLengthDecode]), expected);
        let chain = [Filter::AsciiHexDecode, Filter::RunLengthDecode];
        assert_eq!(unpacked(b"040A0B0C0D0E FD03 80>", &chain), expected);
    }

    #[test]
    fn unpacking_stops_at_the_limit() {
        let runs = [129, 0].repeat(1000);
        let outcome = through(runs.into(), &[Filter::RunLengthDecode], 1000);
        assert_eq!(outcome, Err(IntakeError::FileTooHeavy { limit: 1000 }));
    }
}
