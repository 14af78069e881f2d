//! `spec/clients.json`, which is built in: what client libraries that reconnect do after each close code.

use std::sync::LazyLock;

use serde::Deserialize;

use super::span::Span;

/// The measurements, as `cargo run -p measure -- clients` wrote them.
const MEASURED: &str = include_str!("../../../spec/clients.json");

static CLIENTS: LazyLock<Vec<ClientLibrary>> = LazyLock::new(|| {
    let file: File = serde_json::from_str(MEASURED).expect("the built-in measurements are JSON");
    let mut clients = file.clients;
    for client in &mut clients {
        client.numbers = file
            .numbers
            .iter()
            .flat_map(|span| span.numbers())
            .collect();
        client.attempts = file.attempts;
    }
    clients
});

#[derive(Deserialize)]
struct File {
    numbers: Vec<Span>,
    attempts: usize,
    clients: Vec<ClientLibrary>,
}

/// What was measured of a client library.
#[derive(Debug, Deserialize)]
pub struct ClientLibrary {
    /// Its name.
    pub name: String,
    /// Its programming language.
    pub language: String,
    /// The measured version.
    pub version: String,
    /// What measurements do not show, in one line.
    pub note: Option<String>,
    /// How an application decides in its place, if it can.
    pub hook: Option<Hook>,
    /// What follows a connection that was lost when the server refuses all others.
    pub refused: Dials,
    #[serde(skip)]
    pub(super) numbers: Vec<u16>,
    /// How many connections were opened and closed with each number, one after another.
    #[serde(skip)]
    pub attempts: usize,
    pub(super) closed: Vec<Row<Dials>>,
    #[serde(default)]
    pub(super) without_reason: Vec<Row<Told>>,
}

/// How an application decides in a library's place.
#[derive(Debug, Deserialize)]
pub struct Hook {
    /// How it is written.
    pub code: String,
    /// Whether it gets the close code.
    pub knows_code: bool,
    pub(super) never: Vec<Row<Told>>,
    pub(super) again: Vec<Row<Told>>,
}

/// How a library connects again.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Dials {
    /// Whether it does.
    pub reconnects: bool,
    /// The shortest wait before each attempt, in milliseconds. The last one is repeated.
    #[serde(default)]
    pub least_ms: Vec<u64>,
    /// The longest waits, if they are random.
    #[serde(default)]
    pub most_ms: Vec<u64>,
    /// After how many attempts it gives up, if it does.
    pub gives_up_after: Option<usize>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct Told {
    pub(super) reconnects: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct Row<T> {
    #[serde(flatten)]
    pub(super) span: Span,
    #[serde(flatten)]
    pub(super) outcome: T,
}

/// Every client library, in the order of the file.
#[must_use]
pub fn clients() -> &'static [ClientLibrary] {
    &CLIENTS
}
