//! Fetches fonts and models that are too large for the repository from the
//! packages in which they are published, and checks each by its SHA-256.
//! Refuses a file whose hash differs: printed papers depend on its bytes.

use super::debian;
use crate::house;
use crate::work::{On, Outcome, Trouble, call, run};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// One line of a list such as `assets/fonts/fonts.json`.
struct Good {
    file: PathBuf,
    sha256: String,
    from: Source,
}

/// Where a file is published.
#[derive(PartialEq, Eq)]
enum Source {
    Npm {
        package: String,
        version: String,
        path: String,
    },
    Pip {
        package: String,
        version: String,
        path: String,
    },
    Apt {
        package: String,
        path: String,
    },
}

/// Fetches what the list names and is not there, or is there with other bytes.
pub fn fetch(list: &str) -> Outcome {
    let list = house::root().join(list);
    if !list.is_file() {
        return Ok(());
    }
    let mut unpacked: Vec<(String, PathBuf)> = Vec::new();
    for good in read(&list)? {
        if good.file.is_file() && hash(&good.file)? == good.sha256 {
            continue;
        }
        let parcel = good.from.parcel();
        if !unpacked.iter().any(|(known, _)| *known == parcel) {
            unpacked.push((parcel.clone(), good.from.unpack(&parcel)?));
        }
        let folder = unpacked
            .iter()
            .find(|(known, _)| *known == parcel)
            .map(|(_, folder)| folder);
        take(&good, folder.ok_or("nothing unpacked")?)?;
    }
    for (_, folder) in unpacked {
        std::fs::remove_dir_all(&folder).on(folder.display())?;
    }
    Ok(())
}

fn take(good: &Good, folder: &Path) -> Outcome {
    let found = good.from.within(folder);
    let real = hash(&found)?;
    if real != good.sha256 {
        let name = house::short(&good.file);
        return Err(format!("{name}: expected SHA-256 {}, fetched {real}", good.sha256).into());
    }
    // First beside it, then renamed: an interrupted copy is never taken for whole.
    let unfinished = good.file.with_extension("part");
    std::fs::copy(&found, &unfinished).on(found.display())?;
    std::fs::rename(&unfinished, &good.file).on(good.file.display())?;
    println!("fetched {}", house::short(&good.file));
    Ok(())
}

impl Source {
    /// What has to be downloaded; several files may come out of one parcel.
    fn parcel(&self) -> String {
        match self {
            Self::Npm {
                package, version, ..
            } => format!("{package}@{version}"),
            Self::Pip {
                package, version, ..
            } => format!("{package}=={version}"),
            Self::Apt { package, .. } => package.clone(),
        }
    }

    fn unpack(&self, parcel: &str) -> Outcome<PathBuf> {
        let name: String = parcel
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
            .collect();
        let folder = house::target().join("fetch").join(name);
        // Left over from an interrupted fetch, or not there; either is well.
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).on(folder.display())?;
        match self {
            Self::Npm { .. } => {
                run(call("npm", ["pack", "--silent", parcel]).current_dir(&folder))?;
                run(call("tar", ["-xzf".into(), only_file(&folder)?]).current_dir(&folder))?;
            }
            Self::Pip { .. } => {
                let python = if cfg!(windows) { "python" } else { "python3" };
                let words = [
                    "-m",
                    "pip",
                    "download",
                    "--quiet",
                    "--no-deps",
                    "--dest",
                    ".",
                ];
                run(call(python, words).arg(parcel).current_dir(&folder))?;
                let words = [
                    "-m".into(),
                    "zipfile".into(),
                    "-e".into(),
                    only_file(&folder)?,
                ];
                run(call(python, words).arg(".").current_dir(&folder))?;
            }
            Self::Apt { path, .. } if Path::new(path).is_file() => {}
            Self::Apt { .. } if debian::is_here() => debian::unpack(parcel, &folder)?,
            Self::Apt { path, .. } => {
                return Err(format!("please take {path} from Debian's package {parcel}").into());
            }
        }
        Ok(folder)
    }

    /// The file in its unpacked parcel.
    fn within(&self, folder: &Path) -> PathBuf {
        match self {
            Self::Npm { path, .. } => folder.join("package").join(path),
            Self::Pip { path, .. } => folder.join(path),
            Self::Apt { path, .. } if Path::new(path).is_file() => path.into(),
            Self::Apt { path, .. } => folder.join(path.trim_start_matches('/')),
        }
    }
}

fn only_file(folder: &Path) -> Outcome<PathBuf> {
    house::files(folder)?
        .pop()
        .ok_or_else(|| format!("nothing in {}", folder.display()).into())
}

fn read(list: &Path) -> Outcome<Vec<Good>> {
    let text = std::fs::read_to_string(list).on(list.display())?;
    let rows: Vec<Value> = serde_json::from_str(&text).on(list.display())?;
    let folder = list.parent().unwrap_or(list);
    rows.iter()
        .map(|row| good(row, folder).on(list.display()))
        .collect()
}

fn good(row: &Value, folder: &Path) -> Outcome<Good> {
    let word = |value: &Value, key: &str| -> Outcome<String> {
        let word = value.get(key).and_then(Value::as_str);
        word.map(str::to_owned)
            .ok_or_else(|| Trouble::from(format!("no {key:?} in {value}")))
    };
    let from = &row["from"];
    let path = word(from, "path")?;
    let from = if let Ok(package) = word(from, "npm") {
        Source::Npm {
            package,
            version: word(from, "version")?,
            path,
        }
    } else if let Ok(package) = word(from, "pip") {
        Source::Pip {
            package,
            version: word(from, "version")?,
            path,
        }
    } else {
        Source::Apt {
            package: word(from, "apt")?,
            path,
        }
    };
    // The licence is not used here, but no file comes in without one.
    word(row, "licence")?;
    Ok(Good {
        file: folder.join(word(row, "file")?),
        sha256: word(row, "sha256")?,
        from,
    })
}

fn hash(file: &Path) -> Outcome<String> {
    let bytes = std::fs::read(file).on(file.display())?;
    Ok(Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |mut text, byte| {
            // Writing into a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        }))
}
