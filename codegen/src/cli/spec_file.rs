//! The spec that the arguments name, or the nearest one, and the folder that its outputs are relative to.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::arguments::{Common, Format};
use super::failure::Failure;
use super::shared_places::shared_places;
use crate::diagnostics::Source;
use crate::files::{Comparison, FileError, FileSet, Folders, Inputs, compare_all, normal, place};
use crate::project::Project;
use crate::registry::STANDARD;
use crate::targets::{Unrendered, heads};

/// A spec in this folder has its outputs relative to the folder above.
pub const SPEC_FOLDER: &str = "spec";

/// The default places of a spec.
const SPEC_PATHS: [&str; 2] = ["close-codes.json", "spec/close-codes.json"];

/// A sound spec, and where its outputs go.
pub struct SpecFile {
    /// The spec's own absolute path; empty for the built-in one.
    pub path: PathBuf,
    /// The folder that the paths of outputs are relative to, which is the spec's own or the one above when that is `spec`, and
    /// the repository: the nearest folder with `.git`, or the same folder where there is none.
    pub folders: Folders,
    /// The spec's text.
    pub source: Source,
    /// The spec, checked.
    pub project: Project,
    /// The folder that printed paths are relative to, if they are below it.
    base: Option<PathBuf>,
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
                "write one with `close-codes init`, or choose another with --spec FILE".to_owned(),
            )
        })
    }

    /// The project of the spec that is named or found, else that of the built-in one.
    pub fn open_or_standard(common: &Common) -> Result<Self, Failure> {
        if let Some(spec_file) = Self::find(common)? {
            return Ok(spec_file);
        }
        let nowhere = Folders {
            project: PathBuf::new(),
            repository: PathBuf::new(),
            spec: String::new(),
        };
        let source = Source::new("standard", STANDARD);
        Self::read(PathBuf::new(), nowhere, source, None)
    }

    fn find(common: &Common) -> Result<Option<Self>, Failure> {
        let Some(given) = common.spec.clone().or_else(find_spec) else {
            return Ok(None);
        };
        let text = read(&given)?;
        let path = absolute(&given).map_err(|error| Failure::File(given.clone(), error))?;
        // A link on the way to the spec does not lead out of the repository that the way begins in.
        let way = std::path::absolute(&given).map_err(|error| Failure::File(given, error))?;
        let project = project_folder(&path);
        let label = slashes(path.strip_prefix(project).unwrap_or(&path));
        let folders = Folders {
            project: project.to_owned(),
            repository: repository(&normal(&way)),
            spec: label.clone(),
        };
        let top = path.parent().and_then(with_git);
        // GitHub takes a path for one from the top of the repository, whatever folder a step runs in.
        let (base, shown) = match (common.format, top, &common.spec) {
            (Format::Github, Some(top), _) => (Some(top.to_owned()), below(Some(top), &path)),
            (_, _, Some(given)) => (here(), given.clone()),
            _ => (here(), below(here().as_deref(), &path)),
        };
        let source = Source::new(label, &text).shown_as(slashes(&shown));
        Self::read(path, folders, source, base).map(Some)
    }

    /// The outputs, in memory.
    pub fn render(&self) -> Result<FileSet, Failure> {
        let files = self.project.render();
        let files = files.map_err(|failed| self.unrendered(failed))?;
        let spec = place(&self.folders.project, &self.path);
        let is_spec = |path: &&str| {
            let path = Path::new(path);
            path.extension() == self.path.extension() && place(&self.folders.project, path) == spec
        };
        let replaced = files.iter().map(|(path, _)| path).find(is_spec);
        if let Some(path) = replaced {
            return Err(Failure::Usage(
                format!("{path} would replace the spec itself"),
                "move the spec, or use another folder in `outputs`".to_owned(),
            ));
        }
        Ok(files)
    }

    /// Why outputs cannot be rendered: problems of the spec, and of templates.
    pub fn unrendered(&self, failed: Vec<Unrendered>) -> Failure {
        let (mut of_spec, mut refused) = (Vec::new(), Vec::new());
        for Unrendered { source, problem } in failed {
            match source {
                None => of_spec.push(problem),
                Some(source) => {
                    let shown = self.shown(&source.path);
                    refused.push((source.shown_as(shown), vec![problem]));
                }
            }
        }
        if !of_spec.is_empty() {
            refused.insert(0, (self.source.clone(), of_spec));
        }
        Failure::Unrendered(refused)
    }

    /// Everything that differs between the outputs on disk and `files`.
    pub fn compare(&self, files: &FileSet) -> Result<Comparison, FileError> {
        compare_all(&self.folders, files, &heads())
    }

    /// The path of an output as a person in this folder would write it, or as GitHub needs it.
    pub fn shown(&self, output: &str) -> String {
        let path = self.folders.project.join(output);
        slashes(&below(self.base.as_deref(), &path))
    }

    fn read(
        path: PathBuf,
        folders: Folders,
        source: Source,
        base: Option<PathBuf>,
    ) -> Result<Self, Failure> {
        let read = Project::read(&source).and_then(|project| {
            let problems = shared_places(&folders, &path, &project.outputs);
            if problems.is_empty() {
                Ok(project)
            } else {
                Err(problems)
            }
        });
        match read {
            Ok(mut project) => {
                project.notice = project.notice.with_folder(&folders.project);
                if !path.as_os_str().is_empty() {
                    project.inputs = Inputs::of(&folders.project);
                }
                Ok(Self {
                    path,
                    folders,
                    source,
                    project,
                    base,
                })
            }
            Err(problems) => Err(Failure::BadSpec(Box::new(source), problems)),
        }
    }
}

/// The text of a regular file.
fn read(path: &Path) -> Result<String, Failure> {
    let failed = |error| Failure::File(path.to_owned(), error);
    if !fs::metadata(path).map_err(failed)?.is_file() {
        let why = format!("{} is not a regular file", path.display());
        return Err(Failure::Usage(
            why,
            "choose a file with --spec FILE".to_owned(),
        ));
    }
    let bytes = fs::read(path).map_err(failed)?;
    String::from_utf8(bytes).map_err(|_| {
        let why = format!("{} is not UTF-8 text", path.display());
        Failure::Usage(why, "save it as UTF-8".to_owned())
    })
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
