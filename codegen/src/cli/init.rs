//! `init`: writes a starter spec and the schema that it names, and prints what to do next.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Outcome;
use super::arguments::Common;
use super::failure::Failure;
use super::output::{print, shown_line};
use super::spec_file::SpecFile;
use super::spec_place::SPEC_FOLDER;
use crate::targets::TARGETS;

/// The starter spec.
const STARTER: &str = include_str!("../../../templates/starter/close-codes.json");

/// Where the starter goes.
const PATH: &str = "close-codes.json";

/// The schema, which goes beside it.
const SCHEMA: &str = "close-codes.schema.json";

pub fn run(common: &Common) -> Result<Outcome, Failure> {
    let path = common.spec.clone().unwrap_or_else(|| PathBuf::from(PATH));
    let mut file = create(&path)?;
    let has_schema = path.with_file_name(SCHEMA).exists();
    let starter = starter(&path, has_schema)?;
    file.write_all(starter.as_bytes())
        .map_err(|error| Failure::File(path.clone(), error))?;
    if !has_schema && let Err(failure) = write_schema(common, &path) {
        // A starter that names a schema that is not there would be half of the work.
        let _ = fs::remove_file(&path);
        return Err(failure);
    }
    if !common.quiet {
        let path = shown_line(&path.to_string_lossy());
        let schema = if has_schema { "" } else { " and its schema" };
        let outputs: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
        print(format!(
            "wrote {path}{schema}: two example codes and the outputs; replace them with your own\n\
             next: edit it, run `close-codes generate`, and run `close-codes check` in CI\n\
             outputs: {}\n",
            outputs.join(", ")
        ))?;
    }
    Ok(Outcome::Good)
}

/// Creates the file; an existing one stays as it is.
fn create(path: &Path) -> Result<File, Failure> {
    File::create_new(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::Usage(
            format!("{} exists already", path.display()),
            "edit it, or choose another file with --spec FILE".to_owned(),
        ),
        _ => Failure::File(path.to_owned(), error),
    })
}

/// The starter spec at `path`, with a schema as an output where there is none that another spec could own.
fn starter(path: &Path, has_schema: bool) -> Result<String, Failure> {
    let output = format!("\"schema\": \"{SCHEMA}\"");
    if has_schema {
        return Ok(STARTER.replace(&format!(",\n    {output}"), ""));
    }
    let path = path
        .canonicalize()
        .map_err(|error| Failure::File(path.to_owned(), error))?;
    let folder = path.parent().and_then(Path::file_name);
    Ok(match folder.filter(|folder| *folder == SPEC_FOLDER) {
        Some(_) => STARTER.replace(&output, &format!("\"schema\": \"{SPEC_FOLDER}/{SCHEMA}\"")),
        None => STARTER.to_owned(),
    })
}

/// Writes the schema beside the spec, as `generate` writes it.
fn write_schema(common: &Common, spec: &Path) -> Result<(), Failure> {
    let spec_file = SpecFile::open(&Common {
        spec: Some(spec.to_owned()),
        ..*common
    })?;
    let files = spec_file.render()?;
    let schema = files.iter().find(|(path, _)| path.ends_with(SCHEMA));
    let (_, text) = schema.unwrap_or_default();
    let path = spec.with_file_name(SCHEMA);
    fs::write(&path, text).map_err(|error| Failure::File(path, error))
}
