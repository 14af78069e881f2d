//! Which paths are outside of the repository, in `.git`, or behind symbolic links, and which two are one place.
//! A path is judged by its words, so only a normalized one is judged at all.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::Folders;
use super::words::{is_normalized, normal};

/// The paths, relative to the project's folder, of files that are not in the repository, or in `.git`, or below a folder that is a
/// link, and those that are not normalized.
#[must_use]
pub fn outside<'a>(folders: &Folders, files: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let root = real_or_same(&folders.repository);
    let project = real_or_same(&folders.project);
    let is_git = |component: Component<'_>| component.as_os_str().eq_ignore_ascii_case(".git");
    // Most files share their folder with others.
    let mut known: BTreeMap<PathBuf, bool> = BTreeMap::new();
    let mut is_inside = |path: &str| {
        if !is_normalized(path) {
            return false;
        }
        let place = normal(&project.join(path));
        let Ok(below) = place.strip_prefix(&root) else {
            return false;
        };
        let folder = place.parent().unwrap_or(&place);
        let mut has_no_link = || {
            let known = known.entry(folder.to_owned());
            *known.or_insert_with(|| is_real(folder))
        };
        !below.components().any(is_git) && has_no_link()
    };
    files.filter(|path| !is_inside(path)).collect()
}

/// Whether the file at `path` is none of those.
pub(super) fn is_inside(folders: &Folders, path: &str) -> bool {
    outside(folders, [path].into_iter()).is_empty()
}

/// Whether no folder on the way to `folder` is a link: the nearest one that exists is at its own path.
fn is_real(folder: &Path) -> bool {
    let existing = existing(folder);
    let real = existing
        .as_ref()
        .and_then(|folder| folder.canonicalize().ok());
    existing == real
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
    // An empty rest would leave a slash at the end.
    let place: PathBuf = real.join(rest).components().collect();
    place.to_string_lossy().to_lowercase()
}

/// The nearest path upwards at which there is something, a link too.
fn existing(path: &Path) -> Option<PathBuf> {
    let mut ancestors = path.ancestors();
    ancestors
        .find(|ancestor| ancestor.symlink_metadata().is_ok())
        .map(Path::to_owned)
}
