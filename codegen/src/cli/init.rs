//! `init`: writes a starter spec, and prints what to do next.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Outcome;
use super::arguments::Common;
use super::failure::Failure;
use super::output::{print, shown_line};

/// The starter spec.
const STARTER: &str = include_str!("../../../templates/starter/close-codes.json");

/// Where the starter goes.
const PATH: &str = "close-codes.json";

pub fn run(common: &Common) -> Result<Outcome, Failure> {
    let path = common.spec.clone().unwrap_or_else(|| PathBuf::from(PATH));
    let mut file = create(&path)?;
    file.write_all(STARTER.as_bytes())
        .map_err(|error| Failure::File(path.clone(), error))?;
    if !common.quiet {
        let path = shown_line(&path.to_string_lossy());
        print(format!(
            "wrote {path}: two example codes and the outputs; replace them with your own\n\
             next: edit it, run `close-codes generate`, and run `close-codes check` in CI\n"
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
