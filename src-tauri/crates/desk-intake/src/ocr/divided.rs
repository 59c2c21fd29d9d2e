//! Where a network is divided: before and after each convolution that
//! [`Depthwise`] does quicker than the runtime. Owns what each part needs and
//! what is kept after it.

use super::depthwise::Depthwise;
use super::onnx::{Onnx, Operation};
use std::collections::{BTreeMap, BTreeSet};

/// A part of a network up to a convolution of ours, and that convolution.
#[derive(Debug)]
pub(super) struct Part<Id> {
    /// What the runtime is given for it.
    pub(super) needs: Vec<Id>,
    /// What it comes to.
    pub(super) gives: Id,
    /// What is made of that; nothing at the network's end.
    pub(super) then: Option<(Depthwise, Id)>,
    /// What later parts need of all that is known after it.
    pub(super) kept: Vec<Id>,
}

/// A convolution, what it takes and what it gives.
struct Cut<'a> {
    layer: Depthwise,
    from: &'a str,
    to: &'a str,
}

/// The parts of a network, in their order, each value as `known` knows it;
/// `None` where the runtime knows one of them no more.
pub(super) fn parts<Id: Copy + PartialEq>(
    onnx: &Onnx,
    (input, output): (Id, Id),
    known: impl Fn(&str) -> Option<Id>,
) -> Option<Vec<Part<Id>>> {
    let graph = Graph::of(onnx);
    let cuts: Vec<Cut<'_>> = onnx
        .operations
        .iter()
        .filter_map(|one| graph.cut(onnx, one))
        .collect();
    let mut given = BTreeSet::new();
    let mut needs = Vec::new();
    let last = onnx.operations.last()?.outputs.first()?.as_str();
    let ends = cuts.iter().map(|cut| cut.from).chain([last]);
    for (at, end) in ends.enumerate() {
        needs.push(graph.needs(onnx, end, &given));
        if let Some(cut) = cuts.get(at) {
            given.extend([cut.from, cut.to]);
        }
    }
    let id = |name: &str| {
        if graph.is_made(name) {
            known(name)
        } else {
            Some(input)
        }
    };
    let mut parts = Vec::new();
    for (at, names) in needs.iter().enumerate() {
        let later: BTreeSet<&str> = needs[at + 1..].iter().flatten().copied().collect();
        parts.push(Part {
            needs: names.iter().map(|name| id(name)).collect::<Option<_>>()?,
            gives: output,
            then: None,
            kept: later.into_iter().map(id).collect::<Option<_>>()?,
        });
    }
    for (part, cut) in parts.iter_mut().zip(cuts) {
        part.gives = known(cut.from)?;
        part.then = Some((cut.layer, known(cut.to)?));
    }
    Some(parts)
}

/// Which operation makes which value.
struct Graph<'a> {
    makers: BTreeMap<&'a str, &'a Operation>,
    takers: BTreeMap<&'a str, Vec<&'a Operation>>,
}

impl<'a> Graph<'a> {
    fn of(onnx: &'a Onnx) -> Self {
        let mut graph = Self {
            makers: BTreeMap::new(),
            takers: BTreeMap::new(),
        };
        for operation in &onnx.operations {
            for output in &operation.outputs {
                graph.makers.insert(output, operation);
            }
            for input in &operation.inputs {
                graph.takers.entry(input).or_default().push(operation);
            }
        }
        graph
    }

    fn is_made(&self, name: &str) -> bool {
        self.makers.contains_key(name)
    }

    /// The value itself where operations only hand it on.
    fn itself(&self, mut name: &'a str) -> &'a str {
        while let Some(maker) = self.makers.get(name)
            && maker.kind == "Identity"
            && let Some(given) = maker.inputs.first()
        {
            name = given;
        }
        name
    }

    /// A convolution of ours with the sum that follows it.
    fn cut(&self, onnx: &Onnx, operation: &'a Operation) -> Option<Cut<'a>> {
        if operation.kind != "Conv" {
            return None;
        }
        let [from, weights] = operation.inputs.as_slice() else {
            return None;
        };
        let made = operation.outputs.first()?.as_str();
        let [sum] = self.takers.get(made)?.as_slice() else {
            return None;
        };
        let [_, bias] = sum.inputs.as_slice() else {
            return None;
        };
        let layer = layer(onnx, operation, [self.itself(weights), self.itself(bias)])?;
        (sum.kind == "Add").then_some(Cut {
            layer,
            from: self.itself(from),
            to: sum.outputs.first()?,
        })
    }

    /// Which of the values known by then a value is made of.
    fn needs(&self, onnx: &Onnx, end: &'a str, given: &BTreeSet<&'a str>) -> Vec<&'a str> {
        let mut open = vec![self.itself(end)];
        let (mut seen, mut needs) = (BTreeSet::new(), Vec::new());
        while let Some(name) = open.pop() {
            if !seen.insert(name) {
                continue;
            }
            match self.makers.get(name) {
                Some(maker) if !given.contains(name) => {
                    open.extend(maker.inputs.iter().map(|input| self.itself(input)));
                }
                Some(_) => needs.push(name),
                None if !onnx.is_weight(name) => needs.push(name),
                None => {}
            }
        }
        needs
    }
}

/// A convolution in which every channel has a pattern of its own and that steps
/// by one to the right, if this is one.
fn layer(onnx: &Onnx, operation: &Operation, [weights, bias]: [&str; 2]) -> Option<Depthwise> {
    let numbers = |name: &str| operation.numbers.get(name).map_or(&[][..], Vec::as_slice);
    let size = |number: &i64| usize::try_from(*number).ok();
    let (&[step, 1], &[1, 1], [groups]) =
        (numbers("strides"), numbers("dilations"), numbers("group"))
    else {
        return None;
    };
    let channels = size(groups).filter(|count| *count > 1)?;
    let ([patterns, 1, down, across], weights) = onnx.weights(weights)? else {
        return None;
    };
    let ([1, sums, 1, 1], bias) = onnx.weights(bias)? else {
        return None;
    };
    let pads: Option<Vec<usize>> = numbers("pads").iter().map(size).collect();
    (patterns == channels && sums == channels).then_some(Depthwise {
        channels,
        pattern: [down, across],
        down: size(&step).filter(|step| *step > 0)?,
        pads: pads?.try_into().ok()?,
        weights,
        bias,
    })
}
