//! Which paths are outside of the repository, in `.git`, or behind symbolic links, and which two are one place.

use std::path::{Component, Path, PathBuf};

use super::Folders;

/// Whether the file at `path`, relative to the project's folder, is in the repository and not in `.git`, and no folder above it
/// is a link.
pub(super) fn is_inside(folders: &Folders, path: &str) -> bool {
    let root = real_or_same(&folders.repository);
    let project = real_or_same(&folders.project);
    let place = normal(&project.join(path));
    let is_git = |component: Component<'_>| component.as_os_str().eq_ignore_ascii_case(".git");
    let Ok(below) = place.strip_prefix(&root) else {
        return false;
    };
    // Without links the nearest folder that exists is at its own path.
    let folder = place.parent().unwrap_or(&place);
    !below.components().any(is_git) && existing(folder) == real(folder)
}

/// Where the folder really is, if it is there.
pub(super) fn real_or_same(folder: &Path) -> PathBuf {
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

/// Where `path`, relative to `folder`, really is, in one spelling: without `..`, links and capitals, since some file systems
/// do not distinguish them.
#[must_use]
pub fn place(folder: &Path, path: &Path) -> String {
    let path = normal(&folder.join(path));
    let existing = existing(&path).unwrap_or_default();
    let rest = path.strip_prefix(&existing).unwrap_or(Path::new(""));
    let real = existing.canonicalize().unwrap_or(existing);
    real.join(rest).to_string_lossy().to_lowercase()
}

/// The path without `..`, by its words alone.
#[must_use]
pub fn normal(path: &Path) -> PathBuf {
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

/// The paths of `files` that are not inside.
#[must_use]
pub fn outside<'a>(folders: &Folders, files: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    files.filter(|path| !is_inside(folders, path)).collect()
}
