//! The codes that a spec names itself → constants of a type of their own, whose switches a linter can check.

use super::lines::aligned;
use super::view::constant;
use crate::registry::CloseCode;

/// The codes that the spec names itself.
pub(super) enum Own {
    /// Every named code.
    All,
    Some(OwnView),
    Nothing,
}

/// The own codes that are not all.
pub(super) struct OwnView {
    pub(super) constants: Vec<String>,
    pub(super) declarations: Vec<String>,
    /// A case that matches any of them.
    pub(super) pattern: String,
}

impl Own {
    pub(super) fn new(own: &[&CloseCode], named: usize, type_name: &str) -> Self {
        if own.len() == named {
            return Self::All;
        }
        if own.is_empty() {
            return Self::Nothing;
        }
        let own = own.iter().map(|code| constant(code));
        let declaration = |constant: String| {
            let value = format!("Own{type_name}({constant})");
            (format!("Own{constant}"), value)
        };
        let declarations: Vec<(String, String)> = own.map(declaration).collect();
        let constants: Vec<String> = declarations.iter().map(|(name, _)| name.clone()).collect();
        Self::Some(OwnView {
            pattern: constants.join(",\n\t\t"),
            constants,
            declarations: aligned(&declarations),
        })
    }
}
