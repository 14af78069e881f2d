//! Markdown of a spec with what outputs make of it: each part is made when the first output asks, once for all of them.

use std::sync::{Arc, OnceLock};

use super::blocks::{Block, blocks};
use super::markdown::{Words, in_comments};

/// Markdown of a spec.
#[derive(Debug, Clone)]
pub struct Prose(Arc<Text>);

#[derive(Debug)]
struct Text {
    markdown: String,
    blocks: OnceLock<Vec<Block>>,
    in_comments: OnceLock<Vec<Words>>,
}

impl Prose {
    pub(crate) fn new(markdown: String) -> Self {
        Self(Arc::new(Text {
            markdown,
            blocks: OnceLock::new(),
            in_comments: OnceLock::new(),
        }))
    }

    /// The text as the spec has it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.markdown
    }

    pub(crate) fn blocks(&self) -> &[Block] {
        self.0.blocks.get_or_init(|| blocks(&self.0.markdown))
    }

    /// The words of each paragraph or item in a comment.
    pub(crate) fn in_comments(&self) -> &[Words] {
        self.0
            .in_comments
            .get_or_init(|| in_comments(self.blocks()))
    }
}
