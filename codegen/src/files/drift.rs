//! A [`FileSet`] and a folder → [`Drift`]: how what is on disk differs from what the spec yields.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::FileSet;
use super::notice::is_marked;

/// Folders that build tools fill; they are not managed by close-codes.
const BUILD_FOLDERS: &[&str] = &["target", ".build", ".swiftpm", "node_modules"];

/// A difference between what is on disk and what the spec yields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// The path, relative to the project's folder.
    pub path: String,
    /// What is different.
    pub kind: DriftKind,
}

/// What is different about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DriftKind {
    /// There is no such file.
    Missing {
        /// What should be there.
        text: String,
    },
    /// The file has another text.
    Stale {
        /// What is there.
        found: String,
        /// What should be there.
        text: String,
        /// Whether we made what is there.
        marked: bool,
    },
    /// The file bears the notice of this spec, which no longer generates it.
    Orphan {
        /// Whether it lies in a package of ours, where nothing else belongs.
        in_package: bool,
    },
}

impl Drift {
    /// What is different, in a word or two.
    #[must_use]
    pub fn title(&self) -> &'static str {
        match &self.kind {
            DriftKind::Missing { .. } => "missing",
            DriftKind::Stale { .. } if self.is_crlf_only() => "line endings",
            DriftKind::Stale { .. } => "stale",
            DriftKind::Orphan { .. } => "orphan",
        }
    }

    /// Whether only the line endings differ.
    #[must_use]
    pub fn is_crlf_only(&self) -> bool {
        match &self.kind {
            DriftKind::Stale { found, text, .. } => found.replace("\r\n", "\n") == *text,
            DriftKind::Missing { .. } | DriftKind::Orphan { .. } => false,
        }
    }
}

/// An I/O error and the file that it is about.
#[derive(Debug)]
pub struct FileError {
    /// The file.
    pub path: PathBuf,
    /// What happened.
    pub error: io::Error,
}

/// What is different between the folder `root` and `files`, by path.
///
/// # Errors
///
/// When a file that is there cannot be read.
pub fn drift(root: &Path, files: &FileSet) -> Result<Vec<Drift>, FileError> {
    let mut drifts = Vec::new();
    for (path, text) in files.iter() {
        let kind = match read(&root.join(path))? {
            None => DriftKind::Missing {
                text: text.to_owned(),
            },
            Some(found) if found == text => continue,
            Some(found) => DriftKind::Stale {
                marked: is_marked(&found) || is_blank(&found),
                found,
                text: text.to_owned(),
            },
        };
        drifts.push(Drift {
            path: path.to_owned(),
            kind,
        });
    }
    drifts.extend(orphans(root, files)?);
    drifts.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(drifts)
}

/// Whether there is nothing in a file that could be lost: a power cut can leave it like that.
fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| byte == 0)
}

/// Files that bear the mark of this spec where its outputs lie, but are none of them.
fn orphans(root: &Path, files: &FileSet) -> Result<Vec<Drift>, FileError> {
    let mut candidates = Vec::new();
    for package in files.packages() {
        list(root, package.trim_end_matches('/'), true, &mut candidates)?;
    }
    let in_packages = candidates.len();
    let in_package = |path: &str| {
        files
            .packages()
            .iter()
            .any(|package| path.starts_with(package))
    };
    let mut folders: Vec<&str> = files
        .iter()
        .filter(|(path, _)| !in_package(path))
        .map(|(path, _)| path.rsplit_once('/').map_or("", |(folder, _)| folder))
        .collect();
    folders.dedup();
    for folder in folders {
        list(root, folder, false, &mut candidates)?;
    }
    let mut orphans = Vec::new();
    for (index, path) in candidates.into_iter().enumerate() {
        if files.get(&path).is_none()
            && read(&root.join(&path))?.is_some_and(|text| files.notice.marks(&text))
        {
            orphans.push(Drift {
                path,
                kind: DriftKind::Orphan {
                    in_package: index < in_packages,
                },
            });
        }
    }
    Ok(orphans)
}

/// Adds the files in `folder` to `found`, and those in its subfolders when `deep`.
fn list(root: &Path, folder: &str, deep: bool, found: &mut Vec<String>) -> Result<(), FileError> {
    let at = root.join(folder);
    let failed = |error| FileError {
        path: at.clone(),
        error,
    };
    let entries = match fs::read_dir(&at) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(failed(error)),
    };
    for entry in entries {
        let entry = entry.map_err(failed)?;
        let kind = entry.file_type().map_err(failed)?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let path = if folder.is_empty() {
            name.clone()
        } else {
            format!("{folder}/{name}")
        };
        if kind.is_file() {
            found.push(path);
        } else if kind.is_dir() && deep && !BUILD_FOLDERS.contains(&name.as_str()) {
            list(root, &path, deep, found)?;
        }
    }
    Ok(())
}

/// The text of a file, with replacement characters for what is not UTF-8; `None` when there is no such file.
fn read(path: &Path) -> Result<Option<String>, FileError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(FileError {
            path: path.to_owned(),
            error,
        }),
    }
}
