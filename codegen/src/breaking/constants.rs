//! Constants that a spec fixes in `names`.

use std::collections::BTreeSet;

use crate::diagnostics::Problem;
use crate::registry::{CloseCode, Registry};

use super::Breaks::Source;
use super::codes::place;

pub(super) fn constants(old: &Registry, new: &Registry) -> Vec<Problem> {
    let pairs = old.named().filter_map(|was| {
        let is = new.answer(was.number).named()?;
        (is.name == was.name).then_some((was, is))
    });
    pairs.flat_map(|(was, is)| changed(was, is)).collect()
}

/// The same number and name.
fn changed(was: &CloseCode, is: &CloseCode) -> Vec<Problem> {
    let targets: BTreeSet<&String> = was.names.keys().chain(is.names.keys()).collect();
    let changed = targets
        .into_iter()
        .filter(|target| was.names.get(*target) != is.names.get(*target));
    let problems = changed.map(|target| {
        let message = format!(
            "{} `{}` has another constant in {target}",
            was.number, was.name
        );
        let help = "code that uses the old constant does not compile: keep it in `names`";
        Source.problem(&place(is, "names"), "constant-renamed", &message, help)
    });
    problems.collect()
}
