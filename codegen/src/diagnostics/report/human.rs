//! Problems → text like a compiler's: the file, the line, a caret under the value, the rule and help.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};

use super::{More, Placed};
use crate::diagnostics::{self, Source};
use crate::text::{escaped, is_hidden};

pub(super) fn render(source: &Source, problems: &[Placed<'_>], more: Option<&More<'_>>) -> String {
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii);
    let mut text = String::new();
    for placed in problems {
        text.push_str(&renderer.render(&groups(source, placed)));
        text.push_str("\n\n");
    }
    if let Some(more) = more {
        text.extend([&more.placed.problem.message, "\n\n"]);
    }
    text
}

/// What is wrong, and the change that would fix it.
fn groups<'a>(source: &Source, placed: &Placed<'a>) -> Vec<Group<'a>> {
    let problem = placed.problem;
    let level = match problem.level {
        diagnostics::Level::Error => Level::ERROR,
        diagnostics::Level::Warning => Level::WARNING,
    };
    let excerpt = Excerpt::around(&source.text, placed);
    let caret = AnnotationKind::Primary.span(excerpt.shown(&placed.bytes));
    let snippet = excerpt.snippet().annotation(caret);
    let title = level.primary_title(escaped(&problem.message));
    let path = escaped(&source.path);
    let group = if excerpt.cut.is_empty() {
        title.id(problem.rule).element(snippet.path(path))
    } else {
        // The renderer would count the column from where the excerpt begins.
        let (line, column) = (placed.start.line, placed.start.column);
        let place = Level::NOTE.message(format!("at {path}:{line}:{column}"));
        title.id(problem.rule).element(snippet).element(place)
    };
    let help = escaped(&problem.help);
    match &problem.suggestion {
        Some(suggestion) if placed.whole.end <= excerpt.end => {
            let change = Patch::new(excerpt.shown(&placed.whole), escaped(suggestion));
            let change = excerpt.snippet().patch(change);
            vec![group, Level::HELP.secondary_title(help).element(change)]
        }
        _ => vec![group.element(Level::HELP.message(help))],
    }
}

/// How much of a line is shown on either side of the place, and of the place itself, in bytes.
const MAX_SHOWN: usize = 1000;

/// The lines that a problem is about, or what is around it in a long one.
struct Excerpt<'a> {
    /// What is shown of the text, from which byte to which.
    part: &'a str,
    start: usize,
    end: usize,
    line: usize,
    /// The mark for what was cut off in front.
    cut: &'static str,
    text: String,
}

impl<'a> Excerpt<'a> {
    fn around(text: &'a str, placed: &Placed<'_>) -> Self {
        let Range { start, end } = placed.whole;
        let mut before = &text[..start];
        let mut line = placed.start.line;
        // Where the text ends too soon, its last line is shown, and not the empty one behind it.
        if start == text.len()
            && let Some(last) = before.strip_suffix('\n')
        {
            before = last;
            line -= 1;
        }
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = text[end..].find('\n').map_or(text.len(), |rest| end + rest);
        let first = text.ceil_char_boundary(line_start.max(start.saturating_sub(MAX_SHOWN)));
        let last = line_end.min(end.min(start + MAX_SHOWN) + MAX_SHOWN);
        let last = text.floor_char_boundary(last);
        let mark = |is_cut: bool| if is_cut { "…" } else { "" };
        let (cut, part) = (mark(first > line_start), &text[first..last]);
        Self {
            part,
            start: first,
            end: last,
            cut,
            line,
            text: format!("{cut}{}{}", shown(part), mark(last < line_end)),
        }
    }

    fn snippet<'b, T: Clone>(&self) -> Snippet<'b, T> {
        Snippet::source(self.text.clone()).line_start(self.line)
    }

    /// The place in what is shown of bytes of the whole text.
    fn shown(&self, bytes: &Range<usize>) -> Range<usize> {
        let place = |byte: usize| {
            let before = byte.min(self.end) - self.start;
            self.cut.len() + shown(&self.part[..before]).len()
        };
        place(bytes.start)..place(bytes.end)
    }
}

/// Text without what a terminal would obey or not show. The renderer replaces other control characters itself.
fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Parts of emoji.
            '\u{200d}' | '\u{fe0f}' => {}
            _ if !c.is_ascii() && is_hidden(c) => shown.push(char::REPLACEMENT_CHARACTER),
            _ => shown.push(c),
        }
    }
    shown
}
