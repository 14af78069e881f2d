//! Lines of code, as gofmt formats them.

use super::super::lookup::{Lookup, Run};

/// The cases of a switch over codes, and those of a switch over numbers without a name.
pub(super) struct Cases {
    pub(super) codes: Vec<Case>,
    pub(super) runs: Vec<Case>,
}

/// A case and the value that its statement returns.
pub(super) struct Case {
    pub(super) pattern: String,
    pub(super) value: String,
}

/// The cases of a lookup, one for each value: `constant` is what a code is called.
pub(super) fn cases(lookup: Lookup<'_, String>, constant: impl Fn(u16) -> String) -> Cases {
    let codes = lookup.codes.into_iter();
    let codes = codes.map(|(code, value)| (constant(code.number), value));
    Cases {
        codes: grouped(codes),
        runs: run_cases(lookup.runs),
    }
}

/// The cases of runs of numbers.
pub(super) fn run_cases(runs: Vec<Run<String>>) -> Vec<Case> {
    let runs = runs.into_iter();
    grouped(runs.map(|run| (condition((run.from, run.to)), run.value)))
}

/// Patterns of one value become one case. No two patterns match one code, so the order does not matter.
fn grouped(patterns: impl Iterator<Item = (String, String)>) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for (pattern, value) in patterns {
        match cases.iter_mut().find(|case| case.value == value) {
            Some(case) => case.pattern.extend([",\n\t\t", &pattern]),
            None => cases.push(Case { pattern, value }),
        }
    }
    cases
}

/// The condition of a run of numbers, without what holds for every number.
pub(super) fn condition((from, to): (u16, u16)) -> String {
    match (from, to) {
        _ if from == to => format!("c == {from}"),
        (0, u16::MAX) => "true".to_owned(),
        (0, _) => format!("c <= {to}"),
        (_, u16::MAX) => format!("c >= {from}"),
        _ => format!("c >= {from} && c <= {to}"),
    }
}

/// The condition of any of the runs.
pub(super) fn any(runs: &[(u16, u16)]) -> String {
    let conditions: Vec<String> = runs.iter().copied().map(condition).collect();
    if conditions.is_empty() {
        return "false".to_owned();
    }
    conditions.join(" ||\n\t\t")
}

/// Declarations of constants, whose values gofmt aligns.
pub(super) fn aligned(declarations: &[(String, String)]) -> Vec<String> {
    let names = declarations.iter().map(|(name, _)| name.len());
    let width = names.max().unwrap_or_default();
    let declarations = declarations.iter();
    declarations
        .map(|(name, value)| format!("{name:width$} = {value}"))
        .collect()
}
