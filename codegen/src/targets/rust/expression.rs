//! Expressions of the lookups → text: each arm of a `match` on a line of its own.

use std::borrow::Cow;

const INDENT: usize = 4;

/// An expression, of which the smallest parts are printed already.
pub(super) enum Expression<'a> {
    /// On one line.
    Line(Cow<'a, str>),
    /// A `match` on something.
    Match(&'static str, Vec<Arm<'a>>),
}

/// A pattern and its value.
pub(super) type Arm<'a> = (Cow<'a, str>, Expression<'a>);

impl Expression<'_> {
    /// Whether nothing is looked up.
    pub(super) fn is_constant(&self) -> bool {
        matches!(self, Self::Line(_))
    }

    /// The text, whose first line is indented by `indent` spaces already.
    pub(super) fn print(&self, indent: usize) -> String {
        let mut text = String::new();
        self.write(&mut text, indent);
        text
    }

    fn write(&self, text: &mut String, indent: usize) {
        match self {
            Self::Line(line) => text.push_str(line),
            Self::Match(on, arms) => {
                text.extend(["match ", on, " {\n"]);
                for (pattern, value) in arms {
                    text.extend(std::iter::repeat_n(' ', indent + INDENT));
                    text.extend([pattern, " => "]);
                    value.write(text, indent + INDENT);
                    text.push_str(",\n");
                }
                text.extend(std::iter::repeat_n(' ', indent));
                text.push('}');
            }
        }
    }
}
