//! Names of temporary files: each belongs to one spec, so that a run that holds the spec's lock can remove what a killed run
//! left, and nothing else.

use std::fs;
use std::io;
use std::path::Path;

use super::hash::hash;

const BEFORE: &str = ".close-codes-";
const AFTER: &str = ".tmp";
/// How many random characters are between the spec's id and the end.
const RANDOM: usize = 8;

/// The temporary files of one spec.
#[derive(Debug, Clone)]
pub struct Temporary {
    /// What their names begin with.
    prefix: String,
}

impl Temporary {
    /// Those of the spec at `path`, which is absolute.
    #[must_use]
    pub fn of(path: &Path) -> Self {
        let hash = hash(path.as_os_str().as_encoded_bytes());
        Self {
            prefix: format!("{BEFORE}{hash:016x}-"),
        }
    }

    /// Makes one for a text whose place is in `folder`. It did not exist before, and is removed when it is dropped.
    pub(super) fn create(&self, folder: &Path) -> io::Result<tempfile::NamedTempFile> {
        let mut builder = tempfile::Builder::new();
        builder
            .prefix(&self.prefix)
            .suffix(AFTER)
            .rand_bytes(RANDOM);
        // Private to its owner by default; a new output is what the umask makes of any new file.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        builder.tempfile_in(folder)
    }

    /// Removes what a killed run left in `folder`. Only the holder of the spec's lock may: no other run is under way then.
    pub(super) fn sweep(&self, folder: &Path) -> io::Result<()> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error),
        };
        for entry in entries {
            let entry = entry?;
            let is_one = entry
                .file_name()
                .to_str()
                .is_some_and(|name| self.is_one(name));
            if is_one && entry.file_type()?.is_file() {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    fn is_one(&self, name: &str) -> bool {
        let random = name.strip_prefix(&self.prefix);
        let random = random.and_then(|rest| rest.strip_suffix(AFTER));
        random.is_some_and(|random| {
            random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
    }
}
