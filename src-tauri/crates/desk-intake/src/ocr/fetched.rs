//! What a [`Dense`] layer needs of a picture to make some of its rows, laid out
//! as it goes through it.

use super::dense::{ABREAST, Dense, LONGEST, ROWS};

/// A picture's numbers, in parts of whole channels, and its rows and columns.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    pub(super) parts: &'a [&'a [f32]],
    pub(super) size: [usize; 2],
}

/// Some rows of all channels with zeros around them. Columns a step apart lie
/// side by side: each row is parted into as many planes as a step has columns.
pub(super) struct Fetched {
    numbers: Vec<f32>,
    /// Rows of a channel.
    rows: usize,
    /// Numbers from one plane to the next.
    pitch: usize,
    planes: usize,
    /// How far from a row's beginning each place of the pattern lies, channel
    /// by channel.
    pub(super) places: Vec<usize>,
}

impl Fetched {
    /// Room for what a layer needs to make [`ROWS`] rows of so many columns.
    pub(super) fn new(layer: &Dense, columns: usize) -> Self {
        let rows = (ROWS - 1) * layer.step() + layer.laid.pattern[0];
        // A vector at the end of a row reaches beyond it.
        let pitch = columns + layer.laid.pattern[1].div_ceil(layer.step()) + ABREAST * LONGEST;
        let planes = layer.step();
        let numbers = vec![0.0; layer.channels * rows * planes * pitch];
        let [down, across] = layer.laid.pattern;
        let lines = (0..layer.channels)
            .flat_map(|channel| (0..down).map(move |row| (channel * rows + row) * planes * pitch));
        let column = |at: usize| at % planes * pitch + at / planes;
        let places = lines.flat_map(|line| (0..across).map(move |at| line + column(at)));
        Self {
            places: places.collect(),
            numbers,
            rows,
            pitch,
            planes,
        }
    }

    /// The numbers from a pattern's first place on, of this row and column.
    #[inline]
    pub(super) fn from(&self, row: usize, column: usize) -> &[f32] {
        &self.numbers[row * self.planes * self.planes * self.pitch + column..]
    }

    /// Fetches rows from the one that lies `from` below the upper padding's edge.
    pub(super) fn fetch(&mut self, layer: &Dense, given: Given<'_>, from: usize) {
        let [rows, columns] = given.size;
        let [above, left, ..] = layer.laid.pads;
        let row_length = self.planes * self.pitch;
        let places = self.numbers.chunks_exact_mut(self.rows * row_length);
        let channels = given.parts.iter();
        let channels = channels.flat_map(|part| part.chunks_exact(rows * columns));
        for (channel, place) in channels.zip(places) {
            for (at, place) in place.chunks_exact_mut(row_length).enumerate() {
                match (from + at).checked_sub(above).filter(|row| *row < rows) {
                    Some(row) => {
                        let row = &channel[row * columns..][..columns];
                        parted(row, left, place, (self.planes, self.pitch));
                    }
                    None => place.fill(0.0),
                }
            }
        }
    }
}

/// Puts a row that begins `left` columns to the right into its planes. What is
/// left and right of it there is zero from the beginning.
fn parted(row: &[f32], left: usize, place: &mut [f32], (planes, pitch): (usize, usize)) {
    if planes == 1 {
        let end = pitch.min(left + row.len());
        place[left..end].copy_from_slice(&row[..end - left]);
        return;
    }
    for (plane, place) in place.chunks_exact_mut(pitch).enumerate() {
        // The first column of the row that lies on this plane, and where.
        let skipped = (plane + planes - left % planes) % planes;
        let place = &mut place[(left + skipped) / planes..];
        let (pairs, odd) = row[skipped.min(row.len())..].as_chunks::<2>();
        for (place, [first, _]) in place.iter_mut().zip(pairs) {
            *place = *first;
        }
        if let [last] = odd {
            place[pairs.len()] = *last;
        }
    }
}
