//! What all steps do: commands that must succeed, folders and files.

use std::fmt::{self, Display, Formatter};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why there is no package, as a sentence for whoever makes it.
#[derive(Debug)]
pub struct Failure(pub String);

impl Display for Failure {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self(error.to_string())
    }
}

/// What `command` prints on standard output. Its messages go to standard error, as they come.
pub fn output(command: &mut Command) -> Result<String, Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| Failure(format!("{name}: {error}")))?;
    if !output.status.success() {
        let stdout = String::from_utf8_lossy(&output.stdout);
        return Err(Failure(format!(
            "{name} failed: {}\n{stdout}",
            output.status
        )));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Cargo as it runs this program, in `folder`. Everything that it needs is there after this program was compiled.
pub fn cargo(folder: &Path) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(folder);
    cargo
}

/// Makes `folder` an empty one.
pub fn empty(folder: &Path) -> Result<(), Failure> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    Ok(())
}

/// The one entry of `folder` whose name ends like that.
pub fn only(folder: &Path, end: &str) -> Result<PathBuf, Failure> {
    let entries: Vec<fs::DirEntry> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    let mut found = entries
        .iter()
        .filter(|entry| entry.file_name().to_string_lossy().ends_with(end));
    match (found.next(), found.next()) {
        (Some(entry), None) => Ok(entry.path()),
        _ => Err(Failure(format!(
            "{} has not one `*{end}`",
            folder.display()
        ))),
    }
}

/// Copies a file or a folder from `from` to the same path below `to`.
pub fn copy(from: &Path, to: &Path, path: &str) -> Result<(), Failure> {
    copy_to(&from.join(path), &to.join(path))
}

/// Copies a file or a folder, with modes that do not depend on who copies.
pub fn copy_to(from: &Path, to: &Path) -> Result<(), Failure> {
    if from.is_dir() {
        for entry in fs::read_dir(from)? {
            let name = entry?.file_name();
            copy_to(&from.join(&name), &to.join(&name))?;
        }
        return Ok(());
    }
    let bytes = fs::read(from).map_err(|error| Failure(format!("{}: {error}", from.display())))?;
    write_instead(to, &bytes, from)
}

/// Writes a file that takes the place of `source`, with the time of that: cargo does not compile again what did not change.
pub fn write_instead(path: &Path, bytes: &[u8], source: &Path) -> Result<(), Failure> {
    write(path, bytes)?;
    let changed = fs::metadata(source)?.modified()?;
    fs::File::options()
        .write(true)
        .open(path)?
        .set_modified(changed)?;
    Ok(())
}

/// Writes a file and the folders around it.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().expect("a file lies in a folder");
    fs::create_dir_all(folder)?;
    fs::write(path, bytes)?;
    set_mode(path, 0o644)
}

/// Makes a file one that can be run.
pub fn executable(path: &Path) -> Result<(), Failure> {
    set_mode(path, 0o755)
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) -> Result<(), Failure> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))?;
    Ok(())
}

/// On Windows, npm and maturin give the modes.
#[cfg(not(unix))]
fn set_mode(_: &Path, _: u32) -> Result<(), Failure> {
    Ok(())
}
