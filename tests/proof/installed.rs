//! The packages of the program, as `cargo run -p release` makes them: each is installed in an empty folder where there is
//! nothing but its own toolchain, goes from nothing to checked names, and is the same bytes when it is made elsewhere.
#![cfg(unix)]

mod node;
mod python;
mod rust;

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use tests::{root, toolchain};

use crate::documented::code_blocks;

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

/// An empty folder on a machine that has only a few commands, and a home folder with nothing in it.
struct Machine {
    folder: TempDir,
    variables: Vec<(&'static str, OsString)>,
}

impl Machine {
    /// A machine with the commands `tools`, each at its path. The packages are in `packages` in the empty folder.
    fn with(tools: &[(&str, &Path)]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for name in ["app", "bin", "home"] {
            fs::create_dir(folder.path().join(name)).expect("a folder");
        }
        symlink(&*PACKAGES, folder.path().join("app/packages")).expect("a link");
        for (name, path) in tools {
            let path = fs::canonicalize(path).expect("the tool is installed");
            symlink(path, folder.path().join("bin").join(name)).expect("a link");
        }
        let variables = Vec::new();
        Self { folder, variables }
    }

    /// The same with a variable of the environment.
    fn set(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.variables.push((name, value.into()));
        self
    }

    /// The empty folder.
    fn app(&self) -> PathBuf {
        self.folder.path().join("app")
    }

    /// The home folder.
    fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// A script in the empty folder, with nothing in the environment but a path, a home and the machine's variables.
    fn command(&self, script: &str) -> Command {
        let paths = [
            self.folder.path().join("bin"),
            self.home().join(".cargo/bin"),
        ];
        let mut shell = Command::new("/bin/sh");
        shell.args(["-ec", script]).current_dir(self.app());
        shell
            .env_clear()
            .env("NO_COLOR", "1")
            .env("HOME", self.home());
        shell.env("PATH", env::join_paths(paths).expect("a path"));
        shell.envs(self.variables.iter().cloned());
        shell
    }

    /// Runs the commands of the readme that contain `part`, in the empty folder.
    fn follows_the_readme(&self, part: &str) -> Took {
        let blocks = code_blocks(&tests::read(&root().join("README.md")), "sh");
        let block = blocks.iter().find(|block| block.contains(part));
        let block = block.expect("commands in the readme");
        assert!(block.ends_with("close-codes check"), "{block}");
        let started = Instant::now();
        let printed = toolchain::run(&mut self.command(&format!("{block}\ntimes")));
        let time = started.elapsed();
        let (printed, times) = printed.split_once(" in sync\n").expect("names in sync");
        assert!(printed.contains("wrote close-codes.json"), "{printed}");
        let work = of_children(times);
        let seconds = time.as_secs_f64();
        eprintln!("{part}: {seconds:.1} s from nothing to checked names, {work:.1} s of work");
        Took { time, work }
    }

    /// What `program` ends with, after that, for a change of the spec and for a mistake.
    fn passes_the_exit_status_on(&self, program: &str) {
        let spec = self.app().join("close-codes.json");
        let text = tests::read(&spec);
        let changed = text.replacen("\"summary\": \"", "\"summary\": \"Now: ", 1);
        assert_ne!(text, changed);
        fs::write(&spec, changed).expect("the spec can be written");
        for (verb, status) in [("list", 0), ("check", 1), ("chekc", 2)] {
            let output = self.command(&format!("{program} {verb}")).output();
            let output = output.expect("the shell is there");
            assert_eq!(
                output.status.code(),
                Some(status),
                "{program} {verb}: {output:?}"
            );
        }
    }
}

/// How long it took from nothing to checked names.
#[derive(Debug)]
struct Took {
    /// On the clock.
    time: Duration,
    /// Of all processors together, in seconds.
    work: f64,
}

/// The seconds that `times` of the shell prints for what it ran: `0m0.01s 0m0.02s`, and the same for its children.
fn of_children(times: &str) -> f64 {
    let children = times.lines().nth(1).expect("a second line");
    let seconds = children.split_whitespace().map(|time| {
        let (minutes, seconds) = time.trim_end_matches('s').split_once('m').expect("minutes");
        let number = |text: &str| text.parse::<f64>().expect("a number");
        number(minutes) * 60.0 + number(seconds)
    });
    seconds.sum()
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
    // Waiting would close it, and the program could then end by itself before the signal has reached it.
    let stdin = child.stdin.take();
    toolchain::run(Command::new("kill").arg(child.id().to_string()));
    let status = child.wait().expect("it ends");
    drop(stdin);
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

/// Whoever passes the program on passes on the licences of what it contains.
#[test]
fn packages_of_the_program_contain_the_licences_of_its_libraries() {
    if !are_made() {
        return;
    }
    let packages = PACKAGES.display();
    for list in [
        format!("tar -xzOf {packages}/close-codes-cli-*-*-*.tgz package/LICENSE-THIRD-PARTY"),
        format!(
            "python3 -m zipfile -e {packages}/*.whl \"$0\" && cat \"$0\"/*.dist-info/licenses/LICENSE-THIRD-PARTY"
        ),
    ] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let licences = toolchain::run(Command::new("sh").args(["-ec", &list]).arg(folder.path()));
        // One that is linked, and two that are not: a macro, and what only tests need.
        assert!(licences.contains("\nserde_json "), "{licences}");
        assert!(
            licences.contains("Permission is hereby granted"),
            "{licences}"
        );
        assert!(
            !licences.contains("\nserde_derive ") && !licences.contains("\nproptest "),
            "{licences}"
        );
    }
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
