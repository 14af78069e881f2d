//! The words that methods return → string types, each with a constant for every word.

use super::super::comment::{Vocabulary, WordView, WordsView};
use crate::text::{Word, upper_camel};

/// A type of words.
pub(super) struct WordsType {
    pub(super) name: &'static str,
    pub(super) about: String,
    pub(super) words: Vec<WordView>,
}

/// The types of the words.
pub(super) fn word_types() -> Vec<WordsType> {
    let Vocabulary {
        code_range,
        sent_by,
        reconnect,
        after,
    } = Vocabulary::new();
    let types = [
        ("CodeRange", code_range),
        ("SentBy", sent_by),
        ("Reconnect", reconnect),
        ("After", after),
    ];
    let types = types.into_iter().map(|(name, WordsView { about, words })| {
        let about = about
            .chars()
            .next()
            .into_iter()
            .flat_map(char::to_lowercase)
            .chain(about.chars().skip(1));
        WordsType {
            name,
            about: about.collect(),
            words,
        }
    });
    types.collect()
}

/// The constant for a word: `AfterNewCredentials`.
pub(super) fn word_constant(of: &str, word: impl Word) -> String {
    format!("{of}{}", upper_camel(word.as_str()))
}
