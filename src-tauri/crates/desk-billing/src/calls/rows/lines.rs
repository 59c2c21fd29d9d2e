//! Lines of a text, one at a time, none longer than allowed.

use crate::calls::{CallsError, Limits};
use memchr::memchr2;
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read};

/// Reads lines, and takes back those that were looked at too early.
pub(super) struct Lines<R> {
    input: BufReader<R>,
    number: u64,
    /// The last line ended in `\r`; a `\n` that follows belongs to it.
    after_return: bool,
    /// Lines to be read again, with their numbers.
    returned: VecDeque<(u64, String)>,
    bytes: Vec<u8>,
    longest: usize,
}

impl<R: Read> Lines<R> {
    pub(super) fn new(input: R, limits: &Limits) -> Self {
        Self {
            input: BufReader::with_capacity(64 * 1024, input),
            number: 0,
            after_return: false,
            returned: VecDeque::new(),
            bytes: Vec::new(),
            longest: limits.max_line,
        }
    }

    /// Reads the next line into `line`, without its end; its number, from 1, or
    /// `None` after the last.
    pub(super) fn next(&mut self, line: &mut String) -> Result<Option<u64>, CallsError> {
        if let Some((number, text)) = self.returned.pop_front() {
            *line = text;
            return Ok(Some(number));
        }
        let mut bytes = std::mem::take(&mut self.bytes);
        bytes.clear();
        let found = self.fill(&mut bytes)?;
        line.clear();
        match std::str::from_utf8(&bytes) {
            Ok(text) => line.push_str(text),
            // The decoder gives UTF-8; this is never so.
            Err(_) => line.push_str(&String::from_utf8_lossy(&bytes)),
        }
        self.bytes = bytes;
        Ok(found.then_some(self.number))
    }

    /// Reads up to the next end of line: `\n`, `\r\n` or, from old systems, `\r`
    /// alone. Says whether there was a line.
    fn fill(&mut self, bytes: &mut Vec<u8>) -> Result<bool, CallsError> {
        self.number += 1;
        loop {
            let buffer = self.input.fill_buf()?;
            if self.after_return && buffer.first() == Some(&b'\n') {
                self.input.consume(1);
                self.after_return = false;
                continue;
            }
            self.after_return = false;
            if buffer.is_empty() {
                return Ok(!bytes.is_empty());
            }
            let end = memchr2(b'\n', b'\r', buffer);
            let length = end.unwrap_or(buffer.len());
            if bytes.len() + length > self.longest {
                return Err(CallsError::RowTooLong {
                    row: self.number,
                    limit: self.longest,
                });
            }
            bytes.extend_from_slice(&buffer[..length]);
            if let Some(at) = end {
                self.after_return = buffer[at] == b'\r';
                self.input.consume(at + 1);
                return Ok(true);
            }
            self.input.consume(length);
        }
    }

    /// Gives lines back, to be read again in their order.
    pub(super) fn give_back(&mut self, lines: Vec<(u64, String)>) {
        for line in lines.into_iter().rev() {
            self.returned.push_front(line);
        }
    }
}
