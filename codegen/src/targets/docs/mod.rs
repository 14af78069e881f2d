//! [`Registry`](crate::registry::Registry) → documentation: the facts of each entry, then the formats that print them.

mod entry;
mod facts;
pub(super) mod html;
mod implementations;
pub(super) mod markdown;

pub(crate) use entry::Entry;
pub(crate) use facts::{Fact, Inline, Part, names_elsewhere};
