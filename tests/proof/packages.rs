//! The packages of the program, as `cargo run -p release` makes them: each is installed in an empty folder where there is
//! nothing but its own toolchain, goes from nothing to checked names, and is the same bytes when it is made elsewhere.
#![cfg(unix)]

mod node;
mod python;
mod rust;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use tests::{root, toolchain};

/// How long it may take from nothing to checked names.
const LIMIT: Duration = Duration::from_mins(1);

/// The folder of the packages for this platform.
static PACKAGES: LazyLock<PathBuf> =
    LazyLock::new(|| make(&root(), &mut Command::new(env!("CARGO"))));

/// Runs the one command in a copy of the project, and gives the folder of what it made.
fn make(project: &Path, cargo: &mut Command) -> PathBuf {
    toolchain::run(Command::new(project.join("release/install")).current_dir(project));
    let arguments = ["run", "--quiet", "--offline", "-p", "release"];
    toolchain::run(
        cargo
            .current_dir(project)
            .args(arguments)
            .env_remove("RUSTFLAGS"),
    );
    project.join("target/packages")
}

/// Whether the packages are tested: to make them takes minutes.
fn are_made() -> bool {
    if !toolchain::are_required() {
        toolchain::skip("it compiles the packages, for which REQUIRE_TOOLCHAINS=1 asks");
        return false;
    }
    toolchain::has(&["node", "npm", "python3", "cc", "git", "tar"])
}

/// The packages whose names end like that.
fn packages(end: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(&*PACKAGES).expect("the folder of packages");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .filter(|path| path.to_string_lossy().ends_with(end))
        .collect()
}

/// An empty folder on a machine that has only a few commands, and a home folder with nothing in it.
struct Machine {
    folder: TempDir,
    started: Instant,
}

impl Machine {
    /// A machine with the commands `tools`, each at its path.
    fn with(tools: &[(&str, &Path)]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for name in ["app", "bin", "home"] {
            fs::create_dir(folder.path().join(name)).expect("a folder");
        }
        for (name, path) in tools {
            let path = fs::canonicalize(path).expect("the tool is installed");
            symlink(path, folder.path().join("bin").join(name)).expect("a link");
        }
        Self {
            folder,
            started: Instant::now(),
        }
    }

    /// The empty folder.
    fn app(&self) -> PathBuf {
        self.folder.path().join("app")
    }

    /// A command in the empty folder, with nothing in the environment but a path and a home.
    fn command(&self, line: &[&OsStr]) -> Command {
        let mut command = Command::new("/usr/bin/env");
        command.current_dir(self.app()).env_clear();
        command.env("PATH", self.folder.path().join("bin"));
        command.env("HOME", self.folder.path().join("home"));
        command.env("NO_COLOR", "1").args(line);
        command
    }

    /// Runs a command of which each word is separated by one space.
    fn run(&self, line: &str) -> Output {
        let words: Vec<&OsStr> = line.split(' ').map(OsStr::new).collect();
        self.command(&words).output().expect("env is there")
    }

    /// The same, where it must succeed.
    fn succeed(&self, line: &str) -> String {
        let output = self.run(line);
        assert!(output.status.success(), "{line}: {output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// From an empty folder to checked names, with a program that `prefix` starts: how long it is since there was nothing. Then
    /// what comes of drift and of a mistake.
    fn checks_names(&self, prefix: &str) -> Duration {
        assert!(
            self.succeed(&format!("{prefix} init"))
                .starts_with("wrote close-codes.json")
        );
        self.succeed(&format!("{prefix} generate"));
        assert!(
            self.succeed(&format!("{prefix} check"))
                .ends_with("are in sync\n")
        );
        let took = self.started.elapsed();

        let spec = self.app().join("close-codes.json");
        let text = tests::read(&spec);
        let changed = text.replacen("\"summary\": \"", "\"summary\": \"Now: ", 1);
        assert_ne!(text, changed);
        fs::write(&spec, changed).expect("the spec can be written");
        assert_eq!(self.run(&format!("{prefix} check")).status.code(), Some(1));
        assert_eq!(self.run(&format!("{prefix} chekc")).status.code(), Some(2));
        took
    }
}

/// A program that waits for its standard input and is sent SIGTERM ends by it, whatever started it.
fn ends_by_a_signal(command: &mut Command) {
    use std::io::Read as _;
    use std::os::unix::process::ExitStatusExt as _;
    use std::process::Stdio;

    command.stdin(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it can be started");
    // The program has started when the launcher has: no output tells it, so wait for long enough.
    std::thread::sleep(Duration::from_secs(3));
    assert!(
        child.try_wait().expect("a child").is_none(),
        "it waits for its input"
    );
    toolchain::run(Command::new("kill").arg(child.id().to_string()));
    let status = child.wait().expect("it ends");
    let mut stderr = String::new();
    let pipe = child.stderr.as_mut().expect("a pipe");
    // This ends only when nobody holds the pipe any more: the program has ended, too.
    pipe.read_to_string(&mut stderr).expect("text");
    assert_eq!(status.signal(), Some(15), "{stderr}");
}

/// The bytes of every package in a folder, by name.
fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("the folder of packages");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let named = paths.map(|path| {
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        (name, fs::read(path).expect("a package"))
    });
    named.collect()
}

/// The project in another folder, by a user with another home and other habits, at another time.
#[test]
fn packages_are_the_same_bytes_when_they_are_made_twice() {
    if !are_made() {
        return;
    }
    let first = bytes(&PACKAGES);
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let project = elsewhere.path().join("a project");
    fs::create_dir(&project).expect("a folder");
    let files = toolchain::run(
        Command::new("git")
            .current_dir(root())
            .args(["ls-files", "-z"]),
    );
    for file in files
        .split_terminator('\0')
        .filter(|file| root().join(file).is_file())
    {
        let copied = project.join(file);
        fs::create_dir_all(copied.parent().expect("a folder")).expect("a folder");
        fs::copy(root().join(file), copied).expect("a copy");
    }
    symlink(root().join("release/.venv"), project.join("release/.venv")).expect("a link");
    let cargo_home = elsewhere.path().join("cargo");
    symlink(rust::cargo_home(), &cargo_home).expect("a link");
    let mut shell = Command::new("sh");
    shell
        .env("CARGO_HOME", cargo_home)
        .env("SOURCE_DATE_EPOCH", "1000000000")
        .env("TZ", "Asia/Tokyo");
    shell.args(["-c", "umask 077; exec \"$@\"", "sh", env!("CARGO")]);
    let second = bytes(&make(&project, &mut shell));

    let names = |packages: &BTreeMap<String, Vec<u8>>| packages.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&first), names(&second));
    assert_eq!(first.len(), 4, "{:?}", names(&first));
    for (name, bytes) in first {
        assert!(bytes == second[&name], "{name} differs");
    }
}
