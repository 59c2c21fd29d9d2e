//! Convolutions that make every channel of all channels, with small patterns
//! and on large pictures: the first layers of both networks and the last but
//! one of the line finder. The runtime lays each pixel's surroundings out
//! before it multiplies, which takes longer than multiplying; here the sums are
//! made straight from the picture.

use super::depthwise::put;
use super::fetched::{Fetched, Given};
use super::laid::Laid;
use super::layer::bands;
use rten_simd::ops::{BitOps, NumOps};
use rten_simd::{Isa, SimdOp};

/// So many channels are made together, each number of the picture being fetched
/// once for all of them.
const TOGETHER: usize = 6;
/// So many vectors of a row go side by side.
pub(super) const ABREAST: usize = 2;
/// Rows made before the next part of the picture is fetched.
pub(super) const ROWS: usize = 4;
/// Numbers in the longest vector of any processor.
pub(super) const LONGEST: usize = 16;

/// A convolution of all channels.
#[derive(Debug)]
pub(super) struct Dense {
    /// Channels that go in.
    pub(super) channels: usize,
    /// In steps of one or two, as far downwards as to the right.
    pub(super) laid: Laid,
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
        laid: Laid,
        positive: bool,
    ) -> Option<Self> {
        let one = channels * down * across;
        if one == 0 || bias.len() != patterns || weights.len() != patterns * one {
            return None;
        }
        if laid.pattern != [down, across] || !matches!(laid.steps, [1, 1] | [2, 2]) {
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
            laid,
            weights: together,
            bias,
            positive,
        })
    }

    /// Pixels from one pattern to the next.
    pub(super) const fn step(&self) -> usize {
        self.laid.steps[0]
    }

    /// All channels of one picture, whose rows are shared among so many
    /// threads; `None` where the numbers of all parts, each of whole channels,
    /// are not `channels` times `size`.
    pub(super) fn apply(
        &self,
        parts: &[&[f32]],
        size: [usize; 2],
        threads: usize,
    ) -> Option<Vec<f32>> {
        let [rows, columns] = self.laid.size(size)?;
        let count: usize = parts.iter().map(|part| part.len()).sum();
        if count == 0 || count != self.channels * size[0] * size[1] {
            return None;
        }
        let mut answer = vec![0.0; self.bias.len() * rows * columns];
        let share = rows.div_ceil(threads.max(1));
        let mut bands = bands(&mut answer, rows * columns, share * columns);
        let given = Given { parts, size };
        if let [band] = bands.as_mut_slice() {
            self.band(given, band, (0, columns));
        } else {
            rayon::scope(|scope| {
                for (at, band) in bands.iter_mut().enumerate() {
                    scope.spawn(move |_| self.band(given, band, (at * share, columns)));
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
            fetched.fetch(self, given, (first + done) * self.step());
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
    let from = fetched.from(row, at);
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
                put(isa, sum, output);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::layer::numbers_of;
    use super::*;
    use proptest::prelude::*;

    /// The same, number by number, with the patterns as the file has them.
    fn plain(layer: &Dense, weights: &[f32], numbers: &[f32], size: [usize; 2]) -> Vec<f32> {
        let [down, across] = layer.laid.size(size).unwrap();
        let Laid {
            pads: [above, left, ..],
            pattern: [tall, wide],
            ..
        } = layer.laid;
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
                let y = (row * layer.step() + y).checked_sub(above);
                let x = (column * layer.step() + x).checked_sub(left);
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
            let mut some = numbers_of(seed);
            let weights = some(patterns * channels * side * side);
            let shape = [patterns, channels, side, side];
            let layer = Dense::new(shape, &weights, some(patterns), laid(side, step, pads), positive);
            let layer = layer.unwrap();
            let numbers = some(channels * rows * columns);
            let size = [rows, columns];
            prop_assume!(layer.laid.size(size).is_some());
            let (some, others) = numbers.split_at(channels / 2 * rows * columns);
            let ours = layer.apply(&[some, others], size, threads).unwrap();
            let plain = plain(&layer, &weights, &numbers, size);
            prop_assert_eq!(ours.len(), plain.len());
            for (ours, plain) in ours.iter().zip(plain) {
                prop_assert!((ours - plain).abs() < 1e-4, "{} {}", ours, plain);
            }
            prop_assert_eq!(layer.apply(&[&numbers[1..]], size, threads), None);
        }
    }

    fn laid(side: usize, step: usize, pads: [usize; 4]) -> Laid {
        Laid {
            pattern: [side; 2],
            steps: [step; 2],
            pads,
        }
    }

    #[test]
    fn patterns_that_do_not_fit_make_no_layer() {
        let made = |weights: usize, bias: usize, laid: Laid| {
            let (weights, bias) = (vec![0.0; weights], vec![0.0; bias]);
            Dense::new([2, 1, 2, 2], &weights, bias, laid, false).is_some()
        };
        assert!(made(8, 2, laid(2, 1, [0; 4])));
        assert!(!made(7, 2, laid(2, 1, [0; 4])));
        assert!(!made(8, 3, laid(2, 1, [0; 4])));
        assert!(!made(8, 2, laid(2, 3, [0; 4])));
        assert!(!made(8, 2, laid(3, 1, [0; 4])));
    }
}
