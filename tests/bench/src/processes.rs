//! Runs → their times, each round in another order so that noise hits all alike, and their peak memory.

use std::path::Path;
use std::time::{Duration, Instant};

use fastrand::Rng;
use wait4::Wait4;

use crate::runs::Run;
use crate::{Result, tools};

/// The orders of rounds are the same each time.
const SEED: u64 = 1000;

/// What was measured of one run.
#[derive(Debug)]
pub struct Series {
    /// The name of the run.
    pub name: String,
    /// From its start to its end, sorted.
    walls: Vec<Duration>,
    /// The time of the processor in the program, over all rounds.
    user: Duration,
    /// The time of the processor in the kernel.
    system: Duration,
    /// The most memory, in bytes.
    pub peak: u64,
}

impl Series {
    /// The time in the middle.
    #[must_use]
    pub fn median(&self) -> Duration {
        self.walls[self.walls.len() / 2]
    }

    /// The shortest time.
    #[must_use]
    pub fn minimum(&self) -> Duration {
        self.walls[0]
    }

    /// The longest time.
    #[must_use]
    pub fn maximum(&self) -> Duration {
        self.walls[self.walls.len() - 1]
    }

    /// The mean time of the processor, in the program and in the kernel. The kernel counts in ticks longer than a run, so that one
    /// run alone says nothing.
    #[must_use]
    pub fn processor(&self) -> (Duration, Duration) {
        let rounds = u32::try_from(self.walls.len()).unwrap_or(1);
        (self.user / rounds, self.system / rounds)
    }
}

/// Times `runs` in `rounds` rounds. What runs before changes how long something takes, so each round has an order of its own.
pub fn time(runs: &[Run], rounds: usize, peak: &Path) -> Result<Vec<Series>> {
    let mut all = Vec::new();
    for run in runs {
        all.push(Series {
            name: run.name.clone(),
            walls: Vec::with_capacity(rounds),
            user: Duration::ZERO,
            system: Duration::ZERO,
            peak: peak_of(run, peak)?,
        });
    }
    let mut order: Vec<usize> = (0..runs.len()).collect();
    let mut rng = Rng::with_seed(SEED);
    for _ in 0..rounds {
        rng.shuffle(&mut order);
        for &index in &order {
            once(&runs[index], &mut all[index])?;
        }
    }
    for series in &mut all {
        series.walls.sort_unstable();
    }
    Ok(all)
}

fn once(run: &Run, series: &mut Series) -> Result<()> {
    run.prepare()?;
    let failed = |error| format!("{}: {error}", run.name);
    let mut command = run.command(&[]);
    let start = Instant::now();
    let used = command
        .spawn()
        .and_then(|mut child| child.wait4())
        .map_err(failed)?;
    series.walls.push(start.elapsed());
    series.user += used.rusage.utime;
    series.system += used.rusage.stime;
    if used.status.success() {
        Ok(())
    } else {
        Err(format!("{}: {}", run.name, used.status))
    }
}

/// The most memory that `run` has, as the program `peak` prints it.
fn peak_of(run: &Run, peak: &Path) -> Result<u64> {
    run.prepare()?;
    let mut command = run.command(&[&peak.to_string_lossy()]);
    command.stdout(std::process::Stdio::piped());
    let printed = tools::output(&mut command)?;
    printed
        .trim()
        .parse()
        .map_err(|_| format!("{}: `peak` printed {printed:?}", run.name))
}
