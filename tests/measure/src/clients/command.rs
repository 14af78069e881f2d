//! The arguments after `clients` → clients measured and written, compared, or listed.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use super::cases::measure;
use super::compare::differences;
use super::data::{self, Data, Entry};
use super::folder::{self, Client, list};
use crate::Result;
use crate::subjects::{self, Outcome, select};

/// How long any one step may take in real time. A library that works needs milliseconds.
const PATIENCE: Duration = Duration::from_mins(1);

/// Runs the command. Returns whether all is well, and nothing if the arguments make no sense.
pub fn command(arguments: &[String]) -> Result<Option<bool>> {
    let (options, names): (Vec<String>, Vec<String>) = arguments
        .iter()
        .cloned()
        .partition(|argument| argument.starts_with('-'));
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    let all = list(&folder::folder())?;
    let data = Data::read(&data::path())?.keep_measurable(&all);
    let clients = select(all, &names)?;
    Ok(match options[..] {
        [] => Some(rewrite(data, &clients)?),
        ["--check"] => Some(each(&clients, |new, outcome| check(&data, &new, outcome))),
        ["--list"] => {
            for Client { name, language, .. } in &clients {
                println!("{name} ({language})");
            }
            Some(true)
        }
        _ => None,
    })
}

fn rewrite(data: Data, clients: &[Client]) -> Result<bool> {
    let data = Mutex::new(data);
    let well = each(clients, |entry, _| {
        data.lock().map_err(|error| error.to_string())?.put(entry);
        Ok(())
    });
    let data = data.into_inner().map_err(|error| error.to_string())?;
    data.write(&data::path())?;
    Ok(well)
}

/// Adds how the library behaves otherwise than `data` has it.
fn check(data: &Data, new: &Entry, outcome: &mut Outcome) -> Result<()> {
    let old = data
        .find(&new.name)
        .ok_or("spec/clients.json has no entry for it: run `cargo run -p measure -- clients`")?;
    outcome.compare(&differences(old, new), &old.version, &new.version);
    Ok(())
}

/// Measures each client that can be measured, and does `work` with it. Returns whether all went well.
fn each(clients: &[Client], work: impl Fn(Entry, &mut Outcome) -> Result<()> + Sync) -> bool {
    subjects::each(clients, |client| {
        let start = Instant::now();
        let measured = measure(client, PATIENCE).and_then(|entry| {
            let what = format!("{} {}", entry.name, entry.version);
            let mut outcome = Outcome::measured(&what, start);
            work(entry, &mut outcome)?;
            Ok(outcome)
        });
        measured.unwrap_or_else(|error| Outcome::failure(&client.name, &error))
    })
}
