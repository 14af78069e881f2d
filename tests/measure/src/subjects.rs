//! What is measured, endpoints or client libraries → their folders in order, some of them selected, each prepared and measured.

use std::collections::BTreeMap;
use std::env;
use std::path::Path;

use crate::Result;
use crate::prepare::{Prepared, prepare};

/// What a folder describes.
pub trait Subject {
    /// What it is called in messages: `endpoint`.
    const KIND: &'static str;

    /// Its name, which is that of the folder.
    fn name(&self) -> &str;
    /// Its programming language.
    fn language(&self) -> &str;
    /// The absolute path of the folder, in which the commands run.
    fn folder(&self) -> &Path;
    /// The tools that must be installed.
    fn needs(&self) -> &[String];
    /// The command that installs and builds it.
    fn preparation(&self) -> &str;
}

/// By language and name, of which no two are equal.
pub fn in_order<S: Subject>(mut subjects: Vec<S>) -> Result<Vec<S>> {
    subjects.sort_by(|a, b| (a.language(), a.name()).cmp(&(b.language(), b.name())));
    let mut folders = BTreeMap::new();
    for subject in &subjects {
        let folder = subject.folder();
        if let Some(other) = folders.insert(subject.name(), folder) {
            let (folder, other) = (folder.display(), other.display());
            return Err(format!("{folder}: {other} has the same name"));
        }
    }
    Ok(subjects)
}

/// Those with these names: all when there are none.
pub fn select<S: Subject>(mut subjects: Vec<S>, names: &[String]) -> Result<Vec<S>> {
    let is_known = |name: &&String| subjects.iter().any(|subject| subject.name() == **name);
    if let Some(unknown) = names.iter().find(|name| !is_known(name)) {
        let kind = S::KIND;
        return Err(format!(
            "no {kind} is named {unknown}; `--list` shows all names"
        ));
    }
    subjects.retain(|subject| names.is_empty() || names.iter().any(|name| name == subject.name()));
    Ok(subjects)
}

/// Does `work` for each that can be measured. Returns whether all went well.
pub fn each<S: Subject>(subjects: &[S], mut work: impl FnMut(&S) -> bool) -> bool {
    let required = env::var("REQUIRE_TOOLCHAINS").is_ok_and(|value| value == "1");
    let (mut well, mut worked) = (true, false);
    for subject in subjects {
        let name = subject.name();
        match prepare(subject) {
            Prepared::Yes => {
                worked = true;
                well &= work(subject);
            }
            Prepared::Missing(tool) => {
                println!("skipped {name}: {tool} is not installed");
                well &= !required;
            }
            Prepared::Failed(why) => {
                println!("FAILED {name}: {why}");
                well = false;
            }
        }
    }
    if !worked {
        println!("no {} could be measured", S::KIND);
    }
    well && worked
}

/// Prints how a fresh measurement differs from the recorded one, or that another version behaves alike. Returns whether there is no
/// difference.
#[must_use]
pub fn report(differences: &[String], recorded: &str, fresh: &str) -> bool {
    if differences.is_empty() && recorded != fresh {
        println!("  {fresh} behaves as {recorded} did");
    }
    for line in differences {
        println!("  {line}");
    }
    differences.is_empty()
}
