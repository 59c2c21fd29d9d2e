//! Lines of a text, one at a time, none longer than allowed.

use crate::calls::{CallsError, Limits};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read};

/// A line and its number, from 1.
pub(super) struct Line {
    pub(super) number: u64,
    pub(super) text: String,
}

/// Reads lines, and takes back those that were looked at too early.
pub(super) struct Lines<R> {
    input: BufReader<R>,
    number: u64,
    returned: VecDeque<Line>,
    longest: usize,
}

impl<R: Read> Lines<R> {
    pub(super) fn new(input: R, limits: &Limits) -> Self {
        Self {
            input: BufReader::with_capacity(64 * 1024, input),
            number: 0,
            returned: VecDeque::new(),
            longest: limits.max_line,
        }
    }

    /// The next line without its end; `None` after the last.
    pub(super) fn next(&mut self) -> Result<Option<Line>, CallsError> {
        if let Some(line) = self.returned.pop_front() {
            return Ok(Some(line));
        }
        let mut bytes = Vec::with_capacity(256);
        let bound = self.longest as u64 + 2;
        self.input
            .by_ref()
            .take(bound)
            .read_until(b'\n', &mut bytes)?;
        if bytes.is_empty() {
            return Ok(None);
        }
        self.number += 1;
        while matches!(bytes.last(), Some(b'\n' | b'\r')) {
            bytes.pop();
        }
        if bytes.len() > self.longest {
            return Err(CallsError::RowTooLong {
                row: self.number,
                limit: self.longest,
            });
        }
        // The decoder gives UTF-8; nothing is lost here.
        let text = String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        Ok(Some(Line {
            number: self.number,
            text,
        }))
    }

    /// Gives lines back, to be read again in their order.
    pub(super) fn give_back(&mut self, lines: Vec<Line>) {
        for line in lines.into_iter().rev() {
            self.returned.push_front(line);
        }
    }
}
