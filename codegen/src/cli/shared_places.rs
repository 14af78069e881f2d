//! Outputs → those at one place with another one, the spec or its record, however their paths are spelled.

use std::path::Path;

use crate::diagnostics::Problem;
use crate::files::{Folders, place};
use crate::targets::Output;

pub fn shared_places(folders: &Folders, spec: &Path, outputs: &[Output]) -> Vec<Problem> {
    let folder = &folders.project;
    let spec = (place(folder, spec), "the spec itself".to_owned());
    let record = folders.record();
    let record = (
        place(folder, Path::new(&record)),
        format!("`{record}`, which lists the outputs"),
    );
    let mut problems = Vec::new();
    let mut places: Vec<(String, String)> = Vec::new();
    for output in outputs {
        let own = place(folder, Path::new(&output.path));
        let overlaps = |(other, _): &&(String, String)| {
            let (own, other) = (Path::new(&own), Path::new(other));
            own.starts_with(other) || other.starts_with(own)
        };
        let files = [&spec, &record].into_iter();
        let mut file = files.filter(|(other, _)| *other == own);
        if let Some((_, other)) = places.iter().find(overlaps).or_else(|| file.next_back()) {
            let message = format!(
                "`{}` is the same place as {other}, or inside it",
                output.path
            );
            let help = "give each output a place of its own";
            problems.push(Problem::at(&output.at, "output-path", message, help));
        }
        places.push((own, format!("the output `{}`", output.path)));
    }
    problems
}
