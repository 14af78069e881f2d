//! What is wrong with a spec: a rule's id, a place, a message and a way out. Problems are collected, never thrown.

use std::ops::Range;

use crate::pointer::Pointer;

/// One mistake in a spec.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The id of the rule that the spec breaks, for example `duplicate-code`.
    pub rule: &'static str,
    /// Where the mistake stands.
    pub place: Place,
    /// What is wrong, as one clause without a full stop.
    pub message: String,
    /// What to write instead.
    pub help: String,
    /// Whether the spec can be used all the same.
    pub level: Level,
    /// JSON that could stand in the place instead.
    pub suggestion: Option<String>,
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// The spec cannot be used.
    Error,
    /// The spec can be used, but should not be like this.
    Warning,
}

/// A place in the text of a spec.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The value at this pointer; the object around it when the value is missing.
    Value(Pointer),
    /// The key of the value at this pointer.
    Key(Pointer),
    /// These bytes of the text: all that is known of text that is not JSON.
    Bytes(Range<usize>),
}

impl Problem {
    /// A problem with the value at `pointer`.
    pub fn at(
        pointer: &Pointer,
        rule: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            rule,
            place: Place::Value(pointer.clone()),
            message: message.into(),
            help: help.into(),
            level: Level::Error,
            suggestion: None,
        }
    }

    /// A problem with these bytes of the text.
    pub fn in_bytes(
        bytes: Range<usize>,
        rule: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            place: Place::Bytes(bytes),
            ..Self::at(&Pointer::root(), rule, message, help)
        }
    }

    /// The same as a warning.
    #[must_use]
    pub fn warning(self) -> Self {
        Self {
            level: Level::Warning,
            ..self
        }
    }

    /// The same with JSON that could stand in its place.
    #[must_use]
    pub fn suggesting(self, json: impl Into<String>) -> Self {
        Self {
            suggestion: Some(json.into()),
            ..self
        }
    }

    /// The pointer of the value that this problem is about, if it is about one.
    #[must_use]
    pub fn pointer(&self) -> Option<&Pointer> {
        match &self.place {
            Place::Value(pointer) | Place::Key(pointer) => Some(pointer),
            Place::Bytes(_) => None,
        }
    }
}

/// The candidate nearest to `word`, if one is near enough to have been meant.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}
