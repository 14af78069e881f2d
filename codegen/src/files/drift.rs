//! A [`FileSet`] and a folder → [`Drift`]: how what is on disk differs from what the spec yields.

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};

use super::found::{Found, FoundFile, look};
use super::{FileSet, Notice};

/// How much longer than its expected text a file can be and still be shown, in bytes.
const MAX_EXCESS: usize = 4 << 20;

/// A difference between what is on disk and what the spec yields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift<'a> {
    /// The path, relative to the project's folder.
    pub path: String,
    /// What is different.
    pub kind: DriftKind<'a>,
}

/// What is different about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DriftKind<'a> {
    /// There is no such file.
    Missing {
        /// What should be there.
        text: Cow<'a, str>,
    },
    /// The file has other bytes.
    Stale {
        /// What is there; `None` when it is too large to be shown.
        found: Option<Vec<u8>>,
        /// What should be there.
        text: Cow<'a, str>,
        /// Whether it was generated from this spec, so that it can be overwritten.
        is_ours: bool,
        /// Whether nobody may write it.
        is_read_only: bool,
    },
    /// There is something else than a regular file, in words.
    Blocked(&'static str),
    /// The file was generated from this spec, which no longer generates it.
    Orphan,
}

impl Drift<'_> {
    /// What is different, in a word or two.
    #[must_use]
    pub fn title(&self) -> &'static str {
        match &self.kind {
            DriftKind::Missing { .. } => "missing",
            DriftKind::Stale { .. } if self.is_crlf_only() => "line endings",
            DriftKind::Stale { .. } if self.is_layout_only() => "formatted",
            DriftKind::Stale { .. } => "stale",
            DriftKind::Blocked(_) => "blocked",
            DriftKind::Orphan => "orphan",
        }
    }

    /// Whether `generate` may put right what is different without being told to overwrite.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        !matches!(
            self.kind,
            DriftKind::Stale { is_ours: false, .. } | DriftKind::Blocked(_)
        )
    }

    /// Whether only the line endings differ.
    #[must_use]
    pub fn is_crlf_only(&self) -> bool {
        match &self.kind {
            DriftKind::Stale {
                found: Some(found),
                text,
                ..
            } => without_carriage_returns(found) == text.as_bytes(),
            _ => false,
        }
    }

    /// Whether the file has the same words, numbers and operators in the same order, so that a formatter can have made the
    /// difference.
    #[must_use]
    pub fn is_layout_only(&self) -> bool {
        match &self.kind {
            DriftKind::Stale {
                found: Some(found),
                text,
                ..
            } => str::from_utf8(found)
                .is_ok_and(|found| without_layout(found).eq(without_layout(text))),
            _ => false,
        }
    }
}

/// What formatters keep: everything but white space and the quotes, separators and brackets that they add, drop or exchange.
/// Prettier also puts a `|` before the first member of a union, if that begins a line.
fn without_layout(text: &str) -> impl Iterator<Item = char> {
    let kept = |c: &char| !c.is_whitespace() && !"\"'`,;(){}\\".contains(*c);
    let mut before = ' ';
    text.chars().filter(kept).filter(move |c| {
        let is_first_of_union = *c == '|' && matches!(before, '=' | ':' | '<');
        before = *c;
        !is_first_of_union
    })
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
pub fn drift<'a>(root: &Path, files: &'a FileSet) -> Result<Vec<Drift<'a>>, FileError> {
    let mut drifts = Vec::new();
    for (path, text) in files.iter() {
        let kind = compare(&root.join(path), text.into(), &files.notice.at(path))?;
        drifts.extend(kind.map(|kind| Drift {
            path: path.to_owned(),
            kind,
        }));
    }
    Ok(drifts)
}

/// What is different about one file.
pub(super) fn compare<'a>(
    path: &Path,
    text: Cow<'a, str>,
    notice: &Notice,
) -> Result<Option<DriftKind<'a>>, FileError> {
    let found = look(path, text.len() + MAX_EXCESS).map_err(|error| FileError {
        path: path.to_owned(),
        error,
    })?;
    Ok(match found {
        Found::Nothing => Some(DriftKind::Missing { text }),
        Found::Other(what) => Some(DriftKind::Blocked(what)),
        Found::File(file) if file.is_whole && file.bytes == text.as_bytes() => None,
        Found::File(file) => Some(stale(file, text, notice)),
    })
}

fn stale<'a>(file: FoundFile, text: Cow<'a, str>, notice: &Notice) -> DriftKind<'a> {
    let head = notice.head_of(&text);
    let is_ours = head.is_some_and(|head| notice.begins(&file.bytes, &[head]));
    DriftKind::Stale {
        is_ours: is_ours || (file.is_whole && is_blank(&file.bytes)),
        is_read_only: file.metadata.permissions().readonly(),
        found: file.is_whole.then_some(file.bytes),
        text,
    }
}

/// Whether a file has nothing that could be lost: a power cut can leave it like that.
fn is_blank(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| *byte == 0)
}

fn without_carriage_returns(bytes: &[u8]) -> Vec<u8> {
    let mut without = Vec::with_capacity(bytes.len());
    for (index, byte) in bytes.iter().enumerate() {
        if *byte != b'\r' || bytes.get(index + 1) != Some(&b'\n') {
            without.push(*byte);
        }
    }
    without
}
