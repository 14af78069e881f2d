//! What source relies on in the outputs: that they are there, the type's name, the package's name, what options add.

use crate::diagnostics::{Pointer, Problem};
use crate::project::Project;
use crate::targets::{CLOSE_CODE, Form, Output};

use super::Breaks::Source;

pub(super) fn outputs(old: &Project, new: &Project) -> Vec<Problem> {
    let mut problems = Vec::new();
    for was in &old.outputs {
        let title = was.target.title;
        let at = Pointer::root().key("outputs");
        let Some(is) = new
            .outputs
            .iter()
            .find(|is| is.target.name == was.target.name)
        else {
            let message = format!("there is no {title} output any more");
            let help = "what uses it no longer builds: keep it, or mention it in the release notes";
            problems.push(Source.problem(&at, "output-changed", &message, help));
            continue;
        };
        let at = at.key(was.target.name);
        let mut changed = |message: &str| {
            let help =
                "source that uses it does not compile: keep it, or mention it in the release notes";
            problems.push(Source.problem(&at, "output-changed", message, help));
        };
        if was.options.type_name() != is.options.type_name() {
            let name =
                |output: &Output| output.options.type_name().unwrap_or(CLOSE_CODE).to_owned();
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
        } else if was.form == Form::Package
            && old.registry.package.name != new.registry.package.name
        {
            let (was, is) = (&old.registry.package.name, &new.registry.package.name);
            changed(&format!(
                "the {title} package was called {was} and is now {is}"
            ));
        }
    }
    problems
}

fn form(output: &Output) -> &'static str {
    match output.form {
        Form::Package => "a package",
        Form::File => "one file",
    }
}
