//! What the Rust endpoints share: commands from standard input, events to standard output, and one connection between
//! them. The protocol is described in tests/measure/README.md.

// An endpoint that cannot go on ends, and the harness quotes its last lines.
#![allow(clippy::missing_panics_doc, clippy::must_use_candidate)]

use std::future::Future;
use std::io::{BufRead, ErrorKind, Write};
use std::time::Duration;

use serde_json::{Map, Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// No connection of the harness lasts longer.
const LIMIT: Duration = Duration::from_secs(30);

/// The commands of the harness.
pub struct Commands(UnboundedReceiver<Value>);

/// A connection of the measured implementation.
pub trait Connection {
    /// Calls the ordinary close function, or returns the class of its error.
    fn close(&mut self, code: Option<u16>, reason: &str) -> impl Future<Output = Result<(), String>>;

    /// Waits for the next thing that the application gets.
    fn next(&mut self) -> impl Future<Output = Step>;
}

/// What the application gets from a connection.
pub enum Step {
    /// Something that does not matter here.
    Other,
    /// A Close frame: its code and reason, if it gets them.
    Close(Option<u16>, Option<String>),
    /// An error of this class. Some implementations answer it only when they are asked for more.
    Error(String),
    /// The end, without an error.
    End,
}

impl Commands {
    /// Reads commands until standard input ends, and ends the process then.
    pub fn read() -> Self {
        let (sender, receiver) = unbounded_channel();
        std::thread::spawn(move || {
            for line in std::io::stdin().lock().lines().map_while(Result::ok) {
                let command = serde_json::from_str(&line).expect("a command is JSON");
                let _ = sender.send(command);
            }
            std::process::exit(0);
        });
        Self(receiver)
    }

    /// The next port to connect to. Commands without a connection are ignored.
    pub async fn port(&mut self) -> u16 {
        loop {
            let command = self.0.recv().await.expect("the process ends first");
            if let Some(port) = number(&command["port"]) {
                return port;
            }
        }
    }

    /// Runs the harness's commands on `connection` until it has ended, and reports what the application got.
    pub async fn talk(&mut self, mut connection: impl Connection) {
        // Earlier commands are not for this connection.
        while self.0.try_recv().is_ok() {}
        print(&json!({ "event": "open" }));
        let mut told = json!({ "event": "closed", "code": null, "reason": null, "clean": null });
        loop {
            let step = tokio::select! {
                Some(command) = self.0.recv() => {
                    if command["do"] == "abandon" {
                        break;
                    }
                    close(&mut connection, &command).await;
                    continue;
                }
                step = connection.next() => step,
                () = tokio::time::sleep(LIMIT) => break,
            };
            match step {
                Step::Other => {}
                Step::Close(code, reason) => {
                    told["code"] = code.into();
                    told["reason"] = reason.into();
                }
                // An error after a close, or after another error, adds nothing.
                Step::Error(error) if told["code"].is_null() && told["error"].is_null() => {
                    told["error"] = error.into();
                }
                Step::Error(_) | Step::End => break,
            }
        }
        drop(connection);
        print(&told);
    }
}

async fn close(connection: &mut impl Connection, command: &Value) {
    let reason = command["reason"].as_str().unwrap_or_default();
    print(&match connection.close(number(&command["code"]), reason).await {
        Ok(()) => json!({ "event": "accepted" }),
        Err(error) => json!({ "event": "refused", "error": error }),
    });
}

fn number(value: &Value) -> Option<u16> {
    u16::try_from(value.as_u64()?).ok()
}

/// Reports that the endpoint is ready, with the version that was built and its own names for codes, if it has any.
pub fn ready(implementation: &str, port: Option<u16>, identifiers: &[(u16, String)]) {
    let names: Map<String, Value> =
        identifiers.iter().map(|(code, name)| (code.to_string(), name.as_str().into())).collect();
    let identifiers = (!names.is_empty()).then_some(names);
    let version = version(implementation);
    print(&json!({
        "event": "ready",
        "implementation": implementation,
        "version": version,
        "port": port,
        "identifiers": identifiers,
    }));
}

/// The version of `package` that the lock file pins: the highest, because axum depends on an older tokio-tungstenite.
fn version(package: &str) -> &'static str {
    let lock = include_str!("../../Cargo.lock");
    let entry = format!("name = \"{package}\"\nversion = \"");
    lock.rsplit_once(&entry)
        .and_then(|(_, rest)| rest.split_once('"'))
        .expect("the lock file has the measured package")
        .0
}

fn print(event: &Value) {
    let mut stdout = std::io::stdout().lock();
    let _ = writeln!(stdout, "{event}").and_then(|()| stdout.flush());
}

/// Reports that no connection could be made.
pub fn failed(error: &str) {
    print(&json!({ "event": "failed", "error": error }));
}

/// Whether the process was started as a server.
pub fn is_server() -> bool {
    std::env::args().nth(1).as_deref() == Some("server")
}

/// The names that `name` gives to the numbers below 5000. A name with parentheses is a variant for any number.
pub fn names(name: impl Fn(u16) -> String) -> Vec<(u16, String)> {
    (0..5000).map(|code| (code, name(code))).filter(|(_, name)| !name.contains('(')).collect()
}

/// The class of an error of the system.
pub fn io_error(kind: ErrorKind) -> String {
    format!("Io({kind:?})")
}

/// The variant in the text that `Debug` gives an enum, without what it holds.
pub fn variant(debug: &str) -> String {
    debug.split(['(', ' ']).next().unwrap_or_default().to_owned()
}
