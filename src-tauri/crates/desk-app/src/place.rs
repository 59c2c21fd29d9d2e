//! Where things lie on this computer: the store, what ships with the program,
//! and where saved files go. Refuses nothing; whoever writes finds out.

use std::env;
use std::path::{Path, PathBuf};

/// Name of the folder under the platform's own folders.
const FOLDER: &str = "Desk400";

/// Folders of one desk.
#[derive(Debug, Clone)]
pub struct Place {
    /// The encrypted store.
    pub data: PathBuf,
    /// Fonts, agreement texts, paper rules.
    pub assets: PathBuf,
}

impl Place {
    /// A store in `data`, assets where this program finds its own.
    #[must_use]
    pub fn with_data(data: PathBuf) -> Self {
        Self {
            data,
            assets: find_assets(),
        }
    }

    /// `DESK400_DATA`, or the platform's data folder.
    #[must_use]
    pub fn of_this_computer() -> Self {
        let data = env::var_os("DESK400_DATA")
            .map(PathBuf::from)
            .unwrap_or_else(|| {
                dirs::data_local_dir()
                    .unwrap_or_else(env::temp_dir)
                    .join(FOLDER)
            });
        Self::with_data(data)
    }

    /// Where saved PDFs and backups go unless the settings say otherwise.
    #[must_use]
    pub fn default_export_folder() -> PathBuf {
        dirs::document_dir()
            .or_else(dirs::home_dir)
            .unwrap_or_else(env::temp_dir)
            .join("400受理台")
    }
}

/// Looks beside the program first (as installed), then upwards (as built from
/// source), so that both start without being told anything.
fn find_assets() -> PathBuf {
    if let Some(folder) = env::var_os("DESK400_ASSETS") {
        return PathBuf::from(folder);
    }
    let program = env::current_exe().ok();
    let installed = program.as_deref().and_then(Path::parent).map(|folder| {
        [
            folder.join("assets"),
            folder.join("../lib/desk400/assets"),
            folder.join("../Resources/assets"),
        ]
    });
    installed
        .into_iter()
        .flatten()
        .chain(
            program
                .as_deref()
                .into_iter()
                .flat_map(Path::ancestors)
                .map(|up| up.join("assets")),
        )
        .chain(env::current_dir().ok().map(|here| here.join("assets")))
        .find(|folder| folder.join("fonts").is_dir())
        .unwrap_or_else(|| PathBuf::from("assets"))
}
