//! The project → everything that the report contains.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use crate::builds::{self, Programs};
use crate::counts::{Counter, OTHERS, OWN};
use crate::report::{Measured, RUSTC};
use crate::runs::{self, Run};
use crate::table::Table;
use crate::{Folders, Result, bundles, cold, processes, specs, tools};

/// How many times each process runs.
const ROUNDS: usize = 100;

/// How many times instructions are counted, and cold builds made.
const TWICE: usize = 2;

/// Measures everything. Progress goes to standard error.
pub fn everything(folders: &Folders) -> Result<Measured> {
    let versions = versions(&folders.bench)?;
    let counter = Counter::new(&folders.work)?;
    eprintln!("building");
    let programs = builds::all(&folders.root)?;

    // While the disk is still written after a build, each new file takes several times as long.
    tools::output(&mut Command::new("sync"))?;
    eprintln!("timing processes");
    let mut all = runs::of_generator(&programs, &folders.root, &folders.work)?;
    let again = all[0].again();
    let floors = runs::of_floors(&programs, &all)?;
    all.extend(runs::of_others(&folders.root, &folders.work)?);
    all.extend(floors);
    let timed: Vec<Run> = all.iter().cloned().chain([again]).collect();
    let series = processes::time(&timed, ROUNDS, &programs.peak)?;

    eprintln!("counting instructions");
    let mut counts = Vec::new();
    for run in &all {
        let count: Result<Vec<u64>> = (0..TWICE).map(|_| counter.of_run(run)).collect();
        counts.push((run.name.clone(), count?));
    }
    let calls = counter.of_calls(&programs.calls, &[OWN, OTHERS].concat())?;

    eprintln!("bundling");
    let bundles = bundles::measure(&folders.bench.join("bundles"))?;

    eprintln!("building from nothing");
    let mut cold = [Vec::new(), Vec::new()];
    for _ in 0..TWICE {
        for (package, builds) in ["codegen", "mandated"].iter().zip(&mut cold) {
            builds.push(cold::build(&folders.root, package)?);
        }
    }
    Ok(Measured {
        versions,
        processors: thread::available_parallelism().map_or(1, usize::from),
        rounds: ROUNDS,
        series,
        counts,
        calls,
        sizes: sizes(&programs, &folders.work)?,
        types: types(&programs)?,
        bundles,
        cold,
    })
}

/// The versions of what takes part. All tools are there, or this fails before anything is measured.
fn versions(bench: &Path) -> Result<Vec<(String, String)>> {
    let mut versions = Vec::new();
    for tool in [RUSTC, "valgrind", "flatc", "node"] {
        tools::find(tool)?;
        versions.push((tool.to_owned(), tools::version(tool)?));
    }
    let lock = bench.join("calls/Cargo.lock");
    let lock = fs::read_to_string(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    let (_, rest) = lock
        .split_once("name = \"tungstenite\"\nversion = \"")
        .unwrap_or_default();
    let (version, _) = rest.split_once('"').unwrap_or_default();
    versions.push(("tungstenite".to_owned(), version.to_owned()));
    versions.extend(bundles::packages(&bench.join("bundles"))?);
    Ok(versions)
}

/// The bytes of the program, and of what it made of 20 codes.
fn sizes(programs: &Programs, work: &Path) -> Result<(u64, u64)> {
    let bytes = |path: &Path| {
        let metadata = fs::metadata(path);
        metadata
            .map(|metadata| metadata.len())
            .map_err(|error| format!("{}: {error}", path.display()))
    };
    let mut output = 0;
    for file in specs::three_languages()
        .as_object()
        .into_iter()
        .flat_map(|map| map.values())
    {
        output += bytes(&work.join("20-made").join(file.as_str().unwrap_or_default()))?;
    }
    Ok((bytes(&programs.close_codes)?, output))
}

/// The sizes of types, as `calls` prints them.
fn types(programs: &Programs) -> Result<Table> {
    let printed = tools::output(Command::new(&programs.calls).arg("sizes"))?;
    let sizes: Vec<&str> = printed.lines().collect();
    let mut table = Table::new(&["Type", "Itself", "`Option` of it"]);
    for (name, sizes) in ["`CloseCode`", "that of tungstenite"]
        .iter()
        .zip(sizes.chunks(2))
    {
        table.row(name, sizes.iter().map(|&size| size.to_owned()).collect());
    }
    Ok(table)
}
