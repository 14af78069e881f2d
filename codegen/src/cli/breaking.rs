//! `breaking`: what the spec changes that breaks peers or source, against an older copy of it.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use crate::breaking::breaking;
use crate::diagnostics::Source;
use crate::diagnostics::report::report;
use crate::project::Project;

use super::arguments::{BreakingOptions, Common, Format};
use super::failure::Failure;
use super::output::print;
use super::spec_file::SpecFile;
use super::{Outcome, counted};

pub fn run(common: &Common, options: &BreakingOptions) -> Result<Outcome, Failure> {
    let spec_file = SpecFile::open(common)?;
    let old = read(&options.against)?;
    let old = match Project::read(&old) {
        Ok(old) => old,
        Err(problems) => return Err(Failure::BadSpec(Box::new(old), problems)),
    };
    let changes = breaking(&old.registry, &spec_file.project.registry);
    let mut out = Vec::new();
    if !common.quiet {
        write!(
            out,
            "{}",
            report(&spec_file.source, &changes, common.format.into())
        )?;
    }
    if common.format == Format::Human && !common.quiet {
        match changes.len() {
            0 => writeln!(out, "nothing breaks")?,
            count => writeln!(out, "{}", counted(count, "breaking change"))?,
        }
    }
    print(out)?;
    Ok(if changes.is_empty() {
        Outcome::Good
    } else {
        Outcome::Findings
    })
}

/// The older spec: a file, or standard input for `-`, so that git can feed it.
fn read(path: &Path) -> Result<Source, Failure> {
    let failed = |error| Failure::File(path.to_owned(), error);
    if path == Path::new("-") {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map_err(failed)?;
        return Ok(Source::new("standard input", &text));
    }
    let text = fs::read_to_string(path).map_err(failed)?;
    Ok(Source::new(path.to_string_lossy(), &text))
}
