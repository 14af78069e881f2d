//! What was measured → the text of the report.

use std::time::Duration;

use crate::cold::Cold;
use crate::compare::Count;
use crate::counts::{INSTRUCTIONS, OTHERS, OWN};
use crate::figures::grouped;
use crate::processes::Series;
use crate::runs::{GENERATE, floor_of};
use crate::table::Table;

/// The row of the compiler, whose version changes what is counted.
pub const RUSTC: &str = "rustc";

/// The column of versions.
pub const VERSION: &str = "Version";

/// Everything that was measured.
#[derive(Debug)]
pub struct Measured {
    /// The names of tools and packages, and their versions.
    pub versions: Vec<(String, String)>,
    /// How many processors there are.
    pub processors: usize,
    /// How many times each process ran.
    pub rounds: usize,
    /// The times and the memory of processes.
    pub series: Vec<Series>,
    /// Their instructions, of each run as many times as it was counted.
    pub counts: Vec<(String, Vec<u64>)>,
    /// The bytes of the program, and of what it makes of 20 codes.
    pub sizes: (u64, u64),
    /// The instructions of each call.
    pub calls: Vec<(String, Vec<Count>)>,
    /// The sizes of types.
    pub types: Table,
    /// The bytes of bundles.
    pub bundles: Table,
    /// The builds of the generator, and those of the mandated packages.
    pub cold: [Vec<Cold>; 2],
}

impl Measured {
    /// The report.
    #[must_use]
    pub fn report(&self) -> String {
        let parts = [
            INTRODUCTION.to_owned(),
            format!("## Whole processes\n\n{}", self.processes()),
            format!("## Instructions\n\n{}", self.instructions()),
            format!("## More codes\n\n{}", self.growth()),
            format!("## The generated Rust\n\n{}", self.rust()),
            format!(
                "## The generated TypeScript\n\n{TYPESCRIPT}\n\n{}",
                self.bundles
            ),
            format!("## The first build\n\n{}", self.first_build()),
            format!("## Measured with\n\n{}", self.versions()),
        ];
        parts.map(|part| part.trim_end().to_owned()).join("\n\n") + "\n"
    }

    fn of(&self, name: &str) -> Option<&Series> {
        self.series.iter().find(|series| series.name == name)
    }

    fn processes(&self) -> String {
        let head = [
            "Run",
            "× flatc",
            "minimum × flatc",
            "× floor",
            "minimum × floor",
            "Peak memory",
        ];
        let mut ratios = Table::new(&head);
        let mut times = Table::new(&["Run", "Median", "Minimum", "Maximum", "User", "System"]);
        for series in &self.series {
            let ratios_to = |other: &str| match self.of(other) {
                Some(other) => ratios_of(series, other).map(|ratio| format!("{ratio:.2}")),
                None => ["–", "–"].map(str::to_owned),
            };
            let others = [ratios_to("flatc"), ratios_to(&floor_of(&series.name))];
            let mut cells = others.concat();
            cells.push(format!("{:.1} MB", float(series.peak) / 1e6));
            ratios.row(&series.name, cells);
            let (user, system) = series.processor();
            let all = [
                series.median(),
                series.minimum(),
                series.maximum(),
                user,
                system,
            ];
            times.row(
                &series.name,
                all.map(|time| format!("{:.2} ms", seconds(time) * 1e3))
                    .to_vec(),
            );
        }
        let (program, output) = self.sizes;
        let [median, minimum] = self.noise();
        format!(
            "The program has {} bytes, and makes {} of 20 codes. Each of these ran {} times, in rounds of changing order; the first ratio is that of \
             the medians, the second that of the minima. flatc makes constants in the same three languages of the standard codes, without documentation. The floor \
             of a run reads the same spec and writes as many files and bytes, as safely.\n\n{ratios}\n\
             The times are those of one machine. Its noise: the first run, measured again, differs by {:.1} % in the median and by \
             {:.1} % in the minimum. User and system are means.\n\n{times}",
            grouped(program),
            grouped(output),
            self.rounds,
            median * 100.0,
            minimum * 100.0,
        )
    }

    /// How much two measurements of the first run differ, in the median and in the minimum.
    #[must_use]
    pub fn noise(&self) -> [f64; 2] {
        let runs = self.series.first().zip(self.series.last());
        let ratios = runs.map_or([f64::NAN; 2], |(run, again)| ratios_of(run, again));
        ratios.map(|ratio| (ratio - 1.0).abs())
    }

    fn instructions(&self) -> String {
        let noise = self.counts.iter().map(|(_, counts)| {
            let least = counts.iter().min().copied().unwrap_or_default();
            let most = counts.iter().max().copied().unwrap_or_default();
            float(most - least) / float(least)
        });
        let noise = noise.fold(0.0, f64::max);
        let mut table = Table::new(&["Run", INSTRUCTIONS]);
        for (name, counts) in &self.counts {
            table.row(name, vec![grouped(counts[0])]);
        }
        format!(
            "Counted by valgrind, which a busy machine does not change: two counts of the same run differ by at most \
             {:.4} %.\n\n{table}",
            noise * 100.0
        )
    }

    fn growth(&self) -> String {
        let columns = [
            "Instructions for each",
            "Time for each",
            "Instructions for one more",
            "Time for one more",
        ];
        let mut table = Table::new(&[&["Codes"][..], &columns].concat());
        let mut fewer: Option<(u64, u64, f64)> = None;
        for (codes, run) in [(20, GENERATE), (100, "100 codes"), (1000, "1000 codes")] {
            let counts = self.counts.iter().find(|(name, _)| name == run);
            let instructions = counts.map_or(0, |(_, counts)| counts[0]);
            let time = self
                .of(run)
                .map_or(f64::NAN, |series| seconds(series.median()));
            let mut cells = rates(instructions, time, codes).to_vec();
            let further = fewer.map(|(fewer, less, shorter)| {
                rates(instructions - less, time - shorter, codes - fewer)
            });
            cells.extend(further.unwrap_or(["–".to_owned(), "–".to_owned()]));
            table.row(&codes.to_string(), cells);
            fewer = Some((codes, instructions, time));
        }
        format!(
            "What a whole process takes, divided by the number of own codes, which must not grow; and what each code takes that \
             the row above does not have.\n\n{table}"
        )
    }

    fn rust(&self) -> String {
        let columns = [OWN, OTHERS].concat();
        let columns: Vec<&str> = columns.iter().map(|(column, _, _)| *column).collect();
        let mut head = vec!["Call"];
        head.extend(&columns);
        let mut table = Table::new(&head);
        for (job, counts) in &self.calls {
            let cell = |column: &&str| {
                let figure = crate::figures::name(job, column);
                let count = counts.iter().find(|count| count.figure == figure);
                count.map_or("–".to_owned(), |count| count.text.clone())
            };
            table.row(job, columns.iter().map(cell).collect());
        }
        format!("{RUST}\n\n{table}\nSizes in bytes:\n\n{}", self.types)
    }

    fn first_build(&self) -> String {
        let mut table = Table::new(&[
            "Build",
            "Crates",
            "User",
            "User, again",
            "Wall",
            "Wall, again",
        ]);
        let [generator, mandated] = &self.cold;
        for (name, builds) in [
            ("the generator", generator),
            ("the mandated packages alone", mandated),
        ] {
            let mut cells = vec![builds[0].crates.to_string()];
            cells.extend(
                builds
                    .iter()
                    .map(|build| format!("{:.1} s", seconds(build.user))),
            );
            cells.extend(
                builds
                    .iter()
                    .map(|build| format!("{:.1} s", seconds(build.wall))),
            );
            table.row(name, cells);
        }
        let user = |builds: &[Cold]| builds.iter().map(|build| seconds(build.user)).sum::<f64>();
        format!(
            "`cargo build -p codegen` into an empty folder, without a network, and the packages that the generator has to use \
             (serde, serde_json, askama, clap, quote, proc-macro2) with the same versions, features and profile. These alone take \
             {:.0} % of the user time. The wall depends on the machine.\n\n{table}",
            user(mandated) / user(generator) * 100.0
        )
    }

    fn versions(&self) -> String {
        let mut table = Table::new(&["Tool", VERSION]);
        for (tool, version) in &self.versions {
            table.row(tool, vec![version.clone()]);
        }
        format!("{} processors.\n\n{table}", self.processors)
    }
}

const INTRODUCTION: &str = "\
# Benchmarks

`cargo run -p bench` made this file. [README.md](README.md) describes how.";

const RUST: &str = "\
Instructions of each call, in a release build of a crate that uses the package: for all 65536 numbers, of which 19 have a name, and \
for those 19 in turn. Each job is a loop of its own, of which the empty loop is subtracted. `direct` calls the function on \
`from_u16(number)`; `stored` hides from the compiler where the code comes from. Without a number, tungstenite has no such function.";

const TYPESCRIPT: &str = "\
Bytes after bundling and minifying, by esbuild, and by Rollup with terser. The constant is one of `CloseCode` or `StatusCodes`, \
the predicate is `isSendable`. The others have no predicate.";

/// How many times as long one takes as the other, in the median and in the minimum.
fn ratios_of(one: &Series, other: &Series) -> [f64; 2] {
    [
        seconds(one.median()) / seconds(other.median()),
        seconds(one.minimum()) / seconds(other.minimum()),
    ]
}

/// Instructions and time for each of `codes`.
fn rates(instructions: u64, seconds: f64, codes: u64) -> [String; 2] {
    let time = format!("{:.1} µs", seconds * 1e6 / float(codes));
    [grouped(instructions / codes), time]
}

fn seconds(time: Duration) -> f64 {
    time.as_secs_f64()
}

/// Exact for whatever is measured here.
#[expect(
    clippy::cast_precision_loss,
    reason = "bytes and instructions are far below 2^52"
)]
fn float(number: u64) -> f64 {
    number as f64
}
