//! `breaking`: what the spec changes that breaks peers or source, against an older copy of it.

use std::io::Write;

use crate::breaking::{Breaks, breaking, breaking_since_output};
use crate::diagnostics::Problem;
use crate::diagnostics::report::{annotation, report};
use crate::project::Project;
use crate::targets::json::{is_output, read_output};
use crate::text::Word;

use super::against::{self, Older};
use super::arguments::{BreakingOptions, Common, Format};
use super::failure::Failure;
use super::output::{print, shown_line};
use super::spec_file::SpecFile;
use super::{Outcome, counted};

pub fn run(common: &Common, options: &BreakingOptions) -> Result<Outcome, Failure> {
    let spec_file = SpecFile::open(common)?;
    let old = match against::read(&options.against, &spec_file.place.path)? {
        Older::Spec(old) => old,
        Older::Missing { reference, path } if options.allow_missing => {
            print(nothing_older(common, &reference, &path))?;
            return Ok(Outcome::Good);
        }
        Older::Missing { reference, path } => return Err(against::missing(&reference, &path)),
    };
    let new = &spec_file.project;
    let changes = if is_output(&old.text) {
        read_output(&old).map(|old| breaking_since_output(&old, new))
    } else {
        Project::read(&old).map(|old| breaking(&old, new))
    };
    let changes = changes.map_err(|problems| Failure::BadSpec(Box::new(old), problems))?;
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

/// The report where there is no older spec to compare with.
fn nothing_older(common: &Common, reference: &str, path: &str) -> String {
    let (path, reference) = (shown_line(path), shown_line(reference));
    let why = format!("nothing to compare with: there is no file `{path}` at `{reference}`");
    match common.format {
        _ if common.quiet => String::new(),
        Format::Json => "[]\n".to_owned(),
        Format::Github => annotation("notice", &[("title", "new-spec")], &why),
        Format::Human => format!("{why}\n"),
    }
}

/// `1 wire, 2 source`.
fn by_level(changes: &[Problem]) -> String {
    let counts = Breaks::ALL.iter().filter_map(|level| {
        let of_level = changes
            .iter()
            .filter(|change| change.breaks == Some(level.as_str()));
        let count = of_level.count();
        (count > 0).then(|| format!("{count} {}", level.as_str()))
    });
    counts.collect::<Vec<_>>().join(", ")
}
