//! [`Registry`](crate::registry::Registry) → documentation: the facts of each entry, then the formats that print them.

mod cause;
mod clients;
mod entry;
mod fact;
mod facts;
mod guides;
pub(super) mod html;
mod implementations;
pub(super) mod markdown;
mod names;
mod number_space;
mod table;
mod tree;

pub(crate) use cause::Cause;
pub(crate) use entry::Entry;
pub(crate) use fact::{Fact, Inline, Part};
