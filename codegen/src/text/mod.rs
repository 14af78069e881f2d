//! Text without knowledge of close codes: Markdown, wrapping, invisible characters, cases of names, sets of words.

mod blocks;
mod case;
mod hidden;
mod line;
mod markdown;
mod prose;
mod word;
mod wrap;

pub(crate) use blocks::{Block, Span, Tone, address, blocks};
pub(crate) use case::{lower_camel, snake, upper_camel, upper_snake};
pub use hidden::{
    escaped, excerpt, is_bidirectional_control, is_blank, is_hidden, one_line, visible_json,
};
pub(crate) use line::line;
pub(crate) use markdown::{Place, Words, code, escape, escape_start, in_comments, line_of, link};
pub use prose::Prose;
pub(crate) use word::words;
pub use word::{Word, find, phrase};
pub(crate) use wrap::wrap;
