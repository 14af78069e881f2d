//! `cargo run -p bench` measures the generator, the generated code and the build beside others, and writes `tests/bench/report.md`;
//! with `--check`, only counts instructions and compares them with that report.

mod builds;
mod bundles;
mod cold;
mod compare;
mod counts;
mod figures;
mod measure;
mod processes;
mod report;
mod runs;
mod specs;
mod table;
mod tools;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use compare::compare;
use counts::Counter;
use figures::Figures;

/// What can fail fails with a message.
type Result<T> = std::result::Result<T, String>;

const USAGE: &str = "\
Usage: cargo run -p bench [-- --check]

Measures everything, and writes tests/bench/report.md.
  --check  only counts instructions, writes nothing, and fails if a count is more than 5 % above that of the report";

/// How much noise makes ratios useless.
const BUSY: f64 = 0.05;

/// The folders of one run.
struct Folders {
    /// The project's own.
    root: PathBuf,
    /// This package's.
    bench: PathBuf,
    /// Where the programs run.
    work: PathBuf,
}

impl Folders {
    fn report(&self) -> PathBuf {
        self.bench.join("report.md")
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ended = folders().and_then(|folders| match arguments[..] {
        [] => write(&folders),
        ["--check"] => check(&folders),
        _ => Err(USAGE.to_owned()),
    });
    match ended {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// The folders, of which the one for work is empty.
fn folders() -> Result<Folders> {
    let bench = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = bench.ancestors().nth(2).unwrap_or(bench);
    let work = root.join("target/bench/work");
    if work.exists() {
        fs::remove_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
    }
    fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
    Ok(Folders {
        root: root.to_owned(),
        bench: bench.to_owned(),
        work,
    })
}

/// Measures and writes the report.
fn write(folders: &Folders) -> Result<bool> {
    let measured = measure::everything(folders)?;
    let path = folders.report();
    fs::write(&path, measured.report()).map_err(|error| format!("{}: {error}", path.display()))?;
    println!("wrote tests/bench/report.md");
    let [median, _] = measured.noise();
    if median > BUSY {
        println!(
            "The machine was busy: two medians of the same run differ by {:.0} %. Measure again.",
            median * 100.0
        );
    }
    Ok(true)
}

/// Counts and compares. Returns whether nothing grew.
fn check(folders: &Folders) -> Result<bool> {
    let counter = match Counter::new(&folders.work) {
        Ok(counter) => counter,
        Err(missing) if tools::are_required() => return Err(missing),
        Err(missing) => {
            eprintln!("skipped: {missing}");
            return Ok(true);
        }
    };
    let report = folders.report();
    let report =
        fs::read_to_string(&report).map_err(|error| format!("{}: {error}", report.display()))?;
    let report = Figures::of(&report);
    let programs = builds::counted(&folders.root)?;
    let runs = runs::of_generator(&programs, &folders.root, &folders.work)?;
    let mut counts = counter.of_runs(&runs)?;
    let calls = counter.of_calls(&programs.calls, &counts::OWN)?;
    counts.extend(calls.into_iter().flat_map(|(_, counts)| counts));
    let verdict = compare(&report, &counts);
    for line in &verdict.lines {
        println!("{line}");
    }
    if verdict.failed {
        let made_with = report.text(&figures::name(report::RUSTC, report::VERSION));
        let made_with = made_with.unwrap_or("an unknown version");
        println!(
            "This is rustc {}; the report was made with {made_with}.",
            tools::version("rustc")?
        );
    } else {
        println!(
            "{} counts are at most 5 % above those in tests/bench/report.md",
            counts.len()
        );
    }
    Ok(!verdict.failed)
}
