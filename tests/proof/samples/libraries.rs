//! The adapters of the guide in the libraries that they are for, against a server that speaks enough of their protocols: they
//! stop, wait and prepare as the codes advise.

use std::process::Command;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use closing_server::{Event, What, start_with};
use measure::clients::{self, Client};
use measure::prepare::{Prepared, prepare};
use tests::{root, scratch, toolchain};

use crate::conversation::process::Process;
use crate::typescript::has_packages;

/// After this code no attempt may follow.
const FINAL: &str = "/3003/forbidden";

/// After this code the credentials come first.
const PREPARED: &str = "/3000/unauthorized";

/// After this code attempts follow.
const AGAIN: &str = "/1012/restart";

/// How long the second attempts may take: on a busy machine, or with a library's own wait.
const PATIENCE: Duration = Duration::from_mins(1);

/// How long a library may make up its mind to connect again although it must not. Those that do it need 3 s.
const WINDOW: Duration = Duration::from_secs(8);

/// The program of a library with its adapter, if the library is installed or can be.
fn program(client: &Client) -> Option<Command> {
    let name = &client.name;
    if !toolchain::are_required() && !client.folder.join("node_modules/.installed").exists() {
        toolchain::skip(&format!(
            "{name} is not installed, which `cargo run -p measure -- clients {name}` does"
        ));
        return None;
    }
    let prepared = prepare(client);
    assert_eq!(prepared, Prepared::Yes, "{name}");
    let packages = root().join("tests/languages/typescript/node_modules");
    let bundle = scratch("samples").join(format!("library-{name}.cjs"));
    let alias = |name: &str, path| format!("--alias:{name}={}", root().join(path).display());
    toolchain::run(
        Command::new("node")
            .arg(packages.join("esbuild/bin/esbuild"))
            .arg(root().join(format!("tests/samples/web/libraries/{name}.mjs")))
            .args(["--bundle", "--platform=node", "--log-level=warning"])
            .arg(alias("sample", "docs/snippets/libraries.ts"))
            .arg(alias("close-codes", "generated/typescript/dist/index.js"))
            .arg(format!("--outfile={}", bundle.display()))
            .env("NODE_ENV", "production")
            .env("NODE_PATH", client.folder.join("node_modules")),
    );
    let mut command = Command::new("node");
    command.arg(bundle).env("NODE_ENV", "production");
    Some(command)
}

/// The paths that were connected to, until each of [`PREPARED`] and [`AGAIN`] was connected to twice, and [`FINAL`] had its time.
fn connections(events: &Receiver<Event>, name: &str) -> Vec<String> {
    let (start, mut paths): (_, Vec<String>) = (Instant::now(), Vec::new());
    loop {
        let count = |path: &str| paths.iter().filter(|found| *found == path).count();
        let is_done = count(PREPARED) > 1 && count(AGAIN) > 1 && count(FINAL) > 0;
        if is_done && start.elapsed() > WINDOW {
            return paths;
        }
        assert!(
            start.elapsed() < PATIENCE,
            "{name} does not reconnect: {paths:?}"
        );
        let event = events.recv_timeout(Duration::from_millis(100));
        paths.extend(
            event
                .into_iter()
                .filter(|event| event.what == What::Connected)
                .map(|event| event.path),
        );
    }
}

#[test]
fn libraries_do_what_the_codes_advise() {
    if !has_packages() {
        return;
    }
    let names = ["partysocket", "graphql-ws", "react-use-websocket"];
    let clients = clients::list(&clients::folder()).expect("the clients are sound");
    for client in clients
        .iter()
        .filter(|client| names.contains(&client.name.as_str()))
    {
        let Some(mut command) = program(client) else {
            continue;
        };
        let (port, events) =
            start_with(0, client.messages.clone()).expect("loopback has a free port");
        let url = format!("ws://127.0.0.1:{port}");
        let mut process = Process::start(command.arg(url).args([FINAL, PREPARED, AGAIN]));
        let paths = connections(&events, &client.name);
        process.stop();
        let printed = process.rest(Instant::now() + PATIENCE);
        let count = |path: &str| paths.iter().filter(|found| *found == path).count();
        let name = &client.name;
        assert_eq!(count(FINAL), 1, "{name} connects again after a final code");
        let line = format!("prepared {PREPARED} new-credentials");
        let prepared = printed.iter().filter(|found| **found == line).count();
        assert!(prepared >= count(PREPARED) - 1, "{name}: {printed:?}");
    }
}
