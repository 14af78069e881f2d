//! Which outputs would be written outside a folder, by their path or through symbolic links.

use std::path::{Component, Path, PathBuf};

use super::FileSet;

/// The paths of `files` that, relative to `folder`, do not lie in `root`, or that links lead elsewhere.
#[must_use]
pub fn outside<'a>(root: &Path, folder: &Path, files: &'a FileSet) -> Vec<&'a str> {
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let leaves = |path: &&str| {
        let plain = normal(&folder.join(path));
        // Without links the nearest folder that exists is at its own path.
        !plain.starts_with(&root) || existing(&plain) != real(&plain)
    };
    files.iter().map(|(path, _)| path).filter(leaves).collect()
}

/// The path without `..`, by its words alone.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => {
                normal.pop();
            }
            Component::CurDir => {}
            _ => normal.push(component),
        }
    }
    normal
}

/// The nearest path upwards at which there is something, a link too.
fn existing(path: &Path) -> Option<PathBuf> {
    let mut ancestors = path.ancestors();
    ancestors
        .find(|ancestor| ancestor.symlink_metadata().is_ok())
        .map(Path::to_owned)
}

/// Where that really is.
fn real(path: &Path) -> Option<PathBuf> {
    existing(path)?.canonicalize().ok()
}
