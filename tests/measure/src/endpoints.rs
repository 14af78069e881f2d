//! The folders of `tests/measure/endpoints`, each with an `endpoint.json` → the list of endpoints.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::Result;
use crate::messages::Role;
use crate::subjects::{Subject, in_order};

/// The file that makes a folder an endpoint.
const FILE: &str = "endpoint.json";

/// An implementation that can be measured.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endpoint {
    /// The implementation's name: the name of the folder.
    #[serde(skip)]
    pub name: String,
    /// The absolute path of the folder, in which the commands run.
    #[serde(skip)]
    pub folder: PathBuf,
    /// The programming language.
    pub language: String,
    /// The roles that it can take.
    pub roles: Vec<Role>,
    /// The tools that must be installed.
    pub needs: Vec<String>,
    /// The command that installs and builds it; quick when that is already done.
    pub prepare: String,
    /// The command that starts it; the role is appended.
    pub run: String,
    /// The entry of `spec/identifiers.json` with the names that the program reports for codes.
    pub identifiers: Option<String>,
    /// The roles in which its answer to a Close frame varies from run to run. Such answers are not recorded.
    #[serde(default)]
    pub answer_varies: Vec<Role>,
    /// Where the implementation's source has what was measured.
    pub source: Option<String>,
    /// What measurements do not show, or where they differ from the source or the documentation.
    pub note: Option<String>,
}

/// The folder of all endpoints.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("endpoints")
}

/// The endpoints in the folders of `root` and, for those that share a workspace, in their sub-folders; by language and
/// name.
pub fn list(root: &Path) -> Result<Vec<Endpoint>> {
    let found = folders_with(root, FILE)?;
    let endpoints: Result<Vec<Endpoint>> = found.iter().map(|path| Endpoint::read(path)).collect();
    in_order(endpoints?)
}

/// The folders of `root` that have `file`, and those of their sub-folders that do.
pub(crate) fn folders_with(root: &Path, file: &str) -> Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for folder in folders(root)? {
        let shared = folders(&folder)?;
        let found = [folder.clone()].into_iter().chain(shared);
        let found: Vec<PathBuf> = found.filter(|folder| folder.join(file).exists()).collect();
        if found.is_empty() {
            let folder = folder.display();
            return Err(format!(
                "{folder}: neither it nor a sub-folder has an {file}"
            ));
        }
        all.extend(found);
    }
    Ok(all)
}

fn folders(root: &Path) -> Result<Vec<PathBuf>> {
    let fail = |error| format!("{}: {error}", root.display());
    let entries: std::io::Result<Vec<_>> = fs::read_dir(root).map_err(fail)?.collect();
    let mut folders: Vec<PathBuf> = entries
        .map_err(fail)?
        .iter()
        .map(fs::DirEntry::path)
        .collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    Ok(folders)
}

impl Endpoint {
    /// Reads the `endpoint.json` of `folder`.
    pub fn read(folder: &Path) -> Result<Self> {
        let path = folder.join(FILE);
        let text = fs::read_to_string(&path).map_err(|error| error.to_string());
        let parsed = text.and_then(|text| Self::parse(&text));
        let endpoint = parsed.map_err(|error| format!("{}: {error}", path.display()))?;
        let name = folder.file_name().unwrap_or_default();
        Ok(Self {
            name: name.to_string_lossy().into_owned(),
            folder: folder.to_owned(),
            ..endpoint
        })
    }

    fn parse(text: &str) -> Result<Self> {
        let mut endpoint: Self = serde_json::from_str(text).map_err(|error| error.to_string())?;
        endpoint.roles.sort();
        endpoint.roles.dedup();
        let empty = [
            ("language", endpoint.language.is_empty()),
            ("roles", endpoint.roles.is_empty()),
            ("run", endpoint.run.trim().is_empty()),
        ];
        match empty.iter().find(|(_, is_empty)| *is_empty) {
            Some((field, _)) => Err(format!("`{field}` is empty")),
            None => Ok(endpoint),
        }
    }
}

impl Subject for Endpoint {
    const KIND: &'static str = "endpoint";

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
