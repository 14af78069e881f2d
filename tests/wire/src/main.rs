//! Measures what is installed and rewrites `spec/implementations.json`, or holds the file against fresh measurements.

use std::env;
use std::process::ExitCode;
use std::time::Instant;

use wire::Outcome;
use wire::cases::Limits;
use wire::compare::differences;
use wire::data::{self, Data, Entry};
use wire::endpoints::{ENDPOINTS, Endpoint, select};
use wire::prepare::{Preparations, Prepared};
use wire::protocol::Role;
use wire::report::measure;
use wire::sweep::sweep;

const USAGE: &str = "\
Usage: cargo run -p wire -- [--check | --sweep] [NAME…]
       cargo run -p wire -- --list

Measures the endpoints with these names, or all, and rewrites their rows in spec/implementations.json.
  --check  writes nothing, and fails when an endpoint behaves otherwise than the file says
  --sweep  writes nothing, and sends all 65536 numbers both ways: a few minutes for an endpoint
  --list   lists the endpoints
An endpoint whose tools are not installed is skipped, unless REQUIRE_TOOLCHAINS=1 forbids it.";

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

/// Whether all is well.
fn run(arguments: &[String]) -> Outcome<bool> {
    let (options, names): (Vec<String>, Vec<String>) = arguments
        .iter()
        .cloned()
        .partition(|argument| argument.starts_with('-'));
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    match options[..] {
        [] => rewrite(&names),
        ["--check"] => each(&names, check),
        ["--sweep"] => each(&names, sweep_one),
        ["--list"] => Ok(list()),
        _ => Err(USAGE.to_owned()),
    }
}

fn list() -> bool {
    for endpoint in ENDPOINTS {
        let roles: Vec<&str> = endpoint.roles.iter().map(|role| role.as_str()).collect();
        println!(
            "{} ({}): {}",
            endpoint.name,
            endpoint.language,
            roles.join(", ")
        );
    }
    true
}

fn rewrite(names: &[String]) -> Outcome<bool> {
    let path = data::path();
    let mut data = Data::read(&path)?.without_the_unmeasurable();
    let well = each(names, |endpoint, role| {
        data.put(fresh(endpoint, role)?);
        Ok(true)
    })?;
    data.write(&path)?;
    Ok(well)
}

/// Does `work` for each endpoint and role that can be measured. Whether all went well.
fn each(names: &[String], mut work: impl FnMut(&Endpoint, Role) -> Outcome<bool>) -> Outcome<bool> {
    let required = env::var("REQUIRE_TOOLCHAINS").is_ok_and(|value| value == "1");
    let mut preparations = Preparations::default();
    let (mut well, mut worked) = (true, false);
    for endpoint in select(names)? {
        match preparations.prepare(endpoint) {
            Prepared::Yes => {}
            Prepared::Missing(what) => {
                println!("skipped {}: {what}", endpoint.name);
                well &= !required;
                continue;
            }
            Prepared::Failed(why) => {
                println!("FAILED {}: {why}", endpoint.name);
                well = false;
                continue;
            }
        }
        for &role in endpoint.roles {
            worked = true;
            well &= work(endpoint, role).unwrap_or_else(|error| {
                println!("FAILED {} {}: {error}", endpoint.name, role.as_str());
                false
            });
        }
    }
    if !worked {
        println!("nothing was measured");
    }
    Ok(well && worked)
}

fn fresh(endpoint: &Endpoint, role: Role) -> Outcome<Entry> {
    let start = Instant::now();
    let entry = measure(endpoint, role, Limits::default())?;
    let seconds = start.elapsed().as_secs_f32();
    println!(
        "measured {} {} {}: {seconds:.1} s",
        entry.name,
        entry.version,
        role.as_str()
    );
    Ok(entry)
}

fn check(endpoint: &Endpoint, role: Role) -> Outcome<bool> {
    let new = fresh(endpoint, role)?;
    let old = known(endpoint, role)?;
    let lines = differences(&old, &new);
    if lines.is_empty() && old.version != new.version {
        println!("  {} behaves as {} did", new.version, old.version);
    }
    for line in &lines {
        println!("  {line}");
    }
    Ok(lines.is_empty())
}

fn sweep_one(endpoint: &Endpoint, role: Role) -> Outcome<bool> {
    let start = Instant::now();
    let swept = sweep(endpoint, role, &known(endpoint, role)?)?;
    let seconds = start.elapsed().as_secs_f32();
    println!("swept {} {}: {seconds:.1} s", endpoint.name, role.as_str());
    for row in &swept.rows {
        println!("  {row}");
    }
    for line in &swept.disagreements {
        println!("  DISAGREES {line}");
    }
    Ok(swept.disagreements.is_empty())
}

fn known(endpoint: &Endpoint, role: Role) -> Outcome<Entry> {
    let data = Data::read(&data::path())?.without_the_unmeasurable();
    let entry = data.find(endpoint.name, role).cloned();
    entry.ok_or_else(|| {
        "spec/implementations.json has no row of it: run `cargo run -p wire`".to_owned()
    })
}
