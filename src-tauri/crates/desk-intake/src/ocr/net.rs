//! One neural network, as it comes out of its file. Owns the runtime; nothing
//! else in this crate knows which one it is.

use super::Cancel;
use super::classes::Classes;
use super::ctc::Slice;
use super::divided::{Part, parts};
use super::graph::Graph;
use super::layer::Layer;
use super::onnx::Onnx;
use crate::IntakeError;
use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool, Value};
use rten_tensor::{Layout, NdTensor, NdTensorView, Tensor};
use std::path::Path;
use std::sync::Arc;

/// Threads that share the work on one batch.
#[derive(Clone)]
pub(crate) struct Threads {
    pool: Arc<ThreadPool>,
    count: usize,
}

impl Threads {
    pub(crate) fn new(count: usize) -> Self {
        let pool = Arc::new(ThreadPool::with_num_threads(count));
        Self { pool, count }
    }

    /// Does all of some work on one of these threads, so that none of its steps
    /// is handed over and waited for.
    pub(super) fn within<R: Send>(&self, work: impl FnOnce() -> R + Send) -> R {
        self.pool.run(work)
    }
}

/// A network that takes a batch of pictures and answers numbers.
pub(crate) struct Net {
    model: Model,
    parts: Vec<Part<NodeId>>,
    /// What comes after the parts in a network that names letters.
    classes: Option<Classes>,
    input: NodeId,
    threads: Threads,
}

impl std::fmt::Debug for Net {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Net").finish_non_exhaustive()
    }
}

impl Net {
    /// Opens a network.
    ///
    /// # Errors
    /// `ModelMissing`, `ModelDamaged`.
    pub(crate) fn open(
        folder: &Path,
        file: &'static str,
        threads: &Threads,
    ) -> Result<Self, IntakeError> {
        let path = folder.join(file);
        if !path.is_file() {
            return Err(IntakeError::ModelMissing { file });
        }
        let bytes = std::fs::read(&path).map_err(|_| IntakeError::ModelDamaged { file })?;
        Self::read(bytes, threads).ok_or(IntakeError::ModelDamaged { file })
    }

    fn read(bytes: Vec<u8>, threads: &Threads) -> Option<Self> {
        let onnx = Onnx::new(bytes);
        let model = ModelOptions::with_all_ops()
            .prepack_weights(true)
            .load(onnx.without_subnormals())
            .ok()?;
        let graph = Graph::of(&onnx);
        let input = *model.input_ids().first()?;
        let (last, classes) = match Classes::of(&graph) {
            Some((before, classes)) => (before, Some(classes)),
            None => (onnx.operations.last()?.outputs.first()?.as_str(), None),
        };
        let known = |name: &str| {
            if graph.is_made(name) {
                model.find_node(name)
            } else {
                Some(input)
            }
        };
        Some(Self {
            parts: parts(&graph, last, known)?,
            model,
            classes,
            input,
            threads: threads.clone(),
        })
    }

    /// The threads on which [`Net::run`] shares the work of one batch.
    pub(crate) const fn threads(&self) -> &Threads {
        &self.threads
    }

    /// A note the makers left in the file.
    pub(crate) fn note(&self, name: &str) -> Option<&str> {
        self.model.metadata().get(name)
    }

    /// Runs a batch of pictures: count, channels, height, width. What it comes
    /// to has its last axis running fastest.
    ///
    /// # Errors
    /// `ReadingCancelled`, `ReadingFailed`.
    pub(crate) fn run(
        &self,
        shape: [usize; 4],
        numbers: Vec<f32>,
        cancel: &Cancel,
    ) -> Result<Vec<f32>, IntakeError> {
        let threads = &self.threads;
        let answer = threads
            .pool
            .run(|| self.run_value(threads, shape, numbers, cancel))?;
        let answer = Tensor::<f32>::try_from(answer).map_err(|_| IntakeError::ReadingFailed)?;
        Ok(answer.into_data())
    }

    /// How many classes a network that names letters tells apart.
    pub(crate) fn classes(&self) -> usize {
        self.classes.as_ref().map_or(0, Classes::count)
    }

    /// What each slice of a line may show, by a network that names letters, on
    /// threads of the caller's choice.
    ///
    /// # Errors
    /// `ReadingCancelled`, `ReadingFailed`.
    pub(super) fn slices(
        &self,
        threads: &Threads,
        shape: [usize; 4],
        numbers: Vec<f32>,
        cancel: &Cancel,
    ) -> Result<Vec<Slice>, IntakeError> {
        // On one of the pool's own threads from the beginning: else each part
        // would be handed over to it and waited for.
        threads.pool.run(|| {
            let told = self.run_value(threads, shape, numbers, cancel)?;
            let told: NdTensorView<'_, f32, 3> = told
                .as_view()
                .try_into()
                .map_err(|_| IntakeError::ReadingFailed)?;
            let told = told.data().zip(self.classes.as_ref());
            told.and_then(|(told, classes)| classes.slices(told))
                .ok_or(IntakeError::ReadingFailed)
        })
    }

    /// Goes through the parts, from what is known to what is wanted.
    fn run_value(
        &self,
        threads: &Threads,
        shape: [usize; 4],
        numbers: Vec<f32>,
        cancel: &Cancel,
    ) -> Result<Value, IntakeError> {
        cancel.check()?;
        let input = Value::from(NdTensor::from_data(shape, numbers));
        let mut known = vec![(self.input, input)];
        for part in &self.parts {
            for id in &part.gives {
                if known.iter().all(|(known, _)| known != id) {
                    known.push((*id, self.part(part, *id, &known, threads)?));
                }
            }
            let at = |id: &NodeId| known.iter().position(|(known, _)| known == id);
            let at: Vec<usize> = part.gives.iter().filter_map(at).collect();
            let Some((layer, to)) = &part.then else {
                let last = at.first().map(|at| known.swap_remove(*at).1);
                return last.ok_or(IntakeError::ReadingFailed);
            };
            cancel.check()?;
            let given: Vec<&Value> = at.iter().map(|at| &known[*at].1).collect();
            let made = applied(layer, &given, threads);
            known.push((*to, made.ok_or(IntakeError::ReadingFailed)?));
            known.retain(|(id, _)| part.kept.contains(id));
        }
        Err(IntakeError::ReadingFailed)
    }

    /// What the runtime makes of the values known by now.
    fn part(
        &self,
        part: &Part<NodeId>,
        wanted: NodeId,
        known: &[(NodeId, Value)],
        threads: &Threads,
    ) -> Result<Value, IntakeError> {
        let needed = known.iter().filter(|(id, _)| part.needs.contains(id));
        let inputs = needed.map(|(id, value)| (*id, value.as_view().into()));
        let options = RunOptions::default().with_thread_pool(Some(Arc::clone(&threads.pool)));
        self.model
            .run_n(inputs.collect(), [wanted], Some(options))
            .map(|[value]| value)
            .map_err(|_| IntakeError::ReadingFailed)
    }
}

/// What a layer of ours makes of each picture, whose channels come in one value
/// or in several.
fn applied(layer: &Layer, values: &[&Value], threads: &Threads) -> Option<Value> {
    let views: Option<Vec<NdTensorView<'_, f32, 4>>> = values
        .iter()
        .map(|value| value.as_view().try_into().ok())
        .collect();
    let views = views?;
    let [count, _, rows, columns] = views.first()?.shape();
    if views
        .iter()
        .any(|view| view.shape()[2..] != [rows, columns])
    {
        return None;
    }
    let size = [
        views.iter().map(|view| view.shape()[1]).sum(),
        rows,
        columns,
    ];
    let [to, down, across] = layer.size(size)?;
    let picture = |at: usize| {
        let parts = views.iter().map(|view| picture(view, at));
        layer.apply(&parts.collect::<Option<Vec<_>>>()?, size, threads.count)
    };
    let answers = if count == 1 {
        picture(0)?
    } else {
        let answers: Option<Vec<Vec<f32>>> = (0..count).map(picture).collect();
        answers?.concat()
    };
    Some(NdTensor::from_data([count, to, down, across], answers).into())
}

/// The numbers of one picture of several.
fn picture<'a>(view: &NdTensorView<'a, f32, 4>, at: usize) -> Option<&'a [f32]> {
    let [_, channels, rows, columns] = view.shape();
    let one = channels * rows * columns;
    view.data()?.get(at * one..)?.get(..one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rten_tensor::AsView;

    fn models() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/models")
    }

    #[test]
    fn a_divided_network_answers_what_the_whole_one_does() {
        let threads = Threads::new(2);
        for (file, shape, parts) in [
            ("PP-OCRv6_det_small.onnx", [1, 3, 96, 128], 34),
            ("PP-OCRv6_rec_small.onnx", [1, 3, 48, 160], 32),
        ] {
            let net = Net::open(&models(), file, &threads).unwrap();
            assert_eq!(net.parts.len(), parts, "{file}");
            let numbers: Vec<f32> = (0..shape.iter().product::<usize>())
                .map(|at| ((at * 7919) % 1000) as f32 / 500.0 - 1.0)
                .collect();
            let whole = NdTensor::from_data(shape, numbers.clone());
            let last = net.parts.last().unwrap().gives[0];
            let whole = vec![(net.input, whole.view().into())];
            let [whole] = net.model.run_n(whole, [last], None).unwrap();
            let divided = net
                .run_value(&threads, shape, numbers, &Cancel::default())
                .unwrap();
            let numbers = |value: Value| -> Vec<f32> {
                let tensor = Tensor::<f32>::try_from(value).unwrap();
                tensor.into_data()
            };
            let (whole, divided) = (numbers(whole), numbers(divided));
            assert_eq!(whole.len(), divided.len(), "{file}");
            let unlike = whole.iter().zip(&divided).map(|(a, b)| (a - b).abs());
            assert!(unlike.fold(0.0, f32::max) < 2e-3, "{file}");
        }
    }

    #[test]
    fn a_file_that_is_no_network_is_damaged() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("x.onnx"), [0x3a, 0xff, 0xff, 0x01, 7]).unwrap();
        let threads = Threads::new(1);
        let opened = |file| Net::open(folder.path(), file, &threads).map(|_| ());
        assert!(matches!(
            opened("x.onnx"),
            Err(IntakeError::ModelDamaged { .. })
        ));
        assert!(matches!(
            opened("y.onnx"),
            Err(IntakeError::ModelMissing { .. })
        ));
    }
}
