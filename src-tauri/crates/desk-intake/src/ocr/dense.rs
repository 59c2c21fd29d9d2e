//! Convolutions that make every channel of all channels, with small patterns
//! and on large pictures: the first layers of both networks and the last but
//! one of the line finder. The runtime lays each pixel's surroundings out
//! before it multiplies, which takes longer than multiplying; here the sums are
//! made straight from the picture.

use rten_simd::ops::{BitOps, NumOps};
use rten_simd::{Isa, Simd, SimdOp};

/// So many channels are made together, each number of the picture being fetched
/// once for all of them.
const TOGETHER: usize = 6;
/// So many vectors of a row go side by side.
const ABREAST: usize = 2;
/// Rows made before the next part of the picture is fetched.
const ROWS: usize = 4;
/// Numbers in the longest vector of any processor.
const LONGEST: usize = 16;

/// A convolution of all channels.
#[derive(Debug)]
pub(super) struct Dense {
    /// Channels that go in.
    pub(super) channels: usize,
    /// Rows and columns of a pattern.
    pub(super) pattern: [usize; 2],
    /// Steps by so many rows and columns, one or two.
    pub(super) step: usize,
    /// Zeros above, left of, below and right of a channel.
    pub(super) pads: [usize; 4],
    /// Patterns: [`TOGETHER`] channels that come out, side by side, for each
    /// place of the pattern in each channel that goes in.
    weights: Vec<[f32; TOGETHER]>,
    /// What is added to each channel that comes out.
    pub(super) bias: Vec<f32>,
    /// Whether what is below zero becomes zero.
    pub(super) positive: bool,
}

impl Dense {
    /// A layer of patterns as the file has them: by channel that comes out,
    /// channel that goes in, row and column.
    pub(super) fn new(
        [patterns, channels, down, across]: [usize; 4],
        weights: &[f32],
        bias: Vec<f32>,
        (step, pads): (usize, [usize; 4]),
        positive: bool,
    ) -> Option<Self> {
        let one = channels * down * across;
        if one == 0 || bias.len() != patterns || weights.len() != patterns * one {
            return None;
        }
        if !(1..=2).contains(&step) {
            return None;
        }
        let groups = patterns.div_ceil(TOGETHER);
        let mut together = vec![[0.0; TOGETHER]; groups * one];
        for (pattern, weights) in weights.chunks_exact(one).enumerate() {
            let group = &mut together[pattern / TOGETHER * one..];
            for (weight, place) in weights.iter().zip(group) {
                place[pattern % TOGETHER] = *weight;
            }
        }
        Some(Self {
            channels,
            pattern: [down, across],
            step,
            pads,
            weights: together,
            bias,
            positive,
        })
    }

    /// Rows and columns that come out, of those that go in.
    pub(super) fn size(&self, [rows, columns]: [usize; 2]) -> Option<[usize; 2]> {
        let [above, left, below, right] = self.pads;
        let rows = (above + rows + below).checked_sub(self.pattern[0])? / self.step + 1;
        let columns = (left + columns + right).checked_sub(self.pattern[1])? / self.step + 1;
        Some([rows, columns])
    }

    /// All channels of one picture, whose rows are shared among so many
    /// threads; `None` where the numbers are not `channels` times `size`.
    pub(super) fn apply(
        &self,
        numbers: &[f32],
        size: [usize; 2],
        threads: usize,
    ) -> Option<Vec<f32>> {
        let [rows, columns] = self.size(size)?;
        if numbers.is_empty() || numbers.len() != self.channels * size[0] * size[1] {
            return None;
        }
        let mut answer = vec![0.0; self.bias.len() * rows * columns];
        let share = rows.div_ceil(threads.max(1));
        let mut bands: Vec<Vec<&mut [f32]>> = (0..rows.div_ceil(share)).map(|_| vec![]).collect();
        for channel in answer.chunks_exact_mut(rows * columns) {
            for (band, part) in bands.iter_mut().zip(channel.chunks_mut(share * columns)) {
                band.push(part);
            }
        }
        let given = Given { numbers, size };
        if let [band] = bands.as_mut_slice() {
            self.band(given, band, (0, columns));
        } else {
            std::thread::scope(|scope| {
                for (at, band) in bands.iter_mut().enumerate() {
                    scope.spawn(move || self.band(given, band, (at * share, columns)));
                }
            });
        }
        Some(answer)
    }

    /// Rows of all channels, from the row `first` on.
    fn band(&self, given: Given<'_>, band: &mut [&mut [f32]], (first, columns): (usize, usize)) {
        let rows = band.first().map_or(0, |channel| channel.len() / columns);
        let mut fetched = Fetched::new(self, columns);
        let mut done = 0;
        while done < rows {
            let some = ROWS.min(rows - done);
            fetched.fetch(self, given, (first + done) * self.step);
            let from = done * columns;
            Rows {
                layer: self,
                fetched: &fetched,
                answers: band
                    .iter_mut()
                    .map(|channel| &mut channel[from..from + some * columns])
                    .collect(),
                columns,
            }
            .dispatch();
            done += some;
        }
    }
}

/// A picture's numbers, and its rows and columns.
#[derive(Clone, Copy)]
struct Given<'a> {
    numbers: &'a [f32],
    size: [usize; 2],
}

/// Some rows of all channels with zeros around them. Columns a step apart lie
/// side by side: each row is parted into as many planes as a step has columns.
struct Fetched {
    numbers: Vec<f32>,
    /// Rows of a channel.
    rows: usize,
    /// Numbers from one plane to the next.
    pitch: usize,
    planes: usize,
    /// How far from a row's beginning each place of the pattern lies, channel
    /// by channel.
    places: Vec<usize>,
}

impl Fetched {
    fn new(layer: &Dense, columns: usize) -> Self {
        let rows = (ROWS - 1) * layer.step + layer.pattern[0];
        // A vector at the end of a row reaches beyond it.
        let pitch = columns + layer.pattern[1].div_ceil(layer.step) + ABREAST * LONGEST;
        let planes = layer.step;
        let numbers = vec![0.0; layer.channels * rows * planes * pitch];
        let [down, across] = layer.pattern;
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

    /// Fetches rows from the one that lies `from` below the upper padding's edge.
    fn fetch(&mut self, layer: &Dense, given: Given<'_>, from: usize) {
        let [rows, columns] = given.size;
        let [above, left, ..] = layer.pads;
        let row_length = self.planes * self.pitch;
        let places = self.numbers.chunks_exact_mut(self.rows * row_length);
        for (channel, place) in given.numbers.chunks_exact(rows * columns).zip(places) {
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

/// Some rows of all channels that come out.
struct Rows<'a> {
    layer: &'a Dense,
    fetched: &'a Fetched,
    /// The rows of each channel.
    answers: Vec<&'a mut [f32]>,
    columns: usize,
}

impl SimdOp for Rows<'_> {
    type Output = ();

    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "so that the processor's own instructions are used within"
    )]
    fn eval<I: Isa>(mut self, isa: I) {
        let vector = isa.f32().len();
        let rows = self.answers.first().map_or(0, |one| one.len()) / self.columns;
        for row in 0..rows {
            let mut at = 0;
            while at < self.columns {
                if at + vector < self.columns {
                    sums::<I, ABREAST>(isa, &mut self, row, at);
                    at += ABREAST * vector;
                } else {
                    sums::<I, 1>(isa, &mut self, row, at);
                    at += vector;
                }
            }
        }
    }
}

/// Some numbers of one row, of all channels.
#[inline(always)]
#[allow(
    clippy::inline_always,
    reason = "so that the processor's own instructions are used within"
)]
fn sums<I: Isa, const N: usize>(isa: I, rows: &mut Rows<'_>, row: usize, at: usize) {
    let ops = isa.f32();
    let vector = ops.len();
    let (layer, fetched) = (rows.layer, rows.fetched);
    let from = &fetched.numbers[row * layer.step * fetched.planes * fetched.pitch + at..];
    let groups = layer.weights.chunks_exact(fetched.places.len());
    let outputs = rows.answers.chunks_mut(TOGETHER);
    for ((weights, bias), outputs) in groups.zip(layer.bias.chunks(TOGETHER)).zip(outputs) {
        let mut sums = [[ops.zero(); N]; TOGETHER];
        for (sums, bias) in sums.iter_mut().zip(bias) {
            *sums = [ops.splat(*bias); N];
        }
        for (place, weights) in fetched.places.iter().zip(weights) {
            let line = &from[*place..][..N * vector];
            // No closure: it would be compiled for any processor.
            let mut numbers = [ops.zero(); N];
            for (at, numbers) in numbers.iter_mut().enumerate() {
                *numbers = ops.load(&line[at * vector..][..vector]);
            }
            for (sums, weight) in sums.iter_mut().zip(weights) {
                let weight = ops.splat(*weight);
                for (sum, numbers) in sums.iter_mut().zip(numbers) {
                    *sum = ops.mul_add(numbers, weight, *sum);
                }
            }
        }
        let end = rows.columns.min(at + N * vector);
        for (output, sums) in outputs.iter_mut().zip(sums) {
            let output = &mut output[row * rows.columns + at..row * rows.columns + end];
            for (output, mut sum) in output.chunks_mut(vector).zip(sums) {
                if layer.positive {
                    sum = ops.max(sum, ops.zero());
                }
                if output.len() == vector {
                    ops.store(sum, output);
                } else {
                    output.copy_from_slice(&sum.to_array().as_ref()[..output.len()]);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same, number by number, with the patterns as the file has them.
    fn plain(layer: &Dense, weights: &[f32], numbers: &[f32], size: [usize; 2]) -> Vec<f32> {
        let [down, across] = layer.size(size).unwrap();
        let ([above, left, ..], [tall, wide]) = (layer.pads, layer.pattern);
        let number = |channel: usize, y: Option<usize>, x: Option<usize>| match (y, x) {
            (Some(y), Some(x)) if y < size[0] && x < size[1] => {
                numbers[(channel * size[0] + y) * size[1] + x]
            }
            _ => 0.0,
        };
        let places = || (0..down).flat_map(|y| (0..across).map(move |x| (y, x)));
        let sum = |pattern: usize, row: usize, column: usize| {
            let mut sum = layer.bias[pattern];
            for at in 0..layer.channels * tall * wide {
                let (channel, y, x) = (at / (tall * wide), at / wide % tall, at % wide);
                let y = (row * layer.step + y).checked_sub(above);
                let x = (column * layer.step + x).checked_sub(left);
                let weight = weights[pattern * layer.channels * tall * wide + at];
                sum += weight * number(channel, y, x);
            }
            if layer.positive { sum.max(0.0) } else { sum }
        };
        (0..layer.bias.len())
            .flat_map(|pattern| places().map(move |(y, x)| (pattern, y, x)))
            .map(|(pattern, y, x)| sum(pattern, y, x))
            .collect()
    }

    proptest! {
        #[test]
        fn many_sums_at_a_time_come_to_the_same_as_one_by_one(
            (patterns, channels) in (1_usize..15, 1_usize..4),
            (rows, columns) in (2_usize..24, 2_usize..80),
            (side, pads) in prop::sample::select(vec![
                (3, [1, 1, 1, 1]), (2, [0, 0, 1, 1]), (2, [0; 4]), (1, [0; 4]), (3, [2, 0, 1, 3]),
            ]),
            (step, threads, positive) in (1_usize..3, 1_usize..4, any::<bool>()),
            seed in any::<u32>(),
        ) {
            let mut state = u64::from(seed);
            let mut some = |count: usize| -> Vec<f32> {
                (0..count)
                    .map(|_| {
                        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                        (state >> 40) as f32 / 8e6 - 1.0
                    })
                    .collect()
            };
            let weights = some(patterns * channels * side * side);
            let shape = [patterns, channels, side, side];
            let layer = Dense::new(shape, &weights, some(patterns), (step, pads), positive);
            let layer = layer.unwrap();
            let numbers = some(channels * rows * columns);
            let size = [rows, columns];
            prop_assume!(layer.size(size).is_some());
            let ours = layer.apply(&numbers, size, threads).unwrap();
            let plain = plain(&layer, &weights, &numbers, size);
            prop_assert_eq!(ours.len(), plain.len());
            for (ours, plain) in ours.iter().zip(plain) {
                prop_assert!((ours - plain).abs() < 1e-4, "{} {}", ours, plain);
            }
            prop_assert_eq!(layer.apply(&numbers[1..], size, threads), None);
        }
    }

    #[test]
    fn patterns_that_do_not_fit_make_no_layer() {
        let geometry = (1, [0; 4]);
        assert!(Dense::new([2, 1, 2, 2], &[0.0; 8], vec![0.0; 2], geometry, false).is_some());
        assert!(Dense::new([2, 1, 2, 2], &[0.0; 7], vec![0.0; 2], geometry, false).is_none());
        assert!(Dense::new([2, 1, 2, 2], &[0.0; 8], vec![0.0; 3], geometry, false).is_none());
        let wide = (3, [0; 4]);
        assert!(Dense::new([2, 1, 2, 2], &[0.0; 8], vec![0.0; 2], wide, false).is_none());
    }
}
