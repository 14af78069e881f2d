//! What every language has for a named range, a constant with its ends and a predicate: the identifiers, and those that
//! would meet something else, found before anything is rendered.

use std::collections::BTreeSet;

use super::comment::{of_predicate, of_range};
use super::names::taken;
use super::target::{Beside, RangeTarget, Target};
use super::{Output, TARGETS, type_name};
use crate::diagnostics::{Pointer, Problem};
use crate::registry::{Range, Registry};

/// What one language has for a range, as people write it.
pub(crate) struct RangeNames {
    pub(crate) target: &'static Target,
    /// `CloseCode::OVERLOADED`.
    pub(crate) constant: String,
    /// `is_overloaded`.
    pub(crate) predicate: String,
}

/// What each language has for `range`. Empty for a range without constants.
pub(crate) fn range_names(registry: &Registry, range: &Range) -> Vec<RangeNames> {
    let targets = TARGETS.iter().filter(|_| range.is_named());
    let names = targets.filter_map(|target| {
        let spelling = &target.code.as_ref()?.range;
        let type_name = registry.types.get(target.name);
        let type_name = type_name.map_or(type_name::CLOSE_CODE, String::as_str);
        Some(RangeNames {
            target,
            constant: (spelling.qualified)(type_name, &(spelling.constant)(&range.name)),
            predicate: (spelling.predicate)(&range.name),
        })
    });
    names.collect()
}

/// A named range as a template prints it. Its identifiers are without escapes.
pub(super) struct RangeView {
    pub(super) from: u16,
    pub(super) to: u16,
    pub(super) doc: Vec<String>,
    pub(super) constant: String,
    pub(super) predicate_doc: Vec<String>,
    pub(super) predicate: String,
}

/// The named ranges for the template of a code target, whose comments get lines of `width`.
pub(super) fn range_views(registry: &Registry, target: &Target, width: usize) -> Vec<RangeView> {
    let Some(code) = &target.code else {
        return Vec::new();
    };
    let view = |range: &Range| {
        let [constant, predicate] = identifiers(&code.range, range);
        RangeView {
            from: range.from,
            to: range.to,
            doc: of_range(range, width),
            constant,
            predicate_doc: of_predicate(range, width),
            predicate,
        }
    };
    registry.named_ranges().map(view).collect()
}

/// Every named range whose name, or what follows from it in some language, is taken: one problem for each.
pub(crate) fn range_clashes(registry: &Registry, outputs: &[Output]) -> Vec<Problem> {
    let ranges: Vec<&Range> = registry.named_ranges().collect();
    let mut problems = Vec::new();
    for (index, range) in ranges.iter().enumerate() {
        let before = &ranges[..index];
        let in_targets = || {
            let mut targets = TARGETS.iter();
            targets.find_map(|target| in_target(registry, outputs, target, range, before))
        };
        let Some(place) = &range.place else {
            continue;
        };
        let found = same_name(registry, range, before).or_else(in_targets);
        problems.extend(found.map(|(rule, message)| problem(place, rule, message)));
    }
    problems
}

fn problem(place: &Pointer, rule: &'static str, message: String) -> Problem {
    let help = "give the range a name of its own";
    Problem::at(place.key("name"), rule, message, help)
}

/// The label of a number would mean two things, and some languages have all constants in one place.
fn same_name(
    registry: &Registry,
    range: &Range,
    before: &[&Range],
) -> Option<(&'static str, String)> {
    let name = &range.name;
    let constant = name.upper_camel();
    let mut codes = registry.named();
    let code = codes.find(|code| code.name.upper_camel() == constant);
    let code = code.map(|code| (&code.name, code.number.to_string()));
    let mut ranges = before.iter();
    let other = ranges.find(|other| other.name.upper_camel() == constant);
    let other = other.map(|other| (&other.name, format!("{}-{}", other.from, other.to)));
    let (taken, holder) = code.or(other)?;
    Some(if taken == name {
        let message = format!("the name `{name}` is taken: {holder} has it");
        ("duplicate-name", message)
    } else {
        let message =
            format!("`{name}` and `{taken}`, which {holder} has, are both `{constant}` in code");
        ("name-collision", message)
    })
}

fn in_target(
    registry: &Registry,
    outputs: &[Output],
    target: &'static Target,
    range: &Range,
    before: &[&Range],
) -> Option<(&'static str, String)> {
    let spelling = &target.code.as_ref()?.range;
    let names = identifiers(spelling, range);
    let others: BTreeSet<String> = before
        .iter()
        .flat_map(|other| identifiers(spelling, other))
        .collect();
    let beside: Vec<String> = match spelling.beside {
        Beside::Codes => {
            let codes = registry.named();
            codes.filter_map(|code| target.constant(code)).collect()
        }
        Beside::Types => {
            let outputs = outputs
                .iter()
                .filter(|output| output.target.name == target.name);
            let names = outputs.filter_map(|output| output.options.type_name());
            names.map(str::to_owned).collect()
        }
        Beside::Nothing => Vec::new(),
    };
    let taken = taken(spelling.taken, outputs, target);
    let is_taken =
        |name: &&String| taken.contains(*name) || others.contains(*name) || beside.contains(name);
    let taken = names.iter().find(is_taken)?;
    let message = format!(
        "the range `{}` would be `{taken}` in {}, which has that already",
        range.name, target.title
    );
    Some(("name-collision", message))
}

fn identifiers(spelling: &RangeTarget, range: &Range) -> [String; 2] {
    [spelling.constant, spelling.predicate].map(|spell| spell(&range.name))
}
