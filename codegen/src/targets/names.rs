//! Constants that would not compile in some language: found before anything is rendered.

use std::collections::{BTreeMap, BTreeSet};

use super::target::{CodeTarget, Form, Target};
use super::type_name::CLOSE_CODE;
use super::{Output, TARGETS, path};
use crate::diagnostics::{Pointer, Problem};
use crate::name::MAX_NAME_BYTES;
use crate::registry::{CloseCode, Registry};
use crate::text::excerpt;

/// The keys in `names` that are not a language.
pub(crate) fn unknown_languages(registry: &Registry) -> Vec<Problem> {
    let languages = TARGETS.iter().filter(|target| target.code.is_some());
    let languages: Vec<&str> = languages.map(|target| target.name).collect();
    let mut problems = Vec::new();
    for code in registry.entries() {
        let Some(place) = code.place.as_ref().map(|place| place.key("names")) else {
            continue;
        };
        for key in code
            .names
            .keys()
            .filter(|key| !languages.contains(&key.as_str()))
        {
            let message = format!("there is no language `{}`", excerpt(key));
            let help = format!("languages: {}", languages.join(", "));
            let problem = Problem::at_key(place.key(key), "unknown-field", message, help);
            problems.push(problem.with_nearest(key, languages.iter().copied()));
        }
    }
    problems
}

/// The name of the package, where a language of the outputs cannot have a package of that name.
pub(crate) fn package_problems(registry: &Registry, outputs: &[Output]) -> Vec<Problem> {
    let name = &registry.package.name;
    let packages = outputs
        .iter()
        .filter(|output| output.form == Form::Folder && output.target.code.is_some());
    let problem = |output: &Output| {
        // Every language makes a folder of that name, here or where it unpacks the package.
        let device = path::is_reserved(name.as_str())
            .then(|| "Windows reserves the name for a device".to_owned());
        let why = device.or_else(|| output.options.refuses_package(name))?;
        let language = output.target.title;
        let message = format!("`{name}` cannot be the name of a {language} package: {why}");
        let help = format!("give the package another name, for example `{name}-close-codes`");
        let at = Pointer::root().key("package").key("name");
        Some(Problem::at(&at, "package-name", message, help))
    };
    packages.filter_map(problem).collect()
}

/// Every constant that would not compile, in any language.
pub(crate) fn clashes(registry: &Registry, outputs: &[Output]) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    let mut places: BTreeSet<Pointer> = BTreeSet::new();
    for target in TARGETS {
        let Some(code_target) = &target.code else {
            continue;
        };
        let found = in_target(registry, outputs, target, code_target);
        // What clashes in one language mostly clashes in the others as well: once is enough.
        let new = |problem: &Problem| problem.pointer().is_none_or(|at| !places.contains(at));
        let found: Vec<Problem> = found.into_iter().filter(new).collect();
        places.extend(
            found
                .iter()
                .filter_map(|problem| problem.pointer().cloned()),
        );
        problems.extend(found);
    }
    problems
}

fn in_target(
    registry: &Registry,
    outputs: &[Output],
    target: &Target,
    code_target: &CodeTarget,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut constants: BTreeMap<String, &CloseCode> = BTreeMap::new();
    let taken = taken(code_target.taken, outputs, target);
    let (own, inherited): (Vec<_>, Vec<_>) =
        registry.named().partition(|code| code.place.is_some());
    for code in inherited.into_iter().chain(own) {
        let Some(constant) = target.constant(code) else {
            continue;
        };
        let found = clash(&constant, code, &constants, &taken, target, code_target);
        match (found, &code.place) {
            (Some((rule, message)), Some(place)) => {
                let at = if code.names.contains_key(target.name) {
                    place.key("names").key(target.name)
                } else {
                    place.key("name")
                };
                let (name, example) = (target.name, code_target.example);
                let help = format!(
                    "use another name, or set the identifier in `names`, for example \
                     {{ \"{name}\": \"{example}\" }}"
                );
                problems.push(Problem::at(&at, rule, message, help));
            }
            // The spec has no entry to change for an inherited code, but it chose the name of the type.
            (Some(_), None) => {
                problems.extend(types_like(&constant, code, outputs, target, code_target));
            }
            (None, _) => {}
        }
        constants.entry(constant).or_insert(code);
    }
    problems
}

/// Every type of the `outputs` that leaves no room for the constant of an inherited code.
fn types_like(
    constant: &str,
    code: &CloseCode,
    outputs: &[Output],
    target: &Target,
    code_target: &CodeTarget,
) -> Vec<Problem> {
    let outputs = outputs
        .iter()
        .filter(|output| output.target.name == target.name);
    let problem = |output: &Output| {
        let type_name = output.options.type_name()?;
        let taken = code_target.taken.iter();
        let mut taken = taken.map(|taken| taken.replace(CLOSE_CODE, type_name));
        taken.any(|taken| taken == constant).then(|| {
            let (language, name) = (target.title, &code.name);
            let message = format!(
                "`{type_name}` cannot be the name of the type: `{constant}` is the constant of {name} in {language}"
            );
            let help = "use another name, for example `ChatCloseCode`";
            Problem::at(output.at.key("type"), "type-name", message, help)
        })
    };
    outputs.filter_map(problem).collect()
}

/// The identifiers that the code of a target uses already, under each name that `outputs` give to the type.
pub(super) fn taken(taken: &[&str], outputs: &[Output], target: &Target) -> Vec<String> {
    let outputs = outputs
        .iter()
        .filter(|output| output.target.name == target.name);
    let mut names: Vec<&str> = outputs
        .map(|output| output.options.type_name().unwrap_or(CLOSE_CODE))
        .collect();
    if names.is_empty() {
        names.push(CLOSE_CODE);
    }
    let taken = taken.iter();
    taken
        .flat_map(|taken| names.iter().map(|name| taken.replace(CLOSE_CODE, name)))
        .collect()
}

/// The rule that `constant` breaks, and how.
fn clash(
    constant: &str,
    code: &CloseCode,
    constants: &BTreeMap<String, &CloseCode>,
    taken: &[String],
    target: &Target,
    code_target: &CodeTarget,
) -> Option<(&'static str, String)> {
    let language = target.title;
    if constant.len() > MAX_NAME_BYTES || !(code_target.is_identifier)(constant) {
        let message = format!("`{}` cannot be a constant in {language}", excerpt(constant));
        return Some(("identifier", message));
    }
    if taken.iter().any(|taken| taken == constant) {
        let message = format!("`{constant}` is already used in the {language} code");
        return Some(("name-collision", message));
    }
    let other = constants.get(constant)?;
    let (name, other) = (&code.name, &other.name);
    let message = format!("{name} and {other} are both `{constant}` in {language}");
    Some(("name-collision", message))
}
