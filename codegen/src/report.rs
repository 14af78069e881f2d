//! [`Problem`]s → text like a compiler's: the file, the line, a caret under the value, the rule and a way out.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::problem::{Place, Problem};
use crate::source::Source;

/// The problems of `source` in the order of their places, with colour codes.
#[must_use]
pub fn report(source: &Source, problems: &[Problem]) -> String {
    let mut placed: Vec<(Range<usize>, &Problem)> = problems
        .iter()
        .map(|problem| (bytes(source, &problem.place), problem))
        .collect();
    placed.sort_by_key(|(range, _)| range.start);
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii);
    let mut text = String::new();
    for (range, problem) in placed {
        text.push_str(&renderer.render(&[group(source, problem, range)]));
        text.push_str("\n\n");
    }
    text
}

fn group<'a>(source: &'a Source, problem: &'a Problem, range: Range<usize>) -> Group<'a> {
    Level::ERROR
        .primary_title(problem.message.as_str())
        .id(problem.rule)
        .element(
            Snippet::source(source.text.as_str())
                .path(source.path.as_str())
                .annotation(AnnotationKind::Primary.span(range)),
        )
        .element(Level::HELP.message(problem.help.as_str()))
}

/// The bytes to point at: never past the end, and of a long value only its first line.
fn bytes(source: &Source, place: &Place) -> Range<usize> {
    let range = match place {
        Place::Value(pointer) => source.value(pointer),
        Place::Key(pointer) => source.key(pointer),
        Place::Bytes(bytes) => bytes.clone(),
    };
    let text = &source.text;
    let start = text.floor_char_boundary(range.start.min(text.len()));
    let end = text
        .ceil_char_boundary(range.end.min(text.len()))
        .max(start);
    let line_end = text[start..end]
        .find('\n')
        .map_or(end, |newline| start + newline);
    start..line_end
}
