//! The folders of `tests/measure/clients`, each with a `client.json` → the list of clients.

use std::fs;
use std::path::{Path, PathBuf};

use closing_server::Opening;
use serde::Deserialize;

use crate::Result;
use crate::endpoints::folders_with;
use crate::subjects::{Subject, in_order};

/// The file that makes a folder a client.
const FILE: &str = "client.json";

/// A client library that can be measured.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Client {
    /// The library's name: the name of the folder.
    #[serde(skip)]
    pub name: String,
    /// The absolute path of the folder, in which the commands run.
    #[serde(skip)]
    pub folder: PathBuf,
    /// What a connection begins with.
    #[serde(skip)]
    pub messages: Opening,
    /// The programming language.
    pub language: String,
    /// The tools that must be installed.
    pub needs: Vec<String>,
    /// The command that installs and builds it; quick when that is already done.
    pub prepare: String,
    /// The command that starts it; the value of all random numbers is appended.
    pub run: String,
    /// The file with the messages that a connection begins with, if there are any.
    pub opening: Option<String>,
    /// How the library is used, as code.
    pub setup: String,
    /// What decides about reconnecting in the library's place, if there is anything.
    pub hook: Option<HookSpec>,
    /// Where the library's source has it.
    pub source: String,
    /// What measurements do not show, or where they differ from the source or the documentation.
    pub note: Option<String>,
}

/// How an application decides in the library's place.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HookSpec {
    /// How it is written.
    pub code: String,
    /// Whether it gets the close code.
    pub knows_code: bool,
}

/// The folder of all clients.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("clients")
}

/// The clients in the folders of `root` and in their sub-folders, by language and name.
pub fn list(root: &Path) -> Result<Vec<Client>> {
    let found = folders_with(root, FILE)?;
    let clients: Result<Vec<Client>> = found.iter().map(|path| Client::read(path)).collect();
    in_order(clients?)
}

impl Client {
    fn read(folder: &Path) -> Result<Self> {
        let path = folder.join(FILE);
        let parsed = fs::read_to_string(&path)
            .map_err(|error| error.to_string())
            .and_then(|text| serde_json::from_str(&text).map_err(|error| error.to_string()));
        let client: Self = parsed.map_err(|error| format!("{}: {error}", path.display()))?;
        let messages = match &client.opening {
            Some(file) => Opening::read(&folder.join(file))?,
            None => Opening::default(),
        };
        let name = folder.file_name().unwrap_or_default();
        Ok(Self {
            name: name.to_string_lossy().into_owned(),
            folder: folder.to_owned(),
            messages,
            ..client
        })
    }
}

impl Subject for Client {
    const KIND: &'static str = "client";

    fn name(&self) -> &str {
        &self.name
    }

    fn language(&self) -> &str {
        &self.language
    }

    fn folder(&self) -> &Path {
        &self.folder
    }

    fn needs(&self) -> &[String] {
        &self.needs
    }

    fn preparation(&self) -> &str {
        &self.prepare
    }
}
