//! Where a network is divided: before and after each [`Layer`] that goes
//! quicker here than in the runtime. Owns what each part needs and what is kept
//! after it.

use super::dense::Dense;
use super::depthwise::Depthwise;
use super::graph::Graph;
use super::laid::Laid;
use super::layer::Layer;
use super::mixer::{Mixer, Product};
use super::onnx::Operation;
use super::pool::Pool;
use std::collections::BTreeSet;

/// A part of a network up to a layer of ours, and that layer.
#[derive(Debug)]
pub(super) struct Part<Id> {
    /// What the runtime is given for it.
    pub(super) needs: Vec<Id>,
    /// What it comes to; more than one value only where all are known before.
    pub(super) gives: Vec<Id>,
    /// What is made of that; nothing at the network's end.
    pub(super) then: Option<(Layer, Id)>,
    /// What later parts need of all that is known after it.
    pub(super) kept: Vec<Id>,
}

/// A layer, what it takes, as channels one after another, and what it gives.
struct Cut<'a> {
    layer: Layer,
    from: Vec<&'a str>,
    to: &'a str,
}

/// The parts of a network up to the value called `last`, in their order, each
/// value as `known` knows it; `None` where the runtime knows one of them no
/// more.
pub(super) fn parts<'a, Id: Copy + PartialEq>(
    graph: &Graph<'a>,
    last: &'a str,
    known: impl Fn(&str) -> Option<Id>,
) -> Option<Vec<Part<Id>>> {
    let mut cuts: Vec<Cut<'_>> = Vec::new();
    for operation in graph.operations() {
        if let Some(mut cut) = cut(graph, operation) {
            cut.from = side_by_side(graph, &cut, &cuts).unwrap_or(cut.from);
            cuts.push(cut);
        }
    }
    let ends = cuts.iter().map(|cut| cut.from.clone()).chain([vec![last]]);
    let ends: Vec<Vec<&str>> = ends.collect();
    let mut given = BTreeSet::new();
    let mut needs: Vec<Vec<&str>> = Vec::new();
    for (at, ends) in ends.iter().enumerate() {
        needs.push(
            ends.iter()
                .flat_map(|end| graph.needs(end, &given))
                .collect(),
        );
        if let Some(cut) = cuts.get(at) {
            given.extend(&cut.from);
            given.insert(cut.to);
        }
    }
    let mut parts = Vec::new();
    for (at, ends) in ends.iter().enumerate() {
        let later: BTreeSet<&str> = needs[at + 1..].iter().flatten().copied().collect();
        parts.push(Part {
            needs: needs[at]
                .iter()
                .map(|name| known(name))
                .collect::<Option<_>>()?,
            gives: ends.iter().map(|end| known(end)).collect::<Option<_>>()?,
            then: None,
            kept: later.into_iter().map(&known).collect::<Option<_>>()?,
        });
    }
    for (part, cut) in parts.iter_mut().zip(cuts) {
        part.then = Some((cut.layer, known(cut.to)?));
    }
    Some(parts)
}

/// The values that were only put together for a layer, channels after channels,
/// if layers of ours make all of them: the layer takes them as they are.
fn side_by_side<'a>(graph: &Graph<'a>, cut: &Cut<'a>, before: &[Cut<'a>]) -> Option<Vec<&'a str>> {
    let [from] = cut.from.as_slice() else {
        return None;
    };
    let joined = graph.maker(from)?;
    let axis = joined.numbers.get("axis")?.as_slice();
    if !matches!(cut.layer, Layer::Dense(_)) || joined.kind != "Concat" || axis != [1] {
        return None;
    }
    let parts: Vec<&str> = joined.inputs.iter().map(|one| graph.itself(one)).collect();
    let is_ours = |part: &&str| before.iter().any(|cut| cut.to == *part);
    parts.iter().all(is_ours).then_some(parts)
}

/// A layer of ours, with the sum that follows a convolution, and what takes
/// away all below zero.
fn cut<'a>(graph: &Graph<'a>, operation: &'a Operation) -> Option<Cut<'a>> {
    if operation.kind == "MaxPool" {
        return Some(Cut {
            layer: Layer::Pool(pool(operation)?),
            from: vec![graph.itself(operation.inputs.first()?)],
            to: operation.outputs.first()?,
        });
    }
    let convolution = Convolution::of(graph, operation)?;
    if convolution.groups == 1 && convolution.laid.pattern == [1, 1] {
        return mixer(graph, convolution);
    }
    let Convolution {
        from,
        laid,
        groups,
        shape,
        weights,
        bias,
        sum,
    } = convolution;
    let from = vec![from];
    if let Some(layer) = depthwise(laid, groups, shape, (&weights, &bias)) {
        let (layer, to) = (Layer::Depthwise(layer), sum.outputs.first()?);
        return Some(Cut { layer, from, to });
    }
    if groups != 1 {
        return None;
    }
    let positive = graph.only_taker(sum).filter(|taker| taker.kind == "Relu");
    let layer = Dense::new(shape, &weights, bias, laid, positive.is_some())?;
    let to = positive.unwrap_or(sum).outputs.first()?;
    let layer = Layer::Dense(layer);
    Some(Cut { layer, from, to })
}

/// A convolution with the sum that follows it.
struct Convolution<'a> {
    /// What it takes.
    from: &'a str,
    laid: Laid,
    /// Into how many groups it parts its channels.
    groups: usize,
    shape: [usize; 4],
    weights: Vec<f32>,
    bias: Vec<f32>,
    sum: &'a Operation,
}

impl<'a> Convolution<'a> {
    fn of(graph: &Graph<'a>, operation: &'a Operation) -> Option<Self> {
        let [from, weights] = operation.inputs.as_slice() else {
            return None;
        };
        let sum = graph.only_taker(operation)?;
        if operation.kind != "Conv" || sum.kind != "Add" {
            return None;
        }
        let ([1, _, 1, 1], bias) = graph.weights::<4>(sum.inputs.get(1)?)? else {
            return None;
        };
        let (shape, weights) = graph.weights::<4>(weights)?;
        let groups = operation.numbers.get("group").and_then(|all| all.first());
        Some(Self {
            from: graph.itself(from),
            laid: Laid::of(operation)?,
            groups: usize::try_from(*groups.unwrap_or(&1)).ok()?,
            shape,
            weights,
            bias,
            sum,
        })
    }

    /// The product that it is, if its patterns are single pixels.
    fn product(self) -> Option<Product> {
        let single = Laid {
            pattern: [1, 1],
            steps: [1, 1],
            pads: [0; 4],
        };
        let [to, channels, ..] = self.shape;
        if self.groups != 1 || self.laid != single {
            return None;
        }
        Product::new([to, channels], &self.weights, self.bias)
    }
}

/// Two products with what bends between them, and the sum with what went in, if
/// this is the first of them.
fn mixer<'a>(graph: &Graph<'a>, first: Convolution<'a>) -> Option<Cut<'a>> {
    let second = Convolution::of(graph, graph.only_taker(bent(graph, first.sum)?)?)?;
    let (from, end) = (first.from, second.sum);
    let residual = graph.only_taker(end).filter(|next| {
        let adds = |value: &String| graph.itself(value) == from;
        next.kind == "Add" && next.inputs.iter().any(adds)
    });
    let mixer = Mixer::new(first.product()?, second.product()?, residual.is_some())?;
    Some(Cut {
        layer: Layer::Mixer(mixer),
        from: vec![from],
        to: residual.unwrap_or(end).outputs.first()?,
    })
}

/// The last operation of those that bend what another makes (GELU by the error
/// function), if nothing else takes that.
fn bent<'a>(graph: &Graph<'a>, sum: &'a Operation) -> Option<&'a Operation> {
    let by = |operation: &'a Operation, number: f32| {
        let known = operation
            .inputs
            .get(1)
            .and_then(|name| graph.weights::<0>(name));
        known.is_some_and(|(_, weights)| weights == [number])
    };
    let next = |operation: &'a Operation, kind: &str| {
        graph.only_taker(operation).filter(|next| next.kind == kind)
    };
    let takers = graph.takers(sum);
    let share = takers.iter().find(|taker| taker.kind == "Div")?;
    let erf = next(share, "Erf")?;
    let one = next(erf, "Add")?;
    let times = next(one, "Mul")?;
    let half = next(times, "Mul")?;
    let alone = takers.len() == 2 && takers.iter().any(|taker| std::ptr::eq(*taker, times));
    let is_gelu = by(share, std::f32::consts::SQRT_2) && by(one, 1.0) && by(half, 0.5);
    (alone && is_gelu).then_some(half)
}

/// A convolution in which every channel has a pattern of its own and that steps
/// by one to the right, if this is one.
fn depthwise(
    laid: Laid,
    groups: usize,
    [patterns, one, down, across]: [usize; 4],
    (weights, bias): (&[f32], &[f32]),
) -> Option<Depthwise> {
    let own = groups > 1 && one == 1 && patterns == groups && bias.len() == groups;
    (own && laid.pattern == [down, across] && laid.steps[1] == 1).then(|| Depthwise {
        channels: groups,
        laid,
        weights: weights.to_vec(),
        bias: bias.to_vec(),
    })
}

/// The largest of two by two pixels, in steps of one, if this is it.
fn pool(operation: &Operation) -> Option<Pool> {
    let by_two = Laid {
        pattern: [2, 2],
        steps: [1, 1],
        pads: [0, 0, 1, 1],
    };
    (Laid::of(operation)? == by_two).then_some(Pool)
}
