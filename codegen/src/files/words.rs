//! A path by its words alone, whatever is on disk.

use std::path::{Component, Path, PathBuf};

/// Whether `path` is relative and leads up only at its start. Behind the name of a link, `..` leads elsewhere than its words say.
pub(crate) fn is_normalized(path: &str) -> bool {
    let path = path.strip_suffix('/').unwrap_or(path);
    let mut inner = path.split('/').skip_while(|part| *part == "..").peekable();
    let is_name = |part: &str| !["", ".", ".."].contains(&part) && !part.contains(['\\', ':']);
    inner.peek().is_some() && inner.all(is_name)
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
