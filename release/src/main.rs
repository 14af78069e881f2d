//! `cargo run -p release [-- TARGET]`: the sources → the crate, the npm packages and the wheel of the program for a platform, by
//! default this one, in `target/packages`. The same sources give the same bytes.

mod crates_io;
mod facts;
mod licences;
mod npm;
mod platform;
mod run;
mod sources;
mod wheel;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use crate::facts::Facts;
use crate::platform::Platform;
use crate::run::Failure;

/// The name of the crate, of the npm package and of the Python package.
const NAME: &str = "close-codes-cli";

/// The folders of one run.
struct Folders {
    /// The project's own.
    root: PathBuf,
    /// The sources as one crate of their own.
    sources: PathBuf,
    /// What cargo builds, which is kept for the next run.
    builds: PathBuf,
    /// What is made.
    packages: PathBuf,
}

fn main() -> ExitCode {
    match make() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn make() -> Result<(), Failure> {
    let platform = Platform::of(env::args().nth(1))?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    let root = root
        .expect("this package lies in the project's folder")
        .to_owned();
    let target = root.join("target");
    let folders = Folders {
        sources: target.join("release-sources"),
        builds: target.join("release-builds"),
        packages: target.join("packages"),
        root,
    };
    for folder in [&folders.sources, &folders.packages] {
        run::empty(folder)?;
    }
    let facts = Facts::read(&folders.root)?;

    sources::copy(&folders, &facts)?;
    licences::collect(&folders, &platform)?;
    crates_io::package(&folders)?;
    let program = wheel::build(&folders, &platform)?;
    npm::pack_launcher(&folders, &facts)?;
    npm::pack_program(&folders, &facts, &platform, &program)?;

    let mut made: Vec<PathBuf> = fs::read_dir(&folders.packages)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, Failure>>()?;
    made.sort();
    for file in made {
        println!("{}", file.display());
    }
    Ok(())
}
