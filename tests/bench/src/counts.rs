//! Runs and calls → instructions, as valgrind counts them: they do not depend on what else a machine does.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::compare::Count;
use crate::figures::{grouped, name};
use crate::runs::Run;
use crate::{Result, tools};

/// The column of whole processes.
pub const INSTRUCTIONS: &str = "Instructions";

/// A column of calls: its name, what the names of its jobs begin with, and the numbers that they are called with.
pub type Column = (&'static str, &'static str, &'static str);

/// The columns of the generated code.
pub const OWN: [Column; 2] = [("All numbers", "", "all"), ("Named numbers", "", "named")];

/// The columns of tungstenite.
pub const OTHERS: [Column; 2] = [
    ("tungstenite, all", "tungstenite ", "all"),
    ("tungstenite, named", "tungstenite ", "named"),
];

/// How many calls a job makes.
const CALLS: u32 = 1 << 16;

/// Counts instructions.
#[derive(Debug)]
pub struct Counter {
    valgrind: PathBuf,
    log: PathBuf,
}

impl Counter {
    /// One that keeps its log in `work`.
    pub fn new(work: &Path) -> Result<Self> {
        let log = work.join("valgrind.log");
        Ok(Self {
            valgrind: tools::find("valgrind")?,
            log,
        })
    }

    /// The instructions of `command`, which gets the words to put before its program.
    fn instructions(&self, command: impl FnOnce(&[&str]) -> Command) -> Result<u64> {
        let log = format!("--log-file={}", self.log.display());
        let mut command = command(&[
            &self.valgrind.to_string_lossy(),
            "--tool=cachegrind",
            "--cache-sim=no",
            "--cachegrind-out-file=/dev/null",
            &log,
        ]);
        tools::output(&mut command)?;
        let log = fs::read_to_string(&self.log).map_err(|error| error.to_string())?;
        let total = log.lines().find_map(|line| line.split_once("refs:"));
        let total = total.and_then(|(_, total)| total.trim().replace(',', "").parse().ok());
        total.ok_or_else(|| format!("valgrind printed no total:\n{log}"))
    }

    /// The instructions of a whole process.
    pub fn of_run(&self, run: &Run) -> Result<u64> {
        run.prepare()?;
        self.instructions(|prefix| run.command(prefix))
    }

    /// The same, by its name in the report.
    pub fn of_runs(&self, runs: &[Run]) -> Result<Vec<Count>> {
        let count = |run: &Run| {
            Ok(Count {
                figure: name(&run.name, INSTRUCTIONS),
                text: grouped(self.of_run(run)?),
            })
        };
        runs.iter().map(count).collect()
    }

    /// The instructions of each call of a job of `calls`, without those of the loop around it.
    pub fn of_calls(&self, calls: &Path, columns: &[Column]) -> Result<Vec<(String, Vec<Count>)>> {
        let printed = tools::output(Command::new(calls).arg("list"))?;
        let jobs: Vec<&str> = printed.lines().collect();
        let mut floors = Vec::new();
        for (_, _, numbers) in columns {
            floors.push(self.of_job(calls, "floor", numbers)?);
        }
        let mut rows = Vec::new();
        for job in jobs
            .iter()
            .filter(|job| **job != "floor" && !job.starts_with("tungstenite "))
        {
            let mut row = Vec::new();
            for ((column, prefix, numbers), floor) in columns.iter().zip(&floors) {
                let job_name = format!("{prefix}{job}");
                if !jobs.contains(&job_name.as_str()) {
                    continue;
                }
                let instructions = self.of_job(calls, &job_name, numbers)?;
                let more = u32::try_from(instructions.saturating_sub(*floor));
                let more = more.map_err(|_| format!("{job_name} takes too long"))?;
                row.push(Count {
                    figure: name(job, column),
                    text: format!("{:.1}", f64::from(more) / f64::from(CALLS)),
                });
            }
            rows.push(((*job).to_owned(), row));
        }
        Ok(rows)
    }

    fn of_job(&self, calls: &Path, job: &str, numbers: &str) -> Result<u64> {
        self.instructions(|prefix| {
            let mut command = Command::new(prefix[0]);
            command.args(&prefix[1..]).arg(calls).args([job, numbers]);
            command.env_clear();
            command
        })
    }
}
