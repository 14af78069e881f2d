//! Markdown of a spec with its blocks, which are made when the first output asks, once for all of them.

use std::sync::{Arc, OnceLock};

use super::blocks::{Block, blocks};

/// Markdown of a spec.
#[derive(Debug, Clone)]
pub struct Prose(Arc<Text>);

#[derive(Debug)]
struct Text {
    markdown: String,
    blocks: OnceLock<Vec<Block>>,
}

impl Prose {
    pub(crate) fn new(markdown: String) -> Self {
        Self(Arc::new(Text {
            markdown,
            blocks: OnceLock::new(),
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
}
