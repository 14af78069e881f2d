//! `init`: writes a starter spec and the schema that it names, and prints what to do next.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::json;

use super::Outcome;
use super::arguments::{Common, Format};
use super::failure::Failure;
use super::output::{print, shown_line, write_json};
use super::spec_file::SpecFile;
use super::spec_place::SpecPlace;
use crate::files::{Temporary, create_together};
use crate::targets::TARGETS;

/// The starter spec.
const STARTER: &str = include_str!("../../../templates/starter/close-codes.json");

/// Where the starter goes.
const PATH: &str = "close-codes.json";

/// The schema, which goes beside it.
const SCHEMA: &str = "close-codes.schema.json";

pub fn run(common: &Common) -> Result<Outcome, Failure> {
    let given = common.spec.clone().unwrap_or_else(|| PathBuf::from(PATH));
    refuse_existing(&given)?;
    let has_schema = has_schema(&given.with_file_name(SCHEMA))?;
    make_folder(&given)?;
    let place = SpecPlace::at(common, given.clone())?;
    let path = place.path.clone();
    let starter = starter(&place.folders.spec, has_schema);
    let files = SpecFile::with_text(place, &starter)?.render()?;
    let schema = files.iter().find(|(path, _)| path.ends_with(SCHEMA));
    // The spec comes first: `generate` writes a schema that is missing.
    let mut texts = vec![(path.clone(), starter.as_str())];
    texts.extend(schema.map(|(_, text)| (path.with_file_name(SCHEMA), text)));
    create_together(&texts, &Temporary::of(&path))?;
    let mut out = Vec::new();
    match common.format {
        _ if common.quiet => {}
        Format::Json => {
            let schema = (!has_schema).then(|| given.with_file_name(SCHEMA));
            let created: Vec<_> = [given].into_iter().chain(schema).collect();
            write_json(&mut out, &json!({ "created": created }))?;
        }
        Format::Human | Format::Github => {
            write_next(&mut out, &given, has_schema, files.notice.command())?;
        }
    }
    print(out)?;
    Ok(Outcome::Good)
}

/// Prints what was written, and what to do next.
fn write_next(
    out: &mut impl Write,
    given: &Path,
    has_schema: bool,
    command: &str,
) -> io::Result<()> {
    let path = shown_line(&given.to_string_lossy());
    let schema = if has_schema { "" } else { " and its schema" };
    let outputs: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    let spec = command
        .strip_prefix("close-codes generate")
        .unwrap_or_default();
    writeln!(
        out,
        "wrote {path}{schema}: two example codes and the outputs; replace them with your own\n\
         next: edit it, run `{command}`, and run `close-codes check{spec}` in CI\n\
         outputs: {}",
        outputs.join(", ")
    )
}

/// An existing spec stays as it is, whatever it is.
fn refuse_existing(path: &Path) -> Result<(), Failure> {
    if path.symlink_metadata().is_err() {
        return Ok(());
    }
    Err(Failure::Usage(
        format!("{} exists already", path.display()),
        "edit it, or choose another file with --spec FILE".to_owned(),
    ))
}

/// A new repository may not have the folder of the spec yet.
fn make_folder(spec: &Path) -> Result<(), Failure> {
    let folder = spec.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).map_err(|error| Failure::File(folder.to_owned(), error))
}

/// Whether there is a schema, which another spec could own. What is something else there is neither replaced nor followed.
fn has_schema(path: &Path) -> Result<bool, Failure> {
    let is_file = match fs::metadata(path) {
        Ok(metadata) => metadata.is_file(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(Failure::File(path.to_owned(), error)),
    };
    if is_file || path.symlink_metadata().is_err() {
        return Ok(is_file);
    }
    Err(Failure::Usage(
        format!(
            "{} is not a regular file; nothing was written",
            path.display()
        ),
        "the schema goes there: move it, or choose another folder with --spec FILE".to_owned(),
    ))
}

/// The starter, as the spec that is at `spec` from the project's folder, with a schema as an output where there is none.
fn starter(spec: &str, has_schema: bool) -> String {
    let output = format!("\"schema\": \"{SCHEMA}\"");
    if has_schema {
        return STARTER.replace(&format!(",\n    {output}"), "");
    }
    let folder = spec.rfind('/').map_or("", |end| &spec[..=end]);
    STARTER.replace(&output, &format!("\"schema\": \"{folder}{SCHEMA}\""))
}
