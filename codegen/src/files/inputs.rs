//! A path in the project's folder → the text of the file there, for targets that read files of the user's own.

use std::path::Path;

use super::Folders;
use super::boundary::is_inside;
use super::found::{Found, look};

/// How long such a file can be, in bytes.
const MAX_BYTES: usize = 1 << 20;

/// Where these files are.
#[derive(Debug, Clone, Default)]
pub struct Inputs {
    /// The project's folder, as what nothing leads out of; `None` for a spec that is not a file.
    folders: Option<Folders>,
    /// The paths of the project's outputs, which are not read: a text must not depend on what was generated before.
    outputs: Vec<String>,
}

impl Inputs {
    /// The files in the folder of `project`.
    #[must_use]
    pub fn of(project: &Path) -> Self {
        let folders = Folders {
            project: project.to_owned(),
            repository: project.to_owned(),
            spec: String::new(),
        };
        Self {
            folders: Some(folders),
            outputs: Vec::new(),
        }
    }

    /// The same without what is generated at `outputs`, files and folders.
    #[must_use]
    pub fn without<'a>(&self, outputs: impl Iterator<Item = &'a str>) -> Self {
        let outputs = outputs.map(str::to_lowercase);
        Self {
            outputs: outputs.collect(),
            ..self.clone()
        }
    }

    /// The text of the file at `path`, which is normalized, with the line ends of Unix; `None` where nothing is.
    ///
    /// # Errors
    ///
    /// Why it is not read, as the rest of a sentence that begins with the file.
    pub fn read(&self, path: &str) -> Result<Option<String>, String> {
        let Some(folders) = &self.folders else {
            return Err("cannot be read, as the spec is not in a folder".to_owned());
        };
        if !is_inside(folders, path) {
            return Err("is in a folder behind a symbolic link".to_owned());
        }
        if self.is_output(path) {
            return Err("is an output of the same spec".to_owned());
        }
        let found = look(&folders.project.join(path), MAX_BYTES);
        match found.map_err(|error| format!("cannot be read: {error}"))? {
            Found::Nothing => Ok(None),
            Found::Other(what) => Err(format!("is {what}")),
            Found::File(file) if !file.is_whole => Err("has more than 1 MiB".to_owned()),
            Found::File(file) => {
                let text = String::from_utf8(file.bytes);
                let text = text.map_err(|_| "is not UTF-8 text".to_owned())?;
                let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
                Ok(Some(text.replace("\r\n", "\n")))
            }
        }
    }

    fn is_output(&self, path: &str) -> bool {
        let path = path.to_lowercase();
        let mut outputs = self.outputs.iter();
        outputs.any(|output| path == *output || output.ends_with('/') && path.starts_with(output))
    }
}
