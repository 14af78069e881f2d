//! The arguments → where the spec is: the one that they name, or the nearest one, and the folders around it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::arguments::{Common, Format};
use super::failure::Failure;
use crate::files::{Folders, normal, place};

/// A spec in this folder has its outputs relative to the folder above.
pub const SPEC_FOLDER: &str = "spec";

/// The default places of a spec.
const SPEC_PATHS: [&str; 2] = ["close-codes.json", "spec/close-codes.json"];

/// Where a spec is, and where its outputs go.
pub struct SpecPlace {
    /// The path that the arguments have, or the one that was found.
    pub given: PathBuf,
    /// The absolute path; empty for the built-in spec.
    pub path: PathBuf,
    /// The folder that the paths of outputs are relative to, which is the spec's own or the one above when that is `spec`, and
    /// the repository: the nearest folder with `.git`, or the same folder where there is none.
    pub folders: Folders,
    /// The path as problems name it.
    pub shown: String,
    /// The folder that printed paths are relative to, if they are below it.
    pub base: Option<PathBuf>,
}

impl SpecPlace {
    /// That of the spec that is named or found.
    pub fn find(common: &Common) -> Result<Self, Failure> {
        Self::find_any(common)?.ok_or_else(|| {
            Failure::Usage(
                format!(
                    "there is no {} or {} in this folder or above",
                    SPEC_PATHS[0], SPEC_PATHS[1]
                ),
                "write one with `close-codes init`, or choose another with --spec FILE".to_owned(),
            )
        })
    }

    /// The same, if there is one.
    pub fn find_any(common: &Common) -> Result<Option<Self>, Failure> {
        let Some(given) = common.spec.clone().or_else(find_spec) else {
            return Ok(None);
        };
        refuse_other_than_file(&given)?;
        Self::at(common, given).map(Some)
    }

    /// That of the spec at the path `given`, whether or not there is one yet.
    pub fn at(common: &Common, given: PathBuf) -> Result<Self, Failure> {
        let path = absolute(&given).map_err(|error| Failure::File(given.clone(), error))?;
        // A link on the way to the spec does not lead out of the repository that the way begins in.
        let way =
            std::path::absolute(&given).map_err(|error| Failure::File(given.clone(), error))?;
        let project = project_folder(&path);
        let folders = Folders {
            project: project.to_owned(),
            repository: repository(&normal(&way)),
            spec: slashes(path.strip_prefix(project).unwrap_or(&path)),
        };
        refuse_record(&folders, &path, &given)?;
        // GitHub takes a path for one from the top of the repository, whatever folder a step runs in.
        let is_for_github = common.format == Format::Github;
        let folder = path.parent().filter(|_| is_for_github);
        let top = folder.and_then(with_git).map(Path::to_owned);
        let is_named = top.is_none() && common.spec.is_some();
        let base = top.or_else(here);
        let shown = if is_named {
            given.clone()
        } else {
            below(base.as_deref(), &path)
        };
        Ok(Self {
            shown: slashes(&shown),
            given,
            path,
            folders,
            base,
        })
    }

    /// That of the built-in spec, which is in no folder.
    pub fn nowhere() -> Self {
        Self {
            given: PathBuf::new(),
            path: PathBuf::new(),
            folders: Folders {
                project: PathBuf::new(),
                repository: PathBuf::new(),
                spec: String::new(),
            },
            shown: "standard".to_owned(),
            base: None,
        }
    }

    /// The spec's text.
    pub fn read(&self) -> Result<String, Failure> {
        let bytes =
            fs::read(&self.given).map_err(|error| Failure::File(self.given.clone(), error))?;
        String::from_utf8(bytes).map_err(|_| {
            let why = format!("{} is not UTF-8 text", self.given.display());
            Failure::Usage(why, "save it as UTF-8".to_owned())
        })
    }

    /// The path of an output as a person in this folder would write it, or as GitHub needs it.
    pub fn shown_output(&self, output: &str) -> String {
        let path = self.folders.project.join(output);
        slashes(&below(self.base.as_deref(), &path))
    }
}

/// A pipe or a device could be read only once, or without end.
fn refuse_other_than_file(path: &Path) -> Result<(), Failure> {
    let metadata = fs::metadata(path).map_err(|error| Failure::File(path.to_owned(), error))?;
    if metadata.is_file() {
        return Ok(());
    }
    Err(Failure::Usage(
        format!("{} is not a regular file", path.display()),
        "choose a file with --spec FILE".to_owned(),
    ))
}

/// A spec that is its own record would be replaced by the list of its outputs.
fn refuse_record(folders: &Folders, path: &Path, given: &Path) -> Result<(), Failure> {
    let record = folders.record();
    let folder = &folders.project;
    if place(folder, Path::new(&record)) != place(folder, path) {
        return Ok(());
    }
    let given = given.display();
    Err(Failure::Usage(
        format!("{given} cannot be a spec: the list of its outputs goes to {record}"),
        "give the spec another name, such as close-codes.json".to_owned(),
    ))
}

/// The path in a folder without links. A spec that is a link itself has its outputs beside the link.
fn absolute(path: &Path) -> std::io::Result<PathBuf> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let name = path.file_name().unwrap_or_default();
    Ok(folder.canonicalize()?.join(name))
}

/// The current folder, without links.
fn here() -> Option<PathBuf> {
    env::current_dir().ok()?.canonicalize().ok()
}

/// The path from `base`, where it is below that.
fn below(base: Option<&Path>, path: &Path) -> PathBuf {
    let below = base.and_then(|base| path.strip_prefix(base).ok());
    below.unwrap_or(path).to_owned()
}

fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The folder that the outputs of the spec at `path` are relative to.
fn project_folder(path: &Path) -> &Path {
    let own = path.parent().unwrap_or(Path::new("/"));
    match own.parent() {
        Some(above) if own.file_name().is_some_and(|name| name == SPEC_FOLDER) => above,
        _ => own,
    }
}

/// The repository of the spec at `path`, whose links are not resolved.
fn repository(path: &Path) -> PathBuf {
    let folder = project_folder(path);
    with_git(folder).unwrap_or(folder).to_owned()
}

/// The nearest folder with `.git`.
fn with_git(folder: &Path) -> Option<&Path> {
    let mut ancestors = folder.ancestors();
    ancestors.find(|ancestor| ancestor.join(".git").exists())
}

/// The spec in this folder or the nearest above it, up to the folder with `.git`.
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
