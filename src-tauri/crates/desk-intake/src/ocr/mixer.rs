//! Channel mixers: the channels of every pixel become more, are bent (GELU) and
//! become fewer again. They are two thirds of the work of both networks. The
//! runtime writes the many channels of a whole picture down and reads them back
//! from memory, several times; here some pixels go all the way, near the
//! processor, before the next ones begin.

use super::layer::bands;
use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmUninitOptions, PackedAMatrix};
use rten_simd::ops::{BitOps, NumOps};
use rten_simd::{Isa, SimdUnaryOp};
use rten_tensor::{Layout, NdTensorView};
use rten_vecmath::Gelu;

/// So many pixels go all the way together.
const TOGETHER: usize = 256;

/// A mixer.
pub(super) struct Mixer {
    more: Product,
    fewer: Product,
    /// Whether what went in is added to what comes out.
    added: bool,
}

/// Weights by which channels become others, and what is added to each.
pub(super) struct Product {
    weights: PackedAMatrix<f32>,
    bias: Vec<f32>,
    /// Channels that go in.
    inner: usize,
}

/// What is between the two products: a channel's bias is added, then it is bent.
struct Bent {
    bias: f32,
}

impl SimdUnaryOp<f32> for Bent {
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "so that the processor's own instructions are used within"
    )]
    fn eval<I: Isa>(&self, isa: I, number: I::F32) -> I::F32 {
        let ops = isa.f32();
        Gelu {}.eval(isa, ops.add(number, ops.splat(self.bias)))
    }
}

impl std::fmt::Debug for Mixer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mixer").finish_non_exhaustive()
    }
}

impl Mixer {
    /// `None` where the two do not fit each other.
    pub(super) fn new(more: Product, fewer: Product, added: bool) -> Option<Self> {
        let fits = more.bias.len() == fewer.inner;
        let adds = !added || more.inner == fewer.bias.len();
        (fits && adds).then_some(Self { more, fewer, added })
    }

    /// Channels that go in.
    pub(super) const fn channels(&self) -> usize {
        self.more.inner
    }

    /// Channels that come out.
    pub(super) const fn answers(&self) -> usize {
        self.fewer.bias.len()
    }

    /// All channels of one picture of so many pixels, which are shared among so
    /// many threads; `None` where the numbers do not fit.
    pub(super) fn apply(&self, numbers: &[f32], pixels: usize, threads: usize) -> Option<Vec<f32>> {
        if pixels == 0 || numbers.len() != self.channels() * pixels {
            return None;
        }
        let mut answer = vec![0.0; self.answers() * pixels];
        let share = pixels.div_ceil(threads.max(1)).next_multiple_of(TOGETHER);
        let mut bands = bands(&mut answer, pixels, share);
        let given = NdTensorView::from_data([self.channels(), pixels], numbers);
        let mut done = vec![None; bands.len()];
        // On the threads of whoever asks: others would each wait for these.
        rayon::scope(|scope| {
            for (at, (band, done)) in bands.iter_mut().zip(&mut done).enumerate() {
                scope.spawn(move |_| *done = self.band(&given, band, at * share));
            }
        });
        done.into_iter().collect::<Option<()>>().map(|()| answer)
    }

    /// Pixels of all channels, from the pixel `first` on.
    fn band(
        &self,
        given: &NdTensorView<'_, f32, 2>,
        band: &mut [&mut [f32]],
        first: usize,
    ) -> Option<()> {
        let executor: GemmExecutor = GemmExecutor::new();
        let pixels = band.first()?.len();
        let (mut more, mut fewer) = (Vec::new(), Vec::new());
        for at in (0..pixels).step_by(TOGETHER) {
            let count = TOGETHER.min(pixels - at);
            let some = given.slice((.., first + at..first + at + count));
            let more = self.more.of(&executor, some, &mut more)?;
            for (channel, bias) in more.chunks_exact_mut(count).zip(&self.more.bias) {
                Bent { bias: *bias }.map_mut(channel);
            }
            let more = NdTensorView::from_data([self.more.bias.len(), count], &*more);
            let fewer = self.fewer.of(&executor, more, &mut fewer)?;
            let made = fewer.chunks_exact(count).zip(&self.fewer.bias);
            for (channel, (answer, (made, bias))) in band.iter_mut().zip(made).enumerate() {
                let answer = &mut answer[at..at + count];
                if self.added {
                    let given = given.slice(channel);
                    let given = &given.data()?[first + at..][..count];
                    for ((answer, made), given) in answer.iter_mut().zip(made).zip(given) {
                        *answer = *made + *bias + *given;
                    }
                } else {
                    for (answer, made) in answer.iter_mut().zip(made) {
                        *answer = *made + *bias;
                    }
                }
            }
        }
        Some(())
    }
}

impl Product {
    /// Weights by channel that comes out, then by channel that goes in.
    pub(super) fn new([to, from]: [usize; 2], weights: &[f32], bias: Vec<f32>) -> Option<Self> {
        if to == 0 || from == 0 || bias.len() != to || weights.len() != to * from {
            return None;
        }
        let executor: GemmExecutor = GemmExecutor::new();
        Some(Self {
            weights: executor.prepack_a(NdTensorView::from_data([to, from], weights)),
            bias,
            inner: from,
        })
    }

    /// What some pixels come to before the bias is added, in room that is there
    /// for it. Whoever goes over the numbers next adds it on the way.
    fn of<'a>(
        &self,
        executor: &GemmExecutor,
        given: NdTensorView<'_, f32, 2>,
        room: &'a mut Vec<f32>,
    ) -> Option<&'a mut [f32]> {
        let count = self.bias.len() * given.shape()[1];
        room.clear();
        room.reserve(count);
        executor
            .gemm_uninit(
                &mut room.spare_capacity_mut()[..count],
                GemmInputA::Packed(&self.weights),
                GemmInputB::Unpacked(given),
                GemmUninitOptions::default(),
            )
            .ok()
    }
}

#[cfg(test)]
mod tests {
    use super::super::layer::numbers_of;
    use super::*;
    use proptest::prelude::*;

    /// As the error function is defined: by its integral.
    fn erf(x: f64) -> f64 {
        let step = x / 400.0;
        let at = |part: i32| (-(f64::from(part) * step).powi(2)).exp();
        let inner = (1..400).map(|part| at(part) * if part % 2 == 1 { 4.0 } else { 2.0 });
        (at(0) + inner.sum::<f64>() + at(400)) * step / 3.0 * std::f64::consts::FRAC_2_SQRT_PI
    }

    proptest! {
        #[test]
        fn pixels_some_at_a_time_come_to_the_same_as_one_by_one(
            (from, many, to) in (1_usize..5, 1_usize..8, 1_usize..5),
            pixels in prop::sample::select(vec![1_usize, 7, 256, 300, 800]),
            (threads, adds) in (1_usize..4, any::<bool>()),
            seed in any::<u32>(),
        ) {
            let to = if adds { from } else { to };
            let mut some = numbers_of(seed);
            let (up, more) = (some(many * from), some(many));
            let (down, fewer) = (some(to * many), some(to));
            let numbers = some(from * pixels);
            let mixer = Mixer::new(
                Product::new([many, from], &up, more.clone()).unwrap(),
                Product::new([to, many], &down, fewer.clone()).unwrap(),
                adds,
            ).unwrap();
            let ours = mixer.apply(&numbers, pixels, threads).unwrap();
            prop_assert_eq!(ours.len(), to * pixels);
            for pixel in 0..pixels {
                let given = |channel: usize| f64::from(numbers[channel * pixels + pixel]);
                let bent: Vec<f64> = (0..many).map(|at| {
                    let sum: f64 = (0..from).map(|c| f64::from(up[at * from + c]) * given(c)).sum();
                    let sum = sum + f64::from(more[at]);
                    0.5 * sum * (1.0 + erf(sum * std::f64::consts::FRAC_1_SQRT_2))
                }).collect();
                for channel in 0..to {
                    let weights = &down[channel * many..][..many];
                    let sum: f64 = weights.iter().zip(&bent).map(|(w, b)| f64::from(*w) * b).sum();
                    let sum = sum + f64::from(fewer[channel]) + if adds { given(channel) } else { 0.0 };
                    let told = f64::from(ours[channel * pixels + pixel]);
                    prop_assert!((told - sum).abs() < 1e-4, "{} {}", told, sum);
                }
            }
            prop_assert_eq!(mixer.apply(&numbers[1..], pixels, threads), None);
        }
    }

    #[test]
    fn products_that_do_not_fit_make_no_mixer() {
        let product = |to: usize, from: usize| {
            Product::new([to, from], &vec![0.0; to * from], vec![0.0; to]).unwrap()
        };
        assert!(Mixer::new(product(4, 2), product(2, 4), true).is_some());
        assert!(Mixer::new(product(4, 2), product(3, 4), false).is_some());
        assert!(Mixer::new(product(4, 2), product(3, 4), true).is_none());
        assert!(Mixer::new(product(4, 2), product(2, 5), false).is_none());
        assert!(Product::new([2, 2], &[0.0; 3], vec![0.0; 2]).is_none());
        assert!(Product::new([2, 2], &[0.0; 4], vec![0.0; 1]).is_none());
    }
}
