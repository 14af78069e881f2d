//! Names that no language can tell apart, or that the generated type has already: found before anything is written.

use std::collections::BTreeMap;

use super::{CodeTarget, TARGETS, Target};
use crate::name::MAX_NAME_BYTES;
use crate::problem::Problem;
use crate::registry::{CloseCode, Registry};

/// Every constant that would not compile, in any language.
#[must_use]
pub fn clashes(registry: &Registry) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    for target in TARGETS {
        let Some(code_target) = &target.code else {
            continue;
        };
        let found = in_target(registry, target, code_target);
        // What clashes in one language mostly clashes in the others as well: once is enough.
        let new = |problem: &Problem| problems.iter().all(|known| known.place != problem.place);
        let found: Vec<Problem> = found.into_iter().filter(new).collect();
        problems.extend(found);
    }
    problems
}

fn in_target(registry: &Registry, target: &Target, code_target: &CodeTarget) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut constants: BTreeMap<String, &CloseCode> = BTreeMap::new();
    let (own, inherited): (Vec<_>, Vec<_>) =
        registry.named().partition(|code| code.place.is_some());
    for code in inherited.into_iter().chain(own) {
        let constant = (code_target.constant)(code);
        let is_identifier =
            constant.len() <= MAX_NAME_BYTES && (code_target.is_identifier)(&constant);
        let message = if !is_identifier {
            Some((
                "identifier",
                format!("`{constant}` is no constant in {}", target.title),
            ))
        } else if code_target.taken.contains(&constant.as_str()) {
            let message = format!("`{constant}` is taken in the {} code", target.title);
            Some(("name-collision", message))
        } else {
            constants.get(&constant).map(|other| {
                let message = format!(
                    "{} and {other} are both `{constant}` in {}",
                    code.name,
                    target.title,
                    other = other.name
                );
                ("name-collision", message)
            })
        };
        if let (Some((rule, message)), Some(place)) = (message, &code.place) {
            let at = match (code_target.fixed)(&code.names) {
                Some(_) => place.key("names").key(target.name),
                None => place.key("name"),
            };
            let help = format!(
                "choose another name, or give it another identifier in `names`, as {}",
                example(target)
            );
            problems.push(Problem::at(&at, rule, message, help));
        }
        constants.entry(constant).or_insert(code);
    }
    problems
}

fn example(target: &Target) -> String {
    let identifier = if target.name == "swift" {
        "isSomething"
    } else {
        "IsSomething"
    };
    format!("{{ \"{}\": \"{identifier}\" }}", target.name)
}
