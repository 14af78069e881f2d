//! Constants that `names` gives to a code in place of the ones that follow from its name.

use crate::diagnostics::Problem;
use crate::registry::{CloseCode, Registry};
use crate::targets::TARGETS;

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
fn changed(was: &CloseCode, is: &CloseCode) -> impl Iterator<Item = Problem> {
    let targets = TARGETS.iter();
    let changed = targets.filter(|target| target.constant(was) != target.constant(is));
    changed.map(|target| {
        let message = format!(
            "{} `{}` has another constant in {}",
            was.number, was.name, target.name
        );
        let help = "code that uses the old constant does not compile: keep it in `names`";
        Source.problem(&place(is, "names"), "constant-renamed", &message, help)
    })
}
