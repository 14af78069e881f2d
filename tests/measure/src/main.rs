//! Measures the endpoints and rewrites `spec/implementations.json`, or compares the file with fresh measurements; does the same
//! with client libraries and `spec/clients.json`; or compares the registry with IANA's list.

use std::env;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::Instant;

use measure::Result;
use measure::cases::Limits;
use measure::clients;
use measure::compare::differences;
use measure::data::{self, Data, Entry};
use measure::endpoints::{self, Endpoint};
use measure::iana::{self, Differences};
use measure::measurement::measure;
use measure::messages::Role;
use measure::subjects::{self, Outcome, select};
use measure::sweep::sweep;

const USAGE: &str = "\
Usage: cargo run -p measure -- [--check | --sweep] [NAME…]
       cargo run -p measure -- --list
       cargo run -p measure -- clients [--check | --list] [NAME…]
       cargo run -p measure -- iana FILE

Measures the endpoints with these names, or all, and rewrites their entries in spec/implementations.json.
  --check  writes nothing, and fails if an endpoint behaves differently from its entry
  --sweep  writes nothing, and sends all 65536 numbers both ways: a few minutes for each endpoint
  --list   lists the endpoints
An endpoint is skipped if its tools are not installed; with REQUIRE_TOOLCHAINS=1 that is a failure.

With `clients`, does the same for client libraries that reconnect, and spec/clients.json.

With `iana`, compares the CSV file of IANA's WebSocket Close Code Number Registry with spec/close-codes.json.";

/// The endpoints, and what was measured of them before.
struct Project {
    endpoints: Vec<Endpoint>,
    data: Data,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// Runs the command. Returns whether all is well.
fn run(arguments: &[String]) -> Result<bool> {
    match arguments {
        [command, file] if command == "iana" => return iana(Path::new(file)),
        [command, ..] if command == "iana" => return Err(USAGE.to_owned()),
        [command, rest @ ..] if command == "clients" => {
            return clients::command(rest)?.ok_or_else(|| USAGE.to_owned());
        }
        _ => {}
    }
    let (options, names): (Vec<String>, Vec<String>) = arguments
        .iter()
        .cloned()
        .partition(|argument| argument.starts_with('-'));
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    let all = endpoints::list(&endpoints::folder())?;
    let data = Data::read(&data::path())?.keep_measurable(&all);
    let endpoints = select(all, &names)?;
    let project = Project { endpoints, data };
    match options[..] {
        [] => project.rewrite(),
        ["--check"] => Ok(project.each(|endpoint, role| project.check(endpoint, role))),
        ["--sweep"] => Ok(project.each(|endpoint, role| project.sweep(endpoint, role))),
        ["--list"] => Ok(project.list()),
        _ => Err(USAGE.to_owned()),
    }
}

/// Prints how the registry differs from IANA's list in `file`. Returns whether it does not.
fn iana(file: &Path) -> Result<bool> {
    let Differences(lines) = iana::compare(file, &iana::spec())?;
    for line in &lines {
        println!("{line}");
    }
    if lines.is_empty() {
        println!("spec/close-codes.json agrees with {}", file.display());
    }
    Ok(lines.is_empty())
}

impl Project {
    fn list(&self) -> bool {
        for endpoint in &self.endpoints {
            let roles: Vec<&str> = endpoint.roles.iter().map(|role| role.as_str()).collect();
            let (name, language) = (&endpoint.name, &endpoint.language);
            println!("{name} ({language}): {}", roles.join(", "));
        }
        true
    }

    fn rewrite(&self) -> Result<bool> {
        let data = Mutex::new(self.data.clone());
        let well = self.each(|endpoint, role| {
            let (entry, outcome) = fresh(endpoint, role)?;
            data.lock().map_err(|error| error.to_string())?.put(entry);
            Ok(outcome)
        });
        let data = data.into_inner().map_err(|error| error.to_string())?;
        data.write(&data::path())?;
        Ok(well)
    }

    /// Does `work` for each endpoint and role that can be measured. Returns whether all went well.
    fn each(&self, work: impl Fn(&Endpoint, Role) -> Result<Outcome> + Sync) -> bool {
        subjects::each(&self.endpoints, |endpoint| {
            let mut all = Outcome::default();
            for &role in &endpoint.roles {
                let what = format!("{} {}", endpoint.name, role.as_str());
                let outcome =
                    work(endpoint, role).unwrap_or_else(|error| Outcome::failure(&what, &error));
                all.lines.extend(outcome.lines);
                all.failed |= outcome.failed;
            }
            all
        })
    }

    fn check(&self, endpoint: &Endpoint, role: Role) -> Result<Outcome> {
        let (new, mut outcome) = fresh(endpoint, role)?;
        let old = self.recorded(endpoint, role)?;
        outcome.compare(&differences(old, &new), &old.version, &new.version);
        Ok(outcome)
    }

    fn sweep(&self, endpoint: &Endpoint, role: Role) -> Result<Outcome> {
        let start = Instant::now();
        let swept = sweep(endpoint, role, self.recorded(endpoint, role)?)?;
        let (name, role) = (&endpoint.name, role.as_str());
        let seconds = start.elapsed().as_secs_f32();
        let mut lines = vec![format!("swept {name} {role}: {seconds:.1} s")];
        lines.extend(swept.ranges.iter().map(|range| format!("  {range}")));
        let failed = !swept.differences.is_empty();
        let differences = swept.differences.iter();
        lines.extend(differences.map(|difference| format!("  DIFFERENT {difference}")));
        Ok(Outcome { lines, failed })
    }

    fn recorded(&self, endpoint: &Endpoint, role: Role) -> Result<&Entry> {
        self.data.find(&endpoint.name, role).ok_or_else(|| {
            "spec/implementations.json has no entry for it: run `cargo run -p measure`".to_owned()
        })
    }
}

/// A fresh entry, and what is printed of it.
fn fresh(endpoint: &Endpoint, role: Role) -> Result<(Entry, Outcome)> {
    let start = Instant::now();
    let entry = measure(endpoint, role, Limits::default())?;
    let what = format!("{} {} {}", entry.name, entry.version, role.as_str());
    let outcome = Outcome::measured(&what, start);
    Ok((entry, outcome))
}
