//! The arguments after `clients` → clients measured and written, compared, or listed.

use std::time::{Duration, Instant};

use super::cases::measure;
use super::compare::differences;
use super::data::{self, Data, Entry};
use super::folder::{self, Client, list};
use crate::Result;
use crate::subjects::{self, report, select};

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
        ["--check"] => Some(each(&clients, |client| check(&data, client))),
        ["--list"] => {
            for Client { name, language, .. } in &clients {
                println!("{name} ({language})");
            }
            Some(true)
        }
        _ => None,
    })
}

fn rewrite(mut data: Data, clients: &[Client]) -> Result<bool> {
    let well = each(clients, |client| {
        data.put(fresh(client)?);
        Ok(true)
    });
    data.write(&data::path())?;
    Ok(well)
}

fn check(data: &Data, client: &Client) -> Result<bool> {
    let new = fresh(client)?;
    let old = data
        .find(&client.name)
        .ok_or("spec/clients.json has no entry for it: run `cargo run -p measure -- clients`")?;
    let lines = differences(old, &new);
    Ok(report(&lines, &old.version, &new.version))
}

fn fresh(client: &Client) -> Result<Entry> {
    let start = Instant::now();
    let entry = measure(client, PATIENCE)?;
    let (name, version) = (&entry.name, &entry.version);
    println!(
        "measured {name} {version}: {:.1} s",
        start.elapsed().as_secs_f32()
    );
    Ok(entry)
}

/// Does `work` for each client that can be measured. Returns whether all went well.
fn each(clients: &[Client], mut work: impl FnMut(&Client) -> Result<bool>) -> bool {
    subjects::each(clients, |client| {
        work(client).unwrap_or_else(|error| {
            println!("FAILED {}: {error}", client.name);
            false
        })
    })
}
