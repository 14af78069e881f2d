//! A registry → the files of every language and format.

mod comment;
pub(crate) mod docs;
mod go;
mod java;
pub(crate) mod json;
mod kotlin;
mod lookup;
mod names;
mod not_one;
mod output;
mod package_name;
mod path;
mod python;
mod ranges;
mod rust;
mod schema;
mod swift;
mod target;
mod template;
mod type_name;
mod typescript;

use std::collections::BTreeMap;

use crate::registry::{CloseCode, Registry};
use crate::spec::Kind;
pub(crate) use names::{clashes, package_problems, unknown_languages};
pub use output::Output;
pub(crate) use output::outputs;
pub(crate) use ranges::{RangeNames, range_clashes, range_names};
pub use schema::schema;
use target::Render;
pub use target::{Form, Target, Unrendered};
pub(crate) use type_name::CLOSE_CODE;

/// Every target, in the order in which documentation names them.
///
/// # How to add a target
///
/// 1. A module here, with a `const TARGET` and a struct of options that implements `target::Render`.
/// 2. A folder in `templates/`, with a file that reads like the file that it makes.
/// 3. A line below.
/// 4. For a language, a folder in `tests/languages/`, as the readme there describes it.
///
/// Schema, documentation, checks of names and paths, and tests follow from the list. A spec selects the target by its
/// name: `"outputs": { "NAME": "path" }`.
pub const TARGETS: &[Target] = &[
    rust::TARGET,
    swift::TARGET,
    typescript::TARGET,
    python::TARGET,
    kotlin::TARGET,
    java::TARGET,
    go::TARGET,
    docs::markdown::TARGET,
    docs::html::TARGET,
    json::TARGET,
    schema::TARGET,
    template::TARGET,
];

/// What precedes the notice in generated files, whatever their target.
#[must_use]
pub fn heads() -> Vec<&'static str> {
    TARGETS
        .iter()
        .flat_map(|target| target.heads)
        .copied()
        .collect()
}

/// What `outputs` call the type of the codes, by target: of several outputs of one, the first.
pub(crate) fn types(outputs: &[Output]) -> BTreeMap<&'static str, String> {
    chosen(outputs, |options| options.type_name())
}

/// What `outputs` call the package, in the same way.
pub(crate) fn packages(outputs: &[Output]) -> BTreeMap<&'static str, String> {
    chosen(outputs, |options| options.package())
}

fn chosen(
    outputs: &[Output],
    name: fn(&dyn Render) -> Option<&str>,
) -> BTreeMap<&'static str, String> {
    let chosen = outputs.iter().rev().filter_map(|output| {
        let name = name(output.options.as_ref())?;
        Some((output.target.name, name.to_owned()))
    });
    chosen.collect()
}

/// The constant that each language has for `code`, as people write it. Empty for a code without constants.
#[must_use]
pub fn constants(registry: &Registry, code: &CloseCode) -> Vec<(&'static Target, String)> {
    let targets = TARGETS.iter().filter(|_| code.kind != Kind::Reserved);
    targets
        .filter_map(|target| {
            let qualified = target.code.as_ref()?.qualified;
            let type_name = registry.types.get(target.name);
            let type_name = type_name.map_or(CLOSE_CODE, String::as_str);
            Some((target, qualified(type_name, &target.constant(code)?)))
        })
        .collect()
}

/// A line to copy in each language, around the constant for `code` in the middle. Empty for a code without constants.
#[must_use]
pub fn snippets(registry: &Registry, code: &CloseCode) -> Vec<(&'static Target, [String; 3])> {
    let answer = registry.answer(code.number);
    let constants = constants(registry, code).into_iter();
    constants
        .filter_map(|(target, constant)| {
            let code = target.code.as_ref()?;
            let chosen = registry.packages.get(target.name);
            let package = chosen.map(String::as_str).or(code.package);
            let package = package.map_or(String::new(), |package| format!("{package}."));
            let [before, after] = (code.snippet)(&answer);
            Some((
                target,
                [before.to_owned() + &package, constant, after.to_owned()],
            ))
        })
        .collect()
}
