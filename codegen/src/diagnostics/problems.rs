//! Collects problems, without those that follow from a mistake which was reported before.

use std::collections::BTreeSet;

use super::{Pointer, Problem};

/// The problems of one spec.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: Vec<Problem>,
    explained: BTreeSet<Pointer>,
}

impl Problems {
    /// Adds a problem whose place is explained by it: later problems there follow from it.
    pub(crate) fn add_and_explain(&mut self, problem: Problem) {
        if let Some(pointer) = problem.pointer() {
            self.explained.insert(pointer.clone());
        }
        self.found.push(problem);
    }

    /// Notes that what has been reported also explains problems at `pointer`.
    pub(crate) fn explain(&mut self, pointer: Pointer) {
        self.explained.insert(pointer);
    }

    /// Adds those of `problems` that do not follow from what is explained.
    pub(crate) fn add(&mut self, problems: impl IntoIterator<Item = Problem>) {
        for problem in problems {
            if !self.follows(&problem) {
                self.found.push(problem);
            }
        }
    }

    /// The value of `result`, or `None` after adding its problems.
    pub(crate) fn take<T>(&mut self, result: Result<T, Vec<Problem>>) -> Option<T> {
        result.map_err(|problems| self.add(problems)).ok()
    }

    /// Every problem that was added.
    pub(crate) fn into_vec(self) -> Vec<Problem> {
        self.found
    }

    fn follows(&self, problem: &Problem) -> bool {
        let mut at = problem.pointer().cloned();
        while let Some(pointer) = at {
            if self.explained.contains(&pointer) {
                return true;
            }
            at = pointer.parent();
        }
        false
    }
}
