//! Everything that a spec yields, in memory: path → text.

use std::collections::BTreeMap;

use super::Notice;

/// The texts of all outputs by path, relative to the project's folder and with `/` between its parts.
#[derive(Debug)]
pub struct FileSet {
    /// The first comment of each file.
    pub notice: Notice,
    files: BTreeMap<String, String>,
}

impl FileSet {
    /// No files.
    #[must_use]
    pub fn new(notice: Notice) -> Self {
        Self {
            notice,
            files: BTreeMap::new(),
        }
    }

    /// Adds `text`, ended by exactly one newline.
    ///
    /// # Panics
    ///
    /// When there is a text for `path` already: two outputs never share a file.
    pub fn add(&mut self, path: &str, mut text: String) {
        text.truncate(text.trim_end_matches('\n').len());
        text.push('\n');
        // It grew while it was printed, and stays for long.
        text.shrink_to_fit();
        let before = self.files.insert(path.to_owned(), text);
        assert!(before.is_none(), "two texts for {path}");
    }

    /// The files by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The text for `path`.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}
