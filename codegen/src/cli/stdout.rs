//! `generate --stdout`: one output as a single file, of a spec, or of the standard codes where there is no spec.

use super::Outcome;
use super::arguments::Common;
use super::failure::Failure;
use super::output::print;
use super::spec_file::SpecFile;
use crate::files::Notice;
use crate::targets::{Output, Target};

pub fn run(common: &Common, target: &'static Target) -> Result<Outcome, Failure> {
    let SpecFile {
        path,
        source,
        mut project,
        ..
    } = SpecFile::open_or_standard(common)?;
    let command = format!("close-codes generate --stdout {}", target.name);
    project.notice = if path.as_os_str().is_empty() {
        Notice::of_standard(&command)
    } else {
        Notice::new(&source.label, &command)
    };
    let name = format!("close-codes.{}", target.extension);
    project.outputs = vec![Output::file(target, project.outputs, name)];
    for (_, text) in project.render().iter() {
        print(text)?;
    }
    Ok(Outcome::Good)
}
