//! What `--against` names → the older spec's text: a file, standard input for `-`, or a file of git for `git:REF[:PATH]`.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Command, Output};

use super::failure::Failure;
use crate::diagnostics::Source;

/// What a value for git begins with.
const GIT: &str = "git:";

const EMPTY: &str = "standard input is empty: the command that should print the older spec failed";
const EMPTY_HELP: &str = "read it with `--against git:REF`, which tells what failed; in a shallow clone other branches are missing: on \
                          GitHub, check out with `fetch-depth: 0`";
const SHALLOW_HELP: &str = "this clone is shallow: on GitHub, check out with `fetch-depth: 0`; elsewhere run `git fetch --unshallow`";
const FETCH_HELP: &str =
    "`git fetch` gets new branches and tags, `git branch --all` and `git tag` list them";
const MISSING_HELP: &str = "name it as git:REF:PATH, with PATH from the top of the repository; where the spec is new, pass --allow-missing";
const REF_HELP: &str = "write git:REF or git:REF:PATH, for example git:origin/main";

/// What `against` names.
pub enum Older {
    /// The older spec.
    Spec(Source),
    /// No file: git has the ref, but not the path in it.
    Missing { reference: String, path: String },
}

/// The older spec that `against` names, for the spec at `spec`.
pub fn read(against: &Path, spec: &Path) -> Result<Older, Failure> {
    let failed = |error| Failure::File(against.to_owned(), error);
    if against == Path::new("-") {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map_err(failed)?;
        if text.trim().is_empty() {
            return Err(usage(EMPTY, EMPTY_HELP));
        }
        return Ok(Older::Spec(Source::new("standard input", &text)));
    }
    let in_git = against.to_str().and_then(|text| text.strip_prefix(GIT));
    if let Some(in_git) = in_git {
        return of_git(in_git, spec);
    }
    let text = fs::read_to_string(against).map_err(failed)?;
    Ok(Older::Spec(Source::new(against.to_string_lossy(), &text)))
}

/// The refusal of a path that a ref does not have.
pub fn missing(reference: &str, path: &str) -> Failure {
    let why = format!("there is no file `{path}` at `{reference}`");
    usage(&why, MISSING_HELP)
}

/// `REF`, with the path of the spec, or `REF:PATH`, in the repository of the spec.
fn of_git(text: &str, spec: &Path) -> Result<Older, Failure> {
    let (reference, path) = match text.split_once(':') {
        Some((reference, path)) => (reference, Some(path)),
        None => (text, None),
    };
    // git would take it for an option.
    if reference.is_empty() || reference.starts_with('-') {
        let why = format!("`{reference}` is not a ref of git");
        return Err(usage(&why, REF_HELP));
    }
    // A link is in git without the text of the file that it leads to.
    let followed = spec.canonicalize();
    let spec = followed.map_err(|error| Failure::File(spec.to_owned(), error))?;
    let folder = spec.parent().unwrap_or(Path::new("/"));
    let prefix = git(folder, &["rev-parse", "--show-prefix"])?;
    if !prefix.status.success() {
        let why = String::from_utf8_lossy(&prefix.stderr);
        let why = why.trim().trim_start_matches("fatal: ");
        let why = format!("git cannot read the repository of the spec: {why}");
        return Err(usage(&why, "give the older spec as a file, or as `-`"));
    }
    let tree = format!("{reference}^{{tree}}");
    if !git(folder, &["rev-parse", "--verify", "--quiet", &tree])?
        .status
        .success()
    {
        let why = format!("the repository has no ref `{reference}`");
        let shallow = git(folder, &["rev-parse", "--is-shallow-repository"])?;
        let is_shallow = shallow.stdout.trim_ascii() == b"true";
        return Err(usage(
            &why,
            if is_shallow { SHALLOW_HELP } else { FETCH_HELP },
        ));
    }
    let own_path = || {
        let name = spec.file_name().map(OsStr::to_string_lossy);
        let prefix = String::from_utf8_lossy(&prefix.stdout);
        let prefix = prefix.trim_end_matches('\n');
        format!("{prefix}{}", name.unwrap_or_default())
    };
    let path = path.map_or_else(own_path, str::to_owned);
    let object = format!("{reference}:{path}");
    let blob = git(folder, &["cat-file", "blob", &object])?;
    if !blob.status.success() {
        // A folder is there, and still not a file.
        if git(folder, &["cat-file", "-e", &object])?.status.success() {
            return Err(missing(reference, &path));
        }
        let reference = reference.to_owned();
        return Ok(Older::Missing { reference, path });
    }
    let shown = format!("{GIT}{reference}:{path}");
    let text = String::from_utf8(blob.stdout);
    let text =
        text.map_err(|_| usage(&format!("{shown} is not UTF-8 text"), "choose another ref"))?;
    Ok(Older::Spec(Source::new(shown, &text)))
}

/// What git prints in `folder`, whatever repository a hook that runs this is of.
fn git(folder: &Path, arguments: &[&str]) -> Result<Output, Failure> {
    let mut command = Command::new("git");
    command
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", "C");
    command.env_remove("GIT_DIR").env_remove("GIT_WORK_TREE");
    command.output().map_err(|error| {
        let why = format!("git cannot be started: {error}");
        usage(&why, "install git, or give the older spec as a file")
    })
}

fn usage(why: &str, help: &str) -> Failure {
    Failure::Usage(why.to_owned(), help.to_owned())
}
