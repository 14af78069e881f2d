//! The programs and their work → the runs that are timed and counted.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::builds::Programs;
use crate::{Result, specs, tools};

/// The spec in each folder.
const SPEC: &str = "close-codes.json";

/// The first run, which the report compares with others.
pub const GENERATE: &str = "20 codes, into an empty folder";

/// A program, its arguments, and its folder.
#[derive(Debug, Clone)]
pub struct Run {
    /// Its name in the report.
    pub name: String,
    program: PathBuf,
    arguments: Vec<String>,
    folder: PathBuf,
    /// The only file that is in the folder before each run, if it has to be empty otherwise.
    input: Option<String>,
}

impl Run {
    fn new(name: &str, program: &Path, arguments: &[&str], folder: &Path) -> Self {
        Self {
            name: name.to_owned(),
            program: program.to_owned(),
            arguments: arguments
                .iter()
                .map(|&argument| argument.to_owned())
                .collect(),
            folder: folder.to_owned(),
            input: None,
        }
    }

    /// The same, into a folder that is empty but for `input`.
    fn into_empty(mut self, input: &str) -> Self {
        self.input = Some(input.to_owned());
        self
    }

    /// The same run under another name, for measuring how much two measurements of one thing differ.
    #[must_use]
    pub fn again(&self) -> Self {
        let name = format!("{}, measured again", self.name);
        Self {
            name,
            ..self.clone()
        }
    }

    /// Empties the folder if that is needed.
    pub fn prepare(&self) -> Result<()> {
        let Some(input) = &self.input else {
            return Ok(());
        };
        let failed = |error| format!("{}: {error}", self.folder.display());
        for entry in fs::read_dir(&self.folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            if entry.path().is_dir() {
                fs::remove_dir_all(entry.path()).map_err(failed)?;
            } else if entry.file_name() != input.as_str() {
                fs::remove_file(entry.path()).map_err(failed)?;
            }
        }
        Ok(())
    }

    /// The command, after the words of `prefix`, without the environment, so that it does the same on every machine.
    #[must_use]
    pub fn command(&self, prefix: &[&str]) -> Command {
        let program = self.program.to_string_lossy();
        let mut words = prefix.iter().copied().chain([program.as_ref()]);
        let mut command = Command::new(words.next().unwrap_or_default());
        command.args(words).args(&self.arguments);
        command.current_dir(&self.folder).env_clear();
        command.stdin(Stdio::null()).stdout(Stdio::null());
        command
    }
}

/// The runs of the generator, in folders below `work`.
pub fn of_generator(programs: &Programs, root: &Path, work: &Path) -> Result<Vec<Run>> {
    let three = specs::three_languages();
    let standard = specs::standard_codes(&root.join("spec/close-codes.json"), three.clone())?;
    let generate = |name: &str, folder: &str, spec: &Value| -> Result<Run> {
        let folder = work.join(folder);
        write(&folder.join(SPEC), &spec.to_string())?;
        let arguments = ["generate", "--quiet", "--spec", SPEC];
        Ok(Run::new(name, &programs.close_codes, &arguments, &folder))
    };
    let twenty = specs::own_codes(20, &three);
    let made = generate("20 codes, nothing to do", "20-made", &twenty)?;
    succeed(&made)?;
    let check = ["check", "--quiet", "--spec", SPEC];
    let all = specs::own_codes(20, &specs::all_targets());
    Ok(vec![
        generate(GENERATE, "20", &twenty)?.into_empty(SPEC),
        made.clone(),
        Run::new(
            "20 codes, check",
            &programs.close_codes,
            &check,
            &made.folder,
        ),
        generate("20 codes, all targets", "20-all", &all)?.into_empty(SPEC),
        generate("the standard codes", "standard", &standard)?.into_empty(SPEC),
        generate("100 codes", "100", &specs::own_codes(100, &three))?.into_empty(SPEC),
        generate("1000 codes", "1000", &specs::own_codes(1000, &three))?.into_empty(SPEC),
        Run::new(
            "this project, check",
            &programs.close_codes,
            &["check", "--quiet"],
            root,
        ),
    ])
}

/// What the generator is compared with: flatc with the constants of the standard codes, and a program that does nothing.
pub fn of_others(root: &Path, work: &Path) -> Result<Vec<Run>> {
    let standard = specs::standard_codes(&root.join("spec/close-codes.json"), Value::Null)?;
    let flatc = work.join("flatc");
    write(
        &flatc.join("close_codes.fbs"),
        &specs::as_flatbuffers(&standard),
    )?;
    let flatc_arguments = ["--rust", "--swift", "--ts", "close_codes.fbs"];
    Ok(vec![
        Run::new("flatc", &tools::find("flatc")?, &flatc_arguments, &flatc)
            .into_empty("close_codes.fbs"),
        Run::new("/bin/true", Path::new("/bin/true"), &[], work),
    ])
}

/// The name of the floor of a run.
#[must_use]
pub fn floor_of(name: &str) -> String {
    format!("floor of {name}")
}

/// The floor of each run into an empty folder: it reads the same spec, and writes as many files and bytes.
pub fn of_floors(programs: &Programs, runs: &[Run]) -> Result<Vec<Run>> {
    let mut floors = Vec::new();
    for run in runs {
        let Some(input) = &run.input else {
            continue;
        };
        succeed(run)?;
        let mut arguments = vec![input.clone()];
        for (file, bytes) in files(&run.folder)? {
            if file != *input {
                arguments.push(format!("{file}={bytes}"));
            }
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let folder = run.folder.with_extension("floor");
        write(&folder.join(input), &read(&run.folder.join(input))?)?;
        let floor = Run::new(&floor_of(&run.name), &programs.floor, &arguments, &folder);
        floors.push(floor.into_empty(input));
    }
    Ok(floors)
}

/// The files in `folder` and below, by their paths from there, with their sizes in bytes.
fn files(folder: &Path) -> Result<Vec<(String, u64)>> {
    let failed = |error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let metadata = entry.metadata().map_err(failed)?;
        if metadata.is_dir() {
            let below = files(&entry.path())?.into_iter();
            found.extend(below.map(|(path, bytes)| (format!("{name}/{path}"), bytes)));
        } else {
            found.push((name, metadata.len()));
        }
    }
    found.sort();
    Ok(found)
}

/// Runs it once.
pub fn succeed(run: &Run) -> Result<()> {
    run.prepare()?;
    let status = run.command(&[]).status();
    let status = status.map_err(|error| format!("{}: {error}", run.name))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{}: {status}", run.name))
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .map_err(|error| format!("{}: {error}", path.display()))
}
