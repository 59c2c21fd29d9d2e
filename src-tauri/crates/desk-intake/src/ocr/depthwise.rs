//! Convolutions in which every channel has a small pattern of its own. The
//! runtime goes through them number by number, here they go as many at a time
//! as the processor takes; that is two fifths of finding lines and a fifth of
//! reading them.

use super::laid::Laid;
use rten_simd::ops::{BitOps, NumOps};
use rten_simd::{Isa, Simd, SimdOp};

/// So many vectors of a row are summed up side by side: the processor needs not
/// wait for one sum before it goes on with the next.
const ABREAST: usize = 4;
/// Numbers in the longest vector of any processor.
const LONGEST: usize = 16;

/// A convolution, channel by channel, that steps by one to the right.
#[derive(Debug)]
pub(super) struct Depthwise {
    pub(super) channels: usize,
    /// In steps of one to the right.
    pub(super) laid: Laid,
    /// The patterns, one after another.
    pub(super) weights: Vec<f32>,
    /// What is added to each channel.
    pub(super) bias: Vec<f32>,
}

impl Depthwise {
    /// All channels of one picture, shared among so many threads; `None` where
    /// the numbers are not `channels` times `size`.
    pub(super) fn apply(
        &self,
        numbers: &[f32],
        size: [usize; 2],
        threads: usize,
    ) -> Option<Vec<f32>> {
        let [rows, columns] = self.laid.size(size)?;
        let (before, after) = (size[0] * size[1], rows * columns);
        if before == 0 || numbers.len() != self.channels * before {
            return None;
        }
        let mut answer = vec![0.0; self.channels * after];
        let share = self.channels.div_ceil(threads.max(1));
        let some = |first: usize, given: &[f32], answer: &mut [f32]| {
            let mut padded = Padded::new(self, size, columns);
            let channels = given
                .chunks_exact(before)
                .zip(answer.chunks_exact_mut(after));
            for (channel, (given, answer)) in channels.enumerate() {
                padded.fill(given);
                self.channel(first + channel, &padded, answer, columns);
            }
        };
        if share >= self.channels {
            some(0, numbers, &mut answer);
            return Some(answer);
        }
        let given = numbers.chunks(share * before);
        rayon::scope(|scope| {
            for (part, (given, answer)) in given.zip(answer.chunks_mut(share * after)).enumerate() {
                scope.spawn(move |_| some(part * share, given, answer));
            }
        });
        Some(answer)
    }

    fn channel(&self, channel: usize, padded: &Padded, answer: &mut [f32], columns: usize) {
        let [down, across] = self.laid.pattern;
        let pattern = &self.weights[channel * down * across..][..down * across];
        Channel {
            padded,
            pattern,
            across,
            bias: self.bias[channel],
            step: self.laid.steps[0],
            answer,
            columns,
        }
        .dispatch();
    }
}

/// One channel with zeros around it.
struct Padded {
    numbers: Vec<f32>,
    /// Numbers from one row to the next.
    pitch: usize,
    above: usize,
    left: usize,
    columns: usize,
}

impl Padded {
    fn new(layer: &Depthwise, [rows, columns]: [usize; 2], answered: usize) -> Self {
        let [above, left, below, _] = layer.laid.pads;
        // A vector at the end of a row reaches beyond it.
        let pitch = (answered + layer.laid.pattern[1]).max(left + columns) + ABREAST * LONGEST;
        Self {
            numbers: vec![0.0; (above + rows + below) * pitch],
            pitch,
            above,
            left,
            columns,
        }
    }

    fn fill(&mut self, channel: &[f32]) {
        let rows = self.numbers.chunks_exact_mut(self.pitch).skip(self.above);
        for (row, given) in rows.zip(channel.chunks_exact(self.columns)) {
            row[self.left..][..self.columns].copy_from_slice(given);
        }
    }
}

/// The work on one channel.
struct Channel<'a> {
    padded: &'a Padded,
    pattern: &'a [f32],
    across: usize,
    bias: f32,
    step: usize,
    answer: &'a mut [f32],
    columns: usize,
}

impl SimdOp for Channel<'_> {
    type Output = ();

    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "so that the processor's own instructions are used within"
    )]
    fn eval<I: Isa>(self, isa: I) {
        let pitch = self.padded.pitch;
        let vector = isa.f32().len();
        for (row, answer) in self.answer.chunks_exact_mut(self.columns).enumerate() {
            let from = &self.padded.numbers[row * self.step * pitch..];
            let mut at = 0;
            while at + vector < self.columns {
                let end = self.columns.min(at + ABREAST * vector);
                sums::<I, ABREAST>(
                    isa,
                    &from[at..],
                    pitch,
                    (self.pattern, self.across),
                    self.bias,
                    &mut answer[at..end],
                );
                at = end;
            }
            if at < self.columns {
                sums::<I, 1>(
                    isa,
                    &from[at..],
                    pitch,
                    (self.pattern, self.across),
                    self.bias,
                    &mut answer[at..],
                );
            }
        }
    }
}

/// Some numbers of a row: the pattern laid on the rows that begin here.
#[inline(always)]
#[allow(
    clippy::inline_always,
    reason = "so that the processor's own instructions are used within"
)]
fn sums<I: Isa, const N: usize>(
    isa: I,
    from: &[f32],
    pitch: usize,
    (pattern, across): (&[f32], usize),
    bias: f32,
    answer: &mut [f32],
) {
    let ops = isa.f32();
    let vector = ops.len();
    let mut sums = [ops.splat(bias); N];
    for (row, pattern) in from.chunks(pitch).zip(pattern.chunks_exact(across)) {
        let row = &row[..across - 1 + N * vector];
        for (column, weight) in pattern.iter().enumerate() {
            let weight = ops.splat(*weight);
            for (place, sum) in sums.iter_mut().enumerate() {
                let numbers = ops.load(&row[column + place * vector..][..vector]);
                *sum = ops.mul_add(numbers, weight, *sum);
            }
        }
    }
    for (answer, sum) in answer.chunks_mut(vector).zip(sums) {
        put(isa, sum, answer);
    }
}

/// Stores a vector, or as much of it as there is room for.
#[inline(always)]
#[allow(
    clippy::inline_always,
    reason = "so that the processor's own instructions are used within"
)]
pub(super) fn put<I: Isa>(isa: I, sum: I::F32, answer: &mut [f32]) {
    let ops = isa.f32();
    if answer.len() == ops.len() {
        ops.store(sum, answer);
    } else {
        answer.copy_from_slice(&sum.to_array().as_ref()[..answer.len()]);
    }
}

#[cfg(test)]
mod tests {
    use super::super::layer::numbers_of;
    use super::*;
    use proptest::prelude::*;

    /// The same, number by number.
    fn plain(layer: &Depthwise, numbers: &[f32], [rows, columns]: [usize; 2]) -> Vec<f32> {
        let [down, across] = layer.laid.size([rows, columns]).unwrap();
        let [above, left, ..] = layer.laid.pads;
        let [tall, wide] = layer.laid.pattern;
        let mut answer = Vec::new();
        for channel in 0..layer.channels {
            for (row, column) in (0..down).flat_map(|y| (0..across).map(move |x| (y, x))) {
                let mut sum = layer.bias[channel];
                for (y, x) in (0..tall).flat_map(|y| (0..wide).map(move |x| (y, x))) {
                    let at = (row * layer.laid.steps[0] + y)
                        .checked_sub(above)
                        .zip((column + x).checked_sub(left));
                    if let Some((y_in, x_in)) = at.filter(|(y, x)| *y < rows && *x < columns) {
                        sum += layer.weights[(channel * tall + y) * wide + x]
                            * numbers[(channel * rows + y_in) * columns + x_in];
                    }
                }
                answer.push(sum);
            }
        }
        answer
    }

    proptest! {
        #[test]
        fn many_numbers_at_a_time_come_to_the_same_as_one_by_one(
            (channels, rows, columns) in (1_usize..5, 1_usize..12, 1_usize..150),
            pattern in prop::sample::select(vec![[3, 3], [7, 7], [1, 7], [3, 1], [1, 1]]),
            (down, threads) in (1_usize..3, 1_usize..4),
            seed in any::<u32>(),
        ) {
            let mut some = numbers_of(seed);
            let (above, left) = (pattern[0] / 2, pattern[1] / 2);
            let layer = Depthwise {
                channels,
                laid: Laid {
                    pattern,
                    steps: [down, 1],
                    pads: [above, left, above, left],
                },
                weights: some(channels * pattern[0] * pattern[1]),
                bias: some(channels),
            };
            let numbers = some(channels * rows * columns);
            let size = [rows, columns];
            let ours = layer.apply(&numbers, size, threads).unwrap();
            let plain = plain(&layer, &numbers, size);
            prop_assert_eq!(ours.len(), plain.len());
            for (ours, plain) in ours.iter().zip(plain) {
                prop_assert!((ours - plain).abs() < 1e-4, "{} {}", ours, plain);
            }
            prop_assert_eq!(layer.apply(&numbers[1..], size, threads), None);
        }
    }
}
