//! Bytes → all that the program makes of them, in memory. Whatever they are, nothing may panic, and a problem is never without a
//! report. `tests/fuzz` looks for bytes that break this.

use std::str;

use close_codes_cli::breaking::breaking as changes;
use close_codes_cli::diagnostics::report::{Format, report};
use close_codes_cli::lint::lint;
use close_codes_cli::{Problem, Project, Source};

use crate::SPEC;

/// Between the two specs of [`breaking`]. JSON cannot have it.
const SEPARATOR: char = '\0';

/// A spec: its report, or its warnings and all of its outputs.
pub fn outputs(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    let source = Source::new(SPEC, text);
    if let Some(project) = read(&source) {
        check_reports(&source, &lint(&project.registry));
        if let Ok(files) = project.render() {
            assert!(
                files.iter().all(|(path, _)| !path.is_empty()),
                "a file has no path"
            );
        }
    }
}

/// An older and a newer spec: what the newer one breaks.
pub fn breaking(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    let Some((old, new)) = text.split_once(SEPARATOR) else {
        return;
    };
    let new_source = Source::new(SPEC, new);
    if let (Some(old), Some(new)) = (read(&Source::new("old.json", old)), read(&new_source)) {
        check_reports(&new_source, &changes(&old, &new));
        assert!(changes(&old, &old).is_empty(), "a spec breaks itself");
        assert!(changes(&new, &new).is_empty(), "a spec breaks itself");
    }
}

fn read(source: &Source) -> Option<Project> {
    match Project::read(source) {
        Ok(project) => Some(project),
        Err(problems) => {
            assert!(!problems.is_empty(), "a spec is refused without a problem");
            check_reports(source, &problems);
            None
        }
    }
}

fn check_reports(source: &Source, problems: &[Problem]) {
    for format in [Format::Human, Format::Json, Format::Github] {
        let report = report(source, problems, format);
        let is_silent = report.trim().is_empty();
        assert!(
            problems.is_empty() || !is_silent,
            "problems without a report"
        );
    }
}
