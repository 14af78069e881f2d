//! A JSON output → the [`Registry`] that it was made from, as far as an output tells: no retired codes, no chosen constants.
//!
//! It becomes a registry at once, and no spec on the way: the rules of a spec follow from the standard codes of today, which may
//! refuse what those of the output's time allowed, and own and inherited ranges overlap.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use serde_json_borrow::{ObjectAsVec, Value};

use crate::diagnostics::{At, Pointer, Problem, Problems, Source};
use crate::files::Notice;
use crate::name::Name;
use crate::registry::{Advice, Backoff, CloseCode, Range, Registry, Statement};
use crate::spec::{self, BackoffSpec, Read, Reconnect, expect};
use crate::text::excerpt;

const HELP: &str =
    "generate the output again from the older spec, or give that spec instead of an output";

/// Whether `text` is a JSON output: its first field is the notice, however the text is laid out.
pub(crate) fn is_output(text: &str) -> bool {
    let tokens = ["{", "\"$comment\"", ":", "\""];
    let mut tokens = tokens.into_iter();
    let value = tokens.try_fold(text, |text, token| text.trim_start().strip_prefix(token));
    value.is_some_and(Notice::is_marked)
}

/// The registry of the JSON output in `source`.
///
/// # Errors
///
/// Everything that is not as in an output.
pub(crate) fn read_output(source: &Source) -> Result<Registry, Vec<Problem>> {
    let mut problems = Problems::default();
    let value = spec::json(source, &mut problems);
    let registry = value.and_then(|value| registry(&value, &mut problems));
    match (registry, problems.into_vec()) {
        (Some(registry), problems) if problems.is_empty() => Ok(registry),
        (_, problems) => Err(problems),
    }
}

fn registry(value: &Value<'_>, problems: &mut Problems) -> Option<Registry> {
    let entry = Entry::read(value, Pointer::root(), problems)?;
    let name = entry.name(problems);
    let codes = entry.list("codes", code, problems);
    let ranges = entry.list("ranges", range, problems);
    let otherwise = entry.object("otherwise", problems)?;
    let otherwise = statement(&otherwise, problems);
    let (codes, ranges) = (numbered(codes?, problems), sorted(ranges?, problems));
    Some(Registry::from_parts(name?, codes, ranges, otherwise?))
}

/// The codes, after reporting those whose number another one has.
fn numbered(codes: Vec<(Pointer, CloseCode)>, problems: &mut Problems) -> Vec<CloseCode> {
    let mut numbers = BTreeSet::new();
    let codes = codes.into_iter().map(|(at, code)| {
        if !numbers.insert(code.number) {
            let message = format!("{} has an entry already", code.number);
            let problem = Problem::at(at.key("code"), "duplicate-code", message, HELP);
            problems.add([problem]);
        }
        code
    });
    codes.collect()
}

/// The spec's own ranges, then those that it inherits, each by number, after reporting those that contain no number, and
/// those that overlap another one of their kind.
fn sorted(mut ranges: Vec<(Pointer, Range)>, problems: &mut Problems) -> Vec<Range> {
    for (at, range) in &ranges {
        let (from, to) = (range.from, range.to);
        if from > to {
            let message = format!("the range ends at {to}, before its start at {from}");
            problems.add([Problem::at(at.key("to"), "empty-range", message, HELP)]);
        }
    }
    ranges.sort_by_key(|(_, range)| (!range.is_own, range.from));
    for pair in ranges.windows(2) {
        let [(_, before), (at, range)] = pair else {
            continue;
        };
        if before.is_own == range.is_own && range.from <= before.to {
            let message = format!(
                "{}-{} overlaps `{}`, which is {}-{}",
                range.from, range.to, before.name, before.from, before.to
            );
            problems.add([Problem::at(at.key("from"), "overlap", message, HELP)]);
        }
    }
    ranges.into_iter().map(|(_, range)| range).collect()
}

fn code(entry: &Entry<'_>, problems: &mut Problems) -> Option<CloseCode> {
    let number = entry.required("code", problems);
    let is_own = entry.required("own", problems);
    let name = entry.name(problems);
    let kind = entry.required("kind", problems);
    let sent_by = entry.required("sent_by", problems);
    let statement = statement(entry, problems);
    let is_own = is_own?;
    Some(CloseCode {
        number: number?,
        is_own,
        place: is_own.then(|| entry.at.clone()),
        name: name?,
        summary: entry.required("summary", problems)?,
        details: None,
        kind: kind?,
        sent_by: sent_by?,
        statement: statement?,
        reason: entry.optional("reason", problems),
        deprecated: entry.optional("deprecated", problems),
        names: [].into(),
        causes: Arc::default(),
        doubt: None,
        references: Vec::new(),
        allow: [].into(),
        comment: OnceLock::new(),
    })
}

fn range(entry: &Entry<'_>, problems: &mut Problems) -> Option<Range> {
    let (from, to) = (
        entry.required("from", problems),
        entry.required("to", problems),
    );
    let is_own = entry.required("own", problems);
    let name = entry.name(problems);
    let sent_by = entry.required("sent_by", problems);
    let statement = statement(entry, problems);
    let is_own = is_own?;
    Some(Range {
        is_own,
        place: is_own.then(|| entry.at.clone()),
        from: from?,
        to: to?,
        name: name?,
        summary: entry.required("summary", problems)?,
        details: None,
        sent_by: sent_by?,
        statement: statement?,
        causes: Arc::default(),
        doubt: None,
        references: Vec::new(),
        comment: OnceLock::new(),
    })
}

fn statement(entry: &Entry<'_>, problems: &mut Problems) -> Option<Statement> {
    let reconnect = entry.required("reconnect", problems)?;
    let backoff = match reconnect {
        // An output has no delays for it.
        Reconnect::Never => Backoff::DEFAULT,
        Reconnect::Immediately | Reconnect::Backoff => {
            let bounds: BackoffSpec = entry.required("backoff", problems)?;
            let at = entry.at.key("backoff");
            let mut bound = |key: &str, seconds: Option<f64>| {
                if seconds.is_none() {
                    problems.add([missing(&at.key(key), key)]);
                }
                seconds
            };
            let from = bound("from_seconds", bounds.from);
            let to = bound("to_seconds", bounds.to);
            let cap = bound("cap_seconds", bounds.cap);
            Backoff {
                from: from?,
                to: to?,
                cap: cap?,
            }
        }
    };
    Some(Statement {
        is_stated: true,
        advice: Advice {
            reconnect,
            backoff,
            after: entry.optional("after", problems),
        },
        because: None,
        advised_by: Vec::new(),
    })
}

/// An object of an output. Fields that are not read may be those of another version.
struct Entry<'a> {
    members: &'a ObjectAsVec<'a>,
    at: Pointer,
}

impl<'a> Entry<'a> {
    fn read(value: &'a Value<'a>, at: Pointer, problems: &mut Problems) -> Option<Self> {
        let here = At::Here(&at);
        let members = expect(value.as_object(), "an object", value, &here, problems)?;
        Some(Self { members, at })
    }

    /// The field `key`. Outputs write `null` for what is not there.
    fn optional<T: Read>(&self, key: &str, problems: &mut Problems) -> Option<T> {
        let value = self.members.get(key).filter(|value| !value.is_null())?;
        T::read(value, &At::Here(&self.at).key(key), problems)
    }

    fn required<T: Read>(&self, key: &str, problems: &mut Problems) -> Option<T> {
        let read = self.optional(key, problems);
        if read.is_none() {
            // Not added where one that does not fit was reported.
            problems.add([missing(&self.at.key(key), key)]);
        }
        read
    }

    fn name(&self, problems: &mut Problems) -> Option<Name> {
        let text: String = self.required("name", problems)?;
        let name = Name::new(&text).ok();
        if name.is_none() {
            let message = format!("`{}` is not a name in kebab-case", excerpt(&text));
            problems.add([Problem::at(self.at.key("name"), "name", message, HELP)]);
        }
        name
    }

    /// The field `key` and its place, or `None` after reporting that it is missing.
    fn value(&self, key: &str, problems: &mut Problems) -> Option<(&Value<'_>, Pointer)> {
        let at = self.at.key(key);
        let value = self.members.get(key);
        if value.is_none() {
            problems.add([missing(&at, key)]);
        }
        Some((value?, at))
    }

    fn object(&self, key: &str, problems: &mut Problems) -> Option<Entry<'_>> {
        let (value, at) = self.value(key, problems)?;
        Entry::read(value, at, problems)
    }

    /// The elements of the array `key`, each with its place, unless one is not as it should be.
    fn list<T>(
        &self,
        key: &str,
        element: fn(&Entry<'_>, &mut Problems) -> Option<T>,
        problems: &mut Problems,
    ) -> Option<Vec<(Pointer, T)>> {
        let (value, at) = self.value(key, problems)?;
        let here = At::Here(&at);
        let values = expect(value.as_array(), "an array", value, &here, problems)?;
        let mut elements = Vec::new();
        for (index, value) in values.iter().enumerate() {
            let entry = Entry::read(value, at.index(index), problems);
            let element =
                entry.and_then(|entry| Some((entry.at.clone(), element(&entry, problems)?)));
            elements.push(element);
        }
        elements.into_iter().collect()
    }
}

fn missing(at: &Pointer, key: &str) -> Problem {
    Problem::at(at, "missing-field", format!("`{key}` is missing"), HELP)
}
