//! One neural network, as it comes out of its file. Owns the runtime; nothing
//! else in this crate knows which one it is.

use super::Cancel;
use crate::IntakeError;
use rten::{Model, ModelOptions, RunOptions, ThreadPool};
use rten_tensor::NdTensor;
use std::path::Path;
use std::sync::Arc;

/// A network that takes a batch of pictures and answers numbers.
pub(crate) struct Net {
    model: Model,
    threads: Arc<ThreadPool>,
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
        threads: &Arc<ThreadPool>,
    ) -> Result<Self, IntakeError> {
        let path = folder.join(file);
        if !path.is_file() {
            return Err(IntakeError::ModelMissing { file });
        }
        let model = ModelOptions::with_all_ops()
            .prepack_weights(true)
            .load_file(&path)
            .map_err(|_| IntakeError::ModelDamaged { file })?;
        Ok(Self {
            model,
            threads: Arc::clone(threads),
        })
    }

    /// The threads on which [`Net::run`] shares the work of one batch.
    pub(crate) const fn threads(&self) -> &Arc<ThreadPool> {
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
        NdTensor<f32, N>: TryFrom<rten::Value, Error = rten::TryFromValueError>,
    {
        self.run_on(&self.threads, shape, numbers, cancel)
    }

    /// As [`Net::run`], on threads of the caller's choice.
    ///
    /// # Errors
    /// `ReadingCancelled`, `ReadingFailed`.
    pub(crate) fn run_on<const N: usize>(
        &self,
        threads: &Arc<ThreadPool>,
        shape: [usize; 4],
        numbers: Vec<f32>,
        cancel: &Cancel,
    ) -> Result<Answer<N>, IntakeError>
    where
        NdTensor<f32, N>: TryFrom<rten::Value, Error = rten::TryFromValueError>,
    {
        cancel.check()?;
        let input = NdTensor::from_data(shape, numbers);
        let options = RunOptions::default().with_thread_pool(Some(Arc::clone(threads)));
        let failed = |_| IntakeError::ReadingFailed;
        let value = self
            .model
            .run_one(input.into(), Some(options))
            .map_err(|_| IntakeError::ReadingFailed)?;
        let (shape, numbers) = value.into_shape_vec::<f32, N>().map_err(failed)?;
        Ok(Answer { shape, numbers })
    }
}
