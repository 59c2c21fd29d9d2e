//! The last layer of the network that reads: which of eighteen thousand
//! classes each slice of a line shows. Goes through the classes some at a time
//! and keeps of each slice only what may be meant, where the runtime would
//! write down how likely every class is, and lay its weights out anew for every
//! line.

use super::ctc::Slice;
use super::graph::Graph;
use rten_gemm::{
    BiasVector, GemmExecutor, GemmInputA, GemmInputB, GemmUninitOptions, PackedBMatrix,
};
use rten_simd::ops::{BitOps, NumOps};
use rten_simd::{Isa, SimdOp, SimdUnaryOp};
use rten_tensor::NdTensorView;
use rten_vecmath::{Exp, MaxNum};

/// So many classes are gone through at a time: what they come to for a whole
/// line stays near the processor.
const MANY: usize = 1024;
/// Classes are looked at one by one where one of so many may be meant.
const FEW: usize = 64;

/// The layer.
pub(super) struct Classes {
    blocks: Vec<Block>,
    /// Numbers that tell of one slice.
    inner: usize,
}

/// Some of the classes.
struct Block {
    weights: PackedBMatrix<f32>,
    bias: Vec<f32>,
}

/// What is known of a slice while classes are gone through.
struct Known {
    most: f32,
    /// Sum of all, each taken to the power of e, where `most` counts one.
    sum: f32,
    likely: Vec<(usize, f32)>,
}

impl Classes {
    /// The end of a network that turns its slices to rows, weighs all classes
    /// and tells how likely each is, and the value that it begins with; `None`
    /// where a network ends otherwise.
    pub(super) fn of<'a>(graph: &Graph<'a>) -> Option<(&'a str, Self)> {
        let last = graph.operations().last()?;
        let sum = graph.maker(last.inputs.first()?)?;
        let product = graph.maker(sum.inputs.first()?)?;
        let turned = graph.maker(product.inputs.first()?)?;
        let kinds = [last, sum, product, turned].map(|one| one.kind.as_str());
        if kinds != ["Softmax", "Add", "MatMul", "Transpose"]
            || turned.numbers.get("perm")?.as_slice() != [0, 2, 1]
        {
            return None;
        }
        let (shape, weights) = graph.weights(product.inputs.get(1)?)?;
        let ([_], bias) = graph.weights(sum.inputs.get(1)?)?;
        let from = graph.itself(turned.inputs.first()?);
        Some((from, Self::new(shape, &weights, &bias)?))
    }

    /// Weights by what tells of a slice, then by class.
    fn new([inner, classes]: [usize; 2], weights: &[f32], bias: &[f32]) -> Option<Self> {
        if inner == 0 || bias.len() != classes || weights.len() != inner * classes {
            return None;
        }
        let executor: GemmExecutor = GemmExecutor::new();
        let whole = NdTensorView::from_data([inner, classes], weights);
        let blocks = bias.chunks(MANY).enumerate().map(|(at, bias)| {
            let first = at * MANY;
            Block {
                weights: executor.prepack_b(whole.slice((.., first..first + bias.len()))),
                bias: bias.to_vec(),
            }
        });
        let blocks = blocks.collect();
        Some(Self { blocks, inner })
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.blocks.iter().map(|block| block.bias.len()).sum()
    }

    /// What each slice may show; `told` holds what tells of them, slices
    /// running fastest. `None` where the numbers do not fit.
    pub(super) fn slices(&self, told: &[f32]) -> Option<Vec<Slice>> {
        let count = told.len() / self.inner;
        if count == 0 || told.len() != count * self.inner {
            return None;
        }
        let executor: GemmExecutor = GemmExecutor::new();
        let told = NdTensorView::from_data([self.inner, count], told);
        let told = executor.prepack_a(told.transposed());
        let mut known: Vec<Known> = (0..count).map(|_| Known::new()).collect();
        let mut room = Vec::with_capacity(count * MANY);
        for (at, block) in self.blocks.iter().enumerate() {
            room.clear();
            let options = GemmUninitOptions {
                bias: Some(BiasVector::Row(&block.bias)),
                ..GemmUninitOptions::default()
            };
            let weighed = executor.gemm_uninit(
                &mut room.spare_capacity_mut()[..count * block.bias.len()],
                GemmInputA::Packed(&told),
                GemmInputB::Packed(&block.weights),
                options,
            );
            let rows = weighed.ok()?.chunks_exact(block.bias.len());
            for (known, row) in known.iter_mut().zip(rows) {
                known.learn(at * MANY, row);
            }
        }
        Some(known.into_iter().map(Known::slice).collect())
    }
}

impl Known {
    const fn new() -> Self {
        Self {
            most: f32::NEG_INFINITY,
            sum: 0.0,
            likely: Vec::new(),
        }
    }

    /// Goes through some classes, from the class `first` on.
    fn learn(&mut self, first: usize, row: &[f32]) {
        let most = MaxNum::new(row).dispatch().max(self.most);
        self.sum *= (self.most - most).exp();
        self.sum += Powers { row, most }.dispatch();
        self.most = most;
        let least = most + Slice::FAINTEST.ln();
        for (at, few) in row.chunks(FEW).enumerate() {
            if few.iter().fold(false, |any, value| any | (*value >= least)) {
                let numbered = few.iter().enumerate();
                let numbered = numbered.map(|(class, value)| (first + at * FEW + class, *value));
                self.likely
                    .extend(numbered.filter(|(_, value)| *value >= least));
            }
        }
    }

    fn slice(self) -> Slice {
        let likely = self.likely.into_iter();
        let likely = likely.map(|(class, value)| (class, (value - self.most).exp() / self.sum));
        Slice::new(likely)
    }
}

/// The sum of all numbers of a row, each taken to the power of e, where `most`
/// counts one.
struct Powers<'a> {
    row: &'a [f32],
    most: f32,
}

impl SimdOp for Powers<'_> {
    type Output = f32;

    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "so that the processor's own instructions are used within"
    )]
    fn eval<I: Isa>(self, isa: I) -> f32 {
        let ops = isa.f32();
        let most = ops.splat(self.most);
        let mut sum = ops.zero();
        let many = self.row.chunks_exact(ops.len());
        let few = many.remainder();
        // No closures: they would be compiled for any processor.
        for numbers in many {
            let below = ops.sub(ops.load(numbers), most);
            sum = ops.add(sum, Exp::apply(isa, below));
        }
        let few = few.iter().map(|number| (number - self.most).exp());
        ops.sum(sum) + few.sum::<f32>()
    }
}

#[cfg(test)]
mod tests {
    use super::super::layer::numbers_of;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_slice_is_told_as_by_weighing_all_classes_at_once(
            (inner, classes, count) in (1_usize..5, 1_usize..2600, 1_usize..4),
            seed in any::<u32>(),
        ) {
            let mut numbers = numbers_of(seed);
            let mut some = |count| numbers(count).into_iter().map(|one| 4.0 * one).collect::<Vec<_>>();
            let (weights, bias) = (some(inner * classes), some(classes));
            let told = some(inner * count);
            let layer = Classes::new([inner, classes], &weights, &bias).unwrap();
            prop_assert_eq!(layer.count(), classes);
            let slices = layer.slices(&told).unwrap();
            prop_assert_eq!(slices.len(), count);
            for (at, slice) in slices.iter().enumerate() {
                let weighed: Vec<f64> = (0..classes)
                    .map(|class| {
                        let told = (0..inner).map(|row| {
                            f64::from(told[row * count + at] * weights[row * classes + class])
                        });
                        f64::from(bias[class]) + told.sum::<f64>()
                    })
                    .collect();
                let sum: f64 = weighed.iter().map(|value| value.exp()).sum();
                let likely = |class: usize| weighed[class].exp() / sum;
                let most = (0..classes).map(likely).fold(0.0, f64::max);
                prop_assert!((likely(slice.best) - most).abs() < 1e-4);
                prop_assert!((f64::from(slice.confidence) - most).abs() < 1e-4);
                for (class, told) in &slice.likely {
                    prop_assert!((likely(*class) - f64::from(*told)).abs() < 1e-4);
                }
                let faint = f64::from(Slice::FAINTEST) * 1.01;
                let kept = (0..classes).filter(|class| likely(*class) > faint);
                for class in kept {
                    prop_assert!(slice.likely.iter().any(|(known, _)| *known == class));
                }
            }
            prop_assert!(layer.slices(&[]).is_none());
        }
    }
}
