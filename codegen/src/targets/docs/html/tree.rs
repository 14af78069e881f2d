//! The way to a cause → what the template prints of it: nested lists, which the style draws as a tree.

use super::super::tree::Tree;
use crate::text::{Span, line};

/// What one notices first, and the causes to look at then.
pub(super) struct BranchView {
    pub(super) when: Vec<Span>,
    pub(super) leaves: Vec<LeafView>,
}

pub(super) struct LeafView {
    pub(super) number: usize,
    /// The place of the cause on the page.
    pub(super) cause: String,
    pub(super) seen: Vec<Span>,
    pub(super) summary: Vec<Span>,
}

/// The branches of the tree of the section with these numbers.
pub(super) fn branches(numbers: &str, tree: &Tree) -> Vec<BranchView> {
    let branches = tree.branches.iter().map(|branch| {
        let leaves = branch.leaves.iter().map(|leaf| LeafView {
            number: leaf.number,
            cause: super::section::cause_id(numbers, leaf.number),
            seen: line(leaf.seen.as_deref().unwrap_or_default()),
            summary: line(&leaf.summary),
        });
        BranchView {
            when: line(&branch.when),
            leaves: leaves.collect(),
        }
    });
    branches.collect()
}
