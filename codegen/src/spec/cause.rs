//! The fields of a cause: what may lie behind a code that somebody finds in a log.

use schemars::JsonSchema;

use super::fields;
use super::limits::{MAX_LINE, MAX_NOTE, MAX_REFERENCES};

/// What may lie behind a code.
#[derive(Debug, Default, Clone, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CauseSpec {
    /// What one notices first, such as "It never opens". Causes with the same text are one branch of the way to the cause.
    #[schemars(length(max = MAX_LINE))]
    pub when: Option<String>,
    /// What a log or a program shows when it is this cause.
    #[schemars(length(max = MAX_LINE))]
    pub seen: Option<String>,
    /// The cause, in one sentence.
    #[schemars(required, length(max = MAX_LINE))]
    pub summary: Option<String>,
    /// What tells whether it is this cause.
    #[schemars(required, length(max = MAX_LINE))]
    pub check: Option<String>,
    /// What to do about it.
    #[schemars(required, length(max = MAX_LINE))]
    pub fix: Option<String>,
    /// What is uncertain about it.
    #[schemars(length(max = MAX_NOTE))]
    pub doubt: Option<String>,
    /// References to its source; without any it is the spec author's own experience.
    #[schemars(default, length(max = MAX_REFERENCES))]
    pub reference: Vec<String>,
}

fields!(CauseSpec {
    when,
    seen,
    summary,
    check,
    fix,
    doubt,
    reference
});
