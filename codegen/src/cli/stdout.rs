//! `generate --stdout`: one output as a single file, of a spec, or of the standard codes where there is no spec.

use super::Outcome;
use super::arguments::Common;
use super::failure::Failure;
use super::output::print;
use super::spec_file::SpecFile;
use crate::files::Notice;
use crate::targets::{Output, Target};

pub fn run(common: &Common, target: &'static Target) -> Result<Outcome, Failure> {
    let mut spec_file = SpecFile::open_or_standard(common)?;
    let project = &mut spec_file.project;
    let command = format!("close-codes generate --stdout {}", target.name);
    project.notice = if spec_file.place.path.as_os_str().is_empty() {
        Notice::of_standard(&command)
    } else {
        Notice::new(&spec_file.source.label, &command)
    };
    let name = format!("close-codes.{}", target.extension);
    let mut outputs = std::mem::take(&mut project.outputs);
    if spec_file.place.path.as_os_str().is_empty() {
        // Those of this project are not chosen for anyone else.
        outputs.clear();
    }
    let output = Output::file(target, outputs, name).map_err(|not_one| {
        let [message, help] = not_one.message_and_help();
        Failure::Usage(message, help)
    })?;
    project.outputs = vec![output];
    let files = project.render();
    let files = files.map_err(|failed| spec_file.unrendered(failed))?;
    for (_, text) in files.iter() {
        print(text)?;
    }
    Ok(Outcome::Good)
}
