//! How outputs differ from what is on disk → what `generate` does about each file.

use crate::files::{Drift, DriftKind};

/// What is done about one file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// It is made.
    Create,
    /// It gets another text.
    Change,
    /// It is removed.
    Remove,
    /// It stays, although the spec no longer generates it.
    Keep,
}

/// A file, and what is done about it.
pub struct Change {
    /// Its path, relative to the project's folder.
    pub path: String,
    /// What is done.
    pub kind: ChangeKind,
}

/// What would be done about `drifts`. Without the files that are removed, the record changes, or goes with the last one.
pub fn planned(drifts: &[Drift<'_>], prune: bool, record: &str, is_last: bool) -> Vec<Change> {
    let mut planned = changes(drifts);
    if !prune || planned.iter().all(|change| change.kind != ChangeKind::Keep) {
        return planned;
    }
    planned.retain(|change| change.path != record);
    for change in &mut planned {
        if change.kind == ChangeKind::Keep {
            change.kind = ChangeKind::Remove;
        }
    }
    planned.push(Change {
        path: record.to_owned(),
        kind: if is_last {
            ChangeKind::Remove
        } else {
            ChangeKind::Change
        },
    });
    planned.sort_by(|a, b| a.path.cmp(&b.path));
    planned
}

/// What is done about `drifts` without removing anything. Nothing is done about what cannot be written.
pub fn changes(drifts: &[Drift<'_>]) -> Vec<Change> {
    let change = |drift: &Drift<'_>| {
        let kind = match drift.kind {
            DriftKind::Missing { .. } => ChangeKind::Create,
            DriftKind::Stale { .. } => ChangeKind::Change,
            DriftKind::Orphan => ChangeKind::Keep,
            DriftKind::Blocked(_) => return None,
        };
        let path = drift.path.clone();
        Some(Change { path, kind })
    };
    drifts.iter().filter_map(change).collect()
}

impl ChangeKind {
    /// In a word.
    pub fn verb(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Change => "change",
            Self::Remove => "remove",
            Self::Keep => "keep",
        }
    }

    /// Whether it is a text that is written.
    pub fn is_written(self) -> bool {
        matches!(self, Self::Create | Self::Change)
    }
}
