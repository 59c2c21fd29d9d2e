//! An ONNX file as far as this crate must know it: which operation takes what
//! and gives what, and where its weights stand. Running it is the runtime's.
//!
//! Refuses to check a file: what cannot be followed is left out, and whoever
//! runs the network will say what is wrong with it.

mod wire;

use std::collections::BTreeMap;
use wire::{Field, fields};

/// `ModelProto.graph`.
const GRAPH: u64 = 7;
/// `TensorProto.DataType.FLOAT`.
const FLOAT: u64 = 1;

/// A file and where things stand in it.
#[derive(Debug)]
pub(super) struct Onnx {
    bytes: Vec<u8>,
    pub(super) operations: Vec<Operation>,
    weights: BTreeMap<String, Weights>,
}

/// One operation of a network.
#[derive(Debug, Default)]
pub(super) struct Operation {
    /// `Conv`, `Add` …
    pub(super) kind: String,
    pub(super) inputs: Vec<String>,
    pub(super) outputs: Vec<String>,
    /// Its whole numbers and lists of them.
    pub(super) numbers: BTreeMap<String, Vec<i64>>,
    /// Its words.
    pub(super) words: BTreeMap<String, String>,
}

#[derive(Debug, Default)]
struct Weights {
    shape: Vec<usize>,
    is_float: bool,
    place: (usize, usize),
}

impl Onnx {
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        let mut operations = Vec::new();
        let mut weights = BTreeMap::new();
        let whole = (0, bytes.len());
        for graph in fields(&bytes, whole).filter(|field| field.number == GRAPH) {
            for field in fields(&bytes, graph.place) {
                match field.number {
                    1 => operations.push(operation(&bytes, &field)),
                    5 => weights.extend([weights_of(&bytes, &field)]),
                    _ => {}
                }
            }
        }
        Self {
            bytes,
            operations,
            weights,
        }
    }

    /// The bytes of the file, with nothing for each weight below 1.2 × 10⁻³⁸.
    /// Training left a quarter of a million of them in two layers of the line
    /// finder. They change no answer by as much as its last bit, but processors
    /// have no short way of multiplying by them: those two layers took as long
    /// as half the others together.
    pub(super) fn without_subnormals(&self) -> Vec<u8> {
        let mut bytes = self.bytes.clone();
        for weights in self.weights.values().filter(|weights| weights.is_float) {
            let (from, to) = weights.place;
            for number in bytes[from..to].as_chunks_mut::<4>().0 {
                if f32::from_le_bytes(*number).is_subnormal() {
                    *number = [0; 4];
                }
            }
        }
        bytes
    }

    /// Whether a value stands in the file itself.
    pub(super) fn is_weight(&self, name: &str) -> bool {
        self.weights.contains_key(name)
    }

    /// Weights that are numbers of this shape, without subnormal ones as in
    /// [`Onnx::without_subnormals`].
    pub(super) fn weights<const N: usize>(&self, name: &str) -> Option<([usize; N], Vec<f32>)> {
        let weights = self.weights.get(name).filter(|one| one.is_float)?;
        let shape: [usize; N] = weights.shape.as_slice().try_into().ok()?;
        let count = shape
            .iter()
            .try_fold(1, |all: usize, one| all.checked_mul(*one))?;
        let (from, to) = weights.place;
        let bytes = self.bytes.get(from..to)?.as_chunks::<4>().0;
        let numbers: Vec<f32> = bytes
            .iter()
            .map(|number| f32::from_le_bytes(*number))
            .map(|number| if number.is_subnormal() { 0.0 } else { number })
            .collect();
        (numbers.len() == count).then_some((shape, numbers))
    }
}

/// `NodeProto`.
fn operation(bytes: &[u8], field: &Field) -> Operation {
    let mut operation = Operation::default();
    for field in fields(bytes, field.place) {
        match field.number {
            1 => operation.inputs.push(field.text(bytes)),
            2 => operation.outputs.push(field.text(bytes)),
            4 => operation.kind = field.text(bytes),
            5 => attribute(&mut operation, bytes, &field),
            _ => {}
        }
    }
    operation
}

/// `AttributeProto`: its name with its whole numbers or its word.
fn attribute(operation: &mut Operation, bytes: &[u8], field: &Field) {
    let (mut name, mut numbers) = (String::new(), Vec::new());
    for field in fields(bytes, field.place) {
        match field.number {
            1 => name = field.text(bytes),
            3 | 8 => numbers.extend(field.numbers(bytes).map(u64::cast_signed)),
            4 => {
                let word = field.text(bytes);
                operation.words.insert(name.clone(), word);
            }
            _ => {}
        }
    }
    operation.numbers.insert(name, numbers);
}

/// `TensorProto` with its name.
fn weights_of(bytes: &[u8], field: &Field) -> (String, Weights) {
    let (mut name, mut weights) = (String::new(), Weights::default());
    for field in fields(bytes, field.place) {
        match field.number {
            1 => {
                let sides = field.numbers(bytes);
                weights
                    .shape
                    .extend(sides.filter_map(|side| usize::try_from(side).ok()));
            }
            2 => weights.is_float = field.value == FLOAT,
            8 => name = field.text(bytes),
            9 => weights.place = field.place,
            _ => {}
        }
    }
    (name, weights)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A field with bytes of its own.
    fn long(number: u8, bytes: &[u8]) -> Vec<u8> {
        let mut field = vec![number << 3 | 2];
        let mut length = bytes.len();
        while length >= 0x80 {
            field.push((length & 0x7f) as u8 | 0x80);
            length >>= 7;
        }
        field.push(length as u8);
        field.extend(bytes);
        field
    }

    /// Weights called `w` in one row.
    fn weights(kind: u8, numbers: &[f32]) -> Vec<u8> {
        let bytes: Vec<u8> = numbers.iter().flat_map(|one| one.to_le_bytes()).collect();
        let side = [1 << 3, numbers.len() as u8];
        let kind = [2 << 3, kind];
        long(
            5,
            &[&side[..], &kind, &long(8, b"w"), &long(9, &bytes)].concat(),
        )
    }

    fn model(parts: &[Vec<u8>]) -> Vec<u8> {
        // A version before it, and the maker's name after.
        [
            vec![1 << 3, 10],
            long(7, &parts.concat()),
            long(2, b"maker"),
        ]
        .concat()
    }

    #[test]
    fn only_subnormal_weights_become_nothing() {
        let before = [1.0, 1e-40, -3e-39, 0.0, 2e-38, -7.5, f32::MIN_POSITIVE];
        let after = [1.0, 0.0, 0.0, 0.0, 2e-38, -7.5, f32::MIN_POSITIVE];
        let given = Onnx::new(model(&[weights(1, &before)]));
        assert_eq!(given.without_subnormals(), model(&[weights(1, &after)]));
    }

    #[test]
    fn whole_numbers_are_no_weights() {
        // Read as a fraction, the whole number seven would be subnormal.
        let given = model(&[weights(7, &[f32::from_bits(7), 0.0])]);
        assert_eq!(Onnx::new(given.clone()).without_subnormals(), given);
        assert_eq!(Onnx::new(given).weights::<1>("w"), None);
    }

    #[test]
    fn operations_are_told_with_their_numbers() {
        let group = long(5, &[long(1, b"group"), vec![3 << 3, 96]].concat());
        let strides = long(
            5,
            &[long(1, b"strides"), vec![8 << 3, 2, 8 << 3, 1]].concat(),
        );
        let packed = long(5, &[long(1, b"pads"), long(8, &[3, 0x81, 1])].concat());
        let auto = long(5, &[long(1, b"auto_pad"), long(4, b"VALID")].concat());
        let node = [
            long(1, b"x"),
            long(1, b"w"),
            long(2, b"y"),
            long(4, b"Conv"),
        ]
        .concat();
        let node = long(1, &[node, group, strides, packed, auto].concat());
        let read = Onnx::new(model(&[node, weights(1, &[0.5, 2.0])]));
        let [conv] = read.operations.as_slice() else {
            panic!("{read:?}");
        };
        assert_eq!((conv.kind.as_str(), conv.inputs.len()), ("Conv", 2));
        assert_eq!(conv.outputs, ["y"]);
        assert_eq!(conv.numbers["group"], [96]);
        assert_eq!(conv.numbers["strides"], [2, 1]);
        assert_eq!(conv.words["auto_pad"], "VALID");
        assert_eq!(conv.numbers["pads"], [3, 129]);
        assert_eq!(read.weights::<1>("w"), Some(([2], vec![0.5, 2.0])));
        assert_eq!(read.weights::<2>("w"), None);
    }

    proptest! {
        #[test]
        fn bytes_that_are_no_network_are_left_as_they_are(
            bytes in proptest::collection::vec(any::<u8>(), 0..300),
        ) {
            let length = bytes.len();
            prop_assert_eq!(Onnx::new(bytes).without_subnormals().len(), length);
        }

        #[test]
        fn a_network_cut_off_anywhere_is_read_as_far_as_it_goes(at in 0_usize..63) {
            let mut cut = model(&[weights(1, &[1e-40; 12])]);
            cut.truncate(at);
            prop_assert_eq!(Onnx::new(cut.clone()).without_subnormals(), cut);
        }
    }
}
