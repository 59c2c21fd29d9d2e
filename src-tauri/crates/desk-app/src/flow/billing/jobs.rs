//! What goes on beside the window: files on their way in, an import, an
//! export. Owns who may be asked how it stands. Refuses two imports or two
//! exports at once.

use super::export::ExportJob;
use super::import::ImportJob;
use super::upload::Uploads;
use std::sync::Arc;

/// What goes on.
#[derive(Default)]
pub(crate) struct Jobs {
    pub(super) uploads: Uploads,
    pub(super) import: Option<Arc<ImportJob>>,
    pub(super) export: Option<Arc<ExportJob>>,
}
