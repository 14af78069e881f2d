//! `breaking --against git:REF[:PATH]`: the older spec comes from git, or one message tells why it cannot.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;
use tests::{program, toolchain};

const BEFORE: &str =
    r#"{ "name": "chat", "codes": [{ "code": 4001, "name": "kicked", "summary": "Out." }] }"#;
const AFTER: &str =
    r#"{ "name": "chat", "codes": [{ "code": 4001, "name": "thrown-out", "summary": "Out." }] }"#;

const RENAMED: &str = "4001 `kicked` is now called `thrown-out`";

/// A repository with a spec in a folder of its own, which is committed at the tag `first`, and renames a code since.
fn repository() -> Option<TempDir> {
    if !toolchain::has(&["git"]) {
        return None;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let spec = folder.path().join("spec/close-codes.json");
    fs::create_dir(folder.path().join("spec")).expect("a folder");
    git(folder.path(), &["init", "--quiet"]);
    for (text, tag) in [(BEFORE, "first"), (AFTER, "second")] {
        fs::write(&spec, text).expect("a spec");
        git(folder.path(), &["add", "--all"]);
        git(folder.path(), &["commit", "--quiet", "--message", tag]);
        git(folder.path(), &["tag", tag]);
    }
    Some(folder)
}

/// Runs git, with nothing of what the user has configured.
fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    for setting in [
        "user.name=A. Tester",
        "user.email=tester@example.com",
        "commit.gpgSign=false",
        "tag.gpgSign=false",
        "core.hooksPath=none",
    ] {
        command.args(["-c", setting]);
    }
    command.args(arguments).current_dir(folder);
    toolchain::run(without_configuration(&mut command));
}

fn without_configuration(command: &mut Command) -> &mut Command {
    command
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
}

/// The exit status of `breaking --against AGAINST` in `folder`, and what it prints.
fn breaking(folder: &Path, against: &str) -> (i32, String) {
    ended(&mut program::close_codes(
        folder,
        &["breaking", "--against", against],
    ))
}

fn ended(command: &mut Command) -> (i32, String) {
    let output = without_configuration(command).stdin(Stdio::null()).output();
    let output = output.expect("the program can be started");
    let printed = [output.stdout, output.stderr].concat();
    let printed = String::from_utf8(printed).expect("UTF-8");
    (
        output.status.code().expect("the program ends by itself"),
        printed,
    )
}

/// `breaking` fails with one message of two lines, an error and help, and both contain what they should.
fn assert_refused(folder: &Path, against: &str, why: &str, help: &str) {
    assert_refusal(breaking(folder, against), against, why, help);
}

fn assert_refusal((status, printed): (i32, String), against: &str, why: &str, help: &str) {
    assert_eq!(status, 2, "{against}: {printed}");
    let lines: Vec<&str> = printed.lines().collect();
    let [error, advice] = &lines[..] else {
        panic!("{against}: {printed}");
    };
    assert!(
        error.starts_with("error: ") && error.contains(why),
        "{against}: {printed}"
    );
    assert!(
        advice.starts_with("help: ") && advice.contains(help),
        "{against}: {printed}"
    );
}

#[test]
fn a_ref_has_the_spec_at_its_own_path() {
    let Some(repository) = repository() else {
        return;
    };
    let folder = repository.path();
    for inner in [folder, &folder.join("spec")] {
        let (status, printed) = breaking(inner, "git:first");
        assert_eq!(status, 1, "{printed}");
        assert!(printed.contains(RENAMED), "{printed}");
        assert_eq!(
            breaking(inner, "git:HEAD"),
            (0, "nothing breaks\n".to_owned())
        );
    }
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let spec = folder.join("spec/close-codes.json");
    let spec = spec.to_str().expect("UTF-8");
    let arguments = ["--spec", spec, "breaking", "--against", "git:first"];
    let (status, printed) = ended(&mut program::close_codes(elsewhere.path(), &arguments));
    assert_eq!(status, 1, "{printed}");
}

#[test]
fn a_path_is_from_the_top_of_the_repository() {
    let Some(repository) = repository() else {
        return;
    };
    let folder = repository.path();
    git(folder, &["mv", "spec/close-codes.json", "close-codes.json"]);
    assert_refused(
        folder,
        "git:first",
        "there is no file `close-codes.json` at `first`",
        "git:REF:PATH",
    );
    let (status, printed) = breaking(folder, "git:first:spec/close-codes.json");
    assert_eq!(status, 1, "{printed}");
    assert!(printed.contains(RENAMED), "{printed}");
    // A folder is not a file.
    for path in ["", "spec"] {
        let why = format!("there is no file `{path}` at `first`");
        assert_refused(
            folder,
            &format!("git:first:{path}"),
            &why,
            "top of the repository",
        );
    }
}

/// The change that adds a spec breaks nothing. With an older path it would not either, but that is for the user to know.
#[test]
fn a_new_spec_passes_on_request() {
    let Some(repository) = repository() else {
        return;
    };
    let folder = repository.path();
    git(folder, &["mv", "spec/close-codes.json", "close-codes.json"]);
    let breaking = |format: &[&str], against: &str| {
        let allowed = ["breaking", "--allow-missing", "--against", against];
        let arguments = [&allowed[..], format].concat();
        ended(&mut program::close_codes(folder, &arguments))
    };
    let why = "nothing to compare with: there is no file `close-codes.json` at `first`";
    let github = format!("::notice title=new-spec::{why}\n");
    for (format, printed) in [
        (&[][..], format!("{why}\n")),
        (&["--format=github"], github),
        (&["--format=json"], "[]\n".to_owned()),
        (&["--quiet"], String::new()),
    ] {
        assert_eq!(breaking(format, "git:first"), (0, printed), "{format:?}");
    }
    // Everything else is refused as before.
    for against in ["git:gone", "git:first:spec", "git:", "gone.json", "-"] {
        assert_eq!(breaking(&[], against).0, 2, "{against}");
    }
    let old = breaking(&[], "git:first:spec/close-codes.json");
    assert_eq!(old.0, 1, "{}", old.1);
}

#[test]
fn a_broken_spec_is_named_by_its_ref() {
    let Some(repository) = repository() else {
        return;
    };
    let folder = repository.path();
    fs::write(folder.join("old.json"), "{}").expect("a file");
    git(folder, &["add", "old.json"]);
    git(folder, &["commit", "--quiet", "--message", "third"]);
    let (status, printed) = breaking(folder, "git:HEAD:old.json");
    assert_eq!(status, 2, "{printed}");
    assert!(printed.contains("--> git:HEAD:old.json:1:1"), "{printed}");
}

#[test]
fn an_unknown_ref_tells_of_shallow_clones_in_one() {
    let Some(repository) = repository() else {
        return;
    };
    let folder = repository.path();
    let why = "the repository has no ref `origin/main`";
    assert_refused(folder, "git:origin/main", why, "`git fetch` gets");
    let shallow = tempfile::tempdir().expect("a temporary folder");
    let url = format!("file://{}", folder.display());
    git(
        shallow.path(),
        &["clone", "--quiet", "--depth", "1", &url, "."],
    );
    for help in ["`fetch-depth: 0`", "`git fetch --unshallow`"] {
        assert_refused(shallow.path(), "git:first", "no ref `first`", help);
    }
}

#[test]
fn a_ref_cannot_be_an_option() {
    let Some(repository) = repository() else {
        return;
    };
    for text in [
        "",
        "-x",
        "--output=made",
        ":spec/close-codes.json",
        "-x:close-codes.json",
    ] {
        let against = format!("git:{text}");
        assert_refused(
            repository.path(),
            &against,
            "is not a ref of git",
            "git:origin/main",
        );
    }
    assert!(!repository.path().join("made").exists());
}

#[test]
fn without_git_or_a_repository_it_says_so() {
    let Some(repository) = repository() else {
        return;
    };
    let outside = tempfile::tempdir().expect("a temporary folder");
    let folder = outside.path();
    fs::write(folder.join("close-codes.json"), AFTER).expect("a spec");
    assert_refused(folder, "git:main", "not a git repository", "as a file");

    let arguments = ["breaking", "--against", "git:first"];
    let mut without_git = program::close_codes(repository.path(), &arguments);
    let without_git = ended(without_git.env("PATH", folder));
    assert_refusal(
        without_git,
        "git:first",
        "git cannot be started",
        "install git",
    );
}

/// A hook of one repository runs it on the spec of another.
#[test]
fn the_repository_is_that_of_the_spec() {
    let (Some(repository), Some(other)) = (repository(), repository()) else {
        return;
    };
    git(other.path(), &["tag", "--delete", "first"]);
    let arguments = ["breaking", "--against", "git:first"];
    let mut in_hook = program::close_codes(repository.path(), &arguments);
    let (status, printed) = ended(in_hook.env("GIT_DIR", other.path().join(".git")));
    assert_eq!(status, 1, "{printed}");
    assert!(printed.contains(RENAMED), "{printed}");
}

#[test]
fn an_empty_pipe_is_recognized() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("close-codes.json"), AFTER).expect("a spec");
    for help in ["`--against git:REF`", "`fetch-depth: 0`"] {
        assert_refused(folder.path(), "-", "standard input is empty", help);
    }
}
