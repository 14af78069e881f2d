//! [`Registry`] and [`Notice`] → what a template can print: the value of the JSON output, with the notice in the place of its comment.

use serde::Serialize;

use super::super::json::ResolvedRegistry;
use crate::files::Notice;
use crate::registry::Registry;

/// The variables of a template.
#[derive(Serialize)]
pub(super) struct Context<'a> {
    /// The two lines that the text must begin with, in a comment.
    notice: String,
    #[serde(flatten)]
    registry: ResolvedRegistry<'a>,
}

impl<'a> Context<'a> {
    pub(super) fn new(registry: &'a Registry, notice: &Notice) -> Self {
        Self {
            notice: notice.lines().join("\n"),
            registry: ResolvedRegistry::new(registry),
        }
    }
}
