//! What is wrong with a spec: a rule's id, a place, a message and help. Problems are collected, never thrown.

use std::ops::Range;

use super::Pointer;

/// One mistake in a spec.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The id of the rule that the spec breaks, for example `duplicate-code`.
    pub rule: &'static str,
    /// The place of the mistake.
    pub place: Place,
    /// What is wrong, as one clause without a full stop.
    pub message: String,
    /// What to write instead.
    pub help: String,
    /// Whether the spec can be used all the same.
    pub level: Level,
    /// JSON to use instead.
    pub suggestion: Option<String>,
    /// What a change breaks, in one word.
    pub breaks: Option<&'static str>,
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
    /// A problem with the value at `place`.
    pub(crate) fn at(
        place: impl Into<Pointer>,
        rule: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self::new(Place::Value(place.into()), rule, message, help)
    }

    /// A problem with the key of the value at `place`.
    pub(crate) fn at_key(
        place: impl Into<Pointer>,
        rule: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self::new(Place::Key(place.into()), rule, message, help)
    }

    /// A problem with these bytes of the text.
    pub(crate) fn in_bytes(
        bytes: Range<usize>,
        rule: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self::new(Place::Bytes(bytes), rule, message, help)
    }

    fn new(
        place: Place,
        rule: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            rule,
            place,
            message: message.into(),
            help: help.into(),
            level: Level::Error,
            suggestion: None,
            breaks: None,
        }
    }

    /// The same as a warning.
    pub(crate) fn warning(self) -> Self {
        Self {
            level: Level::Warning,
            ..self
        }
    }

    /// The same as a change that breaks this.
    pub(crate) fn breaking(self, breaks: &'static str) -> Self {
        Self {
            breaks: Some(breaks),
            ..self
        }
    }

    /// The same with JSON to use instead.
    pub(crate) fn suggesting(self, json: impl Into<String>) -> Self {
        Self {
            suggestion: Some(json.into()),
            ..self
        }
    }

    /// The same with the candidate nearest to `word` as help and suggestion, if one is near enough to have been meant.
    pub(crate) fn with_nearest<'a>(
        self,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        match nearest(word, candidates) {
            None => self,
            Some(meant) => Self {
                help: format!("did you mean `{meant}`?"),
                suggestion: Some(serde_json::Value::from(meant).to_string()),
                ..self
            },
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

impl Level {
    /// `error` or `warning`.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// How long a word is at most for which something near is looked for, in bytes.
const MAX_WORD: usize = 100;

/// The candidate nearest to `word`, if one is near enough to have been meant.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if word.len() > MAX_WORD {
        return None;
    }
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}
