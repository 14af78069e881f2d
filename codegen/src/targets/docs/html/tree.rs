//! The way to a cause → what the template prints of it: a drawing, and the same as text, with links.

use super::super::pictures::cause_tree;
use super::super::tree::Tree;
use crate::text::{Span, line};

/// The way to the cause, drawn and as text.
pub(super) struct TreeView {
    pub(super) drawing: String,
    pub(super) branches: Vec<BranchView>,
}

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

impl TreeView {
    pub(super) fn new(id: &str, numbers: &str, name: &str, tree: &Tree) -> Self {
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
        Self {
            drawing: cause_tree(id, &format!("{numbers} {name}"), tree),
            branches: branches.collect(),
        }
    }
}
