//! The target of which one output was to be rendered, and how many there are → what is wrong, and what to do.

/// Which output is meant is not clear: a spec has several of a target, or none of one without default options.
#[derive(Debug)]
pub(crate) struct NotOne {
    /// The target.
    pub(super) target: &'static str,
    /// How many outputs of it there are.
    pub(super) outputs: usize,
}

impl NotOne {
    /// What is wrong, and what to do.
    pub(crate) fn message_and_help(&self) -> [String; 2] {
        let Self { target, outputs } = self;
        let (message, help) = match outputs {
            0 => (
                format!("the spec has no output `{target}`"),
                "add one to the `outputs` of a spec",
            ),
            _ => (
                format!("the spec has {outputs} outputs `{target}`"),
                "`close-codes generate` writes all of them",
            ),
        };
        [message, help.to_owned()]
    }
}
