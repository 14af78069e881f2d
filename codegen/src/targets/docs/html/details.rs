//! Markdown of a spec → HTML that contains only text, code, emphasis, lists and links to the web.

use askama::filters::Safe;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::text::paragraphs;

/// HTML that the template prints as it is.
pub(super) type Html = Safe<String>;

/// Renders `markdown`. What could be markup or a script is shown as text.
pub(super) fn html(markdown: &str) -> Html {
    let paragraphs: Vec<String> = paragraphs(markdown).collect();
    let text = paragraphs.join("\n\n");
    let mut links = Vec::new();
    let events = Parser::new(&text).filter_map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::Start(Tag::Link { ref dest_url, .. }) => {
            links.push(is_web(dest_url));
            links.last().copied()?.then_some(event)
        }
        Event::End(TagEnd::Link) => links.pop()?.then_some(event),
        // An image would load something; its text stays.
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Heading { .. } | Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::Heading(_) | TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        event => Some(event),
    });
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events);
    Safe(html.trim_end().to_owned())
}

fn is_web(url: &str) -> bool {
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
}
