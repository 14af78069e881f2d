//! How long the texts and lists of a spec get. Without limits one text could fill the whole table of a page again for each
//! code, or one document be printed again for each reference to it.

/// A text of one line, such as a summary, in characters.
pub(crate) const MAX_LINE: usize = 1000;

/// A reason or a doubt, in characters.
pub(crate) const MAX_NOTE: usize = 5000;

/// Markdown, in characters.
pub(crate) const MAX_DETAILS: usize = 20_000;

/// The id and the title of a document, in characters: they are printed for each reference.
pub(crate) const MAX_TITLE: usize = 150;

/// The URL of a document, in characters.
pub(crate) const MAX_URL: usize = 400;

/// How many causes an entry has.
pub(crate) const MAX_CAUSES: usize = 8;

/// How many references an entry has in one list.
pub(crate) const MAX_REFERENCES: usize = 8;

/// How many authors the packages have.
pub(crate) const MAX_AUTHORS: usize = 8;
