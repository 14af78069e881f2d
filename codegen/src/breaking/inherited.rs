//! Codes that a newer registry no longer inherits, or newly inherits. They have one cause, and so few findings.

use std::collections::BTreeSet;

use crate::diagnostics::{Pointer, Problem};
use crate::name::Name;
use crate::registry::{Advice, CloseCode, Registry};
use crate::runs::{in_words, runs};
use crate::spec::Kind;

use super::Breaks::{Behaviour, Source};
use super::advice_change;

pub(super) fn inherited(old: &Registry, new: &Registry) -> Vec<Problem> {
    let (dropped, added) = (only_in(old, new), only_in(new, old));
    let numbers = dropped.iter().chain(&added).map(|code| code.number);
    let numbers: BTreeSet<u16> = numbers.collect();
    // One that was reserved had an entry, and no constant.
    let without_constant = |code: &CloseCode| old.answer(code.number).named().is_none();
    let named = new.named().filter(|code| !code.is_own);
    let named = named.filter(|code| without_constant(code)).collect();
    let mut problems = Vec::new();
    problems.extend(no_longer(&unknown_to(new, dropped)));
    problems.extend(newly(&unknown_to(old, named)));
    problems.extend(advice(old, new, &numbers));
    problems
}

/// What `registry` inherits and `other` has no entry for.
fn only_in<'a>(registry: &'a Registry, other: &Registry) -> Vec<&'a CloseCode> {
    let inherited = registry.entries().filter(|code| !code.is_own);
    inherited
        .filter(|code| other.answer(code.number).code.is_none())
        .collect()
}

/// Those with a constant, each in words, unless `other` has the name for another number.
fn unknown_to(other: &Registry, codes: Vec<&CloseCode>) -> Vec<String> {
    let known: BTreeSet<&Name> = other.named().map(|code| &code.name).collect();
    let codes = codes.into_iter().filter(|code| code.kind != Kind::Reserved);
    let codes = codes.filter(|code| !known.contains(&code.name));
    codes
        .map(|code| format!("{} `{}`", code.number, code.name))
        .collect()
}

fn no_longer(names: &[String]) -> Option<Problem> {
    let message = are(names, "no longer inherited")?;
    let help = "code that uses these names does not compile: inherit them with `\"extends\": \"standard\"`, \
                and leave their numbers out of `ranges`";
    Some(Source.problem(&extends(), "removed", &message, help))
}

fn newly(names: &[String]) -> Option<Problem> {
    let message = are(names, "newly inherited")?;
    let help =
        "a `match` or `switch` over all codes needs more arms: mention it in the release notes";
    Some(Source.problem(&extends(), "code-added", &message, help))
}

/// The sentence that says `what` of them all, if there are any.
fn are(names: &[String], what: &str) -> Option<String> {
    match names {
        [] => None,
        [name] => Some(format!("{name} is {what}")),
        names => Some(format!(
            "{} codes are {what}: {}",
            names.len(),
            names.join(", ")
        )),
    }
}

/// The advice for `numbers`: one finding for all with the same change.
fn advice(old: &Registry, new: &Registry, numbers: &BTreeSet<u16>) -> Vec<Problem> {
    let mut changes: Vec<([&Advice; 2], Vec<u16>)> = Vec::new();
    for number in numbers {
        let change = [old, new].map(|registry| &registry.answer(*number).statement().advice);
        match changes.iter_mut().find(|(known, _)| *known == change) {
            Some((_, numbers)) => numbers.push(*number),
            None => changes.push((change, vec![*number])),
        }
    }
    let problems = changes.into_iter().filter_map(|([was, is], numbers)| {
        let difference = advice_change(was, is)?;
        let numbers = in_words(&runs(numbers));
        let message = format!("the advice for {numbers} {difference}");
        Some(Behaviour.problem(&extends(), "advice-changed", &message, super::STALE_ADVICE))
    });
    problems.collect()
}

fn extends() -> Pointer {
    Pointer::root().key("extends")
}
