//! The causes of an entry → a tree: what one notices first, what is seen then, and the cause that it points to.

use crate::registry::Cause;

/// The way to the cause, as text and drawing show it.
pub(super) struct Tree {
    pub(super) branches: Vec<Branch>,
}

/// Causes that begin with the same.
pub(super) struct Branch {
    /// What one notices first.
    pub(super) when: String,
    pub(super) leaves: Vec<Leaf>,
}

/// A cause.
pub(super) struct Leaf {
    /// Its number in the list of causes.
    pub(super) number: usize,
    pub(super) seen: Option<String>,
    pub(super) summary: String,
}

impl Tree {
    /// The tree, where the spec says what causes have in common. The other causes are a branch of their own.
    pub(super) fn of(causes: &[Cause]) -> Option<Self> {
        let mut branches: Vec<Branch> = Vec::new();
        let with = causes
            .iter()
            .zip(1..)
            .filter(|(cause, _)| cause.when.is_some());
        let without = causes
            .iter()
            .zip(1..)
            .filter(|(cause, _)| cause.when.is_none());
        for (cause, number) in with.chain(without) {
            let when = cause.when.as_deref().unwrap_or("None of these.");
            let leaf = Leaf {
                number,
                seen: cause.seen.clone(),
                summary: cause.summary.clone(),
            };
            match branches.iter_mut().find(|branch| branch.when == when) {
                Some(branch) => branch.leaves.push(leaf),
                None => branches.push(Branch {
                    when: when.to_owned(),
                    leaves: vec![leaf],
                }),
            }
        }
        (branches.len() > 1).then_some(Self { branches })
    }
}
