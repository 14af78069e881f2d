//! What is measured, endpoints or client libraries → their folders in order, some of them selected, each prepared and measured.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::mpsc::{Receiver, channel};
use std::time::Instant;
use std::{env, thread};

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

/// How it went with one of them.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What is printed.
    pub lines: Vec<String>,
    /// Whether it did not go well.
    pub failed: bool,
}

impl Outcome {
    /// This was measured, from `start` until now.
    #[must_use]
    pub fn measured(what: &str, start: Instant) -> Self {
        let seconds = start.elapsed().as_secs_f32();
        Self {
            lines: vec![format!("measured {what}: {seconds:.1} s")],
            failed: false,
        }
    }

    /// It failed, for this reason.
    #[must_use]
    pub fn failure(what: &str, why: &str) -> Self {
        Self {
            lines: vec![format!("FAILED {what}: {why}")],
            failed: true,
        }
    }

    /// Adds how a fresh measurement differs from the recorded one, or that another version behaves alike.
    pub fn compare(&mut self, differences: &[String], recorded: &str, fresh: &str) {
        if differences.is_empty() && recorded != fresh {
            let line = format!("  {fresh} behaves as {recorded} did");
            self.lines.push(line);
        }
        self.failed |= !differences.is_empty();
        let differences = differences.iter().map(|line| format!("  {line}"));
        self.lines.extend(differences);
    }
}

/// Prepares one after another, since some share what they build, and meanwhile does `work` for those that can be measured, one on
/// each core. Returns whether all went well.
pub fn each<S: Subject + Sync>(subjects: &[S], work: impl Fn(&S) -> Outcome + Sync) -> bool {
    let (sender, receiver) = channel();
    let receiver = Mutex::new(receiver);
    let (well, worked) = (AtomicBool::new(true), AtomicBool::new(false));
    let note = |outcome: Outcome| {
        if !outcome.lines.is_empty() {
            println!("{}", outcome.lines.join("\n"));
        }
        well.fetch_and(!outcome.failed, Relaxed);
    };
    thread::scope(|scope| {
        let workers = thread::available_parallelism().map_or(1, NonZero::get);
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(subject) = next(&receiver) {
                    worked.store(true, Relaxed);
                    note(work(subject));
                }
            });
        }
        for subject in subjects {
            match unprepared(subject) {
                None => sender.send(subject).unwrap_or_default(),
                Some(outcome) => note(outcome),
            }
        }
        drop(sender);
    });
    let worked = worked.into_inner();
    if !worked {
        println!("no {} could be measured", S::KIND);
    }
    well.into_inner() && worked
}

/// The next one that is prepared, if there are more.
fn next<'a, S>(receiver: &Mutex<Receiver<&'a S>>) -> Option<&'a S> {
    receiver.lock().ok()?.recv().ok()
}

/// Prepares `subject`. Returns why it cannot be measured, if it cannot.
fn unprepared(subject: &impl Subject) -> Option<Outcome> {
    let name = subject.name();
    match prepare(subject) {
        Prepared::Yes => None,
        Prepared::Missing(tool) => Some(Outcome {
            lines: vec![format!("skipped {name}: {tool} is not installed")],
            failed: env::var("REQUIRE_TOOLCHAINS").is_ok_and(|value| value == "1"),
        }),
        Prepared::Failed(why) => Some(Outcome::failure(name, &why)),
    }
}
