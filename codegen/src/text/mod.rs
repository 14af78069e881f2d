//! Text without knowledge of close codes: wrapping, Markdown escapes, invisible characters, sets of words.

mod hidden;
mod markdown;
mod word;
mod wrap;

pub use hidden::{is_bidirectional_control, is_hidden, one_line, visible, visible_json};
pub(crate) use markdown::{escape_markdown, escape_start, paragraphs};
pub(crate) use word::words;
pub use word::{Word, find, phrase};
pub(crate) use wrap::wrap;
