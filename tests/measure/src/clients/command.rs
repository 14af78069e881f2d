//! The arguments after `clients` → clients measured and written, compared, or listed.

use std::env;
use std::time::{Duration, Instant};

use super::cases::measure;
use super::compare::differences;
use super::data::{self, Data, Entry};
use super::folder::{self, Client, list};
use crate::Result;
use crate::prepare::{Prepared, prepare_in};

/// How long any one step may take in real time. A library that works needs milliseconds.
const PATIENCE: Duration = Duration::from_mins(1);

/// Runs the command. Returns whether all is well, and nothing if the arguments make no sense.
pub fn command(arguments: &[String]) -> Result<Option<bool>> {
    let (options, names): (Vec<&str>, Vec<&str>) = arguments
        .iter()
        .map(String::as_str)
        .partition(|argument| argument.starts_with('-'));
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

/// The clients with these names: all when there are none.
fn select(mut clients: Vec<Client>, names: &[&str]) -> Result<Vec<Client>> {
    let is_known = |name: &&&str| clients.iter().any(|client| client.name == **name);
    if let Some(unknown) = names.iter().find(|name| !is_known(name)) {
        return Err(format!(
            "no client is named {unknown}; `clients --list` shows all names"
        ));
    }
    clients.retain(|client| names.is_empty() || names.contains(&client.name.as_str()));
    Ok(clients)
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
    if lines.is_empty() && old.version != new.version {
        println!("  {} behaves as {} did", new.version, old.version);
    }
    for line in &lines {
        println!("  {line}");
    }
    Ok(lines.is_empty())
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
    let required = env::var("REQUIRE_TOOLCHAINS").is_ok_and(|value| value == "1");
    let mut well = true;
    for client in clients {
        let name = &client.name;
        match prepare_in(&client.needs, &client.prepare, &client.folder) {
            Prepared::Yes => {
                well &= work(client).unwrap_or_else(|error| {
                    println!("FAILED {name}: {error}");
                    false
                });
            }
            Prepared::Missing(tool) => {
                println!("skipped {name}: {tool} is not installed");
                well &= !required;
            }
            Prepared::Failed(why) => {
                println!("FAILED {name}: {why}");
                well = false;
            }
        }
    }
    well
}
