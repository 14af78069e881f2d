//! The words that functions return → union types, with the meaning of each word in the comment.

use super::super::comment::{Vocabulary, WordsView, lines};
use super::literal::{COMMENT_WIDTH, LINE_WIDTH, string};

/// A union type of words.
pub(super) struct WordType {
    pub(super) doc: Vec<String>,
    pub(super) declaration: String,
}

/// The union types of the words.
pub(super) fn word_types(vocabulary: &Vocabulary) -> Vec<WordType> {
    let Vocabulary {
        code_range,
        sent_by,
        reconnect,
        after,
    } = vocabulary;
    vec![
        word_type("CodeRange", code_range),
        word_type("SentBy", sent_by),
        word_type("Reconnect", reconnect),
        word_type("After", after),
    ]
}

fn word_type(name: &str, set: &WordsView) -> WordType {
    let mut doc = lines(set.about, COMMENT_WIDTH);
    doc.push(String::new());
    for word in &set.words {
        let line = format!("- `{}`: {}", word.spelling, word.meaning);
        let mut item = lines(&line, COMMENT_WIDTH).into_iter();
        doc.extend(item.next());
        doc.extend(item.map(|line| format!("  {line}")));
    }
    let spellings: Vec<String> = set.words.iter().map(|word| string(word.spelling)).collect();
    WordType {
        doc,
        declaration: union(name, &spellings),
    }
}

/// The declaration of a union type, broken where prettier breaks it.
fn union(name: &str, members: &[String]) -> String {
    let (head, joined) = (format!("export type {name} ="), members.join(" | "));
    if head.len() + joined.len() + 2 <= LINE_WIDTH {
        format!("{head} {joined};")
    } else if joined.len() + 3 <= LINE_WIDTH {
        format!("{head}\n  {joined};")
    } else {
        format!("{head}\n  | {};", members.join("\n  | "))
    }
}
