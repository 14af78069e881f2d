//! The list of endpoints: one line an implementation, in the order of the data.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::protocol::Role::{self, Client, Server};

/// An implementation that can be measured.
#[derive(Debug, Clone, Copy)]
pub struct Endpoint {
    /// Its name, which it also gives itself.
    pub name: &'static str,
    /// Its programming language.
    pub language: &'static str,
    /// Its folder in `tests/wire/endpoints`, where its commands run.
    pub folder: &'static str,
    /// The sides that it has.
    pub roles: &'static [Role],
    /// The tools that must be installed.
    pub needs: &'static str,
    /// Installs and builds it; does little when that is done. Exit status 77 says that something is missing here.
    pub prepare: &'static str,
    /// Starts it; the role is added.
    pub command: &'static str,
    /// Whether it answers a Close frame alike on every run. What differs from run to run is not recorded.
    pub answers_alike: bool,
}

const BOTH: &[Role] = &[Client, Server];
const CLIENT: &[Role] = &[Client];
const SERVER: &[Role] = &[Server];

/// Builds one package of the Rust endpoints.
const CARGO: &str = "cargo build --quiet --release --locked --target-dir ../target";

/// All endpoints: name, language, folder, roles, needed tools, command that prepares, command that starts.
#[rustfmt::skip]
pub const ENDPOINTS: &[Endpoint] = &[
    endpoint("tokio-tungstenite", "Rust", "rust/tokio-tungstenite", BOTH, "cargo", CARGO, "../target/release/tokio-tungstenite"),
    endpoint("axum", "Rust", "rust/axum", SERVER, "cargo", CARGO, "../target/release/axum"),
    endpoint("actix-ws", "Rust", "rust/actix-ws", SERVER, "cargo", CARGO, "../target/release/actix-ws"),
    endpoint("fastwebsockets", "Rust", "rust/fastwebsockets", BOTH, "cargo", CARGO, "../target/release/fastwebsockets"),
    endpoint("tokio-websockets", "Rust", "rust/tokio-websockets", BOTH, "cargo", CARGO, "../target/release/tokio-websockets"),
    endpoint("ws", "JavaScript", "ws", BOTH, "node npm", "./prepare", "./run"),
    endpoint("undici", "JavaScript", "undici", CLIENT, "node npm", "./prepare", "./run"),
    endpoint("websocket", "JavaScript", "websocket", BOTH, "node npm", "./prepare", "./run"),
    endpoint("chromium", "JavaScript", "chromium", CLIENT, "node npm", "./prepare", "./run"),
    endpoint("websockets", "Python", "websockets", BOTH, "python3", "./prepare", "./run"),
    endpoint("aiohttp", "Python", "aiohttp", BOTH, "python3", "./prepare", "./run"),
    endpoint("websocket-client", "Python", "websocket-client", CLIENT, "python3", "./prepare", "./run"),
    endpoint("foundation", "Swift", "foundation", CLIENT, "swift", "./prepare", "./run"),
    endpoint("gorilla", "Go", "gorilla", BOTH, "go", "./prepare", "./run"),
    endpoint("coder", "Go", "coder", BOTH, "go", "./prepare", "./run"),
    endpoint("jdk", "Java", "jdk", CLIENT, "java mvn", "./prepare", "./run").with_racing_answers(),
    endpoint("okhttp", "Java", "okhttp", CLIENT, "java mvn", "./prepare", "./run"),
    endpoint("netty", "Java", "netty", BOTH, "java mvn", "./prepare", "./run"),
];

const fn endpoint(
    name: &'static str,
    language: &'static str,
    folder: &'static str,
    roles: &'static [Role],
    needs: &'static str,
    prepare: &'static str,
    command: &'static str,
) -> Endpoint {
    Endpoint {
        name,
        language,
        folder,
        roles,
        needs,
        prepare,
        command,
        answers_alike: true,
    }
}

impl Endpoint {
    /// The same for an implementation whose threads race for the answer.
    const fn with_racing_answers(self) -> Self {
        Self {
            answers_alike: false,
            ..self
        }
    }

    /// The absolute path of its folder.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("endpoints")
            .join(self.folder)
    }

    /// Its names for codes, from `identifiers.json` in its folder: none when there is no such file.
    pub fn identifiers(&self) -> Outcome<BTreeMap<String, String>> {
        let path = self.path().join("identifiers.json");
        if !path.exists() {
            return Ok(BTreeMap::new());
        }
        fs::read_to_string(&path)
            .map_err(|error| error.to_string())
            .and_then(|text| serde_json::from_str(&text).map_err(|error| error.to_string()))
            .map_err(|error| format!("{}/identifiers.json: {error}", self.folder))
    }
}

/// The endpoints with these names, in the order of the list: all when there are none.
pub fn select(names: &[String]) -> Outcome<Vec<&'static Endpoint>> {
    let known = |name: &&String| ENDPOINTS.iter().any(|endpoint| endpoint.name == **name);
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        return Err(format!(
            "there is no endpoint {unknown}: `--list` shows all"
        ));
    }
    let chosen =
        |endpoint: &&Endpoint| names.is_empty() || names.iter().any(|name| name == endpoint.name);
    Ok(ENDPOINTS.iter().filter(chosen).collect())
}
