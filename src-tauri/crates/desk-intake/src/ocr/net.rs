//! One neural network, as it comes out of its file. Owns the runtime; nothing
//! else in this crate knows which one it is.

use super::Cancel;
use super::depthwise::Depthwise;
use super::divided::{Part, parts};
use super::onnx::Onnx;
use crate::IntakeError;
use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool, Value};
use rten_tensor::{Layout, NdTensor, NdTensorView};
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
}

/// A network that takes a batch of pictures and answers numbers.
pub(crate) struct Net {
    model: Model,
    parts: Vec<Part<NodeId>>,
    input: NodeId,
    threads: Threads,
}

impl std::fmt::Debug for Net {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Net").finish_non_exhaustive()
    }
}

/// What a network answered: its shape and its numbers, the last axis running fastest.
pub(crate) struct Answer<const N: usize> {
    pub(crate) shape: [usize; N],
    pub(crate) numbers: Vec<f32>,
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
        let (input, output) = (*model.input_ids().first()?, *model.output_ids().first()?);
        let parts = parts(&onnx, (input, output), |name| model.find_node(name))?;
        Some(Self {
            model,
            parts,
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

    /// Runs a batch of pictures: count, channels, height, width.
    ///
    /// # Errors
    /// `ReadingCancelled`, `ReadingFailed`.
    pub(crate) fn run<const N: usize>(
        &self,
        shape: [usize; 4],
        numbers: Vec<f32>,
        cancel: &Cancel,
    ) -> Result<Answer<N>, IntakeError>
    where
        NdTensor<f32, N>: TryFrom<Value, Error = rten::TryFromValueError>,
    {
        self.run_on(&self.threads, shape, numbers, cancel)
    }

    /// As [`Net::run`], on threads of the caller's choice.
    ///
    /// # Errors
    /// `ReadingCancelled`, `ReadingFailed`.
    pub(crate) fn run_on<const N: usize>(
        &self,
        threads: &Threads,
        shape: [usize; 4],
        numbers: Vec<f32>,
        cancel: &Cancel,
    ) -> Result<Answer<N>, IntakeError>
    where
        NdTensor<f32, N>: TryFrom<Value, Error = rten::TryFromValueError>,
    {
        let answer = self.run_value(threads, shape, numbers, cancel)?;
        let answer = answer.into_shape_vec::<f32, N>();
        let (shape, numbers) = answer.map_err(|_| IntakeError::ReadingFailed)?;
        Ok(Answer { shape, numbers })
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
            let value = self.part(part, &known, threads)?;
            let Some((layer, to)) = &part.then else {
                return Ok(value);
            };
            cancel.check()?;
            let made = convolved(layer, &value, threads).ok_or(IntakeError::ReadingFailed)?;
            known.extend([(part.gives, value), (*to, made)]);
            known.retain(|(id, _)| part.kept.contains(id));
        }
        Err(IntakeError::ReadingFailed)
    }

    /// What the runtime makes of the values known by now.
    fn part(
        &self,
        part: &Part<NodeId>,
        known: &[(NodeId, Value)],
        threads: &Threads,
    ) -> Result<Value, IntakeError> {
        let needed = known.iter().filter(|(id, _)| part.needs.contains(id));
        let inputs = needed.map(|(id, value)| (*id, value.as_view().into()));
        let options = RunOptions::default().with_thread_pool(Some(Arc::clone(&threads.pool)));
        self.model
            .run_n(inputs.collect(), [part.gives], Some(options))
            .map(|[value]| value)
            .map_err(|_| IntakeError::ReadingFailed)
    }
}

/// A convolution of each picture's channels.
fn convolved(layer: &Depthwise, value: &Value, threads: &Threads) -> Option<Value> {
    let given: NdTensorView<'_, f32, 4> = value.as_view().try_into().ok()?;
    let [count, channels, rows, columns] = given.shape();
    let size = [rows, columns];
    let [down, across] = layer.size(size)?;
    let one = (channels * rows * columns).max(1);
    let pictures = given.data()?.chunks_exact(one);
    let answers: Option<Vec<Vec<f32>>> = pictures
        .map(|picture| layer.apply(picture, size, threads.count))
        .collect();
    let shape = [count, channels, down, across];
    Some(NdTensor::from_data(shape, answers?.concat()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn models() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/models")
    }

    #[test]
    fn a_divided_network_answers_what_the_whole_one_does() {
        let threads = Threads::new(2);
        for (file, shape, parts) in [
            ("PP-OCRv6_det_small.onnx", [1, 3, 96, 128], 15),
            ("PP-OCRv6_rec_small.onnx", [1, 3, 48, 160], 14),
        ] {
            let net = Net::open(&models(), file, &threads).unwrap();
            assert_eq!(net.parts.len(), parts, "{file}");
            let numbers: Vec<f32> = (0..shape.iter().product::<usize>())
                .map(|at| ((at * 7919) % 1000) as f32 / 500.0 - 1.0)
                .collect();
            let whole = NdTensor::from_data(shape, numbers.clone());
            let whole = net.model.run_one(whole.into(), None).unwrap();
            let divided = net
                .run_value(&threads, shape, numbers, &Cancel::default())
                .unwrap();
            let numbers = |value: Value| -> Vec<f32> {
                let tensor = rten_tensor::Tensor::<f32>::try_from(value).unwrap();
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
