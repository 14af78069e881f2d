//! `init`: a starter spec that is worth keeping, and what to do next.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Outcome;
use super::arguments::Common;
use super::failure::Failure;

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
        let path = path.display();
        let mut out = anstream::stdout().lock();
        writeln!(
            out,
            "wrote {path}: two close codes to make your own, and outputs to point at your folders"
        )?;
        writeln!(
            out,
            "next: edit it, run `close-codes generate`, and let CI run `close-codes check`"
        )?;
    }
    Ok(Outcome::Good)
}

/// Makes the file; one that is there already stays as it is.
fn create(path: &Path) -> Result<File, Failure> {
    File::create_new(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::Usage(
            format!("{} is there already", path.display()),
            "edit it, or name another file with --spec FILE".to_owned(),
        ),
        _ => Failure::File(path.to_owned(), error),
    })
}
