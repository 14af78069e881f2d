//! The spec that the arguments name, or the nearest one, and the folder that its outputs are relative to.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::diagnostics::Source;
use crate::project::Project;
use crate::registry::STANDARD;

use super::arguments::Common;
use super::failure::Failure;

/// A spec in this folder has its outputs relative to the folder above.
const SPEC_FOLDER: &str = "spec";

/// The default places of a spec.
const SPEC_PATHS: [&str; 2] = ["close-codes.json", "spec/close-codes.json"];

/// A sound spec, and where its outputs go.
pub struct SpecFile {
    /// The folder that the paths of outputs are relative to: the spec's own, or the one above when that is `spec`.
    pub folder: PathBuf,
    /// The repository: the nearest folder with `.git`, or the project's folder where there is none.
    pub root: PathBuf,
    /// The spec's text.
    pub source: Source,
    /// The spec, checked.
    pub project: Project,
}

impl SpecFile {
    /// The project of the spec that is named or found.
    pub fn open(common: &Common) -> Result<Self, Failure> {
        Self::find(common)?.ok_or_else(|| {
            Failure::Usage(
                format!(
                    "there is no {} or {} in this folder or above",
                    SPEC_PATHS[0], SPEC_PATHS[1]
                ),
                "choose the spec with --spec FILE".to_owned(),
            )
        })
    }

    /// The project of the spec that is named or found, else that of the built-in one.
    pub fn open_or_standard(common: &Common) -> Result<Self, Failure> {
        match Self::find(common)? {
            Some(project) => Ok(project),
            None => Self::read(PathBuf::new(), Source::new("standard", STANDARD)),
        }
    }

    fn find(common: &Common) -> Result<Option<Self>, Failure> {
        let Some(path) = common.spec.clone().or_else(find_spec) else {
            return Ok(None);
        };
        let bytes = fs::read(&path).map_err(|error| Failure::File(path.clone(), error))?;
        let Ok(text) = String::from_utf8(bytes) else {
            let why = format!("{} is not UTF-8 text", path.display());
            return Err(Failure::Usage(why, "save it as UTF-8".to_owned()));
        };
        let path = path
            .canonicalize()
            .map_err(|error| Failure::File(path.clone(), error))?;
        let own = path.parent().unwrap_or(Path::new("/"));
        let folder = match own.parent() {
            Some(above) if own.file_name().is_some_and(|name| name == SPEC_FOLDER) => above,
            _ => own,
        };
        let label = path.strip_prefix(folder).unwrap_or(&path);
        let label = slashes(label);
        let shown = common
            .spec
            .as_deref()
            .map_or_else(|| from_here(&path), Path::to_owned);
        let source = Source::new(label, &text).shown_as(slashes(&shown));
        Self::read(folder.to_owned(), source).map(Some)
    }

    /// The path of an output as a person in this folder would write it.
    pub fn shown(&self, output: &str) -> String {
        slashes(&from_here(&self.folder.join(output)))
    }

    fn read(folder: PathBuf, source: Source) -> Result<Self, Failure> {
        match Project::read(&source) {
            Ok(project) => Ok(Self {
                root: repository(&folder),
                folder,
                source,
                project,
            }),
            Err(problems) => Err(Failure::BadSpec(Box::new(source), problems)),
        }
    }
}

/// The path from the current folder, where it lies below that.
fn from_here(path: &Path) -> PathBuf {
    let here = env::current_dir().and_then(|here| here.canonicalize());
    let below = here
        .ok()
        .and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    below.unwrap_or_else(|| path.to_owned())
}

fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn repository(folder: &Path) -> PathBuf {
    let mut ancestors = folder.ancestors();
    let found = ancestors.find(|ancestor| ancestor.join(".git").exists());
    found.unwrap_or(folder).to_owned()
}

/// The spec in this folder or the nearest above it, up to the folder that holds `.git`.
fn find_spec() -> Option<PathBuf> {
    let here = env::current_dir().ok()?;
    for folder in here.ancestors() {
        for path in SPEC_PATHS {
            let spec = folder.join(path);
            if spec.is_file() {
                return Some(spec);
            }
        }
        if folder.join(".git").exists() {
            break;
        }
    }
    None
}
