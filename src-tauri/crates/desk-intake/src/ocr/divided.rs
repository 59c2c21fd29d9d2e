//! Where a network is divided: before and after each [`Layer`] that goes
//! quicker here than in the runtime. Owns what each part needs and what is kept
//! after it.

use super::dense::Dense;
use super::depthwise::Depthwise;
use super::graph::Graph;
use super::layer::Layer;
use super::onnx::Operation;
use super::pool::Pool;
use std::collections::BTreeSet;

/// A part of a network up to a layer of ours, and that layer.
#[derive(Debug)]
pub(super) struct Part<Id> {
    /// What the runtime is given for it.
    pub(super) needs: Vec<Id>,
    /// What it comes to.
    pub(super) gives: Id,
    /// What is made of that; nothing at the network's end.
    pub(super) then: Option<(Layer, Id)>,
    /// What later parts need of all that is known after it.
    pub(super) kept: Vec<Id>,
}

/// A layer, what it takes and what it gives.
struct Cut<'a> {
    layer: Layer,
    from: &'a str,
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
    let cuts: Vec<Cut<'_>> = graph
        .operations()
        .filter_map(|one| cut(graph, one))
        .collect();
    let mut given = BTreeSet::new();
    let mut needs = Vec::new();
    let ends = cuts.iter().map(|cut| cut.from).chain([last]);
    for (at, end) in ends.enumerate() {
        needs.push(graph.needs(end, &given));
        if let Some(cut) = cuts.get(at) {
            given.extend([cut.from, cut.to]);
        }
    }
    let mut parts = Vec::new();
    let ends = cuts.iter().map(|cut| cut.from).chain([last]);
    for (at, end) in ends.enumerate() {
        let later: BTreeSet<&str> = needs[at + 1..].iter().flatten().copied().collect();
        parts.push(Part {
            needs: needs[at]
                .iter()
                .map(|name| known(name))
                .collect::<Option<_>>()?,
            gives: known(end)?,
            then: None,
            kept: later.into_iter().map(&known).collect::<Option<_>>()?,
        });
    }
    for (part, cut) in parts.iter_mut().zip(cuts) {
        part.then = Some((cut.layer, known(cut.to)?));
    }
    Some(parts)
}

/// A layer of ours, with the sum that follows a convolution, and what takes
/// away all below zero.
fn cut<'a>(graph: &Graph<'a>, operation: &'a Operation) -> Option<Cut<'a>> {
    if operation.kind == "MaxPool" {
        return Some(Cut {
            layer: Layer::Pool(pool(operation)?),
            from: graph.itself(operation.inputs.first()?),
            to: operation.outputs.first()?,
        });
    }
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
    let geometry = Geometry::of(operation)?;
    let from = graph.itself(from);
    if let Some(layer) = depthwise(&geometry, shape, &weights, &bias) {
        let (layer, to) = (Layer::Depthwise(layer), sum.outputs.first()?);
        return Some(Cut { layer, from, to });
    }
    let positive = graph.only_taker(sum).filter(|taker| taker.kind == "Relu");
    let layer = dense(&geometry, shape, &weights, bias, positive.is_some())?;
    let to = positive.unwrap_or(sum).outputs.first()?;
    let layer = Layer::Dense(layer);
    Some(Cut { layer, from, to })
}

/// How a layer steps and what it puts around a picture.
struct Geometry {
    steps: [usize; 2],
    pads: [usize; 4],
    groups: usize,
}

impl Geometry {
    /// None of a layer that leaves out pixels between those it takes.
    fn of(operation: &Operation) -> Option<Self> {
        let numbers = |name: &str| operation.numbers.get(name).map_or(&[][..], Vec::as_slice);
        let sizes = |name: &str| -> Option<Vec<usize>> {
            let all = numbers(name).iter();
            all.map(|number| usize::try_from(*number).ok()).collect()
        };
        if !matches!(numbers("dilations"), [] | [1, 1]) {
            return None;
        }
        let steps: [usize; 2] = sizes("strides")?.try_into().ok()?;
        let pads = match operation.words.get("auto_pad").map(String::as_str) {
            None | Some("NOTSET") => sizes("pads")?.try_into().ok()?,
            // As many rows and columns come out as go in, the odd one being
            // put below and to the right.
            Some("SAME_UPPER") if steps == [1, 1] => {
                let [down, across]: [usize; 2] = sizes("kernel_shape")?.try_into().ok()?;
                let [down, across] = [down.checked_sub(1)?, across.checked_sub(1)?];
                [down / 2, across / 2, down.div_ceil(2), across.div_ceil(2)]
            }
            Some(_) => return None,
        };
        let groups = sizes("group")?.first().copied().unwrap_or(1);
        let steps_on = steps.iter().all(|step| *step > 0);
        steps_on.then_some(Self {
            steps,
            pads,
            groups,
        })
    }
}

/// A convolution in which every channel has a pattern of its own and that steps
/// by one to the right, if this is one.
fn depthwise(
    geometry: &Geometry,
    [patterns, one, down, across]: [usize; 4],
    weights: &[f32],
    bias: &[f32],
) -> Option<Depthwise> {
    let channels = geometry.groups;
    let own = channels > 1 && one == 1 && patterns == channels && bias.len() == channels;
    (own && geometry.steps[1] == 1).then(|| Depthwise {
        channels,
        pattern: [down, across],
        down: geometry.steps[0],
        pads: geometry.pads,
        weights: weights.to_vec(),
        bias: bias.to_vec(),
    })
}

/// A convolution of all channels with patterns of more than one pixel, if this
/// is one.
fn dense(
    geometry: &Geometry,
    shape: [usize; 4],
    weights: &[f32],
    bias: Vec<f32>,
    positive: bool,
) -> Option<Dense> {
    let [step, across] = geometry.steps;
    let [.., rows, columns] = shape;
    if geometry.groups != 1 || step != across || rows * columns == 1 {
        return None;
    }
    Dense::new(shape, weights, bias, (step, geometry.pads), positive)
}

/// The largest of two by two pixels, in steps of one, if this is it.
fn pool(operation: &Operation) -> Option<Pool> {
    let geometry = Geometry::of(operation)?;
    let kernel = operation.numbers.get("kernel_shape")?.as_slice();
    (kernel == [2, 2] && geometry.steps == [1, 1] && geometry.pads == [0, 0, 1, 1]).then_some(Pool)
}
