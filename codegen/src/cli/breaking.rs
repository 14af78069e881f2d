//! `breaking`: what the spec changes that breaks peers or source, against an older copy of it.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use clap::ValueEnum;

use crate::breaking::breaking;
use crate::diagnostics::report::report;
use crate::diagnostics::{Problem, Source};
use crate::project::Project;

use super::arguments::{BreakingOptions, Common, Format, Level};
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
    let changes = breaking(&old, &spec_file.project);
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
            count => writeln!(
                out,
                "{}: {}",
                counted(count, "breaking change"),
                by_level(&changes)
            )?,
        }
    }
    print(out)?;
    let fails = |change: &Problem| {
        let mut levels = options.fail_on.iter();
        levels.any(|level| change.breaks == Some(level.as_str()))
    };
    Ok(if changes.iter().any(fails) {
        Outcome::Findings
    } else {
        Outcome::Good
    })
}

/// `1 wire, 2 source`.
fn by_level(changes: &[Problem]) -> String {
    let counts = Level::value_variants().iter().filter_map(|level| {
        let of_level = changes
            .iter()
            .filter(|change| change.breaks == Some(level.as_str()));
        let count = of_level.count();
        (count > 0).then(|| format!("{count} {}", level.as_str()))
    });
    counts.collect::<Vec<_>>().join(", ")
}

/// The older spec: a file, or standard input for `-`, so that git can feed it.
fn read(path: &Path) -> Result<Source, Failure> {
    let failed = |error| Failure::File(path.to_owned(), error);
    if path == Path::new("-") {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map_err(failed)?;
        if text.trim().is_empty() {
            return Err(Failure::Usage(
                "standard input is empty: the command that should print the older spec failed"
                    .to_owned(),
                "a shallow clone lacks other branches: on GitHub, check out with `fetch-depth: 0`"
                    .to_owned(),
            ));
        }
        return Ok(Source::new("standard input", &text));
    }
    let text = fs::read_to_string(path).map_err(failed)?;
    Ok(Source::new(path.to_string_lossy(), &text))
}
