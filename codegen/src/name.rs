//! A name in kebab-case words.

use std::fmt;

use heck::{ToKebabCase, ToUpperCamelCase};

use crate::text::{lower_camel, snake, upper_camel, upper_snake};

/// The longest name, in bytes.
pub const MAX_NAME_BYTES: usize = 60;

/// The same rule as [`Name::new`] has, but for the length, as a regular expression.
pub const NAME_PATTERN: &str = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

/// A name as a spec writes it, for example `going-away`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// `text` as a name, if it is kebab-case: words of lower-case ASCII letters and digits, joined by single hyphens, of
    /// which the first begins with a letter.
    ///
    /// # Errors
    ///
    /// What is wrong with `text`, and the nearest valid name, if there is one.
    pub fn new(text: &str) -> Result<Self, BadName> {
        let is_word = |word: &str| {
            let mut bytes = word.bytes();
            !word.is_empty() && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        let starts_with_a_letter = text.starts_with(|c: char| c.is_ascii_lowercase());
        if text.len() <= MAX_NAME_BYTES && starts_with_a_letter && text.split('-').all(is_word) {
            return Ok(Self(text.to_owned()));
        }
        let kebab = text.to_kebab_case();
        let taken = kebab != text && Self::new(&kebab).is_ok();
        Err(BadName {
            suggestion: taken.then_some(kebab),
        })
    }

    /// The name as the spec writes it: `going-away`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `GoingAway`. Two names that differ only in a hyphen beside a digit have this in common: `http-2` and `http2`.
    #[must_use]
    pub fn upper_camel(&self) -> String {
        upper_camel(&self.0)
    }

    /// `goingAway`.
    #[must_use]
    pub fn lower_camel(&self) -> String {
        lower_camel(&self.0)
    }

    /// `going_away`.
    #[must_use]
    pub fn snake(&self) -> String {
        snake(&self.0)
    }

    /// `GOING_AWAY`.
    #[must_use]
    pub fn upper_snake(&self) -> String {
        upper_snake(&self.0)
    }

    /// Whether `text` is this name in any language's spelling: `GoingAway`, `going_away`, `GOING_AWAY`.
    #[must_use]
    pub fn is_spelled(&self, text: &str) -> bool {
        self.0 == text || self.upper_camel() == text.to_upper_camel_case()
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that is not a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadName {
    /// The name that was probably meant.
    pub suggestion: Option<String>,
}
