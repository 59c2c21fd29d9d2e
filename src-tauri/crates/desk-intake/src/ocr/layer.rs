//! Layers that this crate goes through itself, because the runtime takes
//! several times as long. Owns their common shape; what each of them reckons is
//! its own.

use super::dense::Dense;
use super::depthwise::Depthwise;
use super::mixer::Mixer;
use super::pool::Pool;

/// One layer of a network.
#[derive(Debug)]
pub(super) enum Layer {
    /// Every channel has a pattern of its own.
    Depthwise(Depthwise),
    /// Every channel is made of all channels.
    Dense(Dense),
    /// Every pixel goes its own way.
    Mixer(Mixer),
    /// Every pixel becomes the largest nearby.
    Pool(Pool),
}

impl Layer {
    /// Channels, rows and columns that come out, of those that go in; `None`
    /// where they do not fit this layer.
    pub(super) fn size(&self, [channels, rows, columns]: [usize; 3]) -> Option<[usize; 3]> {
        match self {
            Self::Depthwise(layer) => {
                let [rows, columns] = layer.laid.size([rows, columns])?;
                (layer.channels == channels).then_some([channels, rows, columns])
            }
            Self::Dense(layer) => {
                let [rows, columns] = layer.laid.size([rows, columns])?;
                (layer.channels == channels).then_some([layer.bias.len(), rows, columns])
            }
            Self::Mixer(layer) => {
                (layer.channels() == channels).then_some([layer.answers(), rows, columns])
            }
            Self::Pool(_) => Some([channels, rows, columns]),
        }
    }

    /// All channels of one picture of this size, shared among so many threads;
    /// `parts` hold its channels one after another. `None` where the numbers are
    /// not as many, or come in parts and the layer wants them in one.
    pub(super) fn apply(
        &self,
        parts: &[&[f32]],
        [channels, rows, columns]: [usize; 3],
        threads: usize,
    ) -> Option<Vec<f32>> {
        let size = [rows, columns];
        let one = rows * columns;
        let count: usize = parts.iter().map(|part| part.len()).sum();
        if channels * one != count || parts.iter().any(|part| part.len() % one.max(1) > 0) {
            return None;
        }
        match (self, parts) {
            (Self::Dense(layer), parts) => layer.apply(parts, size, threads),
            (Self::Depthwise(layer), [numbers]) => layer.apply(numbers, size, threads),
            (Self::Mixer(layer), [numbers]) => layer.apply(numbers, one, threads),
            (Self::Pool(layer), [numbers]) => Some(layer.apply(numbers, size, threads)),
            _ => None,
        }
    }
}

/// What several threads share: the same stretch of every channel for each of
/// them. A channel is so long, and a stretch no longer than `share`.
pub(super) fn bands(answer: &mut [f32], channel: usize, share: usize) -> Vec<Vec<&mut [f32]>> {
    let mut bands: Vec<Vec<&mut [f32]>> = (0..channel.div_ceil(share)).map(|_| vec![]).collect();
    for channel in answer.chunks_exact_mut(channel) {
        for (band, part) in bands.iter_mut().zip(channel.chunks_mut(share)) {
            band.push(part);
        }
    }
    bands
}

/// Numbers between -1 and 1 for tests, as many as wanted, the same for the same
/// seed.
#[cfg(test)]
pub(super) fn numbers_of(seed: u32) -> impl FnMut(usize) -> Vec<f32> {
    let mut state = u64::from(seed);
    let mut number = move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 40) as f32 / f32::from(1_u16 << 15) / 256.0 - 1.0
    };
    move |count| (0..count).map(|_| number()).collect()
}
