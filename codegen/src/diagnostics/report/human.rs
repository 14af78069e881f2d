//! Problems → text like a compiler's: the file, the line, a caret under the value, the rule and help.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};

use super::Placed;
use crate::diagnostics;
use crate::diagnostics::Source;

pub(super) fn render(source: &Source, problems: &[Placed<'_>]) -> String {
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii);
    let mut text = String::new();
    for placed in problems {
        text.push_str(&renderer.render(&groups(source, placed)));
        text.push_str("\n\n");
    }
    text
}

/// What is wrong, and the change that would fix it.
fn groups<'a>(source: &'a Source, placed: &'a Placed<'a>) -> Vec<Group<'a>> {
    let problem = placed.problem;
    let level = match problem.level {
        diagnostics::Level::Error => Level::ERROR,
        diagnostics::Level::Warning => Level::WARNING,
    };
    let caret = Snippet::source(source.text.as_str())
        .path(source.path.as_str())
        .annotation(AnnotationKind::Primary.span(placed.bytes.clone()));
    let group = level
        .primary_title(problem.message.as_str())
        .id(problem.rule)
        .element(caret);
    match &problem.suggestion {
        None => vec![group.element(Level::HELP.message(problem.help.as_str()))],
        Some(suggestion) => {
            let patch = Patch::new(placed.whole.clone(), suggestion.as_str());
            let change = Snippet::source(source.text.as_str()).patch(patch);
            let help = Level::HELP.secondary_title(problem.help.as_str());
            vec![group, help.element(change)]
        }
    }
}
