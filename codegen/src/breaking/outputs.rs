//! What source relies on in the outputs: that they are there, the type's name, the package's name, what options add.

use crate::diagnostics::{Pointer, Problem};
use crate::project::Project;
use crate::targets::{CLOSE_CODE, Form, Output, TARGETS, Target};

use super::Breaks::Source;

pub(super) fn outputs(old: &Project, new: &Project) -> Vec<Problem> {
    let mut problems = Vec::new();
    for target in TARGETS {
        for (was, is) in pairs(target, old, new) {
            match is {
                Some(is) => changes(old, new, was, is, &mut problems),
                None => problems.push(gone(target, new)),
            }
        }
    }
    problems
}

/// The older outputs of `target`, each with the newer one in its place: the one at its path, else the next one that no other
/// has.
fn pairs<'a>(
    target: &Target,
    old: &'a Project,
    new: &'a Project,
) -> Vec<(&'a Output, Option<&'a Output>)> {
    let of_target = |output: &&Output| output.target.name == target.name;
    let was: Vec<&Output> = old.outputs.iter().filter(of_target).collect();
    let (mut kept, mut others): (Vec<&Output>, Vec<&Output>) = new
        .outputs
        .iter()
        .filter(of_target)
        .partition(|is| was.iter().any(|was| was.path == is.path));
    others.reverse();
    let pairs = was.into_iter().map(|was| {
        let place = kept.iter().position(|is| is.path == was.path);
        (was, place.map(|place| kept.swap_remove(place)))
    });
    let pairs: Vec<_> = pairs.collect();
    let pairs = pairs.into_iter();
    pairs
        .map(|(was, is)| (was, is.or_else(|| others.pop())))
        .collect()
}

fn gone(target: &Target, new: &Project) -> Problem {
    let root = Pointer::root().key("outputs");
    let is_left = new.outputs.iter().any(|is| is.target.name == target.name);
    let (at, message) = if is_left {
        let message = format!("there are fewer {} outputs", target.title);
        (root.key(target.name), message)
    } else {
        let message = format!("there is no {} output any more", target.title);
        (root, message)
    };
    let help = "what uses it no longer builds: keep it, or mention it in the release notes";
    Source.problem(&at, "output-changed", &message, help)
}

fn changes(old: &Project, new: &Project, was: &Output, is: &Output, problems: &mut Vec<Problem>) {
    let title = was.target.title;
    let mut changed = |message: &str| {
        let help =
            "source that uses it does not compile: keep it, or mention it in the release notes";
        problems.push(Source.problem(&is.at, "output-changed", message, help));
    };
    if was.options.type_name() != is.options.type_name() {
        let name = |output: &Output| output.options.type_name().unwrap_or(CLOSE_CODE).to_owned();
        if name(was) != name(is) {
            changed(&format!(
                "the type of {title} was {} and is now {}",
                name(was),
                name(is)
            ));
        }
    }
    let offers = is.options.offers();
    for offer in was.options.offers() {
        if !offers.contains(&offer) {
            changed(&format!("the {title} output no longer offers {offer}"));
        }
    }
    if was.form != is.form {
        changed(&format!(
            "the {title} output was {} and is now {}",
            form(was),
            form(is)
        ));
    } else if is_package(was) && old.registry.package.name != new.registry.package.name {
        let (was, is) = (&old.registry.package.name, &new.registry.package.name);
        changed(&format!(
            "the {title} package was called {was} and is now {is}"
        ));
    }
}

fn form(output: &Output) -> &'static str {
    match output.form {
        Form::Folder if is_package(output) => "a package",
        Form::Folder => "a folder",
        Form::File => "one file",
    }
}

/// Whether it has the name of the package in its manifest.
fn is_package(output: &Output) -> bool {
    output.form == Form::Folder && output.target.code.is_some()
}
