//! Which operation of a network makes which value, and which take it.

use super::onnx::{Onnx, Operation};
use std::collections::{BTreeMap, BTreeSet};

/// The operations of one network by the values between them.
pub(super) struct Graph<'a> {
    onnx: &'a Onnx,
    makers: BTreeMap<&'a str, &'a Operation>,
    takers: BTreeMap<&'a str, Vec<&'a Operation>>,
}

impl<'a> Graph<'a> {
    pub(super) fn of(onnx: &'a Onnx) -> Self {
        let mut graph = Self {
            onnx,
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

    /// All operations, in their order.
    pub(super) fn operations(&self) -> impl Iterator<Item = &'a Operation> + use<'a> {
        self.onnx.operations.iter()
    }

    /// Whether an operation makes a value; all others are given.
    pub(super) fn is_made(&self, name: &str) -> bool {
        self.makers.contains_key(name)
    }

    /// The value itself where operations only hand it on.
    pub(super) fn itself(&self, mut name: &'a str) -> &'a str {
        while let Some(maker) = self.makers.get(name)
            && maker.kind == "Identity"
            && let Some(given) = maker.inputs.first()
        {
            name = given;
        }
        name
    }

    /// The operation that makes a value.
    pub(super) fn maker(&self, name: &'a str) -> Option<&'a Operation> {
        self.makers.get(self.itself(name)).copied()
    }

    /// The only operation that takes what another makes.
    pub(super) fn only_taker(&self, operation: &'a Operation) -> Option<&'a Operation> {
        match self.takers(operation).as_slice() {
            [taker] => Some(taker),
            _ => None,
        }
    }

    /// The operations that take what another makes.
    pub(super) fn takers(&self, operation: &'a Operation) -> Vec<&'a Operation> {
        let mut open: Vec<&str> = operation.outputs.iter().map(String::as_str).collect();
        let mut takers = Vec::new();
        while let Some(made) = open.pop() {
            for taker in self.takers.get(made).into_iter().flatten() {
                match taker.kind.as_str() {
                    "Identity" => open.extend(taker.outputs.iter().map(String::as_str)),
                    _ => takers.push(*taker),
                }
            }
        }
        takers
    }

    /// Weights of this shape that stand in the file.
    pub(super) fn weights<const N: usize>(&self, name: &'a str) -> Option<([usize; N], Vec<f32>)> {
        self.onnx.weights(self.itself(name))
    }

    /// Which of the values known by then a value is made of.
    pub(super) fn needs(&self, end: &'a str, given: &BTreeSet<&'a str>) -> Vec<&'a str> {
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
                None if !self.onnx.is_weight(name) => needs.push(name),
                None => {}
            }
        }
        needs
    }
}
