//! What a spec yields, in memory → what is on disk. Nothing here touches a file that was not generated from the same spec.

mod apply;
mod boundary;
mod claims;
mod comparison;
mod drift;
mod file_set;
mod folders;
mod found;
mod hash;
mod inputs;
mod lock;
mod notice;
mod permissions;
mod record;
mod temporary;
mod words;

pub use apply::{Step, apply, apply_with, create_together, prune, sweep};
pub use boundary::{outside, place};
pub use comparison::{Comparison, compare_all};
pub use drift::{Drift, DriftKind, FileError, drift};
pub use file_set::FileSet;
pub use folders::Folders;
pub use inputs::Inputs;
pub use lock::{Lock, lock};
pub use notice::Notice;
pub use record::other_owner;
pub use temporary::Temporary;
pub(crate) use words::is_normalized;
pub use words::normal;
