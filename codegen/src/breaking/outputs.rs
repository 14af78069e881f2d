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

/// Whether a newer output can have taken the place of an older one, the best first.
const LIKENESS: [fn(&Output, &Output) -> bool; 4] = [
    |was, is| was.path == is.path,
    |was, is| was.form == is.form && type_name(was) == type_name(is),
    |was, is| was.form == is.form,
    |_, _| true,
];

/// The older outputs of `target`, each with the newer one in its place.
fn pairs<'a>(
    target: &Target,
    old: &'a Project,
    new: &'a Project,
) -> Vec<(&'a Output, Option<&'a Output>)> {
    let of_target = |output: &&Output| output.target.name == target.name;
    let mut left: Vec<&Output> = new.outputs.iter().filter(of_target).collect();
    let was = old.outputs.iter().filter(of_target);
    let mut pairs: Vec<(&Output, Option<&Output>)> = was.map(|was| (was, None)).collect();
    for is_alike in LIKENESS {
        for (was, is) in pairs.iter_mut().filter(|(_, is)| is.is_none()) {
            let place = left.iter().position(|left| is_alike(was, left));
            *is = place.map(|place| left.remove(place));
        }
    }
    pairs
}

fn type_name(output: &Output) -> &str {
    output.options.type_name().unwrap_or(CLOSE_CODE)
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
    if type_name(was) != type_name(is) {
        let (was, is) = (type_name(was), type_name(is));
        changed(&format!("the type of {title} was {was} and is now {is}"));
    }
    let offers = is.options.offers(&new.registry, is.form);
    for offer in was.options.offers(&old.registry, was.form) {
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
    } else if is_package(was)
        && was.options.is_imported_by_its_name()
        && old.registry.package.name != new.registry.package.name
    {
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
