//! What a spec yields, in memory → what is on disk.

mod apply;
mod boundary;
mod drift;
mod file_set;
mod notice;

pub use apply::{Step, apply, apply_with};
pub(crate) use boundary::outside;
pub use drift::{Drift, DriftKind, FileError, drift};
pub use file_set::FileSet;
pub use notice::Notice;
